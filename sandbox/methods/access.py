"""Which chat is meant, and may the bot do that there: Telegram's refusals in Telegram's order."""

from collections.abc import Mapping
from typing import Any

from sandbox.errors import ApiError
from sandbox.world.chats import Chat, Member, needed_for, number_of
from sandbox.world.house import World

NO_CHAT = "Bad Request: chat not found"
NO_TOPIC = "Bad Request: message thread not found"


def find_chat(world: World, ref: Any) -> Chat:
    """The chat the bot names; only chats the bot can know of exist for it."""
    number = number_of(ref)
    chat = world.chats.get(number) if number is not None else None
    if chat is None:
        raise ApiError(400, NO_CHAT)
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    known = chat.started or world.met(chat.id) if chat.is_private else world.bot.id in chat.members
    if not known:
        raise ApiError(400, NO_CHAT)
    if not chat.is_private:
        check_present(world, chat)
    return chat


def check_present(world: World, chat: Chat) -> None:
    status = world.bot_member(chat).status
    if status == "kicked":
        raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    if status == "left":
        raise ApiError(403, f"Forbidden: bot is not a member of the {chat.type} chat")


def writable_chat(world: World, ref: Any) -> Chat:
    """A chat the bot may write to."""
    chat = find_chat(world, ref)
    if chat.is_private:
        if not chat.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        if chat.deactivated:
            raise ApiError(403, "Forbidden: user is deactivated")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
    return chat


def check_permission(world: World, chat: Chat, content: Mapping[str, Any]) -> None:
    """A restricted bot may still send what was left to it."""
    permission, kind = needed_for(content)
    person = world.users.get(chat.id) if chat.is_private else None
    if person is not None and person.no_voices and not {"voice", "video_note"}.isdisjoint(content):
        raise ApiError(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
    if not chat.is_private and not world.bot_member(chat).can(permission):
        raise ApiError(400, f"Bad Request: not enough rights to send {kind} to the chat")


def need_right(world: World, chat: Chat, right: str, what: str) -> Member:
    """The bot's standing, when it has the right; otherwise the refusal that names what was wanted."""
    member = world.bot_member(chat)
    if not member.may(right):
        raise ApiError(400, f"Bad Request: not enough rights to {what}")
    return member


def find_thread(world: World, chat: Chat, thread: int | None) -> int | None:
    """The topic (or reply thread) to write in. Telegram knows the General topic only by its absence."""
    if thread is None or thread == 0:
        if chat.is_forum and chat.general_closed and not world.bot_member(chat).may("can_manage_topics"):
            raise ApiError(400, "Bad Request: TOPIC_CLOSED")
        return None
    if chat.is_forum:
        topic = chat.topics.get(thread)
        if topic is None:
            raise ApiError(400, NO_TOPIC)
        if topic.is_closed and not world.bot_member(chat).may("can_manage_topics"):
            raise ApiError(400, "Bad Request: TOPIC_CLOSED")
        return thread
    if chat.type != "supergroup" or chat.living(thread) is None:
        raise ApiError(400, NO_TOPIC)
    return thread
