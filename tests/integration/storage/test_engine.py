import asyncio
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from core.shared.errors import StorageError
from storage import engine, migrate
from storage.engine import Database
from storage.outbox import SqlOutboxQueue
from storage.tables import audit, petition_history, units
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_history_row, a_unit, an_item
from tests.factories.scene import set_scene
from tests.fakes.world import START, FakeClock

pytestmark = pytest.mark.integration

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 10_000,
    "secure_delete": 1,
}


async def pragmas(database: Database, *, reader: bool) -> dict[str, object]:
    found: dict[str, object] = {}
    async with database.reading() if reader else database.transaction() as connection:
        for name in (*PRAGMAS, "query_only"):
            found[name] = (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
    return found


async def test_pragmas(database: Database) -> None:
    assert await pragmas(database, reader=False) == {**PRAGMAS, "query_only": 0}
    assert await pragmas(database, reader=True) == {**PRAGMAS, "query_only": 1}


async def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'var' / 'linli.db'}"
    await migrate.upgrade(url)

    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="database-not-a-file"):
        Database(url)


async def test_readers_see_what_is_committed_and_only_that(database: Database) -> None:
    unit, names = a_unit(), select(units.c.name)
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.units.add(unit)
        await uow.units.all()  # so that the row is written
        async with database.reading() as reader:
            assert (await reader.execute(names)).scalars().all() == []
            await uow.commit()
            assert (await reader.execute(names)).scalars().all() == []  # one snapshot to the end
        async with database.reading() as reader:
            assert (await reader.execute(names)).scalars().all() == [unit.name]


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(StorageError):
        async with database.reading() as reader:
            await reader.execute(update(units).values(name="x"))


async def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.units.add(a_unit())
        await uow.units.all()
        async with asyncio.timeout(5):
            assert await SqlOutboxQueue(database, FakeClock()).depth() == {}


async def test_a_unit_of_work_that_is_cancelled_gives_its_place_back(database: Database) -> None:
    factory = SqlUnitOfWorkFactory(database)
    started = asyncio.Event()

    async def never_ends() -> None:
        async with factory() as uow:
            uow.units.add(a_unit())
            await uow.units.all()
            started.set()
            await asyncio.Event().wait()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(never_ends())
        await started.wait()
        task.cancel()
    async with asyncio.timeout(5), factory() as uow:
        assert await uow.units.all() == []


async def test_cancelled_in_the_middle_of_a_statement(database: Database) -> None:
    """Whatever the moment, the next writer finds neither a lock nor half of the other's work."""
    factory = SqlUnitOfWorkFactory(database)

    async def write_many() -> None:
        async with factory() as uow:
            for _ in range(1000):
                uow.units.add(a_unit())
                await uow.units.by_invite("x")

    for delay in (0.0, 0.001, 0.003, 0.01, 0.03):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(delay):
                await write_many()
        async with asyncio.timeout(5), factory() as uow:
            assert await uow.units.all() == []


async def test_who_waits_too_long_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.05)
    database = Database(url)
    factory = SqlUnitOfWorkFactory(database)
    async with factory():
        with pytest.raises(StorageError, match="storage-failed"):
            async with factory():
                pass
    await database.close()


async def test_history_and_audit_cannot_be_rewritten(database: Database) -> None:
    factory = SqlUnitOfWorkFactory(database)
    scene = await set_scene(factory)
    async with factory() as uow:
        uow.history.append(a_history_row(scene.petition))
        uow.audit.record("petition.submitted", "anonymous", scene.petition.id, at=START, detail="d")
        await uow.commit()

    for table in (petition_history, audit):
        for deed in (update(table).values(at=START), table.delete()):
            with pytest.raises(StorageError) as caught:
                async with database.transaction() as connection:
                    await connection.execute(deed)
            assert f"append-only: {table.name}" in str(caught.value.__cause__)
    async with database.reading() as reader:
        row = (await reader.execute(select(audit))).one()
    assert row == (1, START, "petition.submitted", "anonymous", scene.petition.id, "d")


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.audit.record("a", "b", "c", at=START.replace(tzinfo=None))
        with pytest.raises(StorageError) as caught:
            await uow.commit()
    assert "moment-without-zone" in str(caught.value.__cause__)


async def test_purged_rows_keep_only_what_keeps_them_unique(database: Database) -> None:
    """An anonymous item in a private chat: neither the chat nor the case, neither text nor time stay."""
    queue = SqlOutboxQueue(database, FakeClock())
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.outbox.add(an_item(5, dedupe="k", petition_id="p", case_message_id="m", reply_to=6, purge_at_once=True))
        await uow.commit()
    (row,) = await queue.claim(owner="w", now=1, lease=60, limit=1)
    await queue.mark_sent(row, None, now=1)

    async with database.reading() as reader:
        columns = "dedupe, state, chat_id, spec, petition_id, case_message_id, reply_to, finished_at, owner"
        kept = (await reader.execute(text(f"SELECT {columns} FROM outbox"))).one()  # noqa: S608 - columns named above
    assert kept == ("k", "sent", 0, None, None, None, None, None, None)


async def test_a_new_file_that_another_process_is_just_opening_is_waited_for(tmp_path: Path) -> None:
    """Two processes switch a new file to the write-ahead log at once; SQLite's own waiting does not help there."""
    file = tmp_path / "linli.db"
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE t (x)")
    other.execute("BEGIN EXCLUSIVE")
    asyncio.get_running_loop().call_later(0.3, other.execute, "COMMIT")
    database = Database(f"sqlite+aiosqlite:///{file}")

    async with database.reading() as connection:
        assert (await connection.execute(text("PRAGMA journal_mode"))).scalar_one() == "wal"
    await database.close()
    other.close()


async def test_a_file_that_is_no_database_is_trouble_of_the_storage(tmp_path: Path) -> None:
    """Also where SQLAlchemy does not look: the task that erases must not end over it."""
    file = tmp_path / "linli.db"
    await asyncio.to_thread(file.write_bytes, b"no database" * 1_000)
    database = Database(f"sqlite+aiosqlite:///{file}")

    with pytest.raises(StorageError, match="storage-failed"):
        await database.checkpoint()
    with pytest.raises(StorageError, match="storage-failed"):
        async with database.reading():
            pytest.fail("opened")


async def test_a_full_disk_fails_the_write_and_passes(database: Database) -> None:
    """SQLite says the same of a limit of pages as of a disk without room."""
    fill = text("CREATE TABLE filling AS SELECT zeroblob(1000000) AS x")
    async with database.transaction() as writer:
        await writer.execute(text("PRAGMA max_page_count = 1"))  # as many as there are

    with pytest.raises(StorageError, match="storage-failed") as raised:
        async with database.transaction() as writer:
            await writer.execute(fill)
    assert "full" in str(raised.value.__cause__)
    await database.ping()
    async with database.transaction() as writer:
        await writer.execute(text("PRAGMA max_page_count = 1000000"))
        await writer.execute(fill)


async def test_a_server_that_is_not_there_is_trouble_of_the_storage(tmp_path: Path) -> None:
    """What opening a connection raises is the system's, and not translated by SQLAlchemy."""
    database = Database(f"postgresql+asyncpg://app@/x?host={tmp_path}")

    with pytest.raises(StorageError, match="storage-failed"):
        await database.ping()
    with pytest.raises(StorageError, match="storage-failed"):
        async with database.transaction():
            pytest.fail("connected")
    with pytest.raises(StorageError, match="storage-failed"):
        async with SqlUnitOfWorkFactory(database)():
            pytest.fail("connected")
