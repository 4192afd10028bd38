from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import RowMapping, delete, select

from core.abuse.model import Block, BlockedPerson, BlockReason
from core.shared.ids import ResidentId, UnitId
from core.shared.tries import Limit
from storage.tables import blocks, paces, petitions, residents
from storage.work import Work


class SqlPaceRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def take(self, limit: Limit, who: str, now: float, count: int = 1) -> float:
        row = {"name": limit.name, "who": who}
        await self._work.run(self._work.insert_new(paces, {**row, "since": now, "count": 0}))
        theirs = (paces.c.name == limit.name) & (paces.c.who == who)
        counted = select(paces.c.since, paces.c.count).where(theirs).with_for_update()
        known = (await self._work.run(counted)).mappings().one()
        began, so_far = known["since"], known["count"]
        over = began + limit.seconds <= now or began > now  # a clock that was ahead keeps nobody waiting
        since, done = (now, 0) if over else (began, so_far)
        if done and done + count > limit.count:
            return float(since + limit.seconds - now)
        await self._work.run(self._work.upsert(paces, {**row, "since": since, "count": done + count}))
        return 0.0

    async def forget(self, before: float) -> None:
        await self._work.run(delete(paces).where(paces.c.since < before))


class SqlBlockRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def put(self, block: Block) -> None:
        await self._work.run(self._work.upsert(blocks, asdict(block)))

    async def of(self, resident_id: ResidentId, units: Collection[UnitId]) -> Sequence[Block]:
        wanted = select(blocks).where(blocks.c.resident_id == resident_id, blocks.c.unit_id.in_([*units]))
        return [_block_of(row) for row in (await self._work.run(wanted)).mappings()]

    async def in_unit(self, unit_id: UnitId) -> Sequence[BlockedPerson]:
        wanted = (
            select(blocks, residents.c.name.label("resident_name"), petitions.c.number)
            .join(residents, residents.c.id == blocks.c.resident_id)
            .join(petitions, petitions.c.id == blocks.c.petition_id)
            .where(blocks.c.unit_id == unit_id)
            .order_by(blocks.c.until, blocks.c.since, blocks.c.resident_id)
        )
        rows = (await self._work.run(wanted)).mappings()
        return [BlockedPerson(block=_block_of(row), name=row["resident_name"], number=row["number"]) for row in rows]

    async def lift(self, resident_id: ResidentId, unit_id: UnitId) -> None:
        gone = (blocks.c.resident_id == resident_id) & (blocks.c.unit_id == unit_id)
        await self._work.run(delete(blocks).where(gone))

    async def forget(self, ended_by: datetime) -> None:
        await self._work.run(delete(blocks).where(blocks.c.until <= ended_by))


def _block_of(row: RowMapping) -> Block:
    return Block(**{**{column.name: row[column.name] for column in blocks.c}, "reason": BlockReason(row["reason"])})
