"""Fingers that shake press twice; the second press of a button means what the first one meant."""

import time
from collections.abc import Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.middlewares.context import Handler

AT_ONCE = 10.0
"""Seconds in which the same button, pressed again, is one press: a slow phone shows late what the first one did."""

Press = tuple[int, int, str]


class PressesMiddleware(BaseMiddleware):
    """Of updates: sets `pressed_again` for handlers and error handlers alike.

    An update that is handled anew is no second press: the id of the press is the same.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._latest: dict[Press, tuple[str, float]] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram
        callback = event.callback_query if isinstance(event, Update) else None
        if callback is not None and callback.message is not None:
            now = self._now()
            self._latest = {press: kept for press, kept in self._latest.items() if now - kept[1] < AT_ONCE}
            message = callback.message
            press = (message.chat.id, message.message_id, callback.data or "")
            first = self._latest.setdefault(press, (callback.id, now))
            data["pressed_again"] = first[0] != callback.id
        return await handler(event, data)
