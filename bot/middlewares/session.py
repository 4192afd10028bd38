"""What goes out through aiogram shares gate and pace with delivery: one message at a time into one chat."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from core.shared.gate import ChatGate
from delivery.pace import Pace

POSTS = ("send", "edit", "copy", "forward")


class GateMiddleware(BaseRequestMiddleware):
    """Windows and answers take their turns like everything else, so both libraries together keep Telegram's pace."""

    def __init__(self, gate: ChatGate, pace: Pace) -> None:
        self._gate = gate
        self._pace = pace

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        chat: Any = getattr(method, "chat_id", None)
        if not isinstance(chat, int) or not method.__api_method__.startswith(POSTS):
            return await make_request(bot, method)
        await self._pace.turn(chat)
        async with self._gate.hold(chat):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                self._pace.halt(error.retry_after)
                raise
