from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database
from storage.tables import dialog_state
from storage.work import Work

AT_ONCE = 500
"""Keys in one statement: each is a parameter of it."""


class SqlStateStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        async with self._database.reading() as connection:
            found = await connection.execute(select(dialog_state.c.value).where(dialog_state.c.key == key))
            return found.scalar_one_or_none()

    async def put(self, writes: Mapping[str, str | None]) -> None:
        if writes:
            async with self._database.transaction() as connection:
                await write_state(connection, writes)

    async def idle(self) -> Mapping[str, int]:
        now = today()
        async with self._database.reading() as connection:
            rows = await connection.execute(select(dialog_state.c.key, dialog_state.c.updated_at))
            return {key: (now - written).days for key, written in rows}

    async def forget(self, keys: Collection[str], days: int) -> None:
        old, wanted = dialog_state.c.updated_at < today() - timedelta(days=days), list(keys)
        for at in range(0, len(wanted), AT_ONCE):
            async with self._database.transaction() as connection:
                these = dialog_state.c.key.in_(wanted[at : at + AT_ONCE])
                await connection.execute(delete(dialog_state).where(these, old))


def today() -> datetime:
    """Return the beginning of the machine's own day, UTC."""
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


async def write_state(connection: AsyncConnection, writes: Mapping[str, str | None]) -> None:
    """Apply `writes` in the open transaction.

    The time is the machine's own, no demo moves it, and it is kept as a day: a finer one would tell who was writing
    at the moment an anonymous case came in.
    """
    now = today()
    gone = [key for key, value in writes.items() if value is None]
    kept = [
        {"key": key, "value": value, "updated_at": now} for key, value in sorted(writes.items()) if value is not None
    ]
    if gone:
        await connection.execute(delete(dialog_state).where(dialog_state.c.key.in_(gone)))
    for row in kept:
        await connection.execute(Work(connection).upsert(dialog_state, row))
