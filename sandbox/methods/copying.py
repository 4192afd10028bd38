import copy
from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import find_chat
from sandbox.methods.posting import caption_of, place_of, post, post_all
from sandbox.world.chats import Chat
from sandbox.world.messages import CAPTIONED, MEDIA_KINDS, Message
from sandbox.world.origins import origin_of

CONTENT = (
    "text",
    "entities",
    "link_preview_options",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "location",
    "venue",
    "contact",
    *MEDIA_KINDS,
)


@method("copyMessage")
def copy_message(call: Call) -> dict[str, int]:
    source, place = _source(call), place_of(call)
    message = source.living(call.params["message_id"])
    if message is None:
        raise ApiError(400, "Bad Request: message to copy not found")
    if message.is_service or message.protected:
        raise ApiError(400, "Bad Request: message can't be copied")
    content = content_of(message)
    if "caption" in call.params and message.media_kind in CAPTIONED:
        for key in ("caption", "caption_entities", "show_caption_above_media"):
            content.pop(key, None)
        content |= caption_of(call.world, call.params)
    return {"message_id": post(call, place, content).message_id}


@method("copyMessages")
def copy_messages(call: Call) -> list[dict[str, int]]:
    found, place = _several(call, "copy"), place_of(call)
    bare, albums = bool(call.params.get("remove_caption")), _albums(call, found)
    contents = [{**albums[message.message_id], **content_of(message, without_caption=bare)} for message in found]
    posted = post_all(call, place, contents)
    return [{"message_id": message.message_id} for message in posted]


@method("forwardMessage")
def forward_message(call: Call) -> dict[str, Any]:
    source, place = _source(call), place_of(call)
    message = source.living(call.params["message_id"])
    if message is None:
        raise ApiError(400, "Bad Request: message to forward not found")
    if message.is_service or message.protected:
        raise ApiError(400, "Bad Request: message can't be forwarded")
    return call.world.view(post(call, place, _forwarded(call, message)))


@method("forwardMessages")
def forward_messages(call: Call) -> list[dict[str, int]]:
    found, place = _several(call, "forward"), place_of(call)
    albums = _albums(call, found)
    posted = post_all(call, place, [{**albums[one.message_id], **_forwarded(call, one)} for one in found])
    return [{"message_id": message.message_id} for message in posted]


def _forwarded(call: Call, message: Message) -> dict[str, Any]:
    return {"forward_origin": origin_of(call.world, message), **content_of(message)}


def _albums(call: Call, found: list[Message]) -> dict[int, dict[str, Any]]:
    """What was an album becomes one again, under a number of its own; a single part of one stands alone."""
    old = [message.body.get("media_group_id") for message in found]
    new = {number: call.world.new_album() for number in dict.fromkeys(old) if number and old.count(number) > 1}
    return {
        message.message_id: {"media_group_id": new[number]} if number in new else {}
        for message, number in zip(found, old, strict=True)
    }


def content_of(message: Message, *, without_caption: bool = False) -> dict[str, Any]:
    content = {key: copy.deepcopy(message.body[key]) for key in CONTENT if key in message.body}
    if without_caption:
        for key in ("caption", "caption_entities", "show_caption_above_media"):
            content.pop(key, None)
    return content


def _source(call: Call) -> Chat:
    return find_chat(call.world, call.params["from_chat_id"])


def _several(call: Call, verb: str) -> list[Message]:
    """Missing and forbidden ones are passed over, as long as something is left."""
    source, numbers = _source(call), call.params["message_ids"]
    found = [message for number in numbers if (message := source.living(number)) is not None]
    usable = [message for message in found if not message.is_service and not message.protected]
    if not usable:
        raise ApiError(400, f"Bad Request: there are no messages to {verb}")
    return usable
