"""The program's own HTTP server: Telegram's updates by webhook, and whether the process is well.

An update is answered with 200 only after it is written down; anything else makes Telegram send it again.
"""

import asyncio
import hmac
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import WebhookInfo
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.config import ConfigError, Settings
from bot.outage import OutageWatch
from bot.polling import ALLOWED_UPDATES
from bot.session import NoBotApiError
from core.shared.errors import StorageError

_log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 4 * 1024 * 1024
"""Bytes of an update; Telegram's own are a hundredth of it."""
METRICS = "/metrics"
ONE_AT_A_TIME = 1
"""Connections Telegram may open to us: with more, a person's messages could arrive in another order."""
LOOK_EVERY = 60.0
"""Seconds between two looks whether Telegram still sends updates to us."""
SHUTDOWN_SECONDS = 5.0
"""Given to requests that are being answered when the program ends."""
Accept = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
Ready = Callable[[], Awaitable[None]]
"""Raises StorageError while the database cannot be read."""
Expose = Callable[[], Awaitable[bytes]]
"""Returns what Prometheus reads."""


@asynccontextmanager
async def served(settings: Settings, ready: Ready, expose: Expose, accept: Accept | None) -> AsyncIterator[None]:
    """Listen for the block's duration; without `accept` for those who watch only.

    Raises ConfigError if the address is not to be had.
    """
    application = web.Application(client_max_size=LARGEST)
    application.router.add_get("/healthz", _alive)
    application.router.add_get("/readyz", _readiness(ready))
    path = urlsplit(settings.webhook_url).path or "/"
    if path != METRICS:  # what the web server in front passes on is for everybody
        application.router.add_get(METRICS, _exposure(expose))
    if settings.webhook_url and accept is not None:
        application.router.add_post(path, _receiver(settings, accept))
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, settings.http_host, settings.http_port).start()
        except OSError:
            raise ConfigError("config-http-busy", key="LINLI_HTTP_PORT", port=str(settings.http_port)) from None
        yield
    finally:
        await runner.cleanup()


async def be_watched(settings: Settings, ready: Ready, expose: Expose) -> None:
    """Listen until cancelled, for those who watch only; if that cannot be, what the process does matters more."""
    try:
        async with served(settings, ready, expose, None):
            await asyncio.Event().wait()
    except ConfigError as error:
        _log.error("nobody can watch this process: %s", error.code)


async def _alive(_: web.Request) -> web.Response:
    return web.Response(text="ok\n")


def _readiness(ready: Ready) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_: web.Request) -> web.Response:
        try:
            await ready()
        except StorageError:
            return web.Response(status=503, text="the database cannot be read\n")
        return web.Response(text="ok\n")

    return answer


def _exposure(expose: Expose) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=await expose(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return answer


def _receiver(settings: Settings, accept: Accept) -> Callable[[web.Request], Awaitable[web.Response]]:
    secret = settings.webhook_secret.get_secret_value().encode() if settings.webhook_secret else b""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not secret or not hmac.compare_digest(given, secret):
            return web.Response(status=403)
        try:
            update = await request.json()
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, dict) or type(update.get("update_id")) is not int:
            _log.error("something that is no update came to the webhook, with the right secret")
            return web.Response(status=400)
        try:
            await accept([update])
        except StorageError as error:
            _log.warning("update %d not written down: %s", update["update_id"], error.code)
            return web.Response(status=503)
        return web.Response()

    return receive


async def ask_for_updates(bot: Bot, settings: Settings) -> None:
    """Tell Telegram where to send updates; tries until it has heard.

    Raises ConfigError if it refuses the address, TelegramUnauthorizedError if it refuses the token.
    """
    wait = 0.5
    while True:
        try:
            await bot.set_webhook(
                settings.webhook_url,
                secret_token=settings.webhook_secret.get_secret_value() if settings.webhook_secret else None,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=ONE_AT_A_TIME,
            )
        except TelegramUnauthorizedError:
            raise
        except TelegramBadRequest as error:
            raise ConfigError("config-webhook-refused", key="LINLI_WEBHOOK_URL", error=error.message) from None
        except TelegramRetryAfter as error:
            _log.warning("webhook not set, tried again in %d s: too many requests", error.retry_after)
            await asyncio.sleep(error.retry_after)
        except (TelegramAPIError, ClientDecodeError, NoBotApiError, OSError) as error:
            _log.warning("webhook not set, tried again in %.1f s: %s", wait, type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(wait * 2, 30.0)
        else:
            return


async def stay_reachable(bot: Bot, settings: Settings, watch: OutageWatch, *, every: float = LOOK_EVERY) -> None:
    """Look again and again whether Telegram reaches us, and tell it anew where to send updates if somebody changed it.

    Without a look nobody tells silence from peace. Raises TelegramUnauthorizedError if the token is refused.
    """
    trouble: datetime | None = None
    while True:
        try:
            info = await bot.get_webhook_info()
            if not _is_ours(info, settings):
                _log.error("the webhook was taken away or changed by somebody else; set again")
                await ask_for_updates(bot, settings)
            elif (
                info.pending_update_count and info.last_error_date is not None
            ):  # what waits is not here, new try or not
                if info.last_error_date != trouble:
                    _log.warning("Telegram could not bring us updates: %s", info.last_error_message)
                trouble = info.last_error_date
            else:
                await watch.heard()
        except TelegramUnauthorizedError:
            raise
        except TelegramRetryAfter as error:
            await asyncio.sleep(error.retry_after)
        except StorageError as error:
            _log.warning("not noted that Telegram is in touch: %s", error.code)
        except ConfigError as error:
            _log.error("the webhook was changed, and now Telegram refuses ours: %s", error.code)
        except (TelegramAPIError, ClientDecodeError, NoBotApiError, OSError) as error:
            _log.warning("Telegram does not tell where it sends updates: %s", type(error).__name__)
        await asyncio.sleep(every)


def _is_ours(info: WebhookInfo, settings: Settings) -> bool:
    known = info.url == settings.webhook_url and info.max_connections == ONE_AT_A_TIME
    return known and set(info.allowed_updates or ()) == set(ALLOWED_UPDATES)
