import re
from typing import Any

from sandbox.acts.base import Act, ActError, act
from sandbox.acts.media import media_content
from sandbox.entities import utf16_len
from sandbox.methods.copying import content_of
from sandbox.methods.pins import EMOJI
from sandbox.world import membership
from sandbox.world.chats import Chat
from sandbox.world.origins import origin_of

TEXT_LIMIT = 4096
REPLACEABLE = ("photo", "video", "animation", "audio", "document")
PAYLOAD = re.compile(r"[A-Za-z0-9_\-]{1,64}")


@act("text")
def text(doing: Act) -> dict[str, Any]:
    """Plain text that is too long goes as several messages, as Telegram's apps send it."""
    chat = doing.chat()
    parts = _parts(str(doing.need("text")))
    if len(parts) == 1:
        return doing.done(doing.post(chat, doing.parsed("text", "entities")))
    if doing.said.get("parse_mode") or doing.said.get("entities"):
        raise ActError("too long to be formatted by hand")
    posted = [_say_part(doing, chat, part) for part in parts if part.strip()]
    return {"message": posted[0], "messages": posted}


def _say_part(doing: Act, chat: Chat, part: str) -> dict[str, Any]:
    one = Act(doing.world, doing.user, {**doing.said, "text": part})
    return doing.world.page_view(one.post(chat, one.parsed("text", "entities")))


def _parts(whole: str) -> list[str]:
    parts, units = [""], 0
    for character in whole:
        width = utf16_len(character)
        if units + width > TEXT_LIMIT:
            parts.append("")
            units = 0
        parts[-1] += character
        units += width
    return parts


@act("start")
def start(doing: Act) -> dict[str, Any]:
    """Presses START, with a deep link's payload when there is one."""
    chat = doing.chat_at()
    if not chat.is_private:
        raise ActError("/start by its button exists only in private chats; write it as text")
    payload = doing.said.get("payload")
    if payload is not None and PAYLOAD.fullmatch(str(payload)) is None:
        raise ActError("a deep link's payload is 1 to 64 of A-Z, a-z, 0-9, _ and -")
    membership.block(doing.world, chat, blocked=False)
    said = f"/start {payload}" if payload else "/start"
    entities = [{"type": "bot_command", "offset": 0, "length": 6}]
    return doing.done(doing.post(chat, {"text": said, "entities": entities}))


