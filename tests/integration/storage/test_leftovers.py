"""Files nobody refers to go after a while, on both databases; one that is in use, or just being put, never does."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.sealed_blobs import SealedBlobs
from core.petitions.model import FileKind
from core.privacy.leftovers import DAY, RemoveLeftovers
from core.reports.model import Entry, ReportEvent, ReportFile, Vault
from core.shared.ids import BlobId
from core.shared.messages import MediaRef, MessageSpec
from core.shared.periods import Period
from storage.blob_uses import ReportFileUses, SqlBlobUses, columns_with_files
from storage.blobs import FileBlobStore
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.tables import blobs, metadata
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.contract.test_reports import a_report
from tests.factories.cases import a_message, a_petition, an_attachment, an_item
from tests.factories.scene import enqueue, set_scene
from tests.fakes.world import START, FakeClock, FakeElapsed, FakeSecrets

pytestmark = pytest.mark.integration
NIGHT = Period(START.replace(tzinfo=None))


@dataclass
class Shelf:
    """A folder of files by a clock of its own."""

    folder: Path
    later: float = 0.0

    @property
    def store(self) -> FileBlobStore:
        return FileBlobStore(self.folder, lambda: time.time() + self.later)

    @property
    def names(self) -> set[str]:
        return {path.name for path in self.folder.glob("*/*/*")}


def a_night(database: Database, *shelves: tuple[Shelf, SqlBlobUses | ReportFileUses]) -> RemoveLeftovers:
    return RemoveLeftovers(
        inbox=SqlInbox(database),
        queue=SqlOutboxQueue(database, FakeClock()),
        elapsed=FakeElapsed(),
        shelves=[(shelf.store, uses) for shelf, uses in shelves],
        files_days=30,
    )


@pytest.fixture
async def address_database(address: str) -> AsyncIterator[Database]:
    opened = Database(address)
    yield opened
    await opened.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "blobs")


async def test_only_what_nothing_refers_to_goes_and_only_when_it_is_old(
    address_database: Database, shelf: Shelf
) -> None:
    database = address_database
    uow, store = SqlUnitOfWorkFactory(database), shelf.store
    scene = await set_scene(uow)
    in_case, said, waiting, sent, never = [await store.put(word.encode()) for word in ("a", "b", "c", "d", "e")]
    case = a_petition(scene.unit, scene.resident, attachments=(an_attachment(blob_id=in_case),))
    message = replace(a_message(case), attachments=(an_attachment(blob_id=said),))
    async with uow() as work:
        work.petitions.add(case)
        work.messages.add(message)
        await work.commit()
    paper = MessageSpec("say", media=MediaRef("document", blob=waiting))
    await enqueue(uow, an_item(5, spec=paper), an_item(6, spec=replace(paper, media=MediaRef("document", blob=sent))))
    (first, second) = await SqlOutboxQueue(database, FakeClock()).claim(owner="w", now=1, lease=60, limit=9)
    queue = SqlOutboxQueue(database, FakeClock())
    await queue.mark_sent(second if second.item.chat_id == 6 else first, None, now=1)
    await queue.purge(2)
    async with database.transaction() as connection:
        await connection.execute(blobs.insert().values(id=sent))
    folder = shelf.folder / "aa" / "bb"
    folder.mkdir(parents=True)
    (folder / ".new-x").write_bytes(b"written, and then the power was gone")

    night = a_night(database, (shelf, SqlBlobUses(database)))
    await night.prepare(NIGHT)
    assert {in_case, said, waiting, sent, never} < shelf.names

    shelf.later = 31 * DAY
    night = a_night(database, (shelf, SqlBlobUses(database)))
    await night.prepare(NIGHT)
    await night.prepare(NIGHT)
    assert shelf.names == {in_case, said, waiting}
    async with database.reading() as connection:
        assert set((await connection.execute(select(blobs.c.id))).scalars()) == {in_case, said}


async def test_what_is_put_while_it_is_being_removed_is_there_afterwards(
    address_database: Database, shelf: Shelf
) -> None:
    old = [await shelf.store.put(bytes([n])) for n in range(40)]
    store = shelf.store
    await asyncio.sleep(0.1)  # a file system's clock is coarse
    unused = await SqlBlobUses(address_database).unused(await store.old(0.05))
    assert unused == set(old)
    await asyncio.gather(store.remove(unused, 0.05), *(shelf.store.put(bytes([n])) for n in range(40)))
    assert {await store.get(name) for name in old} == {bytes([n]) for n in range(40)}


async def test_files_of_reports_are_found_by_what_is_sealed(address_database: Database, shelf: Shelf) -> None:
    uow, secrets = SqlUnitOfWorkFactory(address_database), FakeSecrets()
    scene = await set_scene(uow)
    store = SealedBlobs(shelf.store, secrets)
    kept, never = BlobId(await store.put(b"proof")), await store.put(b"refused")
    report = a_report(1, scene.unit.id)
    entry = Entry(event=ReportEvent.SUBMIT, at="2026-03-03", files=(ReportFile(FileKind.PHOTO, kept),))
    async with uow() as work:
        work.reports.add(report)
        await work.reports.append(report.id, Vault(secrets).seal(entry), "s1")
        await work.commit()
    shelf.later = 31 * DAY

    await a_night(address_database, (shelf, ReportFileUses(address_database, secrets))).prepare(NIGHT)

    assert (kept in shelf.names, never in shelf.names) == (True, False)


def test_every_column_that_may_name_a_file_is_looked_at() -> None:
    """A column of another kind that says "blob" or "file" would have to be added."""
    looked = {(column.table.name, column.name) for column in columns_with_files()}
    named = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.c
        if any(word in column.name for word in ("blob", "file", "media", "photo"))
    }
    telegrams, people = {("attachments", "file_id")}, {("mediations", "mediator_id"), ("mediations", "mediator_name")}
    assert named - looked == telegrams | people
