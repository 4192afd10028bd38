"""Friday evening on both databases: two schedulers, kills, late starts and missed weeks neither skip nor repeat."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.broadcasts import Friday, digests, progress, slow, subscriber, told, waits_for
from tests.e2e.house import House, open_house
from tests.e2e.people import said
from tests.e2e.test_time import keeping

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(360),
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True, scope="module"),
]
IN_FLIGHT = 4
"""Messages under way when the sender is killed: each may come twice."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, database: str) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), database=database, measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "text missing" not in opened.log, opened.log


async def test_nobody_is_left_out_and_no_week_is_told_twice(house: House) -> None:
    readers = [await subscriber(house, f"订户{n}") for n in range(5)]
    friday = Friday(house)
    keepers = [await keeping(house), await keeping(house)]
    try:
        await friday.comes()
        keepers[0].kill()
        await waits_for(house, "本周消息", readers)
        shown = await progress(house, "发完了")
        assert f"送到 {len(readers)}/{len(readers)} 人" in said(shown)
        assert set((await told(house, "本周消息")).values()) == {1}

        await slow(house, *readers)
        await friday.comes()
        async with asyncio.timeout(60):
            while sum((await told(house, "本周消息")).values()) <= len(readers):  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.05)
        await house.kill()  # in the middle of the second week
        await house.box.clear_faults()
        await house.start()
        await progress(house, "发完了", after=shown["message_id"])
        counts = await told(house, "本周消息")
        assert min(counts[reader.ref] for reader in readers) == 2
        assert sum(counts.values()) <= 2 * len(readers) + IN_FLIGHT

        keepers[1].terminate()
        assert await keepers[1].wait() == 0
        assert await house.stop() == 0
        await friday.comes(weeks=4)  # and nobody is there
        await house.start()
        await waits_for(house, "近 4 周消息", readers)
        assert await house.box.idle(quiet_ms=1_000, timeout_ms=20_000)
        assert set((await told(house, "近 4 周消息")).values()) == {1}
        assert len(await digests(house, readers[0].ref)) >= 3
    finally:
        for keeper in keepers:
            if keeper.returncode is None:
                keeper.kill()
                await keeper.wait()
