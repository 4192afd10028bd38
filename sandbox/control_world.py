"""The control API's makings: people, chats, uploads."""

from typing import Any

from aiohttp import BodyPartReader, web

from sandbox.acts import ActError
from sandbox.keys import API
from sandbox.world.files import Blob
from sandbox.world.loading import add_chat
from sandbox.world.people import User

CHAT_TYPES = {"group", "supergroup"}


async def make_user(request: web.Request) -> web.Response:
    world = request.app[API].world
    said: dict[str, Any] = await request.json()
    said.setdefault("id", world.free_user_id())
    if said["id"] in world.users or (said.get("slug") and world.user(said["slug"])):
        raise ActError("there is such a user already", 409)
    return web.json_response(world.add_user(User(**{**said, "is_bot": False})).page_json())


async def make_chat(request: web.Request) -> web.Response:
    """Made silently, as if it had been there all along; `add_bot` and `join` are the acts that tell."""
    world = request.app[API].world
    said: dict[str, Any] = await request.json()
    if said.get("type", "supergroup") not in CHAT_TYPES:
        raise ActError("a chat is a group or a supergroup")
    if said.get("is_forum") and said.get("type") == "group":
        raise ActError("only supergroups have topics")
    taken = said.get("id") in world.chats or (said.get("slug") and world.chat(said["slug"]))
    if taken:
        raise ActError("there is such a chat already", 409)
    chat = add_chat(world, said)
    world.announce_chat(chat)
    return web.json_response({**chat.json(), "slug": chat.slug, "is_forum": chat.is_forum})


async def upload(request: web.Request) -> web.Response:
    world = request.app[API].world
    if request.content_type != "multipart/form-data":
        raise ActError("a form with a part named `file` is expected")
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "file":
            content = bytes(await part.read())
            blob = Blob(content=content, file_name=part.filename, mime_type=part.headers.get("Content-Type"))
            return web.json_response({"data_id": world.files.upload(blob)})
    raise ActError("no part named `file`")
