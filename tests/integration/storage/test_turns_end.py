"""A process that is told to end ends, whatever the client of Redis makes of it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from redis.exceptions import ConnectionError as RedisGoneError

from tests.integration.storage.test_turns import start

__all__ = ["start"]
pytestmark = pytest.mark.integration


async def test_who_is_told_to_end_ends_though_the_client_makes_an_error_of_it(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, _, alive = await start("a")
    asked = asyncio.Event()

    async def swallows() -> None:
        asked.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise RedisGoneError from None

    monkeypatch.setattr(a._redis, "time", swallows)
    await asked.wait()
    alive.cancel()
    await asyncio.wait([alive], timeout=5)

    assert alive.cancelled()
