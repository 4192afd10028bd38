"""Sixteen people confirm at once: our one SQLite writer against SQLAlchemy's default pool on the same file format.

Both do the same work through the same code: look for an earlier submission, then audit row and two outbox rows, one
commit. Only the engine differs. Read the ratios, not the numbers: they depend on the disk and on what else runs.
"""

import asyncio
import statistics
import tempfile
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import create_async_engine

from core.shared.errors import AppError
from core.shared.ids import ChatId, DraftId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from storage import migrate
from storage.engine import Database
from storage.unit_of_work import SqlUnitOfWorkFactory

SUBMITTERS = 16
SECONDS = 4.0
ROUNDS = 2
PRAGMAS = (
    "busy_timeout=10000",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "cache_size=-65536",
)


class DefaultPool(Database):
    """The peer: SQLAlchemy's own pool (5 and 10 more) and the driver's own transactions; our pragmas."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._writer = create_async_engine(url)
        event.listen(self._writer.sync_engine, "connect", _pragmas)


@dataclass
class Tally:
    """What one engine did: milliseconds of each commit, and the submissions it refused."""

    waits: list[float] = field(default_factory=list)
    refused: int = 0

    def show(self, name: str) -> None:
        cuts = statistics.quantiles(self.waits, n=100)
        print(
            f"{name:<28}{len(self.waits) / (SECONDS * ROUNDS):8.0f}/s   p50 {cuts[49]:7.1f} ms   "
            f"p99 {cuts[98]:7.1f} ms   longest {max(self.waits):7.1f} ms   refused {self.refused}"
        )


def _pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _item(chat: int, name: str) -> OutboxItem:
    spec = MessageSpec("receipt", {"text": "楼道的灯坏了一个星期了，晚上看不见台阶。" * 10})
    return OutboxItem(dedupe=name, operation=Operation.SEND, chat_id=ChatId(chat), priority=Priority.REPLY, spec=spec)


async def submit(units: SqlUnitOfWorkFactory, number: int) -> None:
    name = uuid.uuid4().hex
    async with units() as uow:
        await uow.petitions.by_draft(DraftId(name))
        uow.audit.record("petition.submitted", str(number), name, at=datetime.now(UTC))
        uow.outbox.add(_item(number, f"receipt:{name}"))
        uow.outbox.add(_item(-number, f"card:{name}"))
        await uow.commit()


async def submitter(units: SqlUnitOfWorkFactory, number: int, until: float, tally: Tally) -> None:
    while (began := time.perf_counter()) < until:
        try:
            await submit(units, number)
        except AppError:
            tally.refused += 1
        else:
            tally.waits.append((time.perf_counter() - began) * 1000)


async def measure(kind: type[Database], folder: Path, tally: Tally) -> None:
    url = f"sqlite+aiosqlite:///{folder / f'{uuid.uuid4().hex}.db'}"
    await migrate.upgrade(url)
    database = kind(url)
    try:
        units = SqlUnitOfWorkFactory(database)
        until = time.perf_counter() + SECONDS
        async with asyncio.TaskGroup() as group:
            for number in range(1, SUBMITTERS + 1):
                group.create_task(submitter(units, number, until, tally))
    finally:
        await database.close()


async def main() -> None:
    ours, peer = Tally(), Tally()
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as folder:
        for _ in range(ROUNDS):  # by turns, so that a busy moment of the machine hits both
            await measure(Database, Path(folder), ours)
            await measure(DefaultPool, Path(folder), peer)
    print(f"Outbox: {SUBMITTERS} submitters, {SECONDS * ROUNDS:.0f} s each")
    ours.show("one writer connection (ours)")
    peer.show("SQLAlchemy's default pool")
    faster = len(ours.waits) / len(peer.waits)
    worst = max(peer.waits) / max(ours.waits)
    print(f"→ {faster:.2f} × as many submissions; the peer's longest wait is {worst:.1f} × ours\n")


if __name__ == "__main__":
    asyncio.run(main())
