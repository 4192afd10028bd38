"""What a person is told when a message of theirs could not be handled: sorry, it is kept, and a number."""

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from core.people.queries import LanguageReader
from core.shared.ids import ChatId
from core.shared.language import Language
from locales.render import Renderer


def _language_in(event: dict[str, Any]) -> Language:
    """Return the language of Telegram at the sender's: who has not agreed yet is not known otherwise."""
    sender = event.get("from")
    code = sender.get("language_code") if isinstance(sender, dict) else None
    return Language.from_telegram(code if isinstance(code, str) else None)


class IncidentTeller:
    def __init__(self, bot: Bot, renderer: Renderer, languages: LanguageReader) -> None:
        self._bot = bot
        self._renderer = renderer
        self._languages = languages

    async def __call__(self, payload: dict[str, Any], incident: str) -> None:
        """Raises aiogram's network errors; a person who blocked us is not told."""
        callback = payload.get("callback_query")
        message = payload.get("message") or payload.get("edited_message") or (callback or {}).get("message") or {}
        where = message.get("chat")
        chat = where.get("id") if isinstance(where, dict) else None
        if not isinstance(chat, int):
            return
        language = await self._languages.language_of(ChatId(chat), _language_in(callback or message))
        text = self._renderer.html("incident", {"incident": incident}, language)
        if callback is not None:
            with suppress(TelegramBadRequest):  # too old to be answered; the words below are what counts
                await self._bot.answer_callback_query(callback["id"])
        try:
            await self._bot.send_message(chat, text, message_thread_id=message.get("message_thread_id"))
        except (TelegramBadRequest, TelegramForbiddenError):
            return
