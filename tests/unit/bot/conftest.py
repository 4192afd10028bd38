"""What the tests of the inbox runner share; whoever asks for `waits` waits no longer."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot import inbox as inbox_module
from bot.nursery import Nursery
from tests.inbox_rig import Rig


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with Nursery() as nursery:
        yield Rig(nursery)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waiting costs no time; what was waited for is remembered."""
    waited: list[float] = []
    give_way = asyncio.sleep

    async def remember(seconds: float) -> None:
        waited.append(seconds)
        await give_way(0)

    monkeypatch.setattr(inbox_module.asyncio, "sleep", remember)
    return waited
