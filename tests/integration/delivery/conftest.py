import logging
from collections.abc import AsyncIterator

import pytest

from core.shared.gate import ChatGate
from delivery.bot import sending_bot
from delivery.pace import Pace
from tests.delivery_rig import RealElapsed, Rig
from tests.sandbox_client import SandboxClient, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    async with running_sandbox() as client:
        yield client


@pytest.fixture
async def rig(sandbox: SandboxClient) -> AsyncIterator[Rig]:
    """The worker with its real bot, on storage in memory; groups get no more here than the sandbox lets them have."""
    before = logging.getLogger("telegram").level
    pace = Pace(group_per_minute=3_000)
    async with sending_bot(sandbox.token, sandbox.url, pace=pace, gate=ChatGate()) as bot:
        yield Rig(bot=bot, pace=pace, elapsed=RealElapsed())
    logging.getLogger("telegram").setLevel(before)
