from collections.abc import Collection, Mapping, Sequence
from datetime import date

from core.duty.model import Away, Colleague, Rota, Swap, SwapState, is_weekly
from core.duty.ports import Slots
from core.petitions.model import OPEN_STAGES
from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import AwayId, SwapId, TelegramUserId, UnitId
from tests.fakes.database import FakeWork, require


class FakeDutyRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def people(self, unit_id: UnitId) -> Sequence[Colleague]:
        found = [each for each in self._work.now().desk_people.values() if each.unit_id == unit_id]
        return sorted(found, key=lambda each: (each.name, each.user_id))

    async def know(self, colleague: Colleague) -> None:
        tables = self._work.now()
        require(colleague.unit_id in tables.units)
        tables.desk_people[colleague.unit_id, colleague.user_id] = colleague

    async def rota(self, unit_id: UnitId, since: date) -> Rota:
        tables = self._work.now()
        slots = {
            slot: people
            for (unit, slot), people in sorted(tables.duty_slots.items())
            if unit == unit_id and (is_weekly(slot) or slot >= since.isoformat())
        }
        off = [each for each in tables.aways.values() if each.unit_id == unit_id and each.last >= since]
        return Rota(
            slots=slots,
            people={each.user_id: each for each in await self.people(unit_id)},
            aways=tuple(sorted(off, key=lambda each: (each.first, each.id))),
        )

    async def lock(self, unit_id: UnitId) -> None:
        require(unit_id in self._work.now().units)
        if self._work.reads_only:
            raise StorageError("storage-failed")

    async def put(self, unit_id: UnitId, slot: str, people: Sequence[TelegramUserId]) -> None:
        self._work.now().duty_slots[unit_id, slot] = tuple(people)

    async def clear(self, unit_id: UnitId, slot: str) -> None:
        self._work.now().duty_slots.pop((unit_id, slot), None)

    async def add_away(self, away: Away) -> None:
        self._work.now().aways[away.id] = away

    async def away(self, away_id: AwayId) -> Away:
        if away_id not in self._work.now().aways:
            raise NotFoundError("away-unknown")
        return self._work.now().aways[away_id]

    async def drop_away(self, away_id: AwayId) -> None:
        self._work.now().aways.pop(away_id, None)

    async def add_swap(self, swap: Swap) -> None:
        self._work.now().swaps[swap.id] = swap

    async def swap(self, swap_id: SwapId) -> Swap:
        if swap_id not in self._work.now().swaps:
            raise NotFoundError("swap-unknown")
        return self._work.now().swaps[swap_id]

    async def save_swap(self, swap: Swap) -> bool:
        if (await self.swap(swap.id)).state is not SwapState.ASKED:
            return False
        self._work.now().swaps[swap.id] = swap
        return True

    async def keep_plan(self, unit_id: UnitId, plan: Slots) -> None:
        self._work.now().duty_plans[unit_id] = {slot: [*people] for slot, people in plan.items()}

    async def take_plan(self, unit_id: UnitId) -> Slots | None:
        return self._work.now().duty_plans.pop(unit_id, None)

    async def cases_of(self, people: Collection[TelegramUserId]) -> Mapping[TelegramUserId, Sequence[str]]:
        found: dict[TelegramUserId, list[str]] = {}
        for case in sorted(self._work.now().petitions.values(), key=lambda each: each.number):
            if case.handler and case.handler.user_id in people and case.stage in OPEN_STAGES:
                found.setdefault(TelegramUserId(case.handler.user_id), []).append(case.number)
        return found
