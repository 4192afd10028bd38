import asyncio
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.adapters import clock as clock_module
from bot.adapters.calendar import ChineseCalendar
from bot.adapters.clock import OffsetRefresher, SystemClock, SystemElapsed
from core.petitions.clocks import add_workdays
from core.shared.errors import StorageError

pytestmark = pytest.mark.unit

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_calendar_spring_festival_2026_with_its_make_up_days() -> None:
    calendar = ChineseCalendar()
    working = {day: calendar.is_workday(date(2026, 2, day)) for day in (13, 14, 15, 16, 18, 23, 24, 28)}

    assert working == {13: True, 14: True, 15: False, 16: False, 18: False, 23: False, 24: True, 28: True}
    assert calendar.knows(2026)


def test_calendar_unknown_year_counts_monday_to_friday_and_says_so() -> None:
    calendar = ChineseCalendar()

    assert not calendar.knows(2027)
    assert [calendar.is_workday(date(2027, 1, day)) for day in range(1, 8)] == [
        True, False, False, True, True, True, True,
    ]  # fmt: skip


def test_workdays_over_the_year_end_are_uncertain() -> None:
    assert add_workdays(date(2026, 2, 13), 2, ChineseCalendar()) == (date(2026, 2, 24), True)
    assert add_workdays(date(2026, 12, 30), 3, ChineseCalendar()) == (date(2027, 1, 4), False)


def test_clock_is_aware_and_in_utc() -> None:
    clock = SystemClock(SHANGHAI)

    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.zone == SHANGHAI


async def test_clock_shift_is_honoured_only_in_a_demo() -> None:
    asked = 0

    async def three_days() -> timedelta:
        nonlocal asked
        asked += 1
        return timedelta(days=3)

    real, demo = SystemClock(SHANGHAI), SystemClock(SHANGHAI)
    await OffsetRefresher(real, three_days, demo=False).refresh()
    async with asyncio.timeout(1):
        await OffsetRefresher(real, three_days, demo=False).run()
    assert (real.offset, asked) == (timedelta(0), 0)

    await OffsetRefresher(demo, three_days, demo=True).refresh()
    assert demo.now() - real.now() > timedelta(days=2, hours=23)


async def test_clock_follows_the_shift_and_survives_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "REFRESH_SECONDS", 0.0)
    clock, moved = SystemClock(SHANGHAI), asyncio.Event()
    answers = iter([None, timedelta(hours=1), timedelta(hours=2)])

    async def read() -> timedelta:
        answer = next(answers, timedelta(hours=2))
        if answer is None:
            raise StorageError("database-gone")
        if answer == timedelta(hours=2):
            moved.set()
        return answer

    following = asyncio.gather(OffsetRefresher(clock, read, demo=True).run())
    async with asyncio.timeout(5):
        await moved.wait()
    following.cancel()

    assert clock.offset >= timedelta(hours=1)


def test_elapsed_does_not_follow_the_civil_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    elapsed = SystemElapsed()
    before = elapsed.seconds()
    assert abs(before - time.time()) < 5

    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert 0 <= elapsed.seconds() - before < 5
