"""An address at which something answers that is no Bot API: one sentence that names the setting, and no traceback."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError
from aiohttp import web

from bot.session import ApiSession, NoBotApiError

pytestmark = pytest.mark.integration

TOKEN = "7000000001:sandbox-token-for-the-demo"  # noqa: S105 - the sandbox's, it opens nothing
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(status: int, text: str, content_type: str = "text/html") -> AsyncIterator[str]:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=text, content_type=content_type)

    site = web.Application()
    site.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(site)
    await runner.setup()
    try:
        place = web.TCPSite(runner, "127.0.0.1", 0)
        await place.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def linli(folder: Path, url: str, command: str) -> tuple[int | None, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LINLI_")}
    settings = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LINLI_BOT_TOKEN": TOKEN, "LINLI_API_URL": url}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        "bot",
        command,
        cwd=folder,
        env={**kept, **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(150):
        printed, _ = await process.communicate()
    return process.returncode, printed.decode()


@pytest.mark.parametrize(
    ("status", "text", "content_type"),
    [
        (404, "<h1>404 Not Found</h1>", "text/html"),
        (200, "<h1>Welcome</h1>", "text/html"),
        (404, '{"ok": false, "error_code": 404, "description": "Not Found"}', "application/json"),
    ],
)
@pytest.mark.parametrize(("command", "code"), [("run", 2), ("check", 1)])
async def test_an_address_without_bot_api_is_one_sentence(
    tmp_path: Path, status: int, text: str, content_type: str, command: str, code: int
) -> None:
    async with answering(status, text, content_type) as url:
        ended, printed = await linli(tmp_path, url, command)

    assert ended == code
    assert f"There is no Bot API at {url}: correct LINLI_API_URL" in printed
    assert "Traceback" not in printed


async def test_a_gateway_in_trouble_is_no_wrong_address() -> None:
    """It passes; `linli run` waits for that."""
    async with answering(502, "<h1>Bad Gateway</h1>") as url:
        session = ApiSession(api=TelegramAPIServer.from_base(url), timeout=10)
        async with Bot(TOKEN, session=session) as bot:
            with pytest.raises(ClientDecodeError) as raised:
                await bot.get_me()

    assert not isinstance(raised.value, NoBotApiError)


async def test_every_answer_tells_its_time() -> None:
    """A refusal and a page of HTML have dates too; Telegram is there whatever it says."""
    dates: list[str] = []
    async with answering(502, "<html>") as url:
        session = ApiSession(api=TelegramAPIServer.from_base(url), timeout=10, dated=dates.append)
        async with Bot(TOKEN, session=session) as bot:
            for _ in range(2):
                with pytest.raises(ClientDecodeError):
                    await bot.get_me()

    now = datetime.now(UTC)
    assert [abs(parsedate_to_datetime(date) - now) < timedelta(hours=1) for date in dates] == [True, True]
