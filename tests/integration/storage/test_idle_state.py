"""How long ago dialog state was written, where it really rests."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from core.shared.state import KeptState
from storage.engine import Database
from storage.redis_state import RedisStateStore
from storage.state import SqlStateStore
from storage.tables import dialog_state

pytestmark = pytest.mark.integration

LONG_AGO = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=31)


async def check(state: KeptState) -> None:
    assert await state.idle() == {"old": 31, "new": 0}
    await state.forget(["old", "new"], 31)
    assert await state.get("old") == "1"
    await state.forget(["old", "new"], 30)
    assert (await state.get("old"), await state.get("new")) == (None, "2")
    assert await state.idle() == {"new": 0}


async def test_in_the_database(database: Database) -> None:
    state = SqlStateStore(database)
    await state.put({"old": "1", "new": "2"})
    async with database.transaction() as connection:
        await connection.execute(update(dialog_state).where(dialog_state.c.key == "old").values(updated_at=LONG_AGO))

    await check(state)


async def test_in_valkey(valkey: str) -> None:
    state = RedisStateStore(valkey, "idle")
    await state.put({"old": "1", "new": "2"})
    await state.redis.zadd(f"{state.prefix}written", {"old": LONG_AGO.toordinal()})

    await check(state)
    await state.close()
