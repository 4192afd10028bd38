import asyncio

import pytest

from sandbox.bell import Bell

pytestmark = pytest.mark.unit


async def test_bell_tells_a_ring_from_the_end_of_patience() -> None:
    bell = Bell()
    asyncio.get_running_loop().call_soon(bell.ring)

    assert await bell.wait()
    assert not await bell.wait(0.001)


async def test_bell_that_rings_at_the_end_does_not_hold_up_the_end() -> None:
    """A server that is told to stop in that moment went on waiting for ever."""
    bell = Bell()

    async def work() -> None:
        while True:
            await bell.wait(5)

    working = asyncio.ensure_future(work())  # noqa: TID251 - a test's own
    await asyncio.sleep(0)
    working.cancel()
    bell.ring()
    done, _ = await asyncio.wait([working], timeout=1)

    assert done
