from collections.abc import Collection, Sequence
from datetime import datetime

from core.abuse.model import Block, BlockedPerson
from core.shared.ids import ResidentId, UnitId
from core.shared.tries import Limit
from tests.fakes.database import FakeWork, require


class FakePaceRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def take(self, limit: Limit, who: str, now: float, count: int = 1) -> float:
        paces = self._work.now().paces
        since, done = paces.get((limit.name, who), (now, 0))
        if since + limit.seconds <= now or since > now:
            since, done = now, 0
        if done and done + count > limit.count:
            return since + limit.seconds - now
        paces[limit.name, who] = (since, done + count)
        return 0.0

    async def forget(self, before: float) -> None:
        paces = self._work.now().paces
        for key in [key for key, (since, _) in paces.items() if since < before]:
            del paces[key]


class FakeBlockRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def put(self, block: Block) -> None:
        tables = self._work.now()
        require(block.resident_id in tables.residents and block.unit_id in tables.units)
        require(block.petition_id in tables.petitions)
        tables.blocks[block.resident_id, block.unit_id] = block

    async def of(self, resident_id: ResidentId, units: Collection[UnitId]) -> Sequence[Block]:
        known = self._work.now().blocks.values()
        return [block for block in known if block.resident_id == resident_id and block.unit_id in units]

    async def in_unit(self, unit_id: UnitId) -> Sequence[BlockedPerson]:
        tables = self._work.now()
        here = [block for block in tables.blocks.values() if block.unit_id == unit_id]
        return [
            BlockedPerson(
                block=block,
                name=tables.residents[block.resident_id].name,
                number=tables.petitions[block.petition_id].number,
            )
            for block in sorted(here, key=lambda block: (block.until, block.since, block.resident_id))
        ]

    async def lift(self, resident_id: ResidentId, unit_id: UnitId) -> None:
        self._work.now().blocks.pop((resident_id, unit_id), None)

    async def forget(self, ended_by: datetime) -> None:
        blocks = self._work.now().blocks
        for key in [key for key, block in blocks.items() if block.until <= ended_by]:
            del blocks[key]
