"""What goes out through aiogram shares gate and pace with delivery: both libraries together keep Telegram's pace."""

from collections import Counter
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType

from core.shared.gate import ChatGate
from core.shared.watch import Meter
from delivery.limiter import is_post
from delivery.pace import Pace


class ErrorsMiddleware(BaseRequestMiddleware):
    """Counts requests: those that failed, where asking for updates is no sending, and by method those that did not."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._answered = Counter[str]()

    def answered(self, method: str) -> int:
        """Return how often Telegram has done what this method asks."""
        return self._answered[method]

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            answer = await make_request(bot, method)
        except Exception as error:
            if method.__api_method__ != "getUpdates":
                self._meter.send_failed("dialog", type(error).__name__)
            raise
        self._answered[method.__api_method__] += 1
        return answer


class GateMiddleware(BaseRequestMiddleware):
    """Windows and answers take their turns like everything else, and go one at a time into one chat.

    Every request counts among those of a second, answers to presses and questions about members too; asking for
    updates, which waits most of the time, does not.
    """

    def __init__(self, gate: ChatGate, pace: Pace) -> None:
        self._gate = gate
        self._pace = pace

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if method.__api_method__ == GetUpdates.__api_method__:
            return await make_request(bot, method)
        chat: Any = getattr(method, "chat_id", None)
        try:
            if not isinstance(chat, int) or not is_post(method.__api_method__):
                await self._pace.turn()
                return await make_request(bot, method)
            await self._pace.chat_turn(chat)
            async with self._gate.hold(chat):
                await self._pace.turn()
                return await make_request(bot, method)
        except TelegramRetryAfter as error:
            self._pace.halt(error.retry_after)
            raise
