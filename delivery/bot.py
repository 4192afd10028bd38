"""The one place where python-telegram-bot is set up. It only sends: updates belong to the other edge."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from core.shared.gate import ChatGate
from delivery.limiter import IN_FLIGHT, Allowance, SmoothRateLimiter
from delivery.pace import Pace


def build_bot(token: str, api_url: str, *, pace: Pace, gate: ChatGate) -> ExtBot[Allowance]:
    """Return a bot for any Bot API server. `async with` on it asks getMe; `sending_bot` starts without asking."""
    quieten()
    base = api_url.rstrip("/")
    request = HTTPXRequest(
        connection_pool_size=IN_FLIGHT + 2,
        connect_timeout=5,
        read_timeout=20,
        write_timeout=20,
        media_write_timeout=25,
        pool_timeout=5,
    )
    return ExtBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=SmoothRateLimiter(pace, gate),
    )


@asynccontextmanager
async def sending_bot(token: str, api_url: str, *, pace: Pace, gate: ChatGate) -> AsyncIterator[ExtBot[Allowance]]:
    """Open a bot that can send at once, even while Telegram is away: delivery must start all the same."""
    bot = build_bot(token, api_url, pace=pace, gate=gate)
    try:
        yield bot
    finally:
        await bot.request.shutdown()


def quieten() -> None:
    """Keep secrets out of the log: httpx writes addresses with the token, the library quotes whole answers."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
