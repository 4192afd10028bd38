import time
from collections.abc import Mapping, Sequence
from enum import StrEnum

from sqlalchemy import delete, func, select, update

from core.shared.followups import parked_alert
from core.shared.inbox import InboxRow
from core.shared.outbox import OutboxItem
from storage.engine import Database
from storage.operators import operators_chats
from storage.outbox_rows import values_of
from storage.state import write_state
from storage.tables import inbox, outbox
from storage.work import Values, Work

DAY = 86_400


class InboxState(StrEnum):
    PENDING = "pending"
    DONE = "done"
    PARKED = "parked"


_HANDLED: Values = {"state": InboxState.DONE, "payload": None, "order_key": None, "waits_since": None}


class SqlInbox:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, rows: Sequence[InboxRow]) -> Sequence[InboxRow]:
        if not rows:
            return []
        values = [
            {
                "update_id": row.update_id,
                "order_key": row.order_key,
                "payload": row.payload,
                "state": InboxState.PENDING,
            }
            for row in rows
        ]
        async with self._database.transaction() as connection:
            statement = Work(connection).insert_new(inbox, values).returning(inbox.c.update_id)
            fresh = set((await connection.execute(statement)).scalars())
        return [row for row in {row.update_id: row for row in reversed(rows)}.values() if row.update_id in fresh][::-1]

    async def conversations(self) -> Sequence[str]:
        waiting = select(inbox.c.order_key).where(inbox.c.state == InboxState.PENDING, inbox.c.order_key.is_not(None))
        oldest_first = waiting.group_by(inbox.c.order_key).order_by(func.min(inbox.c.seq))
        async with self._database.reading() as connection:
            return (await connection.execute(oldest_first)).scalars().all()

    async def pending(self, order_key: str | None = None, *, limit: int = 1_000_000) -> Sequence[InboxRow]:
        wanted = select(inbox.c.update_id, inbox.c.order_key, inbox.c.payload).where(
            inbox.c.state == InboxState.PENDING
        )
        if order_key is not None:
            wanted = wanted.where(inbox.c.order_key == order_key)
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted.order_by(inbox.c.seq).limit(limit))).mappings().all()
        return [InboxRow(**row) for row in rows]

    async def applied(self, update_id: int) -> bool:
        """Here row and state are committed together; but the answer to the commit may have been lost."""
        waiting = select(inbox.c.update_id).where(inbox.c.update_id == update_id, inbox.c.state == InboxState.PENDING)
        async with self._database.reading() as connection:
            return (await connection.execute(waiting)).scalar() is None

    async def finish(self, update_id: int, writes: Mapping[str, str | None]) -> bool:
        waiting = update(inbox).where(inbox.c.update_id == update_id, inbox.c.state == InboxState.PENDING)
        async with self._database.transaction() as connection:
            done = await connection.execute(waiting.values(_HANDLED))
            if done.rowcount == 1:
                await write_state(connection, writes)
            return done.rowcount == 1

    async def park(self, update_id: int, *, incident: str, payload: str, notice: OutboxItem | None = None) -> bool:
        waiting = update(inbox).where(inbox.c.update_id == update_id, inbox.c.state == InboxState.PENDING)
        async with self._database.transaction() as connection:
            aside: Values = {"state": InboxState.PARKED, "incident": incident, "payload": payload, "waits_since": None}
            aside["parked_at"] = time.time() // DAY * DAY  # a finer moment would date what may be an anonymous message
            done = await connection.execute(waiting.values(aside))
            if done.rowcount != 1:
                return False
            work = Work(connection)
            told = [parked_alert(incident, chat) for chat in await operators_chats(work)]
            for item in (*told, notice) if notice else told:
                await work.run(work.insert_new(outbox, values_of(item)))
        return True

    async def prune(self, keep: int) -> int:
        handled = delete(inbox).where(inbox.c.state == InboxState.DONE)
        async with self._database.transaction() as connection:
            latest = (await connection.execute(select(func.max(inbox.c.seq)))).scalar_one() or 0
            return (await connection.execute(handled.where(inbox.c.seq <= latest - keep))).rowcount

    async def parked(self, limit: int = 100) -> Sequence[str]:
        wanted = select(inbox.c.incident).where(inbox.c.state == InboxState.PARKED).order_by(inbox.c.seq).limit(limit)
        async with self._database.reading() as connection:
            return (await connection.execute(wanted)).scalars().all()

    async def forget_parked(self, before: float) -> int:
        old = update(inbox).where(inbox.c.state == InboxState.PARKED, inbox.c.parked_at < before)
        async with self._database.transaction() as connection:
            return (await connection.execute(old.values({**_HANDLED, "incident": None, "parked_at": None}))).rowcount

    async def unpark(self, incident: str) -> bool:
        aside = update(inbox).where(inbox.c.state == InboxState.PARKED, inbox.c.incident == incident)
        async with self._database.transaction() as connection:
            anew = {"state": InboxState.PENDING, "incident": None, "parked_at": None, "waits_since": time.time()}
            done = await connection.execute(aside.values(anew))
            return done.rowcount == 1
