"""Dialog state outside of the database: what a stop between the two leaves, and a server that is away."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.shared.errors import StorageError
from core.shared.inbox import InboxRow
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.redis_state import RedisInbox, RedisStateStore

pytestmark = pytest.mark.integration

ROW = InboxRow(update_id=71, order_key="c5", payload="{}")


class Dies(SqlInbox):
    """Stopped before the row is finished."""

    async def finish(self, update_id: int, writes: object) -> bool:
        raise KeyboardInterrupt


@pytest.fixture
async def state(valkey: str) -> AsyncIterator[RedisStateStore]:
    store = RedisStateStore(valkey)
    yield store
    await store.close()


async def test_a_stop_between_state_and_row_is_known(database: Database, state: RedisStateStore) -> None:
    rows = SqlInbox(database)
    await rows.put([ROW])
    inbox = RedisInbox(rows, state)
    assert not await inbox.applied(71)

    with pytest.raises(KeyboardInterrupt):
        await RedisInbox(Dies(database), state).finish(71, {"step": "2"})

    assert await inbox.pending() == [ROW]
    assert await inbox.applied(71)
    await inbox.finish(71, {})
    assert await inbox.pending() == []
    assert await state.get("step") == "2"


@pytest.mark.parametrize("time", ["first", "second"])
async def test_no_test_finds_what_another_has_marked(database: Database, state: RedisStateStore, time: str) -> None:
    """Numbers of updates are alike in all of them."""
    inbox = RedisInbox(SqlInbox(database), state)
    assert not await inbox.applied(71), time
    await inbox.finish(71, {})
    assert await inbox.applied(71)


async def test_another_bots_update_of_the_same_number_is_another(
    database: Database, state: RedisStateStore, valkey: str
) -> None:
    """Taken for ours, one of ours would never be handled."""
    other = RedisStateStore(valkey, "72")
    await RedisInbox(SqlInbox(database), other).finish(71, {"step": "9"})

    assert not await RedisInbox(SqlInbox(database), state).applied(71)
    assert await state.get("step") is None
    assert await other.get("step") == "9"
    await other.close()


async def test_marks_tell_no_finer_time_than_a_day(database: Database, state: RedisStateStore) -> None:
    await RedisInbox(SqlInbox(database), state).finish(71, {})

    until = await state.redis.expiretime("linli:done:71")
    assert until % 86_400 == 0


async def test_a_server_that_is_away_is_a_matter_of_waiting(database: Database, tmp_path: Path) -> None:
    state = RedisStateStore(f"unix://{tmp_path}/nobody")
    inbox = RedisInbox(SqlInbox(database), state)
    for asked in (state.get("x"), state.put({"x": "1"}), state.ping(), inbox.applied(1), inbox.finish(1, {})):
        with pytest.raises(StorageError):
            await asked
    await state.close()
