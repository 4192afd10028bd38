from aiogram import Bot

from bot.membership import Membership
from core.shared.clock import Elapsed
from core.shared.ids import ChatId, TelegramUserId


class TelegramPresence:
    """Asks Telegram each time: whoever has left a committee's group a moment ago reads nothing more."""

    def __init__(self, bot: Bot, elapsed: Elapsed) -> None:
        self._bot = bot
        self._elapsed = elapsed

    async def __call__(self, chat_id: ChatId, user_id: TelegramUserId) -> bool:
        """Raises aiogram's network errors: without an answer nothing is shown, the update is tried again."""
        return await Membership(self._bot, self._elapsed).is_member(chat_id, user_id)
