"""The webhook's answers: 200 for what is written down, and what else makes Telegram come again."""

import asyncio
import socket
from collections.abc import Sequence
from typing import Any

import aiohttp
import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import SetWebhook

from bot import web
from bot.config import ConfigError, GivenSettings, Settings
from core.shared.errors import StorageError

pytestmark = pytest.mark.unit

SECRET = "a-secret"  # noqa: S105 - of no use elsewhere
SET = SetWebhook(url="x")


def settings(**given: Any) -> Settings:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    values = {"webhook_url": "https://example.org/hook", "webhook_secret": SECRET, "http_port": port, **given}
    return GivenSettings(**values)


class Desk:
    """Takes updates as long as the database does."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.down = False

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        await self.ready()
        self.taken += [update["update_id"] for update in updates]

    async def expose(self) -> bytes:
        return b"linli_database_up 1.0\n"

    async def ready(self) -> None:
        if self.down:
            raise StorageError("storage-failed")


async def status(verb: str, known: Settings, path: str, **how: Any) -> int:
    address = f"http://127.0.0.1:{known.http_port}{path}"
    async with aiohttp.ClientSession() as http, http.request(verb, address, **how) as answer:
        return answer.status


async def test_an_update_is_confirmed_once_it_is_written_down() -> None:
    desk, known = Desk(), settings()
    headers = {web.SECRET_HEADER: SECRET}
    async with web.served(known, desk.ready, desk.expose, desk.accept):
        desk.down = True
        assert await status("POST", known, "/hook", json={"update_id": 7}, headers=headers) == 503
        assert await status("GET", known, "/readyz") == 503
        assert await status("GET", known, "/healthz") == 200
        desk.down = False
        assert await status("POST", known, "/hook", json={"update_id": 7}, headers=headers) == 200
        assert await status("GET", known, "/readyz") == 200
    assert desk.taken == [7]


async def test_without_a_webhook_there_is_no_place_to_send_updates_to() -> None:
    desk, known = Desk(), settings(webhook_url="", webhook_secret=None)
    assert known.listens
    async with web.served(known, desk.ready, desk.expose, desk.accept):
        assert await status("POST", known, "/", json={"update_id": 7}) == 404
        assert await status("GET", known, "/healthz") == 200


def test_nobody_listens_unasked() -> None:
    assert not GivenSettings().listens


class Telegram:
    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.told: list[dict[str, Any]] = []

    async def set_webhook(self, url: str, **given: Any) -> None:
        answer = self.answers.pop(0)
        if answer is not None:
            raise answer
        self.told.append({"url": url, **given})


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(web.asyncio, "sleep", sleep)
    return waits


async def test_telegram_is_told_until_it_has_heard(no_waiting: list[float]) -> None:
    telegram = Telegram(TelegramNetworkError(SET, "gone"), TelegramNetworkError(SET, "gone"), None)

    await web.ask_for_updates(telegram, settings())  # type: ignore[arg-type] # as much of a bot as is asked for

    assert no_waiting == [0.5, 1.0]
    assert telegram.told[0]["url"] == "https://example.org/hook"
    assert telegram.told[0]["secret_token"] == SECRET
    assert telegram.told[0]["max_connections"] == 1


async def test_telegram_says_itself_when_to_ask_again(no_waiting: list[float]) -> None:
    telegram = Telegram(TelegramRetryAfter(SET, "slow down", retry_after=7), TelegramNetworkError(SET, "gone"), None)

    await web.ask_for_updates(telegram, settings())  # type: ignore[arg-type] # same

    assert no_waiting == [7, 0.5]


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (TelegramBadRequest(SET, "bad webhook: HTTPS needed"), ConfigError),
        (TelegramUnauthorizedError(SET, "Unauthorized"), TelegramUnauthorizedError),
    ],
)
async def test_what_does_not_mend_itself_ends_the_program(answer: Exception, raised: type[Exception]) -> None:
    with pytest.raises(raised):
        await web.ask_for_updates(Telegram(answer), settings())  # type: ignore[arg-type] # same


async def test_a_taken_port_is_a_matter_of_settings() -> None:
    desk, known = Desk(), settings()
    async with web.served(known, desk.ready, desk.expose, desk.accept):
        with pytest.raises(ConfigError, match="config-http-busy"):
            async with web.served(known, desk.ready, desk.expose, desk.accept):
                await asyncio.sleep(0)
