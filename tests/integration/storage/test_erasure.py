"""Erased means erased: no byte of it in the database file or its write-ahead log."""

from pathlib import Path

import pytest

from core.shared.inbox import InboxRow
from core.shared.messages import MessageSpec
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.state import SqlStateStore
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


async def test_closing_leaves_no_log_behind(url: str, file: Path) -> None:
    database = Database(url)
    await SqlStateStore(database).put({"draft": SECRET})
    await database.close()

    assert [path.name for path in sorted(file.parent.glob(f"{file.name}*"))] == [file.name]
