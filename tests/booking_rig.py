"""A consultation on in-memory storage, and people who book, wait and are told."""

from datetime import date, datetime
from itertools import count
from typing import Any

import pytest

from core.booking.model import Day, Slot
from core.booking.places import Booking
from core.booking.usecases import TendDays, Wish
from core.people.model import Resident
from core.shared.actor import ResidentActor
from core.shared.errors import DomainError
from core.shared.ids import DayId
from tests.core_rig import CoreRig, actor_of
from tests.factories.cases import a_resident
from tests.factories.days import TUESDAY, a_day, a_plan, a_series, some_slots
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START

_requests = count(1)


class Office:
    """A consultation on a Tuesday with two slots of one place each."""

    def __init__(self, rig: CoreRig, **plan: Any) -> None:
        self.rig = rig
        self.series = a_series(rig.unit, plan=a_plan(**plan))
        rig.tables.series[self.series.id] = self.series
        self.day_id = self.adds(TUESDAY)
        self.tend = TendDays(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock)

    def adds(self, held_on: date, **given: Any) -> DayId:
        day = a_day(self.series, held_on, **given)
        self.rig.tables.days[day.id] = day
        for slot in some_slots(day):
            self.rig.tables.slots[slot.id] = slot
        return day.id

    @property
    def day(self) -> Day:
        return self.rig.tables.days[self.day_id]

    def slots(self, day_id: DayId | None = None) -> list[Slot]:
        theirs = [s for s in self.rig.tables.slots.values() if s.day_id == (day_id or self.day_id)]
        return sorted(theirs, key=lambda slot: slot.begins)

    async def books(self, who: ResidentActor, number: int = 0, day_id: DayId | None = None, **wish: Any) -> Booking:
        given = {"request": f"r{next(_requests)}", "slot_id": self.slots(day_id)[number].id}
        return await self.rig.use.booking.book(who, Wish(day_id=day_id or self.day_id, **{**given, **wish}))

    async def waits(self, who: ResidentActor) -> Booking:
        return await self.books(who, slot_id=None)

    async def full(self) -> list[Booking]:
        return [await self.books(self.someone(), number) for number in (0, 1)]

    def someone(self, name: str = "别人") -> ResidentActor:
        agreed = a_resident(self.rig.unit, name=name).agrees(START).agrees_to_transfer(START)
        self.rig.tables.residents[agreed.id] = agreed
        return actor_of(agreed)

    def of(self, who: Resident) -> ResidentActor:
        return actor_of(who)

    def now(self, booking: Booking) -> Booking:
        return self.rig.tables.bookings[booking.id]

    def told(self, who: ResidentActor) -> list[str]:
        return self.rig.said(who.telegram_id)

    def sets(self, moment: datetime) -> None:
        self.rig.clock.move(moment - self.rig.clock.now())


async def refused(deed: Any) -> DomainError:
    with pytest.raises(DomainError) as found:
        await deed
    return found.value
