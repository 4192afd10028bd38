"""The demo's shift of civil time is one row on either database, and moves by so much each time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage.clock import SqlClockOffset
from storage.engine import Database

pytestmark = pytest.mark.integration

TEN_YEARS = timedelta(days=3_660)


@pytest.fixture(params=["url", "postgres_url"])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def offset(address: str) -> AsyncIterator[SqlClockOffset]:
    database = Database(address)
    yield SqlClockOffset(database)
    await database.close()


async def test_it_moves_on_and_back(offset: SqlClockOffset) -> None:
    assert await offset.read() == timedelta(0)
    assert await offset.move(0, within=TEN_YEARS)
    assert await offset.move(86_400, within=TEN_YEARS)
    assert await offset.move(-3_600.5, within=TEN_YEARS)

    assert await offset.read() == timedelta(seconds=82_799.5)


async def test_several_at_once_add_up(offset: SqlClockOffset) -> None:
    await asyncio.gather(*(offset.move(60, within=TEN_YEARS) for _ in range(5)))

    assert await offset.read() == timedelta(minutes=5)


@pytest.mark.parametrize("seconds", [1, -2 * 3_660 * 86_400 - 1])
async def test_too_far_is_not_moved(offset: SqlClockOffset, seconds: int) -> None:
    assert await offset.move(TEN_YEARS.total_seconds(), within=TEN_YEARS)
    assert not await offset.move(seconds, within=TEN_YEARS)

    assert await offset.read() == TEN_YEARS
