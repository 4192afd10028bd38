from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.shared.outbox import RowState
from core.shared.watch import Depth
from storage.engine import Database
from storage.inbox import InboxState
from storage.tables import inbox, outbox

_INBOX = (InboxState.PENDING, InboxState.PARKED)
_OUTBOX = (RowState.PENDING, RowState.DEAD, RowState.UNREACHABLE)


class SqlDepths:
    """Reads indexes only, and of them only what is not done: a year's sent rows are passed over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self) -> Depth:
        async with self._database.reading() as connection:
            return Depth(
                inbox=await _counts(connection, inbox, _INBOX),
                outbox=await _counts(connection, outbox, _OUTBOX),
                inbox_since=(await connection.execute(oldest(inbox))).scalar_one_or_none(),
                outbox_since=(await connection.execute(oldest(outbox))).scalar_one_or_none(),
            )


async def _counts(connection: AsyncConnection, table: Table, states: Sequence[str]) -> dict[str, int]:
    found = dict.fromkeys(map(str, states), 0)
    for state, count in await connection.execute(counted(table, states)):
        found[state] = count
    return found


def counted(table: Table, states: Sequence[str]) -> Select[Any, int]:
    return select(table.c.state, func.count()).where(table.c.state.in_(states)).group_by(table.c.state)


def oldest(table: Table) -> Select[Any]:
    since = table.c.waits_since
    return select(since).where(since.is_not(None)).order_by(since).limit(1)
