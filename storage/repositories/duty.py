from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select, update

from core.duty.model import Away, Colleague, Rota, Swap, SwapState, is_weekly
from core.duty.ports import Slots
from core.petitions.model import OPEN_STAGES
from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import AwayId, SwapId, TelegramUserId, UnitId
from storage.tables import desk_people, duty_aways, duty_plans, duty_slots, duty_swaps, petitions, units
from storage.work import Work


class SqlDutyRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def people(self, unit_id: UnitId) -> Sequence[Colleague]:
        wanted = select(desk_people).where(desk_people.c.unit_id == unit_id)
        rows = (await self._work.run(wanted.order_by(desk_people.c.name, desk_people.c.user_id))).mappings()
        return [Colleague(**row) for row in rows]

    async def know(self, colleague: Colleague) -> None:
        await self._work.run(self._work.upsert(desk_people, asdict(colleague)))

    async def rota(self, unit_id: UnitId, since: date) -> Rota:
        named = select(duty_slots.c.slot, duty_slots.c.people).where(duty_slots.c.unit_id == unit_id)
        rows = (await self._work.run(named.order_by(duty_slots.c.slot))).mappings()
        kept = [row for row in rows if is_weekly(row["slot"]) or row["slot"] >= since.isoformat()]
        slots = {row["slot"]: tuple(row["people"]) for row in kept}
        off = select(duty_aways).where(duty_aways.c.unit_id == unit_id, duty_aways.c.last >= since)
        found = (await self._work.run(off.order_by(duty_aways.c.first, duty_aways.c.id))).mappings()
        people = {each.user_id: each for each in await self.people(unit_id)}
        return Rota(slots=slots, people=people, aways=tuple(Away(**row) for row in found))

    async def lock(self, unit_id: UnitId) -> None:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        await self._work.run(select(units.c.id).where(units.c.id == unit_id).with_for_update(key_share=True))

    async def put(self, unit_id: UnitId, slot: str, people: Sequence[TelegramUserId]) -> None:
        values = {"unit_id": unit_id, "slot": slot, "people": [*people]}
        await self._work.run(self._work.upsert(duty_slots, values))

    async def clear(self, unit_id: UnitId, slot: str) -> None:
        await self._work.run(delete(duty_slots).where(duty_slots.c.unit_id == unit_id, duty_slots.c.slot == slot))

    async def add_away(self, away: Away) -> None:
        await self._work.run(insert(duty_aways).values(asdict(away)))

    async def away(self, away_id: AwayId) -> Away:
        row = (await self._work.run(select(duty_aways).where(duty_aways.c.id == away_id))).mappings().one_or_none()
        if row is None:
            raise NotFoundError("away-unknown")
        return Away(**row)

    async def drop_away(self, away_id: AwayId) -> None:
        await self._work.run(delete(duty_aways).where(duty_aways.c.id == away_id))

    async def add_swap(self, swap: Swap) -> None:
        await self._work.run(insert(duty_swaps).values(asdict(swap)))

    async def swap(self, swap_id: SwapId) -> Swap:
        row = (await self._work.run(select(duty_swaps).where(duty_swaps.c.id == swap_id))).mappings().one_or_none()
        if row is None:
            raise NotFoundError("swap-unknown")
        return _swap(row)

    async def save_swap(self, swap: Swap) -> bool:
        asked = (duty_swaps.c.id == swap.id) & (duty_swaps.c.state == SwapState.ASKED)
        return (await self._work.run(update(duty_swaps).where(asked).values(state=swap.state))).rowcount == 1

    async def keep_plan(self, unit_id: UnitId, plan: Slots) -> None:
        values = {"unit_id": unit_id, "slots": {slot: [*people] for slot, people in plan.items()}}
        await self._work.run(self._work.upsert(duty_plans, values))

    async def take_plan(self, unit_id: UnitId) -> Slots | None:
        taken = delete(duty_plans).where(duty_plans.c.unit_id == unit_id).returning(duty_plans.c.slots)
        return (await self._work.run(taken)).scalar_one_or_none()

    async def cases_of(self, people: Collection[TelegramUserId]) -> Mapping[TelegramUserId, Sequence[str]]:
        theirs = petitions.c.handler_id.in_([*people]) & petitions.c.stage.in_(OPEN_STAGES)
        wanted = select(petitions.c.handler_id, petitions.c.number).where(theirs).order_by(petitions.c.number)
        found: dict[Any, list[str]] = {}
        for row in (await self._work.run(wanted)).mappings():
            found.setdefault(row["handler_id"], []).append(row["number"])
        return found


def _swap(row: RowMapping) -> Swap:
    return Swap(**{**row, "state": SwapState(row["state"])})
