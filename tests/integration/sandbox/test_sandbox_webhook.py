import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.sandbox_client import SandboxClient

pytestmark = pytest.mark.integration
WANG = 1001
SECRET = "s3cret_-"  # noqa: S105 - invented here


@dataclass
class Listener:
    """A bot's webhook: keeps what comes and answers as told."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.came.set()
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200 and self.answers:
            answer: web.StreamResponse = self.answers.pop(0)
            return answer
        return web.Response(status=status)

    async def wait(self, count: int) -> list[dict[str, Any]]:
        while len(self.got) < count:
            self.came.clear()
            async with asyncio.timeout(10):
                await self.came.wait()
        return self.got


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield listener
    finally:
        await runner.cleanup()


async def test_updates_are_pushed_with_the_secret(started: SandboxClient) -> None:
    async with listening() as listener:
        assert (await started.bot("setWebhook", url=listener.url, secret_token=SECRET))["result"] is True
        await started.text("resident-wang", "在吗")
        got = await listener.wait(1)

        assert got[0]["message"]["text"] == "在吗"
        assert listener.secrets == [SECRET]
        assert await started.idle(quiet_ms=10)
        info = (await started.bot("getWebhookInfo"))["result"]
        assert (info["url"], info["pending_update_count"]) == (listener.url, 0)


async def test_failed_push_comes_again_and_in_order(started: SandboxClient) -> None:
    async with listening() as listener:
        listener.statuses = [500, 503]
        await started.settings(webhook_retry_ms=10)
        await started.text("resident-wang", "一")
        await started.text("resident-wang", "二")
        await started.bot("setWebhook", url=listener.url)
        got = await listener.wait(4)

    assert [update["message"]["text"] for update in got] == ["一", "一", "一", "二"]
    info = (await started.bot("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_webhook_that_is_down_keeps_its_updates(started: SandboxClient) -> None:
    async with listening() as listener:
        url = listener.url
    await started.settings(webhook_retry_ms=10)
    await started.bot("setWebhook", url=url)
    await started.text("resident-wang", "在吗")
    info: dict[str, Any] = {}
    while "last_error_message" not in info:
        info = (await started.bot("getWebhookInfo"))["result"]

    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)
    await started.bot("deleteWebhook")
    assert len((await started.bot("getUpdates"))["result"]) == 1


async def test_one_chat_that_fails_does_not_hold_up_another(started: SandboxClient) -> None:
    async with listening() as listener:
        listener.statuses = [500]
        await started.settings(webhook_retry_ms=60_000)
        await started.bot("setWebhook", url=listener.url)
        await started.text("resident-wang", "一")
        await listener.wait(1)
        await started.start("resident-li")
        got = await listener.wait(2)

    assert [update["message"]["text"] for update in got] == ["一", "/start"]


async def test_answer_of_the_webhook_may_call_a_method(started: SandboxClient) -> None:
    async with listening() as listener:
        await started.bot("setWebhook", url=listener.url)
        listener.answers = [web.json_response({"method": "sendMessage", "chat_id": WANG, "text": "收到"})]
        await started.text("resident-wang", "一")
        await started.wait_message("resident-wang", "收到")
        with aiohttp.MultipartWriter("form-data") as parts:
            for name, value in {"method": "sendMessage", "chat_id": str(WANG), "text": "又收到"}.items():
                parts.append(value).set_content_disposition("form-data", name=name)
        listener.answers = [web.Response(body=parts, headers=dict(parts.headers))]
        await started.text("resident-wang", "二")
        await started.wait_message("resident-wang", "又收到")


async def test_webhook_and_polling_exclude_each_other(started: SandboxClient) -> None:
    async with listening() as listener, asyncio.TaskGroup() as group:
        poll = group.create_task(started.bot("getUpdates", timeout=30))
        while not (await started.world())["pollers"]:
            await started.bot("getMe")
        await started.bot("setWebhook", url=listener.url)
        refused = await started.bot("getUpdates")

        assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
        assert refused["error_code"] == 409
        assert refused["description"].startswith("Conflict: can't use getUpdates method while webhook is active")


@pytest.mark.parametrize(
    "params", [{"url": "http://example.org/hook"}, {"url": "https://example.org/hook", "secret_token": "no spaces"}]
)
async def test_bad_webhooks_are_refused(box: SandboxClient, params: dict[str, str]) -> None:
    assert (await box.bot("setWebhook", **params))["error_code"] == 400


async def test_pending_updates_can_be_dropped(started: SandboxClient) -> None:
    await started.text("resident-wang", "一")
    await started.bot("deleteWebhook", drop_pending_updates=True)
    assert (await started.bot("getUpdates"))["result"] == []


async def test_redirect_is_a_failure(started: SandboxClient) -> None:
    await started.settings(webhook_retry_ms=10)
    async with listening() as listener:
        listener.answers = [web.Response(status=307, headers={"Location": listener.url})]
        await started.bot("setWebhook", url=listener.url)
        await started.text("resident-wang", "在吗")
        await listener.wait(2)
        info = (await started.bot("getWebhookInfo"))["result"]
        assert info["last_error_message"] == "Wrong response from the webhook: 307 Temporary Redirect"


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://example.org/hook", True),
        ("http://localhost/hook", True),
        ("http://[::1]:8080/hook", True),
        ("http://127.0.0.1:1@example.org/hook", False),
        ("http://127.0.0.1:none/hook", False),
        ("https://", False),
        ("https:/hook", False),
        ("https://exa mple.org/", False),
        ("ftp://127.0.0.1:1/", False),
    ],
)
async def test_address_of_a_webhook_is_read_not_guessed(box: SandboxClient, url: str, taken: bool) -> None:
    answer = await box.bot("setWebhook", url=url)
    assert answer["ok"] is taken
    if not taken:
        assert answer["description"] == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
