"""How much waits and since when: counted on both databases, without reading what is done."""

import time
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text, update
from sqlalchemy.dialects import sqlite

from core.shared.ids import CaseMessageId
from core.shared.inbox import InboxRow
from core.shared.outbox import ClaimedItem
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.queries.depth import SqlDepths, counted, oldest
from storage.tables import inbox, outbox
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import an_item
from tests.factories.scene import enqueue
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.integration


@pytest.fixture(params=["url", "postgres_url"])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    opened = Database(address)
    yield opened
    await opened.close()


def update_of(number: int) -> InboxRow:
    return InboxRow(update_id=number, order_key="c5", payload="{}")


async def claimed(queue: SqlOutboxQueue) -> ClaimedItem:
    (row,) = await queue.claim(owner="w", now=10_000_000_000, lease=60, limit=1)
    return row


async def test_what_waits_is_counted_and_its_age_known(database: Database) -> None:
    depths, taker = SqlDepths(database), SqlInbox(database)
    before = time.time()
    empty = await depths()
    assert (empty.inbox, empty.inbox_since) == ({"pending": 0, "parked": 0}, None)
    assert (empty.outbox, empty.outbox_since) == ({"pending": 0, "dead": 0, "unreachable": 0}, None)

    await taker.put([update_of(1), update_of(2), update_of(3)])
    await enqueue(SqlUnitOfWorkFactory(database), *(an_item(chat) for chat in (1, 2, 3, 4)))
    full = await depths()

    assert (full.inbox["pending"], full.outbox["pending"]) == (3, 4)
    assert full.inbox_since is not None
    assert full.outbox_since is not None
    assert before <= full.inbox_since <= full.outbox_since <= time.time()


async def test_what_has_ended_waits_no_more_and_begins_anew_when_revived(database: Database) -> None:
    depths, taker, queue = SqlDepths(database), SqlInbox(database), SqlOutboxQueue(database, FakeClock())
    await taker.put([update_of(1), update_of(2)])
    await enqueue(SqlUnitOfWorkFactory(database), an_item(1), an_item(2), an_item(3))
    async with database.transaction() as connection:  # nobody can make a test wait
        await connection.execute(update(inbox).values(waits_since=5.0))
        await connection.execute(update(outbox).values(waits_since=6.0))
    assert ((await depths()).inbox_since, (await depths()).outbox_since) == (5.0, 6.0)

    await taker.finish(1, {})
    await taker.park(2, incident="AAAA-BBBB", payload="{}")
    await queue.mark_sent(await claimed(queue), None, now=1)
    await queue.mark_unreachable(await claimed(queue), error="Forbidden")
    letter = await claimed(queue)
    await queue.mark_retry(letter, not_before=0, error="TimedOut")
    assert (await depths()).outbox_since == 6.0
    await queue.mark_dead(await claimed(queue), error="BadRequest")

    ended = await depths()
    assert (ended.inbox, ended.inbox_since) == ({"pending": 0, "parked": 1}, None)
    assert (ended.outbox, ended.outbox_since) == ({"pending": 0, "dead": 1, "unreachable": 1}, None)

    assert await taker.unpark("AAAA-BBBB")
    assert await queue.revive(letter.id)
    anew = await depths()
    assert (anew.inbox["pending"], anew.outbox["pending"]) == (1, 1)
    assert min(anew.inbox_since or 0, anew.outbox_since or 0) > 6.0


async def test_what_was_taken_back_or_edited_away_waits_no_more(database: Database) -> None:
    """Otherwise the operators were told for ever of something that has waited since."""
    uow = SqlUnitOfWorkFactory(database)
    await enqueue(
        uow,
        an_item(1, case_message_id=CaseMessageId("m1"), not_before=9.0),
        an_item(2, case_message_id=CaseMessageId("m2")),
    )
    async with uow() as work:
        assert await work.outbox.take_back(CaseMessageId("m1"))
        assert await work.outbox.put_unseen([CaseMessageId("m2")], [])
        await work.commit()

    assert (await SqlDepths(database)()).outbox_since is None


async def test_no_moment_of_an_anonymous_case_stays(database: Database) -> None:
    queue = SqlOutboxQueue(database, FakeClock())
    await enqueue(SqlUnitOfWorkFactory(database), an_item(1, purge_at_once=True))
    await queue.mark_sent(await claimed(queue), None, now=1)

    async with database.reading() as connection:
        (row,) = (await connection.execute(text("SELECT finished_at, waits_since FROM outbox"))).all()
    assert tuple(row) == (None, None)


@pytest.mark.parametrize("address", ["url"], indirect=True)
async def test_looking_reads_indexes_alone(database: Database) -> None:
    steps: list[str] = []
    async with database.reading() as connection:
        for statement in (
            counted(inbox, ["pending", "parked"]),
            counted(outbox, ["pending", "dead"]),
            oldest(inbox),
            oldest(outbox),
        ):
            wanted = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
            plan = (await connection.execute(text(f"EXPLAIN QUERY PLAN {wanted}"))).mappings().all()
            steps += [row["detail"] for row in plan]

    assert [step for step in steps if "COVERING INDEX" not in step] == []
