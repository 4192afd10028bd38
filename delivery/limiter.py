"""Where python-telegram-bot asks before each request: pace, gate, number in flight, time allowed."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any, NamedTuple

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from core.shared.gate import ChatGate
from delivery.pace import Pace

IN_FLIGHT = 4
"""Requests under way at once: as many messages may be repeated when the process is killed."""
_POSTS = ("send", "editMessage", "copyMessage", "forwardMessage", "createForumTopic")
"""A new topic puts a message of its own into the group."""
_SIGNS = {"sendChatAction", "sendMessageDraft"}


class TooLateError(Exception):
    """The turn would come when too little of the lease is left; nothing was sent."""


class Allowance(NamedTuple):
    """Seconds a request may wait for its turn, and then take."""

    wait: float
    take: float


class SmoothRateLimiter(BaseRateLimiter[Allowance]):
    """Lets requests through smoothly and never two to one chat at once.

    A 429 halts everybody by deadline and is raised: the row goes back with its moment instead of waiting here.
    """

    def __init__(self, pace: Pace, gate: ChatGate, in_flight: int = IN_FLIGHT) -> None:
        self._pace = pace
        self._gate = gate
        self._slots = asyncio.Semaphore(in_flight)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the library's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Allowance | None,
    ) -> Any:  # noqa: ANN401 - the library's signature
        chat_id = data.get("chat_id")
        if not isinstance(chat_id, int):
            await self._pace.turn()
            return await callback(*args, **kwargs)
        allowed = rate_limit_args or Allowance(wait=60.0, take=60.0)
        async with AsyncExitStack() as held:
            try:
                async with asyncio.timeout(allowed.wait):
                    await self._enter(held, chat_id, messages=count(endpoint, data))
            except TimeoutError as error:
                raise TooLateError from error
            try:
                async with asyncio.timeout(allowed.take):
                    return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._pace.halt(seconds(error))
                raise

    async def _enter(self, held: AsyncExitStack, chat_id: int, *, messages: int) -> None:
        if messages:
            await self._pace.chat_turn(chat_id, messages)
        await held.enter_async_context(self._gate.hold(chat_id))
        await held.enter_async_context(self._slots)
        await self._pace.turn()


def count(endpoint: str, data: Mapping[str, Any]) -> int:
    """Return as how many messages to the chat Telegram counts this request: an album as its parts."""
    return len(data["media"]) if endpoint == "sendMediaGroup" else int(is_post(endpoint))


def is_post(endpoint: str) -> bool:
    """Tell whether Telegram counts this request as a message to the chat."""
    return endpoint.startswith(_POSTS) and endpoint not in _SIGNS


def seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
