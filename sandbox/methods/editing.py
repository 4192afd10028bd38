from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.methods.access import check_permission, writable_chat
from sandbox.methods.media import content_of_input
from sandbox.methods.posting import caption_of, markup_of, text_of
from sandbox.world.chats import Chat
from sandbox.world.messages import CAPTIONED, MEDIA_KINDS, Message

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TEXT_KEYS = ("text", "entities", "link_preview_options")
CAPTION_KEYS = ("caption", "caption_entities", "show_caption_above_media")


@method("editMessageText")
def edit_text(call: Call) -> dict[str, Any]:
    chat, message = _own(call)
    new, markup = text_of(call.world, call.params), markup_of(call.params, chat)
    if "text" not in message.body:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    return _change(call, message, TEXT_KEYS, new, markup)


@method("editMessageCaption")
def edit_caption(call: Call) -> dict[str, Any]:
    chat, message = _own(call)
    new, markup = caption_of(call.world, call.params), markup_of(call.params, chat)
    if message.media_kind not in CAPTIONED:
        raise ApiError(400, "Bad Request: there is no caption in the message to edit")
    return _change(call, message, CAPTION_KEYS, new, markup)


@method("editMessageReplyMarkup")
def edit_reply_markup(call: Call) -> dict[str, Any]:
    chat, message = _own(call)
    return _change(call, message, (), {}, markup_of(call.params, chat))


@method("editMessageMedia")
def edit_media(call: Call) -> dict[str, Any]:
    chat, message = _own(call)
    markup = markup_of(call.params, chat)
    if message.media_kind is None and "text" not in message.body:
        raise ApiError(400, "Bad Request: message can't be edited")
    new = content_of_input(call, call.params["media"])
    return _change(call, message, (*TEXT_KEYS, *CAPTION_KEYS, *MEDIA_KINDS, "has_media_spoiler"), new, markup)


def _own(call: Call) -> tuple[Chat, Message]:
    """The message to edit: the bot's own, and never one that carried a reply keyboard."""
    params = call.params
    if params.get("inline_message_id") is not None:
        raise ApiError(400, "Bad Request: MESSAGE_ID_INVALID")
    chat = writable_chat(call.world, params["chat_id"])
    message = chat.living(params["message_id"])
    if message is None:
        raise ApiError(400, "Bad Request: message to edit not found")
    check_permission(call.world, chat, message.body)
    other_keyboard = message.markup is not None and "inline_keyboard" not in message.markup
    if message.sender_id != call.world.bot.id or message.is_service or other_keyboard:
        raise ApiError(400, "Bad Request: message can't be edited")
    if "forward_origin" in message.body:
        raise ApiError(400, "Bad Request: message can't be edited")
    return chat, message


def _change(
    call: Call, message: Message, keys: tuple[str, ...], new: dict[str, Any], markup: dict[str, Any] | None
) -> dict[str, Any]:
    """Replaces those fields and the keyboard; an edit that names no keyboard takes the old one away."""
    old = {key: message.body[key] for key in keys if key in message.body}
    if old == new and message.inline_keyboard() == markup:
        raise ApiError(400, SAME)
    for key in (*keys, "reply_markup"):
        message.body.pop(key, None)
    message.body |= new
    message.markup = markup
    if markup is not None:
        message.body["reply_markup"] = markup
    message.body["edit_date"] = call.world.clock.now()
    call.world.announce(message)
    return call.world.view(message)
