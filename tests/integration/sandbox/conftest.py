from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from sandbox.api import BotApi
from sandbox.server import build_app
from sandbox.world.loading import load_world
from tests.sandbox_client import SandboxClient


@pytest.fixture
def api() -> BotApi:
    """The demo world, with Telegram's pace off unless a test asks for it."""
    made = BotApi(load_world(None))
    made.pace.enabled = False
    return made


@pytest.fixture
async def box(api: BotApi) -> AsyncIterator[SandboxClient]:
    """A client of the sandbox as it listens on a real port of this machine."""
    runner = web.AppRunner(build_app(api), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with SandboxClient(f"http://127.0.0.1:{runner.addresses[0][1]}", api.world.token) as client:
            yield client
    finally:
        await runner.cleanup()


@pytest.fixture
async def started(box: SandboxClient) -> SandboxClient:
    """Wang has opened the chat with the bot, and the bot has read that."""
    await box.start("resident-wang")
    updates = (await box.bot("getUpdates"))["result"]
    await box.bot("getUpdates", offset=updates[-1]["update_id"] + 1)
    return box
