"""The only way to a StaffActor: the chat is bound, the person is a member of it now, and no anonymous admin."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, User

from bot.handlers.groups import take_stock
from bot.membership import Membership, stands_firm
from bot.middlewares.context import Handler
from core.app import UseCases
from core.people.model import StaffChat
from core.shared.actor import StaffActor
from core.shared.ids import ChatId, TelegramUserId, ThreadId
from dialogs.speech import Speech


class StaffGuard(BaseMiddleware):
    """Sets `actor` for handlers of a bound staff chat; everybody else is told why not, or ignored."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._known: dict[tuple[int, int], tuple[str, str]] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401, PLR0911 - aiogram; one return per reason to stop
        use_cases: UseCases = data["use_cases"]
        chat: Chat | None = data.get("event_chat")
        user: User | None = data.get("event_from_user")
        if chat is None or chat.type == ChatType.PRIVATE:
            return await handler(event, data)
        bound = await use_cases.staff_chat(ChatId(chat.id))
        if bound is None:
            return await handler(event, data)  # only /bind and the like serve unbound groups: they ask for no actor
        speech = Speech(data["speech"].renderer, bound.language)
        data["speech"] = speech
        if isinstance(event, Message):
            if user is not None and user.is_bot and event.sender_chat is None:
                return None
            if event.sender_chat is not None:
                if await _speaks_to_us(event, data["bot"].id, use_cases):
                    await event.reply(speech.html("staff-anonymous-admin"))
                return None
            await self._follow(data, bound, event)
        if user is None:
            return None
        if not await self._membership.is_member(ChatId(chat.id), TelegramUserId(user.id)):
            if isinstance(event, CallbackQuery):
                await event.answer(speech.plain("staff-not-member"), show_alert=True)
            return None
        data["actor"] = StaffActor(
            user_id=TelegramUserId(user.id),
            name=user.full_name,
            chat_id=ChatId(chat.id),
            language=bound.language,
        )
        await self._know(use_cases, ChatId(chat.id), user)
        return await handler(event, data)

    async def _know(self, use_cases: UseCases, chat_id: ChatId, user: User) -> None:
        """Remember who works here, for the rota; asked once of everybody in a process, and when their name changes."""
        named = (user.full_name, user.username or "")
        if self._known.get((chat_id, user.id)) != named:
            await use_cases.duty.know(chat_id, TelegramUserId(user.id), *named)
            self._known[chat_id, user.id] = named

    async def _follow(self, data: dict[str, Any], bound: StaffChat, message: Message) -> None:
        """Topics may be switched on or off at any time; every message says how it is now.

        Where we were out, it also says that we are back, should Telegram's own word of that not have reached us.
        """
        use_cases: UseCases = data["use_cases"]
        is_forum = bool(message.chat.is_forum)
        if is_forum != bound.is_forum:
            await use_cases.follow_chat(bound.chat_id, is_forum=is_forum)
        if bound.out_since is not None and await stands_firm(data["bot"], bound.chat_id):
            await take_stock(bound, data["bot"], data["speech"], use_cases, f"seen:{message.message_id}")


async def _speaks_to_us(message: Message, bot_id: int, use_cases: UseCases) -> bool:
    """Tell whether somebody waits for us: a command, an answer to us, words in a case's topic."""
    if (message.text or "").startswith("/"):
        return True
    if message.is_topic_message and message.message_thread_id is not None:
        topic = ThreadId(message.message_thread_id)
        if await use_cases.find.by_topic(ChatId(message.chat.id), topic) is not None:
            return True
    answered = message.reply_to_message
    return answered is not None and answered.from_user is not None and answered.from_user.id == bot_id
