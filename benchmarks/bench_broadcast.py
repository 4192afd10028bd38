"""Ten thousand recipients into the outbox: our chunks against the peer's way, a row and a statement at a time.

Both write the same rows into the same kind of file, with a commit after each chunk, and meanwhile somebody else commits
a receipt again and again: how long they wait for the one writer is the other half. Read the ratios, not the numbers.
"""

import asyncio
import statistics
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.adapters.clock import SystemClock
from core.broadcast.messages import told
from core.broadcast.model import Campaign, CampaignKind, Content, DigestLine, Rhythm, Subscription, Topic
from core.broadcast.usecases import TendCampaigns
from core.broadcast.usecases.tending import CHUNK, audience_of
from core.people.model import Level, Purpose, Resident, StaffChat, Unit
from core.shared.ids import CampaignId, ChatId, ResidentId, TelegramUserId, UnitId
from core.shared.language import Language
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from storage import migrate
from storage.engine import Database
from storage.tables import outbox
from storage.unit_of_work import SqlUnitOfWorkFactory

PEOPLE = 10_000
UNIT = UnitId("unit")
NOW = datetime.now(UTC)


async def community(folder: Path) -> Database:
    url = f"sqlite+aiosqlite:///{folder}/{uuid.uuid4().hex}.db"
    await migrate.upgrade(url)
    database = Database(url)
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.units.add(Unit(id=UNIT, parent_id=None, level=Level.COMMUNITY, name="unit", invite="unit"))
        await uow.staff_chats.save(
            StaffChat(
                chat_id=ChatId(-1), unit_id=UNIT, purposes=frozenset({Purpose.DESK}), title="desk", is_forum=False
            )
        )
        for n in range(PEOPLE):
            person = Resident(
                id=ResidentId(f"{n:032x}"),
                telegram_id=TelegramUserId(1_000 + n),
                name="somebody",
                language=Language.ZH_CN,
                language_chosen=True,
                unit_id=UNIT,
            )
            await uow.residents.save(person.agrees(NOW).agrees_to_transfer(NOW))
            await uow.subscriptions.save(
                Subscription(resident_id=person.id, rhythm=Rhythm.WEEKLY, quiet=None, since=NOW)
            )
        await uow.commit()
    return database


def campaign() -> Campaign:
    day = MessageSpec("digest-day", {"day": NOW.date(), "title": "activity", "free": 3})
    lines = tuple(DigestLine(unit_id=UNIT, topic=Topic.DAYS, spec=day) for _ in range(8))
    return Campaign(
        id=CampaignId("campaign"),
        kind=CampaignKind.WEEKLY,
        unit_id=UNIT,
        period="2026-11-27T18:00",
        content=Content(lines=lines),
        made_at=NOW,
        units=frozenset({UNIT}),
    )


async def ours(uow: SqlUnitOfWorkFactory) -> None:
    async with uow() as work:
        await work.campaigns.add(campaign())
        await work.commit()
    await TendCampaigns(uow=uow, clock=SystemClock(UTC))()


async def peers(uow: SqlUnitOfWorkFactory) -> None:
    """A statement for each recipient."""
    sent, cursor = campaign(), None
    while True:
        async with uow() as work:
            people = await work.campaigns.recipients(audience_of(sent), cursor, CHUNK)
            for to in people:
                item = told(sent, "unit", {UNIT}, to)
                if item is not None:
                    work.outbox.add(item)
            await work.commit()
        if len(people) < CHUNK:
            return
        cursor = people[-1].choice.resident_id


async def receipts(uow: SqlUnitOfWorkFactory, stop: asyncio.Event) -> list[float]:
    """Somebody else's commits meanwhile, each with how long it took in seconds."""
    waits: list[float] = []
    spec = MessageSpec("receipt", {"number": "XF-2026-000001"})
    while not stop.is_set():
        item = OutboxItem(
            dedupe=f"receipt:{len(waits)}",
            operation=Operation.SEND,
            chat_id=ChatId(7),
            priority=Priority.REPLY,
            spec=spec,
        )
        began = time.perf_counter()
        async with uow() as work:
            work.outbox.add(item)
            await work.commit()
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.01)
    return waits


async def measured(folder: Path, way: Callable[[SqlUnitOfWorkFactory], Awaitable[None]]) -> tuple[float, list[float]]:
    database = await community(folder)
    uow, stop = SqlUnitOfWorkFactory(database), asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        other = tasks.create_task(receipts(uow, stop))
        began = time.perf_counter()
        await way(uow)
        took = time.perf_counter() - began
        stop.set()
    waits = other.result()
    rows = select(func.count()).where(outbox.c.campaign_id.is_not(None), outbox.c.operation == Operation.SEND)
    async with database.reading() as connection:
        written = (await connection.execute(rows)).scalar_one()
    if written != PEOPLE:
        raise ValueError(written)
    await database.close()
    return took, waits


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = {name: await measured(Path(folder), way) for name, way in (("peer: row by row", peers), ("ours", ours))}
    for name, (took, waits) in found.items():
        print(
            f"{name:<20}{PEOPLE / took:8.0f} people/s   somebody else's commit meanwhile: "
            f"p50 {statistics.median(waits) * 1_000:6.1f} ms   longest {max(waits) * 1_000:7.1f} ms"
        )
    (slow, slow_waits), (fast, fast_waits) = found.values()
    print(f"{slow / fast:.1f} times as fast; the longest wait is {max(fast_waits) / max(slow_waits):.2f} of the peer's")


if __name__ == "__main__":
    asyncio.run(main())
