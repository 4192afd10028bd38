"""Who handles the conversations of a database without Redis: one process, and another when that has ended."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.nursery import Nursery
from storage.engine import lone_connection
from storage.serving import SoleTurns

pytestmark = pytest.mark.integration


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.serving.ASK_EVERY", 0.02)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    return str(request.getfixturevalue("postgres_url"))


async def test_the_second_process_stands_by_until_the_first_has_ended(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with Nursery() as nursery:
        first, second = SoleTurns(url), SoleTurns(url)
        serving = nursery.start(first.follow(lambda _: None), name="first")
        await first.ready()
        nursery.launch(second.follow(lambda _: None), name="second")
        async with asyncio.timeout(30):
            while "standing by" not in caplog.text:  # noqa: ASYNC110 - nobody announces it
                await asyncio.sleep(0.01)

        assert await first.pass_on(["c1", "c2"]) == ["c1", "c2"]
        assert first.ours("c1")
        assert not second.ours("c1")
        assert [*await second.pass_on(["c1", "c2"])] == []

        serving.cancel()
        async with asyncio.timeout(30):
            await second.ready()
        assert second.ours("c1")
        assert not first.ours("c1")


async def test_a_lost_connection_loses_the_place_until_it_is_had_again(postgres_url: str) -> None:
    async with Nursery() as nursery:
        turns = SoleTurns(postgres_url)
        nursery.launch(turns.follow(lambda _: None), name="turns")
        await turns.ready()
        lost: list[bool] = []

        async def watch() -> None:
            while turns.ours("c1"):  # noqa: ASYNC110 - a flag of somebody else's
                await asyncio.sleep(0)
            lost.append(True)

        watching = nursery.start(watch(), name="watch")
        async with lone_connection(postgres_url) as other:
            others = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
            await other.execute(text(others))
        async with asyncio.timeout(30):
            await watching
            await turns.ready()

        assert lost == [True]


async def test_the_place_is_given_up_before_its_connection_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its other end may be gone; closing can then take as long as the network likes."""
    closing = asyncio.Event()

    @asynccontextmanager
    async def half_open(_: object) -> AsyncIterator[Callable[[], Any]]:
        asked: list[bool] = []

        async def take() -> bool:
            if asked:
                raise OSError
            asked.append(True)
            return True

        try:
            yield take
        finally:
            closing.set()
            await asyncio.Event().wait()

    monkeypatch.setattr("storage.serving._place", half_open)
    async with Nursery() as nursery:
        turns = SoleTurns("postgresql+asyncpg://nowhere/linli")
        nursery.launch(turns.follow(lambda _: None), name="turns")
        async with asyncio.timeout(30):
            await turns.ready()
            await closing.wait()

        assert not turns.ours("c1")


async def test_one_told_to_end_as_an_answer_comes_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    @asynccontextmanager
    async def at_once(_: object) -> AsyncIterator[Callable[[], Any]]:
        yield lambda: answer

    monkeypatch.setattr("storage.serving._place", at_once)
    async with Nursery() as nursery:
        serving = nursery.start(SoleTurns("postgresql+asyncpg://nowhere/linli").follow(lambda _: None), name="serving")
        await asyncio.sleep(0)
        answer.set_result(True)
        serving.cancel()
        ended, _ = await asyncio.wait([serving], timeout=10)  # another cancellation would not be swallowed

        assert ended
