"""Erased means erased: no byte of it in the database file or its write-ahead log."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from core.shared.ids import CaseMessageId, MessageId, PetitionId
from core.shared.inbox import InboxRow
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.state import SqlStateStore
from storage.tables import dialog_state, outbox
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import an_item
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.integration

SECRET = "主任的弟弟拿了钱-4f1c"  # noqa: S105 - words looked for, no password


def files_that_hold(word: str, file: Path) -> list[str]:
    return [path.name for path in sorted(file.parent.glob(f"{file.name}*")) if word.encode() in path.read_bytes()]


@pytest.mark.parametrize("length", [10, 3_000, 60_000])
async def test_a_deleted_dialog_state_leaves_no_bytes(database: Database, file: Path, length: int) -> None:
    """Among many others and in several sizes, because large values live on overflow pages."""
    store = SqlStateStore(database)
    await store.put({f"before{n}": "x" * 900 for n in range(50)})
    for round_ in range(5):
        await store.put({"draft": f"{'字' * length * round_}{SECRET}"})
    await store.put({f"after{n}": "x" * 900 for n in range(50)})
    assert files_that_hold(SECRET, file) != []

    await store.put({"draft": None})
    await database.checkpoint()

    assert files_that_hold(SECRET, file) == []
    assert files_that_hold("after49", file) != []


async def test_of_a_dialog_only_the_day_is_kept(database: Database) -> None:
    """A finer time would tell who was writing at the moment an anonymous case came in."""
    await SqlStateStore(database).put({"draft": "x"})

    async with database.reading() as connection:
        (kept,) = (await connection.execute(select(dialog_state.c.updated_at))).scalars()
    assert (kept.hour, kept.minute, kept.second, kept.microsecond) == (0, 0, 0, 0)


async def test_a_handled_update_leaves_no_bytes(database: Database, file: Path) -> None:
    inbox = SqlInbox(database)
    await inbox.put([InboxRow(update_id=n, order_key=f"chat:{SECRET}", payload=SECRET * n) for n in range(1, 40)])
    await database.checkpoint()
    assert files_that_hold(SECRET, file) != []

    for n in range(1, 40):
        await inbox.finish(n, {})
    await database.checkpoint()

    assert files_that_hold(SECRET, file) == []


async def test_what_was_sent_for_an_anonymous_case_leaves_no_bytes(database: Database, file: Path) -> None:
    queue = SqlOutboxQueue(database, FakeClock())
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.outbox.add(an_item(-5, spec=MessageSpec("card-full-text", {"text": SECRET}), purge_at_once=True))
        await uow.commit()
    (row,) = await queue.claim(owner="w", now=1, lease=60, limit=1)
    await queue.mark_sent(row, None, now=2)
    await database.checkpoint()

    assert files_that_hold(SECRET, file) == []
    assert files_that_hold(SECRET.encode("unicode_escape").decode(), file) == []


FORGOTTEN = ("spec", "reply_to", "finished_at", "owner")


async def rows_of(database: Database) -> list[dict[str, Any]]:
    async with database.reading() as connection:
        return [dict(row) for row in (await connection.execute(select(outbox).order_by(outbox.c.id))).mappings()]


@pytest.mark.parametrize("refused", [False, True])
async def test_a_row_to_be_forgotten_keeps_no_moment_and_no_recipient(database: Database, refused: bool) -> None:
    """Also when it was tried before: the moment of the next try would tell when somebody acted."""
    queue = SqlOutboxQueue(database, FakeClock())
    item = an_item(7, spec=MessageSpec("card-full-text", {"text": SECRET}), reply_to=MessageId(5), purge_at_once=True)
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.outbox.add(replace(item, petition_id=PetitionId("p1")))
        await uow.commit()
    (row,) = await queue.claim(owner="w", now=1, lease=60, limit=1)
    await queue.mark_retry(row, not_before=1_001.5, error="Bad Gateway")
    (row,) = await queue.claim(owner="w", now=1_002, lease=60, limit=1)
    if refused:
        await queue.mark_unreachable(row, error="Forbidden")
    else:
        await queue.mark_sent(row, None, now=1_003.25)

    (kept,) = await rows_of(database)
    assert {name: kept[name] for name in FORGOTTEN} == dict.fromkeys(FORGOTTEN)
    assert (kept["not_before"], kept["lease_until"]) == (0, 0)
    assert (kept["chat_id"], kept["petition_id"]) == (0, None)


async def test_a_superseded_card_of_an_anonymous_case_keeps_no_moment(database: Database) -> None:
    queue = SqlOutboxQueue(database, FakeClock())
    card = an_item(-7, operation=Operation.CARD, petition_id=PetitionId("p1"), purge_at_once=True)
    async with SqlUnitOfWorkFactory(database)() as uow:
        for version in range(3):
            uow.outbox.add(replace(card, dedupe=f"card:{version}"))
        await uow.commit()
    (row,) = await queue.claim(owner="w", now=1, lease=60, limit=1)

    assert await queue.supersede_cards(row) == 2
    kept = (await rows_of(database))[1]
    assert (kept["state"], kept["finished_at"], kept["not_before"]) == ("superseded", None, 0)


async def test_closing_leaves_no_log_behind(url: str, file: Path) -> None:
    database = Database(url)
    await SqlStateStore(database).put({"draft": SECRET})
    await database.close()

    assert [path.name for path in sorted(file.parent.glob(f"{file.name}*"))] == [file.name]


async def test_of_an_album_taken_back_telegrams_number_does_not_stay(database: Database) -> None:
    uow, part = SqlUnitOfWorkFactory(database), CaseMessageId("m1")
    async with uow() as work:
        work.outbox.add(an_item(1, case_message_id=part, album="77120", not_before=9.0))
        await work.commit()
    async with uow() as work:
        assert await work.outbox.take_back(part)
        await work.commit()

    async with database.reading() as connection:
        assert (await connection.execute(select(outbox.c.album))).scalars().all() == [None]
