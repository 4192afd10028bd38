"""Telegram's group privacy, in its strictest reading: see `docs/sandbox.md` for where it is stricter."""

from sandbox.entities import utf16_len
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import User


def bot_sees(bot: User, chat: Chat, message: Message) -> bool:
    """Whether this message reaches the bot at all."""
    if chat.is_private:
        return True
    member = chat.member(bot.id)
    if not member.present:
        return False
    if member.is_admin:
        return True
    if message.is_service:
        return message.sender_id == bot.id or _about(bot, message)
    return _command_for(bot, message) or _reply_to(bot, chat, message)


def _about(bot: User, message: Message) -> bool:
    body = message.body
    if "migrate_to_chat_id" in body or "migrate_from_chat_id" in body or "group_chat_created" in body:
        return True
    if any(user["id"] == bot.id for user in body.get("new_chat_members", ())):
        return True
    left = body.get("left_chat_member")
    return left is not None and left["id"] == bot.id


def _command_for(bot: User, message: Message) -> bool:
    text = message.body.get("text") or message.body.get("caption") or ""
    entities = message.body.get("entities") or message.body.get("caption_entities") or ()
    for entity in entities:
        if entity["type"] != "bot_command":
            continue
        command = _cut(text, entity["offset"], entity["length"])
        _, at, addressee = command.partition("@")
        if (not at and entity["offset"] == 0) or addressee.lower() == (bot.username or "").lower():
            return True
    return False


def _cut(text: str, offset: int, length: int) -> str:
    if utf16_len(text) == len(text):
        return text[offset : offset + length]
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def _reply_to(bot: User, chat: Chat, message: Message) -> bool:
    answered = chat.living(message.reply_to) if message.reply_to is not None else None
    return answered is not None and answered.sender_id == bot.id
