from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database
from storage.tables import dialog_state
from storage.work import Work


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


async def write_state(connection: AsyncConnection, writes: Mapping[str, str | None]) -> None:
    """Apply `writes` in the open transaction.

    The time is the machine's own, no demo moves it, and it is kept as a day: a finer one would tell who was writing
    at the moment an anonymous case came in.
    """
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    gone = [key for key, value in writes.items() if value is None]
    kept = [
        {"key": key, "value": value, "updated_at": today} for key, value in sorted(writes.items()) if value is not None
    ]
    if gone:
        await connection.execute(delete(dialog_state).where(dialog_state.c.key.in_(gone)))
    for row in kept:
        await connection.execute(Work(connection).upsert(dialog_state, row))
