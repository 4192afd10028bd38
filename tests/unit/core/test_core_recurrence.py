"""On which days a series is held, year in, year out."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.booking.model import DayState, Plan, Reason, Session
from core.booking.recurrence import Holiday, Monthly, Once, Rule, Weekly, held_on, held_once, pack_rule, read_rule
from core.booking.usecases import ImportSeries, MakeDays, SeriesRow
from core.jobs import TakeTurn
from core.shared.errors import NotFoundError
from tests.core_rig import CoreRig
from tests.factories.days import a_plan, a_series, at
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import FakeCalendar

pytestmark = pytest.mark.unit
NEW_YEAR = date(2027, 1, 1)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
RULES = st.one_of(st.integers(1, 7).map(Weekly), st.integers(1, 31).map(Monthly), DAYS.map(Once))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Weekly(2), ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]),
        (Monthly(15), ["2026-12-15"]),
        (Monthly(31), ["2026-12-31"]),
        (Once(date(2026, 12, 5)), ["2026-12-05"]),
        (Once(date(2026, 11, 5)), []),
    ],
)
def test_what_a_rule_plans(rule: Rule, expected: list[str]) -> None:
    found = rule.dates(date(2026, 12, 1), date(2026, 12, 31))
    assert [day.isoformat() for day in found] == expected


def test_a_month_without_such_a_day_has_none() -> None:
    found = list(Monthly(31).dates(date(2026, 1, 1), date(2026, 12, 31)))
    assert [day.month for day in found] == [1, 3, 5, 7, 8, 10, 12]


@given(RULES, DAYS, st.integers(0, 400))
def test_a_rule_asks_of_each_day_the_same_whatever_stretch_it_is_in(rule: Rule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    each = [day for n in range(length + 1) for day in rule.dates(first + timedelta(days=n), first + timedelta(days=n))]
    assert list(rule.dates(first, last)) == each


@given(RULES)
def test_a_rule_comes_back_as_it_was_written(rule: Rule) -> None:
    assert read_rule(pack_rule(rule)) == rule


@pytest.mark.parametrize("stored", ["", "daily:1", "weekly:", "monthly:x", "once:2026-13-01"])
def test_what_is_no_rule_is_refused(stored: str) -> None:
    with pytest.raises(ValueError, match=r"^$|daily|literal|month"):
        read_rule(stored)


@pytest.mark.parametrize(
    ("holiday", "expected"),
    [(Holiday.SKIP, None), (Holiday.KEEP, NEW_YEAR), (Holiday.NEXT_WORKDAY, date(2027, 1, 4))],
)
def test_what_becomes_of_a_holiday(holiday: Holiday, expected: date | None) -> None:
    calendar = FakeCalendar(NEW_YEAR)
    assert held_on(NEW_YEAR, holiday, calendar) == expected
    assert held_on(date(2027, 1, 5), holiday, calendar) == date(2027, 1, 5)


def test_where_nobody_ever_works_nothing_is_put_off_for_ever() -> None:
    calendar = FakeCalendar(*(NEW_YEAR + timedelta(days=n) for n in range(30)))
    assert held_on(NEW_YEAR, Holiday.NEXT_WORKDAY, calendar) is None


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Weekly(2), [None, "2026-02-24"]),  # put off from the 17th it would stand beside the 24th's own
        (Weekly(1), ["2026-02-24", None]),  # both put off: one is enough
        (Monthly(17), ["2026-02-24"]),
    ],
)
def test_after_a_long_holiday_nobody_is_expected_twice_on_one_day(rule: Rule, expected: list[str | None]) -> None:
    calendar = FakeCalendar(*(date(2026, 2, 15) + timedelta(days=n) for n in range(9)))
    planned = rule.dates(date(2026, 2, 16), date(2026, 2, 24))
    held = [held_once(rule, day, Holiday.NEXT_WORKDAY, calendar) for day in planned]
    assert [day and day.isoformat() for day in held] == expected


def test_leaders_take_turns_week_by_week() -> None:
    plan = a_plan(rota=("甲", "乙", "丙"), specialists=())
    tuesdays = [date(2026, 12, 1) + timedelta(weeks=n) for n in range(4)]
    turns = [plan.people(day)[0] for day in tuesdays]
    assert turns[0] == turns[3]
    assert set(turns) == {"甲", "乙", "丙"}


def test_a_session_is_cut_into_whole_slots() -> None:
    assert Session(time(9), time(10, 10), 30, 1).slots() == [(time(9), time(9, 30)), (time(9, 30), time(10))]
    assert Session(time(9), time(9, 10), 30, 1).slots() == []


def test_a_plan_of_an_earlier_version_has_what_it_lacks_by_default() -> None:
    stored = a_plan(limit=3).to_json()
    del stored["limit"]
    assert Plan.from_json(stored) == a_plan()


def maker(rig: CoreRig) -> MakeDays:
    return MakeDays(clock=rig.clock, calendar=rig.calendar, ids=rig.ids)


async def test_the_days_of_the_coming_weeks_are_made_once(rig: CoreRig) -> None:
    series = a_series(rig.unit, plan=a_plan(holiday=Holiday.SKIP))
    rig.tables.series[series.id] = series
    take = TakeTurn(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock)
    job = maker(rig)

    assert await take(job) is not None
    assert await take(job) is None
    made = sorted(day.held_on for day in rig.tables.days.values())
    assert made == [date(2026, 11, 24) + timedelta(weeks=n) for n in range(8)]
    rig.clock.move(timedelta(days=21))
    assert await take(job) is not None
    days = sorted(day.held_on for day in rig.tables.days.values())
    assert days == [date(2026, 11, 24) + timedelta(weeks=n) for n in range(11)]
    first = min(rig.tables.days.values(), key=lambda day: day.held_on)
    assert (first.state, first.opens_at, first.people) == (DayState.PLANNED, at(date(2026, 11, 10), 0), ("冯律师",))
    slots = sorted(slot.begins for slot in rig.tables.slots.values() if slot.day_id == first.id)
    assert slots == [at(first.held_on, 14), at(first.held_on, 14, 30)]


async def test_what_people_wrote_is_erased_a_month_after_the_day(rig: CoreRig) -> None:
    asked: list[date] = []

    async def forget(before: date) -> int:
        asked.append(before)
        return 0

    async with InMemoryUnitOfWorkFactory(rig.database)() as uow:
        uow.bookings.forget_topics = forget
        schedule = maker(rig).schedule
        period = schedule.latest(rig.clock.now(), rig.clock.zone)
        await maker(rig).run(uow, type("T", (), {"period": period})())
    assert asked == [datetime(2026, 10, 24).date()]  # noqa: DTZ001 - a date has no zone


async def test_no_day_is_made_of_a_series_that_has_ended_or_of_hours_that_are_over(rig: CoreRig) -> None:
    rig.clock.move(at(date(2026, 11, 24), 15) - rig.clock.now())
    series = a_series(rig.unit)
    rig.tables.series[series.id] = series
    async with InMemoryUnitOfWorkFactory(rig.database)() as uow:
        made = await maker(rig).of(uow, series)
        assert made[0].held_on == date(2026, 12, 1)
        assert await maker(rig).of(uow, a_series(rig.unit, active=False)) == []


async def test_what_is_put_off_by_a_holiday_is_made_during_it(rig: CoreRig) -> None:
    rig.clock.move(at(date(2026, 11, 25), 9) - rig.clock.now())
    rig.calendar = FakeCalendar(date(2026, 11, 24), date(2026, 11, 25))
    series = a_series(rig.unit, plan=a_plan(holiday=Holiday.NEXT_WORKDAY))
    rig.tables.series[series.id] = series
    async with InMemoryUnitOfWorkFactory(rig.database)() as uow:
        made = await maker(rig).of(uow, series)
    assert (made[0].planned_on, made[0].held_on) == (date(2026, 11, 24), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("holiday", "state", "held"),
    [
        (Holiday.NEXT_WORKDAY, DayState.PLANNED, date(2026, 12, 17)),
        (Holiday.SKIP, DayState.CLOSED, date(2026, 12, 15)),
        (Holiday.KEEP, DayState.PLANNED, date(2026, 12, 15)),
    ],
)
async def test_days_nobody_can_have_booked_follow_a_calendar_that_becomes_known(
    rig: CoreRig, holiday: Holiday, state: DayState, held: date
) -> None:
    series = a_series(rig.unit, plan=a_plan(holiday=holiday))
    rig.tables.series[series.id] = series

    async def night() -> None:
        async with InMemoryUnitOfWorkFactory(rig.database)() as uow:
            await maker(rig).of(uow, series)
            await uow.commit()

    await night()
    by_plan = {day.planned_on: day.id for day in rig.tables.days.values()}
    opened, moved = by_plan[date(2026, 12, 1)], by_plan[date(2026, 12, 22)]
    rig.tables.days[opened] = replace(rig.tables.days[opened], state=DayState.OPEN)
    rig.tables.days[moved] = replace(rig.tables.days[moved], reason=Reason.PLACE)
    rig.calendar = FakeCalendar(*(date(2026, 12, day) for day in (1, 15, 16, 22)))
    for _ in range(2):
        await night()
    day = rig.tables.days[by_plan[date(2026, 12, 15)]]
    assert (day.state, day.held_on, day.opens_at) == (state, held, at(held, 0) - timedelta(days=14))
    slots = sorted(slot.begins for slot in rig.tables.slots.values() if slot.day_id == day.id)
    assert slots == [at(held, 14), at(held, 14, 30)]
    assert [rig.tables.days[each].held_on for each in (opened, moved)] == [date(2026, 12, 1), date(2026, 12, 22)]
    assert len(rig.tables.days) == 8


async def test_a_file_is_taken_in_whole_or_not_at_all(rig: CoreRig) -> None:
    take = ImportSeries(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock, ids=rig.ids, make=maker(rig))
    good = SeriesRow(unit=rig.unit.name, slug="law", plan=a_plan())

    with pytest.raises(NotFoundError, match="unit-unknown"):
        await take([good, SeriesRow(unit="没有这里", slug="law", plan=a_plan())])
    seen = await take([good], preview=True)
    assert (seen[0].change, len(seen[0].days)) == ("new", 8)
    assert (rig.tables.series, rig.tables.days) == ({}, {})
    assert [(await take([good]))[0].change for _ in range(2)] == ["new", "same"]
    changed = await take([SeriesRow(unit=rig.unit.name, slug="law", plan=a_plan(place="三楼"))])
    assert (changed[0].change, list(changed[0].days)) == ("changed", [])
    assert {day.plan.place for day in rig.tables.days.values()} == {"二楼调解室"}
