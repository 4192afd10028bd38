"""Whether Telegram reaches us: a webhook somebody else takes away or changes, a question that is never answered."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import WebhookInfo

from bot import polling
from bot.config import GivenSettings, Settings
from bot.polling import ALLOWED_UPDATES
from bot.session import ApiSession
from bot.web import ask_for_updates, stay_reachable
from core.shared.errors import StorageError
from tests.sandbox_client import SandboxClient, running_sandbox

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="module")]

SECRET = "a-secret"  # noqa: S105 - of no use elsewhere
SETTINGS: Settings = GivenSettings(webhook_url="http://127.0.0.1:9/hook", webhook_secret=SECRET, http_port=9)


class Watch:
    """Counts what it is told; `broken`: cannot write it down."""

    def __init__(self) -> None:
        self.heard_of = asyncio.Semaphore(0)
        self.broken = False

    async def heard(self) -> None:
        self.heard_of.release()
        if self.broken:
            raise StorageError("storage-failed")

    async def twice(self) -> None:
        """Wait until it has been told anew by a look that began after now."""
        while not self.heard_of.locked():
            await self.heard_of.acquire()
        for _ in range(2):
            async with asyncio.timeout(20):
                await self.heard_of.acquire()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def box() -> AsyncIterator[SandboxClient]:
    async with running_sandbox(world="empty") as opened:
        yield opened


def aiogram_of(box: SandboxClient) -> Bot:
    return Bot(box.token, session=ApiSession(api=TelegramAPIServer.from_base(box.url), timeout=15))


async def _look(bot: Bot, watch: Watch) -> None:
    await stay_reachable(bot, SETTINGS, watch, every=0.02)  # type: ignore[arg-type] # as much of it as is asked for


@pytest_asyncio.fixture(loop_scope="module")
async def watch(box: SandboxClient) -> AsyncIterator[Watch]:
    bot = aiogram_of(box)
    made = Watch()
    await ask_for_updates(bot, SETTINGS)
    looking = asyncio.get_running_loop().create_task(_look(bot, made))
    yield made
    looking.cancel()
    await asyncio.wait([looking])
    await bot.session.close()
    await box.clear_faults()


async def told(box: SandboxClient) -> dict[str, Any]:
    info = (await box.bot("getWebhookInfo"))["result"]
    return {key: info.get(key) for key in ("url", "max_connections", "allowed_updates")}


EXPECTED = {"url": SETTINGS.webhook_url, "max_connections": 1, "allowed_updates": ALLOWED_UPDATES}


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("deleteWebhook", {}),
        ("setWebhook", {"url": "http://127.0.0.1:9/elsewhere"}),
        ("setWebhook", {"url": SETTINGS.webhook_url, "max_connections": 40}),
        ("setWebhook", {"url": SETTINGS.webhook_url, "max_connections": 1, "allowed_updates": ["message"]}),
    ],
)
async def test_what_somebody_else_did_is_undone(
    box: SandboxClient, watch: Watch, method: str, given: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    await watch.twice()
    assert await told(box) == EXPECTED
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]

    assert (await box.bot(method, **given))["ok"]
    await watch.twice()

    assert await told(box) == EXPECTED
    assert "set again" in caplog.text


@pytest.mark.parametrize(
    "fault", [{"code": 500}, {"code": 502}, {"code": 404}, {"code": 403}, {"retry_after": 1}, {"kind": "half_answer"}]
)
async def test_trouble_while_looking_passes(box: SandboxClient, watch: Watch, fault: dict[str, Any]) -> None:
    await watch.twice()
    await box.fault("getWebhookInfo", **{"kind": "status", **fault})

    await watch.twice()

    assert await told(box) == EXPECTED
    assert [fault["hits"] for fault in await box.faults()] == [1]


async def test_a_note_that_cannot_be_made_stops_no_look(box: SandboxClient, watch: Watch) -> None:
    watch.broken = True

    await watch.twice()


async def test_updates_telegram_cannot_bring_are_no_sign_of_life(
    box: SandboxClient, watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    await watch.twice()
    await box.settings(webhook_retry_ms=50)
    user = await box.add_user("somebody")
    await box.start(user["id"])  # nobody listens at the webhook's address

    while "could not bring us updates: Connection refused" not in caplog.text:  # noqa: ASYNC110 - a log line has no event
        await asyncio.sleep(0.02)


async def test_neither_are_they_between_two_of_its_tries(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram tries ever more rarely: then many looks see the same trouble, and what waits is still not here."""
    tried_at, looks = datetime.now(UTC), asyncio.Semaphore(0)

    async def tried_once(_bot: Bot) -> WebhookInfo:
        looks.release()
        known = {**EXPECTED, "has_custom_certificate": False, "pending_update_count": 3}
        return WebhookInfo(**known, last_error_date=tried_at, last_error_message="No route to host")

    monkeypatch.setattr(Bot, "get_webhook_info", tried_once)
    await looks.acquire()
    while not watch.heard_of.locked():  # of looks before
        await watch.heard_of.acquire()
    for _ in range(3):
        await looks.acquire()

    assert watch.heard_of.locked()
    assert caplog.text.count("could not bring us updates: No route to host") == 1  # the test before left its own


class Desk:
    def __init__(self) -> None:
        self.taken = asyncio.Event()

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        assert updates
        self.taken.set()

    async def heard(self) -> None:
        """Nothing to note."""

    async def ready(self) -> None:
        """Nobody else serves."""


async def test_a_question_that_is_never_answered_is_asked_again(
    box: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is dead, and nobody says so. In earnest after 35 seconds."""
    monkeypatch.setattr(polling, "POLL_SECONDS", 1)
    monkeypatch.setattr(polling, "GRACE", 1)
    await box.bot("deleteWebhook", drop_pending_updates=True)
    await box.fault("getUpdates", "hang", times=-1)
    bot, desk = aiogram_of(box), Desk()
    poller = polling.Poller(bot, desk, desk, desk.ready)  # type: ignore[arg-type] # as much of them as is asked for
    asking = asyncio.get_running_loop().create_task(poller.run())
    while sum(fault["hits"] for fault in await box.faults()) < 2:  # noqa: ASYNC110 - another process
        await asyncio.sleep(0.02)
    await box.clear_faults()
    await box.start((await box.add_user("somebody else"))["id"])

    async with asyncio.timeout(20):
        await desk.taken.wait()
    asking.cancel()
    await asyncio.wait([asking])
    await bot.session.close()
