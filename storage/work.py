"""What repositories write with: the open transaction, and inserts that do not mind what is already there."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.integrity import translated

Values: TypeAlias = dict[str, Any]
"""Column name → value."""
Insert: TypeAlias = postgresql.Insert | sqlite.Insert
"""The two have ON CONFLICT in common, in words and in methods, but not a class."""


class Work:
    """Buffered writes go out in the order they were made, before anything else is asked and at commit."""

    def __init__(self, connection: AsyncConnection, *, reads_only: bool = False) -> None:
        self.reads_only = reads_only
        self._connection = connection
        self._buffer: list[Executable] = []

    @property
    def is_postgresql(self) -> bool:
        return self._connection.dialect.name == "postgresql"

    @property
    def is_sqlite(self) -> bool:
        return self._connection.dialect.name == "sqlite"

    def insert(self, table: Table) -> Insert:
        """Begin an INSERT that may have an ON CONFLICT clause."""
        if self.is_postgresql:
            return postgresql.insert(table)
        return sqlite.insert(table)

    def insert_new(self, table: Table, rows: Values | Sequence[Values]) -> Insert:
        """Return an INSERT that skips what any unique constraint already holds."""
        return self.insert(table).values(rows).on_conflict_do_nothing()

    def upsert(self, table: Table, row: Values, *changed: str) -> Insert:
        """Return an INSERT by primary key; a row that is there gets the columns `changed`, by default all."""
        keys = [column.name for column in table.primary_key]
        statement = self.insert(table).values(row)
        update = {name: statement.excluded[name] for name in changed or row if name not in keys}
        return statement.on_conflict_do_update(index_elements=keys, set_=update)

    def later(self, statement: Executable) -> None:
        self._buffer.append(statement)

    async def run(self, statement: Executable) -> CursorResult[Any]:
        await self.flush()
        with translated():
            return await self._connection.execute(statement)

    async def run_many(self, statement: Executable, rows: Sequence[Values]) -> None:
        """Run one statement for each of many rows with the same columns."""
        await self.flush()
        with translated():
            await self._connection.execute(statement, rows)

    async def flush(self) -> None:
        buffer, self._buffer = self._buffer, []
        with translated():
            for statement in buffer:
                await self._connection.execute(statement)
