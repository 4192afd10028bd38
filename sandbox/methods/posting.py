"""What every send method shares: chat, topic, reply, keyboard, text."""

from dataclasses import dataclass
from typing import Any

from sandbox import entities, keyboards
from sandbox.calls import Call
from sandbox.errors import ApiError
from sandbox.methods.access import check_permission, find_thread, writable_chat
from sandbox.world.chats import Chat
from sandbox.world.house import World
from sandbox.world.mentions import named, with_people
from sandbox.world.messages import Message


@dataclass(slots=True, kw_only=True)
class Place:
    """Where a message goes, checked once for everything that is sent there."""

    chat: Chat
    thread: int | None
    reply_to: int | None
    markup: dict[str, Any] | None
    extra: dict[str, Any]


def text_of(world: World, params: dict[str, Any]) -> dict[str, Any]:
    """`text` and `entities` after parsing; validation has counted what remains."""
    text, found = entities.parse(params["text"], params.get("parse_mode"), params.get("entities"))
    content: dict[str, Any] = {"text": text}
    if found:
        content["entities"] = found
    options = params.get("link_preview_options")
    if options:
        content["link_preview_options"] = options
    return with_people(world, content, by_bot=True)


def caption_of(world: World, params: dict[str, Any]) -> dict[str, Any]:
    caption = params.get("caption")
    if not caption:
        return {}
    text, found = entities.parse(caption, params.get("parse_mode"), params.get("caption_entities"))
    content: dict[str, Any] = {"caption": text} if text else {}
    if found and text:
        content["caption_entities"] = found
    if text and params.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return with_people(world, content, by_bot=True)


def markup_of(params: dict[str, Any], chat: Chat) -> dict[str, Any] | None:
    markup = params.get("reply_markup")
    if not markup:
        return None
    checked = keyboards.check_reply_markup(markup, chat.type)
    return None if checked.get("inline_keyboard") == [] else checked


def place_of(call: Call) -> Place:
    chat = writable_chat(call.world, call.params["chat_id"])
    thread = find_thread(call.world, chat, call.params.get("message_thread_id"))
    extra: dict[str, Any] = {}
    reply_to = _reply_of(call, chat, extra)
    if reply_to is not None and thread is None:
        thread = reply_thread(chat, chat.messages[reply_to])
    if call.params.get("protect_content"):
        extra["has_protected_content"] = True
    return Place(chat=chat, thread=thread, reply_to=reply_to, markup=markup_of(call.params, chat), extra=extra)


def reply_thread(chat: Chat, answered: Message) -> int | None:
    """A reply stays in its topic; in a supergroup without topics it opens or joins a reply thread."""
    if chat.is_forum:
        return answered.thread
    if chat.type == "supergroup":
        return answered.thread or answered.message_id
    return None


def _reply_of(call: Call, chat: Chat, extra: dict[str, Any]) -> int | None:
    reply = call.params.get("reply_parameters")
    if not reply or "message_id" not in reply:
        return None
    elsewhere = reply.get("chat_id")
    if elsewhere is not None and str(elsewhere) != str(chat.id):
        raise ApiError(400, "Bad Request: the sandbox has no replies from one chat into another")
    answered = chat.living(reply["message_id"])
    if answered is None:
        if reply.get("allow_sending_without_reply"):
            return None
        raise ApiError(400, "Bad Request: message to be replied not found")
    quote = reply.get("quote")
    if quote:
        said = answered.body.get("text") or answered.body.get("caption") or ""
        quoted, found = entities.parse(quote, reply.get("quote_parse_mode"), reply.get("quote_entities"))
        if quoted not in said:
            raise ApiError(400, "Bad Request: QUOTE_TEXT_INVALID")
        position = entities.utf16_len(said[: said.index(quoted)])
        extra["quote"] = {"text": quoted, "position": position, "is_manual": True}
        if found:
            extra["quote"]["entities"] = found
    return answered.message_id


def post_all(call: Call, place: Place, contents: list[dict[str, Any]]) -> list[Message]:
    """All or, when one of them is not permitted, none."""
    for content in contents:
        check_permission(call.world, place.chat, content)
    return [post(call, place, content) for content in contents]


def post(call: Call, place: Place, content: dict[str, Any]) -> Message:
    check_permission(call.world, place.chat, content)
    message = call.world.post(
        place.chat,
        call.world.bot,
        {**place.extra, **content},
        thread=place.thread,
        reply_to=place.reply_to,
        markup=place.markup,
    )
    message.protected = bool(place.extra.get("has_protected_content"))
    show_keyboard(call.world, place.chat, message)
    return message


def show_keyboard(world: World, chat: Chat, message: Message) -> None:
    """A reply keyboard stands under the input field of everyone it is meant for until another takes its place."""
    markup = message.markup
    if markup is None or "inline_keyboard" in markup:
        return
    for user_id in _meant_for(world, chat, message):
        if markup.get("remove_keyboard"):
            chat.keyboards.pop(user_id, None)
        else:
            chat.keyboards[user_id] = {**markup, "message_id": message.message_id}


def _meant_for(world: World, chat: Chat, message: Message) -> list[int]:
    """A selective keyboard is for those the text names and for the writer of the message it answers."""
    if chat.is_private or not (message.markup or {}).get("selective"):
        return chat.people()
    answered = chat.living(message.reply_to) if message.reply_to is not None else None
    wanted = {*named(world, message.body), *([answered.sender_id] if answered is not None else [])}
    return [user_id for user_id in chat.people() if user_id in wanted]
