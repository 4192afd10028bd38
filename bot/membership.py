"""Who belongs to a staff chat right now. Asked at each press; an answer is kept for seconds, not for minutes."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import ChatMemberAdministrator, ChatMemberOwner, ChatMemberRestricted, ResultChatMemberUnion

from core.people.binding import ChatFacts
from core.shared.clock import Elapsed
from core.shared.ids import ChatId, TelegramUserId

KEPT = 20.0
"""Elapsed seconds an answer of Telegram is believed; chat_member updates cut it short."""
ADMINISTRATOR = "administrator"
"""Stands among the missing rights where we are none."""
_IN = {"creator", "administrator", "member"}


class Membership:
    """Remembers answers briefly; `forget` is called when Telegram reports a change."""

    def __init__(self, bot: Bot, elapsed: Elapsed) -> None:
        self._bot = bot
        self._elapsed = elapsed
        self._known: dict[tuple[ChatId, TelegramUserId], tuple[bool, float]] = {}

    async def is_member(self, chat_id: ChatId, user_id: TelegramUserId) -> bool:
        """Raises aiogram's network errors: without an answer nobody acts, the update is tried again."""
        now = self._elapsed.seconds()
        answer, until = self._known.get((chat_id, user_id), (False, 0.0))
        if until > now:
            return answer
        try:
            answer = is_inside(await self._bot.get_chat_member(chat_id, user_id))
        except TelegramMigrateToChat as error:  # the same people, in the supergroup their group has become
            answer = is_inside(await self._bot.get_chat_member(error.migrate_to_chat_id, user_id))
        except TelegramBadRequest:
            answer = False
        self._known = {key: kept for key, kept in self._known.items() if kept[1] > now}
        self._known[chat_id, user_id] = (answer, now + KEPT)
        return answer

    def forget(self, chat_id: ChatId) -> None:
        self._known = {key: kept for key, kept in self._known.items() if key[0] != chat_id}


def is_inside(member: ResultChatMemberUnion) -> bool:
    return member.status in _IN or (isinstance(member, ChatMemberRestricted) and member.is_member)


def needed_rights(*, is_forum: bool) -> list[str]:
    """Administrator rights a staff chat must give: without them replies, notes or topics would fail later."""
    return ["can_delete_messages", "can_pin_messages", *(["can_manage_topics"] if is_forum else [])]


async def is_administrator(bot: Bot, chat_id: int, user_id: int) -> bool:
    member = await bot.get_chat_member(chat_id, user_id)
    return isinstance(member, ChatMemberOwner | ChatMemberAdministrator)


async def stands_firm(bot: Bot, chat_id: int) -> bool:
    """Tell whether we are administrator of a group; raises aiogram's network errors."""
    try:
        return await is_administrator(bot, chat_id, bot.id)
    except (TelegramBadRequest, TelegramForbiddenError):
        return False


async def chat_facts(bot: Bot, chat_id: int) -> ChatFacts:
    """Ask Telegram what the group is and which of the rights we need are missing."""
    chat = await bot.get_chat(chat_id)
    me = await bot.get_chat_member(chat_id, bot.id)
    is_forum = bool(chat.is_forum)
    needed = needed_rights(is_forum=is_forum)
    if isinstance(me, ChatMemberOwner):
        missing: list[str] = []
    elif isinstance(me, ChatMemberAdministrator):
        missing = [right for right in needed if not getattr(me, right, False)]
    else:
        missing = [ADMINISTRATOR, *needed]
    return ChatFacts(
        chat_id=ChatId(chat_id),
        title=chat.title or "",
        is_supergroup=chat.type == "supergroup",
        is_forum=is_forum,
        missing_rights=tuple(missing),
    )
