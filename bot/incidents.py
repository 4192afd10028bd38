"""What a person is told when a message of theirs could not be handled: sorry, it is kept, and a number."""

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from core.shared.followups import incident_notice
from core.shared.ids import ChatId, ThreadId
from core.shared.language import Language
from core.shared.outbox import OutboxItem


def notice_of(update: dict[str, Any], incident: str) -> OutboxItem | None:
    """Return what is to be told in the chat of an update; None where nobody wrote. Whatever shape it has."""
    press = _part(update, "callback_query")
    message = _part(update, "message") or _part(update, "edited_message") or _part(press, "message")
    chat, thread = _part(message, "chat").get("id"), message.get("message_thread_id")
    if not isinstance(chat, int):
        return None
    return incident_notice(
        update["update_id"],
        incident,
        ChatId(chat),
        ThreadId(thread) if isinstance(thread, int) else None,
        _language_in(press or message),
    )


def _part(holder: dict[str, Any], name: str) -> dict[str, Any]:
    part = holder.get(name)
    return part if isinstance(part, dict) else {}


def _language_in(event: dict[str, Any]) -> Language:
    """Return the language of Telegram at the sender's: who has not agreed yet is not known otherwise."""
    code = _part(event, "from").get("language_code")
    return Language.from_telegram(code if isinstance(code, str) else None)


async def end_press(bot: Bot, update: dict[str, Any]) -> None:
    """Let the button of a press that failed wait no longer; the words come by themselves. Raises network errors."""
    press = _part(update, "callback_query").get("id")
    if isinstance(press, str):
        with suppress(TelegramBadRequest, TelegramForbiddenError):  # too old to be answered
            await bot.answer_callback_query(press)
