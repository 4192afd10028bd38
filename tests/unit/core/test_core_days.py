"""What the desk and time do with days: move, call off, mark, remind, open, end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.booking.model import DayState, Reason
from core.booking.places import BookingEvent, BookingState
from core.booking.recurrence import Holiday
from core.shared.messages import Term
from tests.booking_rig import Office, refused
from tests.core_rig import CoreRig
from tests.factories.days import TUESDAY, at
from tests.fakes.world import START

pytestmark = pytest.mark.unit


@pytest.fixture
def office(rig: CoreRig) -> Office:
    return Office(rig)


async def test_a_day_that_is_called_off_is_told_to_everybody_with_its_reason(office: Office, rig: CoreRig) -> None:
    booked, waits = await office.books(rig.wang), None
    await office.books(office.someone(), 1)
    waits = await office.waits(rig.zhao)

    assert await rig.use.booking.close_day(rig.liu, office.day_id, Reason.WEATHER) == 3
    assert (office.day.state, office.day.reason) == (DayState.CLOSED, Reason.WEATHER)
    assert {office.now(b).state for b in (booked, waits)} == {BookingState.CALLED_OFF}
    assert office.told(rig.wang)[-1] == "booking-day-closed"
    assert office.told(rig.zhao) == ["booking-day-closed-waiting"]
    spec = rig.sent_to(rig.wang)[-1].spec
    assert spec is not None
    assert spec.args["reason"] == Term("day-reason-weather")
    assert spec.appointment is not None
    assert spec.appointment.cancelled
    assert spec.appointment.sequence == 2
    assert (await refused(rig.use.booking.close_day(rig.liu, office.day_id, Reason.OTHER))).code == "day-state-closed"


async def test_a_day_that_moves_takes_its_people_along_as_far_as_they_can(rig: CoreRig) -> None:
    office, thursday = Office(rig), Office(rig)
    later = TUESDAY + timedelta(days=2)
    rig.tables.days[thursday.day_id] = replace(thursday.day, state=DayState.CLOSED)
    busy_day = thursday.adds(later)
    mine, theirs = await office.books(rig.wang), await office.books(rig.zhao, 1)
    waits = await office.waits(office.someone())
    clash = await thursday.books(rig.zhao, 1, day_id=busy_day)

    assert (
        await refused(rig.use.booking.move_day(rig.liu, office.day_id, START.date(), Reason.OTHER))
    ).code == "day-past"
    assert later in rig.use.booking.move_day.dates(office.day, [])
    assert await rig.use.booking.move_day(rig.liu, office.day_id, later, Reason.PLACE) == 3
    assert await rig.use.booking.move_day(rig.liu, office.day_id, later, Reason.PLACE) == 0
    assert (office.day.state, office.day.held_on, office.day.planned_on) == (DayState.MOVED, later, TUESDAY)
    assert [slot.begins for slot in office.slots()] == [at(later, 14), at(later, 14, 30)]
    assert [office.now(b).state for b in (mine, theirs, waits)] == ["confirmed", "called_off", "offered"]
    assert office.told(rig.wang)[-1] == "booking-day-moved"
    last = rig.sent_to(rig.zhao)[-1].spec
    assert last is not None
    assert (last.key, last.args["other"]) == ("booking-moved-away", clash.number)


async def test_a_day_moves_to_where_its_people_are_free(rig: CoreRig) -> None:
    office, next_week = Office(rig), TUESDAY + timedelta(days=7)
    use, saturday = rig.use.booking, TUESDAY + timedelta(days=4)
    office.sets(at(TUESDAY - timedelta(days=1), 10))
    views = await use.reader.days([rig.unit.id], TUESDAY, next_week)
    assert next_week in use.move_day.dates(office.day, views)
    there = office.adds(next_week)
    views = await use.reader.days([rig.unit.id], TUESDAY, next_week)
    offered = use.move_day.dates(office.day, views)
    assert not {next_week, saturday, TUESDAY} & set(offered)
    rig.tables.days[there] = replace(rig.tables.days[there], state=DayState.CLOSED)
    views = await use.reader.days([rig.unit.id], TUESDAY, next_week)
    assert next_week in use.move_day.dates(office.day, views)
    on_holidays_too = replace(office.day, plan=replace(office.day.plan, holiday=Holiday.KEEP))
    assert saturday in use.move_day.dates(on_holidays_too, views)


async def test_a_day_underway_is_not_moved_and_what_is_left_of_it_called_off(office: Office, rig: CoreRig) -> None:
    was_there, comes = await office.books(rig.wang), await office.books(rig.zhao, 1)
    waits, use = await office.waits(office.someone()), rig.use.booking
    office.sets(at(TUESDAY, 14))
    refusal = await refused(use.move_day(rig.liu, office.day_id, TUESDAY + timedelta(days=1), Reason.OTHER))
    assert refusal.code == "day-begun"
    assert office.day.state is DayState.OPEN

    assert await use.close_day(rig.liu, office.day_id, Reason.SPECIALIST) == 2
    assert [office.now(b).state for b in (was_there, comes, waits)] == ["confirmed", "called_off", "called_off"]
    assert office.told(rig.wang) == ["booking-ticket"]
    assert (await use.mark(rig.liu, was_there.id, BookingEvent.ARRIVE)).state is BookingState.ARRIVED


async def test_who_is_held_a_place_hears_that_the_day_moved_and_why(office: Office, rig: CoreRig) -> None:
    booked, _ = await office.full()
    waits = await office.waits(rig.wang)
    await rig.use.booking.cancel(office.of(rig.tables.residents[booked.resident_id or ""]), booked.id)
    await rig.use.booking.move_day(rig.liu, office.day_id, TUESDAY + timedelta(days=1), Reason.PLACE)

    spec = rig.sent_to(rig.wang)[-1].spec
    assert spec is not None
    assert (spec.key, spec.args["reason"]) == ("booking-offer-moved", Term("day-reason-place"))
    assert [button.label for row in spec.buttons for button in row][:2] == ["button-offer-take", "button-offer-decline"]
    assert office.now(waits).state is BookingState.OFFERED


async def test_who_has_just_been_told_the_time_is_not_reminded_of_it_at_once(office: Office, rig: CoreRig) -> None:
    booked, _ = await office.full()
    waits = await office.waits(rig.wang)
    office.sets(at(TUESDAY - timedelta(days=1), 10))
    await rig.use.booking.cancel(office.of(rig.tables.residents[booked.resident_id or ""]), booked.id)
    await rig.use.booking.take_offer(rig.wang, waits.id)
    await office.tend()
    assert office.told(rig.wang) == ["booking-offer", "booking-ticket"]
    moved = office.adds(TUESDAY + timedelta(days=3))
    await office.books(rig.zhao, day_id=moved)
    await rig.use.booking.move_day(rig.liu, moved, TUESDAY, Reason.PLACE)
    await office.tend()
    assert office.told(rig.zhao) == ["booking-ticket", "booking-day-moved"]
    office.sets(at(TUESDAY, 13))
    await office.tend()
    assert (office.told(rig.wang)[-1], office.told(rig.zhao)[-1]) == ("booking-reminder-hour", "booking-reminder-hour")


async def test_who_came_and_who_did_not(office: Office, rig: CoreRig) -> None:
    mine, use = await office.books(rig.wang), rig.use.booking
    assert (await refused(use.mark(rig.liu, mine.id, BookingEvent.ARRIVE))).code == "day-not-yet"
    assert (await refused(use.draw_number(rig.liu, office.day_id, 1))).code == "day-not-today"
    office.sets(at(TUESDAY, 14))
    for event, state in (
        (BookingEvent.MISS, "no_show"),
        (BookingEvent.ARRIVE, "arrived"),
        (BookingEvent.MISS, "no_show"),
    ):
        marked = await use.mark(rig.liu, mine.id, event)
        assert await use.mark(rig.chen, mine.id, event) == marked
        assert marked.state == state
    numbers = [(await use.draw_number(who, office.day_id, 1)).walk_in for who in (rig.liu, rig.liu, rig.chen)]
    assert numbers == [1, 1, 2]
    listed = await use.see_day(rig.liu, office.day_id)
    assert [b.state for b in listed.bookings] == ["no_show", "arrived", "arrived"]


async def test_reminders_come_the_day_before_and_an_hour_before_once_each(office: Office, rig: CoreRig) -> None:
    await office.books(rig.wang)
    for moment, so_far in (
        (at(TUESDAY - timedelta(days=1), 8, 59), []),
        (at(TUESDAY - timedelta(days=1), 9), ["booking-reminder-day"]),
        (at(TUESDAY, 12, 59), ["booking-reminder-day"]),
        (at(TUESDAY, 13), ["booking-reminder-day", "booking-reminder-hour"]),
        (at(TUESDAY, 13, 30), ["booking-reminder-day", "booking-reminder-hour"]),
    ):
        office.sets(moment)
        for _ in range(2):
            await office.tend()
        assert office.told(rig.wang) == ["booking-ticket", *so_far], moment


async def test_who_wants_no_reminders_gets_none_but_is_told_what_changes(office: Office, rig: CoreRig) -> None:
    choose = rig.use.booking.reminders
    mine = await office.books(rig.wang)
    await office.books(rig.zhao, 1)
    waiting = office.someone()
    await office.waits(waiting)
    for who in (rig.wang, waiting):
        await choose(who, refuses=True)
    await choose(rig.wang, refuses=True)
    assert (await choose.refused(rig.wang), await choose.refused(rig.zhao)) == (True, False)
    office.sets(at(TUESDAY - timedelta(days=1), 9))
    await office.tend()
    assert (office.told(rig.wang)[-1], office.told(rig.zhao)[-1]) == ("booking-ticket", "booking-reminder-day")
    await rig.use.booking.cancel(rig.wang, mine.id)
    assert office.told(waiting)[-1] == "booking-offer"

    await choose(waiting, refuses=False)
    await rig.use.booking.take_offer(waiting, next(b.id for b in rig.tables.bookings.values() if b.state == "offered"))
    office.sets(at(TUESDAY, 13))
    await office.tend()
    assert office.told(waiting)[-1] == "booking-reminder-hour"


async def test_whoever_was_away_all_the_while_gives_the_last_reminder_alone(office: Office, rig: CoreRig) -> None:
    await office.books(rig.wang)
    office.sets(at(TUESDAY, 13, 30))
    await office.tend()
    assert office.told(rig.wang) == ["booking-ticket", "booking-reminder-hour"]


async def test_whoever_was_away_the_day_before_does_not_say_tomorrow(office: Office, rig: CoreRig) -> None:
    await office.books(rig.wang)
    office.sets(at(TUESDAY, 0, 30))
    for _ in range(2):
        await office.tend()
    office.sets(at(TUESDAY, 13))
    await office.tend()
    assert office.told(rig.wang) == ["booking-ticket", "booking-reminder-today", "booking-reminder-hour"]


async def test_who_books_late_needs_no_reminder(office: Office, rig: CoreRig) -> None:
    office.sets(at(TUESDAY - timedelta(days=1), 10))
    await office.books(rig.wang)
    await office.tend()
    assert office.told(rig.wang) == ["booking-ticket"]
    office.sets(at(TUESDAY, 13))
    await office.tend()
    assert office.told(rig.wang) == ["booking-ticket", "booking-reminder-hour"]


async def test_days_open_and_end_by_themselves(rig: CoreRig) -> None:
    office = Office(rig)
    rig.tables.days[office.day_id] = replace(office.day, state=DayState.PLANNED)
    assert await office.tend()
    assert office.day.state is DayState.OPEN
    await office.full()
    waits = await office.waits(rig.wang)
    office.sets(at(TUESDAY, 15))
    assert await office.tend()
    assert office.day.state is DayState.DONE
    assert office.now(waits).state is BookingState.LAPSED
    assert office.told(rig.wang) == ["booking-waited-in-vain"]
