"""Long polling that confirms an update only after it is in the inbox."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods.base import TelegramMethod

from bot.inbox import InboxRunner
from bot.outage import OutageWatch
from core.shared.errors import StorageError

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
POLL_SECONDS = 25
GRACE = 10
"""Seconds Telegram may take longer than it was asked to wait."""


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as Telegram sent it: one update aiogram cannot read must not hold up the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class Poller:
    """`ready` returns while updates may be asked for: whoever stands by would take the answer from who serves."""

    def __init__(self, bot: Bot, runner: InboxRunner, watch: OutageWatch, ready: Callable[[], Awaitable[None]]) -> None:
        self._bot = bot
        self._runner = runner
        self._watch = watch
        self._ready = ready

    async def run(self) -> None:
        """Poll until cancelled. Raises TelegramUnauthorizedError: a wrong token does not mend itself."""
        offset: int | None = None
        wait = 0.5
        while True:
            await self._ready()
            try:
                updates = await self._bot(
                    GetRawUpdates(offset=offset, timeout=POLL_SECONDS, limit=100, allowed_updates=ALLOWED_UPDATES),
                    request_timeout=POLL_SECONDS + GRACE,
                )
                if updates:
                    await self._runner.accept(updates)
                    offset = max(update["update_id"] for update in updates) + 1
                wait = 0.5
                await self._note()
            except TelegramUnauthorizedError:
                raise
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            except TelegramConflictError as error:
                await self._clear_the_way(error)
                await asyncio.sleep(5)
            except (TelegramAPIError, ClientDecodeError, StorageError, OSError) as error:
                _log.warning("polling waits %.1f s: %s", wait, type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 30.0)

    async def _note(self) -> None:
        """Where that cannot be written down updates are taken all the same."""
        try:
            await self._watch.heard()
        except StorageError as error:
            _log.warning("not noted that Telegram is in touch: %s", error.code)

    async def _clear_the_way(self, error: TelegramConflictError) -> None:
        """A webhook left from before keeps updates from us: take it away. Another program we only can wait for."""
        if "webhook" not in error.message:
            _log.error("another program polls with this token; waiting")
            return
        _log.warning("a webhook is set; it is taken away, because this program polls")
        with suppress(TelegramAPIError, ClientDecodeError, OSError):  # the next question meets it again
            await self._bot.delete_webhook()
