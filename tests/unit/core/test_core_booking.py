"""What residents do with days: book, wait, take or decline what is offered, cancel, book anew."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.booking.model import DayState, Reason
from core.booking.places import BookingEvent, BookingState
from core.booking.policy import held_until
from core.shared.errors import NotFoundError
from core.shared.ids import BookingId, SlotId
from tests.booking_rig import Office, refused
from tests.core_rig import CoreRig, actor_of
from tests.factories.cases import a_resident, a_unit
from tests.factories.days import TUESDAY, at
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit


@pytest.fixture
def office(rig: CoreRig) -> Office:
    return Office(rig)


async def test_a_place_is_booked_once_however_often_it_is_asked_for(office: Office, rig: CoreRig) -> None:
    first = await office.books(rig.wang, request="same", topic="想问遗产", shared=True)
    second = await office.books(rig.wang, request="same")

    assert first == second
    assert (first.number, first.state, first.topic) == ("YY-2026-000001", BookingState.CONFIRMED, "想问遗产")
    assert [slot.taken for slot in office.slots()] == [1, 0]
    assert office.told(rig.wang) == ["booking-ticket"]
    assert {(row.actor, row.subject) for row in rig.tables.audit} == {("resident", first.id)}  # and who is not for ever
    entry = rig.sent_to(rig.wang)[0].spec.appointment
    assert entry is not None
    assert (entry.begins, entry.name, entry.cancelled) == (at(TUESDAY, 14), first.number, False)


async def test_a_full_slot_is_refused_and_nothing_is_kept(office: Office, rig: CoreRig) -> None:
    await office.books(rig.zhao)

    assert (await refused(office.books(rig.wang))).code == "slot-full"
    assert [b.resident_id for b in rig.tables.bookings.values()] == [rig.zhao.resident_id]


async def test_rules_that_say_no(office: Office, rig: CoreRig) -> None:
    other = office.adds(TUESDAY + timedelta(days=7))
    assert (await refused(office.books(rig.wang, begins=at(TUESDAY, 15)))).code == "slot-moved"
    mine = await office.books(rig.wang, begins=at(TUESDAY, 14))

    assert (await refused(office.books(rig.wang, 1))).args_for_text == {"number": mine.number}
    assert (await refused(office.books(rig.wang, day_id=other))).code == "booking-limit"
    rig.tables.days[other] = replace(rig.tables.days[other], state=DayState.PLANNED)
    assert (await refused(office.books(rig.zhao, day_id=other))).code == "day-state-planned"
    assert (await refused(office.waits(rig.zhao))).code == "day-has-places"
    office.sets(at(TUESDAY, 13))
    assert (await refused(office.books(rig.zhao))).code == "slot-over"
    office.sets(at(TUESDAY, 14))
    assert (await refused(rig.use.booking.cancel(rig.wang, mine.id))).code == "booking-over"
    office.sets(at(TUESDAY, 14, 30))
    assert (await refused(office.waits(rig.zhao))).code == "slot-over"


async def test_nobody_is_booked_twice_at_one_time(office: Office, rig: CoreRig) -> None:
    other = Office(rig)
    mine = await office.books(rig.wang)

    clash = await refused(other.books(rig.wang))
    assert (clash.code, clash.args_for_text) == ("booking-clash", {"number": mine.number})
    await other.books(rig.wang, 1)


async def test_strangers_find_nothing(office: Office, rig: CoreRig) -> None:
    elsewhere = a_unit()
    rig.tables.units[elsewhere.id] = elsewhere
    far = a_resident(elsewhere).agrees(START).agrees_to_transfer(START)
    new = a_resident(rig.unit)
    rig.tables.residents |= {far.id: far, new.id: new}
    mine, use = await office.books(rig.wang), rig.use.booking

    for deed in (
        office.books(actor_of(far), 1),
        use.cancel(rig.zhao, mine.id),
        use.take_offer(rig.zhao, mine.id),
        office.books(rig.zhao, 1, instead=mine.id),
        office.books(rig.zhao, slot_id=SlotId("nobody")),
        use.mark(rig.stranger, mine.id, BookingEvent.ARRIVE),
        use.close_day(rig.stranger, office.day_id, Reason.OTHER),
        use.see_day(rig.stranger, office.day_id),
        use.cancel(rig.wang, BookingId("nobody")),
    ):
        with pytest.raises(NotFoundError):
            await deed
    assert (await refused(office.books(actor_of(new), 1))).code == "consent-first"


async def test_a_cancelled_place_is_offered_to_who_waits_first_and_taken(office: Office, rig: CoreRig) -> None:
    booked, _ = await office.full()
    first, second = await office.waits(rig.wang), await office.waits(rig.zhao)
    holder = next(
        a for a in [actor_of(r) for r in rig.tables.residents.values()] if a.resident_id == booked.resident_id
    )

    await rig.use.booking.cancel(holder, booked.id)
    assert await rig.use.booking.cancel(holder, booked.id) == office.now(booked)

    offered = office.now(first)
    assert (offered.state, offered.slot_id) == (BookingState.OFFERED, booked.slot_id)
    assert offered.offer_until == rig.clock.now() + timedelta(hours=4)
    assert office.now(second).state is BookingState.WAITING
    assert (await refused(office.books(office.someone()))).code == "slot-full"
    taken = await rig.use.booking.take_offer(rig.wang, first.id)
    assert await rig.use.booking.take_offer(rig.wang, first.id) == taken
    assert taken.state is BookingState.CONFIRMED
    assert office.told(rig.wang) == ["booking-offer", "booking-ticket"]
    assert [slot.taken for slot in office.slots()] == [1, 1]
    assert office.told(holder) == ["booking-ticket", "booking-cancelled"]


async def test_an_offer_passes_on_when_it_is_declined_or_over(office: Office, rig: CoreRig) -> None:
    booked, _ = await office.full()
    third = office.someone("第三个")
    waiting = [await office.waits(who) for who in (rig.wang, rig.zhao, third)]
    await rig.use.booking.cancel(actor_of(rig.tables.residents[booked.resident_id or ""]), booked.id)

    await rig.use.booking.decline_offer(rig.wang, waiting[0].id)
    await rig.use.booking.decline_offer(rig.wang, waiting[0].id)
    assert [office.now(b).state for b in waiting] == ["declined", "offered", "waiting"]
    rig.clock.move(timedelta(hours=4))
    assert (await refused(rig.use.booking.take_offer(rig.zhao, waiting[1].id))).code == "offer-over"
    assert await office.tend()
    assert not await office.tend()
    assert [office.now(b).state for b in waiting] == ["declined", "lapsed", "offered"]
    assert (await refused(rig.use.booking.take_offer(rig.zhao, waiting[1].id))).code == "offer-over"
    assert office.told(rig.zhao) == ["booking-offer", "booking-offer-over"]
    assert [slot.taken for slot in office.slots()] == [1, 1]


@pytest.mark.parametrize(
    ("offered", "minutes", "until"),
    [
        (at(TUESDAY, 10), 240, at(TUESDAY, 14)),
        (at(TUESDAY, 17), 240, at(TUESDAY, 21)),
        (at(TUESDAY, 20), 240, at(TUESDAY + timedelta(days=1), 11)),
        (at(TUESDAY, 22, 30), 240, at(TUESDAY + timedelta(days=1), 12)),
        (at(TUESDAY, 3), 10, at(TUESDAY, 8, 10)),
        (at(TUESDAY, 10), 26 * 60, at(TUESDAY + timedelta(days=2), 10)),
    ],
)
def test_nights_do_not_count_while_a_place_is_held(offered: datetime, minutes: int, until: datetime) -> None:
    assert held_until(offered, minutes, SHANGHAI) == until


async def test_whoever_sleeps_keeps_their_turn_until_the_morning(office: Office, rig: CoreRig) -> None:
    booked, _ = await office.full()
    waits = await office.waits(rig.wang)
    evening = TUESDAY - timedelta(days=2)
    office.sets(at(evening, 22, 30))
    await rig.use.booking.cancel(actor_of(rig.tables.residents[booked.resident_id or ""]), booked.id)
    office.sets(at(evening + timedelta(days=1), 11, 59))
    await office.tend()
    assert (await rig.use.booking.take_offer(rig.wang, waits.id)).state is BookingState.CONFIRMED


async def test_priority_goes_before_first_come_and_nobody_is_offered_a_time_they_have(rig: CoreRig) -> None:
    office, other = Office(rig), Office(rig)
    booked, _ = await office.full()
    busy, first = await office.waits(rig.wang), await office.waits(rig.zhao)
    preferred = await office.waits(office.someone())
    rig.tables.bookings[preferred.id] = replace(preferred, priority=1)
    await other.books(rig.wang)
    holder = actor_of(next(r for r in rig.tables.residents.values() if r.id == booked.resident_id))

    await rig.use.booking.cancel(holder, booked.id)
    assert office.now(preferred).state is BookingState.OFFERED
    rig.clock.move(timedelta(hours=5))
    await office.tend()
    assert [office.now(b).state for b in (busy, first)] == [BookingState.WAITING, BookingState.OFFERED]


async def test_what_it_is_about_is_ones_own_until_the_time_begins(office: Office, rig: CoreRig) -> None:
    mine, tell = await office.books(rig.wang), rig.use.booking.tell_topic
    told = await tell(rig.wang, mine.id, "问" * 501, shared=True)
    assert (len(told.topic), told.shared) == (500, True)
    assert await tell(rig.wang, mine.id, "问" * 501, shared=True) == told
    assert not (await tell(rig.wang, mine.id, "", shared=True)).shared
    with pytest.raises(NotFoundError):
        await tell(rig.zhao, mine.id, "别人的", shared=True)
    office.sets(at(TUESDAY, 14))
    assert (await refused(tell(rig.wang, mine.id, "晚了", shared=True))).code == "booking-over"
    await rig.use.booking.mark(rig.liu, mine.id, BookingEvent.ARRIVE)
    assert (await refused(tell(rig.wang, mine.id, "晚了", shared=True))).code == "booking-state-arrived"


async def test_who_has_blocked_us_is_passed_over_until_they_are_back(office: Office, rig: CoreRig) -> None:
    holders = [actor_of(rig.tables.residents[b.resident_id or ""]) for b in await office.full()]
    gone, waits = await office.waits(rig.wang), await office.waits(rig.zhao)
    away = rig.tables.residents[rig.wang.resident_id]
    rig.tables.residents[away.id] = replace(away, unreachable_since=START)

    async def cancels(number: int) -> None:
        held = next(b for b in rig.tables.bookings.values() if b.resident_id == holders[number].resident_id)
        await rig.use.booking.cancel(holders[number], held.id)

    await cancels(0)
    assert [office.now(b).state for b in (gone, waits)] == ["waiting", "offered"]
    rig.tables.residents[away.id] = away
    await cancels(1)
    assert office.now(gone).state is BookingState.OFFERED


async def test_booking_anew_gives_up_the_old_place_in_the_same_moment(office: Office, rig: CoreRig) -> None:
    await office.books(rig.zhao, 1)
    mine = await office.books(rig.wang)
    waits = await office.waits(office.someone())

    assert (await refused(office.books(rig.wang, 1, instead=mine.id))).code == "slot-full"
    assert office.now(mine).state is BookingState.CONFIRMED
    other = office.adds(TUESDAY + timedelta(days=7))
    new = await office.books(rig.wang, day_id=other, instead=mine.id)
    assert [office.now(b).state for b in (mine, new, waits)] == ["cancelled", "confirmed", "offered"]
