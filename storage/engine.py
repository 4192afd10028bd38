"""Connections. SQLite: one writer connection and a few readers; PostgreSQL: one pool for both.

SQLite lets one transaction write at a time. With the default pool the others poll its busy handler and starve for
seconds, so writers of one process stand in our own queue for a single connection, and their transactions begin with
`BEGIN IMMEDIATE`: a transaction that has read can then always write. The driver's own transaction control is off
(`isolation_level=None`); the `begin` event says when one starts.
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from core.shared.errors import StorageError
from storage.integrity import translated

READERS = 4
"""Each SQLite reader is a thread."""
WAIT_SECONDS = 30
"""How long a unit of work waits for its turn before it fails."""
WAL_TRIES, WAL_PAUSE = 100, 0.1
"""Ten seconds, as `busy_timeout` gives to everything else."""

SCRUB_TRIES, SCRUB_PAUSE = 20, 0.05
"""Readers are short: some ten seconds in all."""

_PRAGMAS = (
    "synchronous=FULL",  # what has been confirmed to Telegram must outlive a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # erased means erased
    "cache_size=-65536",
)


class Database:
    """One database, opened on first use. Several processes may each have one on the same file."""

    def __init__(self, url: str) -> None:
        address = make_url(url)
        self.is_sqlite = address.get_backend_name() == "sqlite"
        self._writer, self._reader = _sqlite(address) if self.is_sqlite else _postgresql(address)

    def writing(self) -> AsyncConnection:
        """Return a connection, not started yet, whose transaction may write."""
        return self._writer.connect()

    def looking(self) -> AsyncConnection:
        """Return a connection, not started yet, whose transaction sees one state and cannot write."""
        return self._reader.connect()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """One short writing transaction, committed at the end of the block; raises ConflictError or StorageError."""
        with translated():
            async with self._writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One snapshot: every statement in the block sees the same committed state. Raises StorageError."""
        with translated():
            async with self._reader.connect() as connection:
                yield connection

    async def ping(self) -> None:
        """Read something; raises StorageError."""
        async with self.reading() as connection:
            await connection.execute(text("SELECT 1"))

    async def checkpoint(self) -> None:
        """Empty SQLite's write-ahead log, so that erased values are gone from it too; nothing on PostgreSQL."""
        if self.is_sqlite:
            with translated():
                async with self._writer.connect() as connection:
                    await connection.run_sync(_truncate_log)

    async def scrub(self, tables: Sequence[str]) -> None:
        """Let nothing of what was deleted from `tables` be left in the files. Raises StorageError.

        Both write the tables anew. SQLite overwrites what it deletes (`secure_delete`), but where it moves rows from
        page to page it leaves copies behind, until a whole page is given up. Then its log has to be emptied, from which
        readers may keep it: that is tried again.
        """
        if self.is_sqlite:
            async with self.transaction() as connection:
                for table in tables:
                    await _write_anew(connection, table)
            for attempt in range(SCRUB_TRIES):
                await self.checkpoint()
                if not await self._log_bytes():
                    return
                await asyncio.sleep(SCRUB_PAUSE * (attempt + 1))
            raise StorageError("storage-failed")
        with translated():
            async with self._writer.connect() as connection:
                alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
                for table in tables:
                    await alone.execute(text(f"VACUUM FULL {table}"))

    async def tidy(self) -> None:
        """Leave nothing of what was erased anywhere in SQLite's files: write them anew, then empty the log.

        `secure_delete` overwrites what is deleted; but where rows move from page to page copies stay behind in what is
        free on a page. On PostgreSQL autovacuum makes the room of dead rows free to be written over, and nobody can
        say when that happens: see docs/privacy.md. Raises StorageError.
        """
        if self.is_sqlite:
            with translated():
                async with self._writer.connect() as connection:
                    await connection.run_sync(_write_file_anew)
            await self.checkpoint()

    async def _log_bytes(self) -> int:
        """Return how long the write-ahead log is."""
        log = Path(f"{self._writer.url.database}-wal")
        return await asyncio.to_thread(lambda: log.stat().st_size if log.exists() else 0)

    async def close(self) -> None:
        await self._reader.dispose()
        await self._writer.dispose()


@asynccontextmanager
async def lone_connection(url: str | URL) -> AsyncIterator[AsyncConnection]:
    """Open one connection outside the pools. Foreign keys are off on SQLite: rebuilding a table drops the old one."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = _sqlite_engine(address, "BEGIN IMMEDIATE", ("foreign_keys=OFF",), poolclass=NullPool)
    else:
        engine = create_async_engine(address, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


def _sqlite(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    queue = {"max_overflow": 0, "pool_timeout": WAIT_SECONDS}
    return (
        _sqlite_engine(address, "BEGIN IMMEDIATE", (), pool_size=1, **queue),
        _sqlite_engine(address, "BEGIN", ("query_only=ON",), pool_size=READERS, **queue),
    )


def _postgresql(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    engine = create_async_engine(address, pool_timeout=WAIT_SECONDS, pool_pre_ping=True)
    return engine, engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite_engine(address: URL, begin: str, pragmas: tuple[str, ...], **options: Any) -> AsyncEngine:  # noqa: ANN401 - the pool's own options
    if not address.database or address.database == ":memory:":
        raise ValueError("database-not-a-file")  # writer and readers would each see a database of their own
    Path(address.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_async_engine(address, connect_args={"isolation_level": None}, **options)
    _prepare(engine.sync_engine, begin, (*_PRAGMAS, *pragmas))
    return engine


def _prepare(engine: Engine, begin: str, pragmas: tuple[str, ...]) -> None:
    def on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=10000")  # first: the others may have to wait for another process
        _use_wal(cursor)
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


async def _write_anew(connection: AsyncConnection, table: str) -> None:
    """Drop a table of SQLite's and make it again as it was, indexes and rows included; the old pages are zeroed."""
    made = text("SELECT sql FROM sqlite_master WHERE tbl_name = :table AND sql IS NOT NULL ORDER BY type DESC")
    statements = (await connection.execute(made, {"table": table})).scalars().all()
    rows = [dict(row) for row in (await connection.execute(text(f"SELECT * FROM {table}"))).mappings()]  # noqa: S608 - our own name
    await connection.exec_driver_sql(f"DROP TABLE {table}")
    for statement in statements:
        await connection.exec_driver_sql(statement)
    if rows:
        names = ", ".join(f'"{name}"' for name in rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        await connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), rows)  # noqa: S608 - our own names


def _write_file_anew(connection: Connection) -> None:
    """Run outside any transaction, as SQLite asks."""
    cursor = connection.connection.cursor()
    cursor.execute("VACUUM")
    cursor.close()


def _truncate_log(connection: Connection) -> None:
    """Run outside any transaction: asking for the driver's connection begins none."""
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cursor.fetchall()
    cursor.close()


def _use_wal(cursor: Any) -> None:  # noqa: ANN401 - a DBAPI cursor
    """Switch to the write-ahead log. Two processes that open a new file at once: SQLite lets neither wait."""
    for attempt in range(WAL_TRIES):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if attempt == WAL_TRIES - 1:
                raise
            time.sleep(WAL_PAUSE)  # in the driver's own thread
        else:
            return
