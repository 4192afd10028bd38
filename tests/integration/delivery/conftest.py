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
    """The worker with its real bot and pace, on storage in memory."""
    before = logging.getLogger("telegram").level
    pace = Pace()
    async with sending_bot(sandbox.token, sandbox.url, pace=pace, gate=ChatGate()) as bot:
        yield Rig(bot=bot, pace=pace, elapsed=RealElapsed())
    logging.getLogger("telegram").setLevel(before)