@act("location")
def location(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    where = _point(doing)
    content: dict[str, Any] = {"location": where}
    if doing.said.get("title"):
        address = doing.said.get("address") or doing.said["title"]
        content = {"venue": {"location": where, "title": doing.said["title"], "address": address}, **content}
    return doing.done(doing.post(chat, content))


def _point(doing: Act) -> dict[str, Any]:
    where = {"latitude": float(doing.need("latitude")), "longitude": float(doing.need("longitude"))}
    more = ("live_period", "horizontal_accuracy", "heading")
    return where | {key: doing.said[key] for key in more if doing.said.get(key) is not None}


@act("move")
def move(doing: Act) -> dict[str, Any]:
    """A live position goes on its way."""
    chat = doing.chat()
    message = doing.message(chat)
    if message.sender_id != doing.user.id or "live_period" not in message.body.get("location", {}):
        raise ActError("not your live position", 403)
    live = {"live_period": message.body["location"]["live_period"]}
    message.body |= {"location": _point(doing) | live, "edit_date": doing.world.clock.now()}
    doing.world.announce(message)
    doing.world.tell_bot(message, "edited_message")
    return doing.done(message)


@act("contact")
def contact(doing: Act) -> dict[str, Any]:
    """One's own card, or somebody else's: only Telegram's `user_id` in it tells which."""
    chat = doing.chat()
    return doing.done(doing.post(chat, {"contact": contact_of(doing)}))


def contact_of(doing: Act) -> dict[str, Any]:
    whose = doing.person("of") if doing.said.get("of") is not None else doing.user
    phone = doing.said.get("phone_number") or whose.phone
    if not phone:
        raise ActError("this person has no phone number")
    card: dict[str, Any] = {"phone_number": phone, "first_name": whose.first_name}
    if not doing.said.get("unlinked"):
        card["user_id"] = whose.id
    if whose.last_name:
        card["last_name"] = whose.last_name
    return card


@act("press_reply")
def press_reply(doing: Act) -> dict[str, Any]:
    """Presses a button of the reply keyboard that stands under this person's input field."""
    chat = doing.chat()
    keyboard = chat.keyboards.get(doing.user.id)
    wanted = doing.need("text")
    buttons = [button for row in (keyboard or {}).get("keyboard", ()) for button in row]
    found = next((button for button in buttons if _label(button) == wanted), None)
    if found is None:
        raise ActError(f"no such reply button; there are {[_label(button) for button in buttons]}", 404)
    if keyboard is not None and keyboard.get("one_time_keyboard"):
        chat.keyboards.pop(doing.user.id, None)
    return doing.done(doing.post(chat, _pressed(doing, found)))


def _label(button: Any) -> str:
    return button if isinstance(button, str) else str(button["text"])


def _pressed(doing: Act, button: Any) -> dict[str, Any]:
    if isinstance(button, dict) and button.get("request_contact"):
        return {"contact": contact_of(Act(doing.world, doing.user, {}))}
    if isinstance(button, dict) and button.get("request_location"):
        latitude, longitude = doing.said.get("latitude", 30.66), doing.said.get("longitude", 104.06)
        return {"location": {"latitude": latitude, "longitude": longitude}}
    return doing.parsed("text", "entities")


@act("edit")
def edit(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    message = doing.message(chat)
    if message.sender_id != doing.user.id or message.is_service:
        raise ActError("not your message", 403)
    doing.not_blocked(chat)
    if doing.said.get("kind"):
        if message.media_kind not in REPLACEABLE or doing.said["kind"] not in REPLACEABLE:
            raise ActError("only a photo, video, animation, audio or document takes the place of another")
        new = media_content(doing)
    elif message.media_kind and doing.said.get("caption") == "":
        new = {}  # a caption can be taken away, a text cannot
    else:
        key = "caption" if message.media_kind else "text"
        new = doing.parsed(key, "caption_entities" if key == "caption" else "entities")
    for old in ("text", "entities", "caption", "caption_entities", *(REPLACEABLE if doing.said.get("kind") else ())):
        message.body.pop(old, None)
    message.body |= {**new, "edit_date": doing.world.clock.now()}
    doing.world.announce(message)
    doing.world.tell_bot(message, "edited_message")
    return doing.done(message)


@act("forward")
def forward(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    source = Act(doing.world, doing.user, {**doing.said, "chat": doing.said.get("from_chat")}).chat()
    message = doing.message(source)
    if message.is_service or message.protected:
        raise ActError("this message cannot be forwarded", 409)
    origin = origin_of(doing.world, message)
    return doing.done(doing.post(chat, {"forward_origin": origin, **content_of(message)}))


@act("react")
def react(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    message = doing.message(chat)
    emoji = doing.said.get("emoji")
    new = [{"type": "emoji", "emoji": emoji}] if emoji else []
    if emoji and emoji not in EMOJI:
        raise ActError("no such reaction")
    if not chat.is_private and not chat.member(doing.user.id).can("can_react_to_messages"):
        raise ActError("not allowed to react here", 403)
    old = message.reactions.get(doing.user.id, [])
    message.reactions[doing.user.id] = new
    world = doing.world
    world.announce(message)
    if chat.is_private or world.bot_member(chat).is_admin:
        told = {
            "chat": chat.json(),
            "message_id": message.message_id,
            "user": doing.user.json(),
            "date": world.clock.now(),
            "old_reaction": old,
            "new_reaction": new,
        }
        world.updates.add("message_reaction", told, chat.id)
    return {"result": new}


@act("delete_message")
def delete_message(doing: Act) -> dict[str, Any]:
    """The bot hears nothing of it, as with Telegram."""
    chat = doing.chat()
    message = doing.message(chat)
    may = chat.is_private or chat.member(doing.user.id).may("can_delete_messages")
    if message.sender_id != doing.user.id and not may:
        raise ActError("not your message", 403)
    message.deleted = True
    doing.world.announce_deleted(chat, [message.message_id])
    return {"result": True}


@act("pin", "unpin")
def pin(doing: Act) -> dict[str, Any]:
    chat = doing.chat()
    _may_pin(doing, chat)
    message = doing.message(chat)
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    if doing.said.get("do") == "pin":
        chat.pinned.append(message.message_id)
        thread = message.thread if chat.is_forum else None
        doing.world.post(chat, doing.user, {}, pins=message.message_id, thread=thread)
    doing.world.announce_chat(chat)
    return {"result": True}


def _may_pin(doing: Act, chat: Chat) -> None:
    if not chat.is_private and not chat.member(doing.user.id).may("can_pin_messages"):
        raise ActError("not allowed to pin here", 403)
