"""The control API's readings: the world, a chat's messages, the bot's calls, files."""

from typing import Any

from aiohttp import web

from sandbox.acts import ActError
from sandbox.keys import API
from sandbox.world import World
from sandbox.world.chats import Chat


async def world_view(request: web.Request) -> web.Response:
    world = request.app[API].world
    people = [_person(world, user.id) for user in world.users.values() if not user.is_bot]
    chats = [_chat(chat) for chat in world.chats.values() if not chat.is_private]
    said = world.profile
    private, anywhere = (said.commands.get((scope, ""), []) for scope in ("all_private_chats", "default"))
    profile = {
        "commands": private or anywhere,
        "description": said.descriptions.get("", ""),
        "menu_button": said.menu_buttons.get(0, {"type": "commands"}),
    }
    bot = {**world.bot.json(), "token": world.token, **profile}
    running = {"last_event": world.events.last, "pollers": world.updates.pollers, "time": world.clock.json()}
    return web.json_response({"bot": bot, "users": people, "chats": chats, **running})


def _person(world: World, user_id: int) -> dict[str, Any]:
    private = world.chats[user_id]
    return {**world.users[user_id].page_json(), "started": private.started, "blocked": private.blocked}


def _chat(chat: Chat) -> dict[str, Any]:
    return {
        "id": chat.id,
        "slug": chat.slug,
        "type": chat.type,
        "title": chat.title,
        "is_forum": chat.is_forum,
        "migrated_to": chat.migrated_to,
        "general": {"name": chat.general_name, "is_closed": chat.general_closed, "is_hidden": chat.general_hidden},
        "members": [
            {"user_id": user_id, "status": member.status, "rights": member.rights}
            for user_id, member in chat.members.items()
        ],
        "topics": [{**topic.json(), "is_closed": topic.is_closed} for topic in chat.topics.values()],
    }


async def list_messages(request: web.Request) -> web.Response:
    world, asked = request.app[API].world, request.query
    chat = world.chat(request.match_info["chat"])
    if chat is None:
        raise ActError("no such chat", 404)
    viewer = world.user(asked["viewer"]) if asked.get("viewer") else None
    if asked.get("viewer") and viewer is None:
        raise ActError("no such user", 404)
    if viewer is not None and viewer.id not in chat.people():
        raise ActError("not a member of this chat", 403)
    after, thread = int(asked.get("after") or 0), asked.get("thread")
    found = [message for message in chat.messages.values() if message.message_id > after]
    if thread is not None:
        number = None if chat.is_forum and thread in {"1", "0"} else int(thread)
        found = [message for message in found if message.thread == number]
    if asked.get("include_deleted") != "1":
        found = [message for message in found if not message.deleted]
    if asked.get("limit"):
        found = found[-int(asked["limit"]) :]
    keyboard = chat.keyboards.get(viewer.id) if viewer is not None else None
    pinned = next((number for number in reversed(chat.pinned) if chat.living(number)), None)
    return web.json_response(
        {
            "messages": [world.page_view(message) for message in found],
            "reply_keyboard": keyboard,
            "pinned": pinned,
        }
    )


async def list_calls(request: web.Request) -> web.Response:
    return web.json_response({"calls": request.app[API].log.after(int(request.query.get("after") or 0))})


async def list_commands(request: web.Request) -> web.Response:
    """What the bot offers one person in one chat after a slash, the narrowest scope first."""
    world = request.app[API].world
    user, chat = world.user(request.query["user"]), world.chat(request.query["chat"])
    if user is None or chat is None:
        raise ActError("no such user or chat", 404)
    wide = ["all_private_chats"] if chat.is_private else ["all_group_chats"]
    if chat.member(user.id).is_admin:
        wide = [f"chat_administrators:{chat.id}:", "all_chat_administrators", *wide]
    scopes = [f"chat_member:{chat.id}:{user.id}", f"chat:{chat.id}:", *wide, "default"]
    language = (user.language_code or "")[:2]
    offered = world.profile.commands
    found = (offered.get((scope, code)) for scope in scopes for code in (language, ""))
    return web.json_response({"commands": next((commands for commands in found if commands), [])})


async def list_callbacks(request: web.Request) -> web.Response:
    world = request.app[API].world
    user = world.user(request.query["user"]) if request.query.get("user") else None
    found = [
        {
            "callback_query_id": press.query_id,
            "user_id": press.user_id,
            "chat_id": press.chat_id,
            "message_id": press.message_id,
            "answer": press.answer,
        }
        for press in world.presses.of(user.id if user else None)
    ]
    return web.json_response({"callbacks": found})


async def list_updates(request: web.Request) -> web.Response:
    """Every update so far, so that a test can pick one to replay."""
    queue = request.app[API].world.updates
    waiting = {update.update_id for update in queue.unconfirmed}
    found = [{**update.json(), "unconfirmed": update.update_id in waiting} for update in queue.made]
    return web.json_response({"updates": found})


async def forget_file(request: web.Request) -> web.Response:
    """As Telegram forgets one after months: its number serves for nothing any more."""
    if not request.app[API].world.files.forget(request.match_info["file_id"]):
        raise ActError("no such file", 404)
    return web.json_response({"result": True})


async def serve_file(request: web.Request) -> web.Response:
    stored = request.app[API].world.files.by_id(request.match_info["file_id"])
    if stored is None:
        raise ActError("no such file", 404)
    # A document could be a web page of anybody's making: never shown as one under this address.
    safe = stored.kind != "document" or stored.mime_type.startswith(("image/png", "image/jpeg", "text/plain"))
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    if not safe:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=stored.content, headers={**headers, "Content-Type": stored.mime_type})
