from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.calendar import ChineseCalendar
from core.petitions.clocks import Pledges, add_workdays, end_of, promise, promise_after_acceptance
from core.shared.clock import local_day, utc
from tests.fakes.world import SHANGHAI, START, FakeCalendar, FakeClock

pytestmark = pytest.mark.unit

CHINA = ChineseCalendar()
PLEDGES = Pledges()


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 2, date(2026, 10, 9)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),  # a make-up Saturday counts
        (date(2026, 9, 30), 4, date(2026, 10, 12)),
        (date(2026, 9, 18), 1, date(2026, 9, 20)),  # a make-up Sunday counts
        (date(2026, 9, 18), 5, date(2026, 9, 24)),
        (date(2026, 9, 18), 6, date(2026, 9, 28)),  # Mid-Autumn Friday does not
        (date(2026, 10, 3), 1, date(2026, 10, 8)),  # begun in the middle of the holiday
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 13), 2, date(2026, 2, 24)),
        (date(2026, 2, 14), 1, date(2026, 2, 24)),  # over the Spring Festival
        (date(2026, 2, 25), 3, date(2026, 2, 28)),
        (date(2026, 2, 25), 0, date(2026, 2, 25)),
    ],
)
def test_working_days_follow_the_official_arrangement_of_2026(start: date, count: int, due: date) -> None:
    assert add_workdays(start, count, CHINA) == (due, True)


def test_over_the_end_of_what_is_known_monday_to_friday_count_and_the_promise_says_so() -> None:
    assert add_workdays(date(2026, 12, 31), 1, CHINA) == (date(2027, 1, 1), False)
    assert add_workdays(date(2026, 12, 30), 1, CHINA) == (date(2026, 12, 31), True)
    assert add_workdays(date(2027, 1, 1), 1, CHINA) == (date(2027, 1, 4), False)


def test_even_zero_days_in_an_unknown_year_are_uncertain() -> None:
    assert add_workdays(date(2027, 1, 1), 0, FakeCalendar(unknown=frozenset({2027}))) == (date(2027, 1, 1), False)


@given(st.dates(date(2026, 1, 1), date(2026, 11, 1)), st.integers(1, 25))
def test_exactly_so_many_working_days_lie_between(start: date, count: int) -> None:
    due, certain = add_workdays(start, count, CHINA)

    days = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert sum(CHINA.is_workday(day) for day in days) == count
    assert CHINA.is_workday(due)
    assert certain


def test_the_promises_of_a_petition_before_national_day() -> None:
    clock = FakeClock(datetime(2026, 9, 30, 10, 0, tzinfo=SHANGHAI).astimezone(UTC))

    promises = promise(clock.now(), clock, CHINA, PLEDGES)

    assert promises.claim_by == datetime(2026, 10, 8, 23, 59, 59, tzinfo=SHANGHAI)
    assert promises.reply_by == datetime(2026, 10, 13, 23, 59, 59, tzinfo=SHANGHAI)
    assert promises.accept_by == datetime(2026, 10, 15, 23, 59, 59, tzinfo=SHANGHAI)
    assert promises.answer_by == datetime(2026, 11, 29, 23, 59, 59, tzinfo=SHANGHAI)
    assert promises.calendar_certain


def test_a_day_begins_at_midnight_of_the_community_not_of_greenwich() -> None:
    """At five in the morning in Shanghai it is still yesterday in UTC."""
    early = FakeClock(datetime(2026, 11, 23, 21, 30, tzinfo=UTC))

    promises = promise(early.now(), early, FakeCalendar(), PLEDGES)

    assert local_day(promises.claim_by, SHANGHAI) == date(2026, 11, 25)
    assert local_day(promises.accept_by, SHANGHAI) == date(2026, 12, 9)


@pytest.mark.parametrize(
    ("unknown", "certain"), [(frozenset(), True), (frozenset({2026}), False), (frozenset({2027}), False)]
)
def test_a_promise_that_touches_an_unknown_year_is_uncertain(unknown: frozenset[int], certain: bool) -> None:
    clock = FakeClock(datetime(2026, 12, 28, 2, 0, tzinfo=UTC))

    assert promise(clock.now(), clock, FakeCalendar(unknown=unknown), PLEDGES).calendar_certain is certain


def test_an_unknown_year_out_of_reach_of_working_days_changes_nothing() -> None:
    """The 60 statutory days are calendar days: they need no calendar."""
    clock = FakeClock(START)

    promises = promise(START, clock, FakeCalendar(unknown=frozenset({2027})), PLEDGES)

    assert promises.answer_by.year == 2027
    assert promises.calendar_certain


def test_pledges_are_configuration() -> None:
    clock = FakeClock(START)

    promises = promise(START, clock, FakeCalendar(), Pledges(claim_workdays=3, answer_workdays=10))

    assert local_day(promises.claim_by, SHANGHAI) == date(2026, 11, 26)
    assert local_day(promises.reply_by, SHANGHAI) == date(2026, 12, 7)


def test_acceptance_starts_the_sixty_days_anew_and_nothing_else() -> None:
    clock = FakeClock(START)
    before = promise(START, clock, FakeCalendar(), PLEDGES)

    after = promise_after_acceptance(before, START + timedelta(days=4), clock)

    assert after == replace(before, answer_by=before.answer_by + timedelta(days=4))


def test_the_day_of_acceptance_is_the_day_on_the_communitys_wall() -> None:
    clock = FakeClock(START)
    before = promise(START, clock, FakeCalendar(), PLEDGES)

    after = promise_after_acceptance(before, datetime(2026, 11, 23, 17, 0, tzinfo=UTC), clock)  # 1:00 on the 24th

    assert local_day(after.answer_by, SHANGHAI) == date(2027, 1, 23)


def test_a_period_ends_with_the_last_second_of_its_last_day() -> None:
    assert end_of(date(2026, 10, 8), FakeClock()).astimezone(UTC) == datetime(2026, 10, 8, 15, 59, 59, tzinfo=UTC)


def test_a_moment_without_zone_is_read_as_utc() -> None:
    naive = datetime(2026, 10, 8, 1, 0)  # noqa: DTZ001 - what storage hands back
    assert utc(naive) == datetime(2026, 10, 8, 1, 0, tzinfo=UTC)
    assert utc(datetime(2026, 10, 8, 9, 0, tzinfo=SHANGHAI)) == datetime(2026, 10, 8, 1, 0, tzinfo=UTC)
