"""Many people at once, over several connections and pools, as several processes have them: never one place too many."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from core.booking.places import HOLDING, BookingState
from core.booking.usecases import Book, CancelBooking, TakeOffer, Wish
from core.people.model import Resident
from core.shared.errors import AppError
from core.shared.ids import DayId, SlotId
from storage.engine import Database
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.core_rig import actor_of
from tests.factories.cases import a_resident
from tests.factories.days import TUESDAY, a_day, a_plan, a_series, some_slots
from tests.factories.scene import set_scene
from tests.fakes.world import START, FakeClock, FakeIds

pytestmark = pytest.mark.integration
PEOPLE, PLACES = 200, 20


@pytest.fixture(params=["url", "postgres_url"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty SQLite or PostgreSQL database."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def several(address: str) -> AsyncIterator[list[SqlUnitOfWorkFactory]]:
    databases = [Database(address) for _ in range(4)]
    yield [SqlUnitOfWorkFactory(database) for database in databases]
    for database in databases:
        await database.close()


class Rush:
    """Days of one series with one slot each, and people who want them."""

    def __init__(self, factories: list[SqlUnitOfWorkFactory]) -> None:
        self.factories = factories
        self.clock, self.ids = FakeClock(), FakeIds()
        self.people: list[Resident] = []
        self.days: list[tuple[DayId, SlotId]] = []

    async def prepare(self, people: int, capacities: list[int], limit: int = 1, *, same_day: bool = False) -> None:
        uow = self.factories[0]
        scene = await set_scene(uow)
        agreed = [a_resident(scene.unit, name=f"居民{n}").agrees(START) for n in range(people)]
        self.people = [resident.agrees_to_transfer(START) for resident in agreed]
        async with uow() as work:
            for resident in self.people:
                await work.residents.save(resident)
            for number, capacity in enumerate(capacities):
                series = a_series(scene.unit, plan=a_plan(limit=limit))
                day = a_day(series, TUESDAY + timedelta(days=0 if same_day else number))
                slot = some_slots(day, capacity)[0]
                await work.series.save(series)
                await work.days.add(day, [slot])
                self.days.append((day.id, slot.id))
            await work.commit()

    async def all_at_once(self, deeds: list[Callable[[SqlUnitOfWorkFactory], Awaitable[object]]]) -> Counter[str]:
        async def one(number: int) -> str:
            try:
                await deeds[number](self.factories[number % len(self.factories)])
            except AppError as error:
                return error.code
            return "done"

        return Counter(await asyncio.gather(*(one(n) for n in range(len(deeds)))))

    def book(
        self, who: Resident, day: int = 0, request: str = "", *, wait: bool = False
    ) -> Callable[..., Awaitable[object]]:
        day_id, slot_id = self.days[day]
        wish = Wish(request=request or f"{who.id}:{day}", day_id=day_id, slot_id=None if wait else slot_id)
        return lambda uow: Book(uow=uow, clock=self.clock, ids=self.ids)(actor_of(who), wish)

    async def state_of(self, day: int = 0) -> tuple[int, Counter[BookingState]]:
        """What the slot counts as taken, and the states of its bookings."""
        async with self.factories[0].reading() as uow:
            (slot,) = await uow.days.slots(self.days[day][0])
            found = await uow.bookings.of_day(self.days[day][0])
        states = Counter(booking.state for booking in found)
        assert slot.taken == sum(states[state] for state in HOLDING) <= slot.capacity
        return slot.taken, states


async def test_two_hundred_people_for_twenty_places(several: list[SqlUnitOfWorkFactory]) -> None:
    rush = Rush(several)
    await rush.prepare(PEOPLE, [PLACES])

    outcomes = await rush.all_at_once([rush.book(who) for who in rush.people])

    assert outcomes == {"done": PLACES, "slot-full": PEOPLE - PLACES}
    assert await rush.state_of() == (PLACES, {BookingState.CONFIRMED: PLACES})
    async with several[0].reading() as uow:
        numbers = [booking.number for booking in await uow.bookings.of_day(rush.days[0][0])]
    assert len(set(numbers)) == PLACES


async def test_one_person_who_presses_everywhere_at_once_is_booked_once(several: list[SqlUnitOfWorkFactory]) -> None:
    """Twelve days of different series at the same time, each pressed twice."""
    rush = Rush(several)
    await rush.prepare(1, [5] * 12, same_day=True)
    (who,) = rush.people

    outcomes = await rush.all_at_once([rush.book(who, day) for day in range(12)] * 2)

    assert outcomes == {"done": 2, "booking-clash": 22}
    assert sum([(await rush.state_of(day))[0] for day in range(12)]) == 1


async def test_places_that_are_given_up_go_to_who_waits_and_to_nobody_twice(
    several: list[SqlUnitOfWorkFactory],
) -> None:
    rush = Rush(several)
    await rush.prepare(40, [10])
    assert await rush.all_at_once([rush.book(who) for who in rush.people[:10]]) == {"done": 10}
    assert await rush.all_at_once([rush.book(who, wait=True) for who in rush.people[10:30]]) == {"done": 20}
    async with several[0].reading() as uow:
        booked = {b.resident_id: b for b in await uow.bookings.of_day(rush.days[0][0])}

    def gives_up(who: Resident) -> Callable[..., Awaitable[object]]:
        return lambda uow: CancelBooking(uow=uow, clock=rush.clock)(actor_of(who), booked[who.id].id)

    late = [rush.book(who, request=f"late:{who.id}") for who in rush.people[30:]]
    outcomes = await rush.all_at_once(
        [each for pair in zip(map(gives_up, rush.people[:10]), late, strict=True) for each in pair]
    )
    assert outcomes == {"done": 10, "slot-full": 10}
    taken, states = await rush.state_of()
    assert (taken, states) == (10, {BookingState.CANCELLED: 10, BookingState.OFFERED: 10, BookingState.WAITING: 10})

    def takes(who: Resident) -> Callable[..., Awaitable[object]]:
        return lambda uow: TakeOffer(uow=uow, clock=rush.clock)(actor_of(who), booked[who.id].id)

    outcomes = await rush.all_at_once([takes(who) for who in rush.people[10:30]] * 2)
    assert outcomes == {"done": 20, "booking-state-waiting": 20}
    assert (await rush.state_of())[1][BookingState.CONFIRMED] == 10
