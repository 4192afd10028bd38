"""Many people at once, over several connections and pools, as several processes have them: never one place too many."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from random import Random

import pytest

from core.booking.model import DayState, Reason
from core.booking.places import HOLDING, LIVE, Booking, BookingState
from core.booking.usecases import (
    Book,
    CancelBooking,
    CloseDay,
    DeclineOffer,
    MoveDay,
    TakeOffer,
    TendDays,
    Wish,
)
from core.people.model import Resident, StaffChat
from core.shared.errors import AppError
from core.shared.ids import DayId, ResidentId, SlotId
from storage.engine import Database
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.core_rig import actor_of, staff_of
from tests.factories.cases import a_resident
from tests.factories.days import TUESDAY, a_day, a_plan, a_series, some_slots
from tests.factories.scene import set_scene
from tests.fakes.world import START, FakeCalendar, FakeClock, FakeIds

pytestmark = pytest.mark.integration
PEOPLE, PLACES = 200, 20
Deed = Callable[[SqlUnitOfWorkFactory], Awaitable[object]]


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
        self.desk: StaffChat | None = None
        self.people: list[Resident] = []
        self.days: list[tuple[DayId, SlotId]] = []

    async def prepare(self, people: int, capacities: list[int], limit: int = 1, *, same_day: bool = False) -> None:
        uow = self.factories[0]
        scene = await set_scene(uow)
        self.desk = scene.desk
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


async def test_whatever_happens_at_once_every_place_is_counted_and_nobody_is_in_two_places(
    several: list[SqlUnitOfWorkFactory],
) -> None:
    """Residents book, wait, change, cancel and answer while the desk moves days onto each other and time goes on."""
    rush, chance = Rush(several), Random(0)  # noqa: S311 - the same scene every time
    await rush.prepare(24, [3] * 4)
    assert rush.desk is not None
    desk = staff_of(rush.desk)
    await rush.all_at_once([rush.book(who, day) for day in range(4) for who in rush.people[day * 6 : day * 6 + 3]])
    await rush.all_at_once(
        [rush.book(who, day, wait=True) for day in range(4) for who in rush.people if chance.random() < 0.5]
    )
    live: list[Booking] = []
    async with several[0].reading() as uow:
        for day_id, _ in rush.days:
            live += [booking for booking in await uow.bookings.of_day(day_id) if booking.state in LIVE]
    who_is = {who.id: actor_of(who) for who in rush.people}

    def answers(deed: type[CancelBooking | TakeOffer | DeclineOffer], booking: Booking) -> Deed:
        return lambda uow: deed(uow=uow, clock=rush.clock)(who_is[booking.resident_id or ResidentId("")], booking.id)

    def changes(booking: Booking) -> Deed:
        day_id, slot_id = chance.choice(rush.days)
        wish = Wish(request=f"anew:{booking.id}", day_id=day_id, slot_id=slot_id, instead=booking.id)
        actor = who_is[booking.resident_id or ResidentId("")]
        return lambda uow: Book(uow=uow, clock=rush.clock, ids=rush.ids)(actor, wish)

    def moves(day: int, to: int) -> Deed:
        on, calendar = TUESDAY + timedelta(days=to), FakeCalendar()
        return lambda uow: MoveDay(uow=uow, clock=rush.clock, calendar=calendar)(
            desk, rush.days[day][0], on, Reason.OTHER
        )

    deeds: list[Deed] = [moves(day, chance.randrange(4)) for day in range(4) for _ in range(2)]
    deeds += [lambda uow: CloseDay(uow=uow, clock=rush.clock)(desk, rush.days[3][0], Reason.OTHER)]
    deeds += [lambda uow: TendDays(uow=uow, clock=rush.clock)() for _ in range(4)]
    for booking in live:
        deeds += [answers(deed, booking) for deed in (CancelBooking, TakeOffer, DeclineOffer) if chance.random() < 0.4]
        deeds += [changes(booking)] if chance.random() < 0.4 else []
    deeds += [rush.book(who, chance.randrange(4), f"late:{who.id}") for who in rush.people]
    chance.shuffle(deeds)
    outcomes = await rush.all_at_once(deeds)

    assert not {code for code in outcomes if code.endswith(("-failed", "-changed", "-exists"))}, outcomes
    held: dict[str, list[tuple[datetime, datetime]]] = {}
    async with several[0].reading() as uow:
        for number, (day_id, _) in enumerate(rush.days):
            if (await uow.days.get(day_id)).state is not DayState.CLOSED:  # what it had taken no longer matters
                await rush.state_of(number)
            slots = {slot.id: slot for slot in await uow.days.slots(day_id)}
            for booking in await uow.bookings.of_day(day_id):
                if booking.state is BookingState.CONFIRMED and booking.slot_id and booking.resident_id:
                    slot = slots[booking.slot_id]
                    held.setdefault(booking.resident_id, []).append((slot.begins, slot.ends))
    twice = [sorted(times) for times in held.values() if len(set(times)) < len(times)]
    assert twice == []
