"""On which days a series is held: the rule, and what happens when a day is a holiday (DOMAIN §3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from core.shared.clock import Calendar

DECEMBER = 12
LONGEST_BREAK = 14
"""Days within which a working day is looked for; no public holiday is longer."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on a weekday, 1 is Monday."""

    weekday: int

    def dates(self, first: date, last: date) -> Iterator[date]:
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7)
        while day <= last:
            yield day
            day += timedelta(days=7)

    def ordinal(self, day: date) -> int:
        """Number the weeks through, whatever was skipped: by it people take turns."""
        return day.toordinal() // 7


@dataclass(frozen=True, slots=True)
class Monthly:
    """Every month on a day; months that have no such day have none."""

    day: int

    def dates(self, first: date, last: date) -> Iterator[date]:
        year, month = first.year, first.month
        while (year, month) <= (last.year, last.month):
            day = _day_of(year, month, self.day)
            if day is not None and first <= day <= last:
                yield day
            year, month = (year + 1, 1) if month == DECEMBER else (year, month + 1)

    def ordinal(self, day: date) -> int:
        return day.year * 12 + day.month


@dataclass(frozen=True, slots=True)
class Once:
    """A single day, for hearings, lectures and the like."""

    on: date

    def dates(self, first: date, last: date) -> Iterator[date]:
        if first <= self.on <= last:
            yield self.on

    def ordinal(self, day: date) -> int:
        return day.toordinal()


Rule: TypeAlias = Weekly | Monthly | Once


class Holiday(StrEnum):
    """What becomes of a day that is no working day; the series' own setting. Stored by value: never rename."""

    SKIP = "skip"
    NEXT_WORKDAY = "next_workday"
    KEEP = "keep"
    """It is held all the same: most activities are on a day off."""


def held_on(planned: date, holiday: Holiday, calendar: Calendar) -> date | None:
    """Return the day on which what the rule plans for `planned` is held; None if it is not held."""
    if holiday is Holiday.KEEP or calendar.is_workday(planned):
        return planned
    if holiday is Holiday.SKIP:
        return None
    later = (planned + timedelta(days=n) for n in range(1, LONGEST_BREAK + 1))
    return next((day for day in later if calendar.is_workday(day)), None)


def held_once(rule: Rule, planned: date, holiday: Holiday, calendar: Calendar) -> date | None:
    """Return what `held_on` does, but None where the rule has another day then: the same people cannot be there twice.

    A Tuesday put off over a long holiday may fall on the next Tuesday, and two days on one and the same.
    """
    held = held_on(planned, holiday, calendar)
    if held is None or held == planned:
        return held
    others = (day for day in rule.dates(planned - timedelta(days=LONGEST_BREAK), held) if day != planned)
    taken = (day for day in others if (day == held or day < planned) and held_on(day, holiday, calendar) == held)
    return None if any(taken) else held


def pack_rule(rule: Rule) -> str:
    """Write a rule as it is stored: `weekly:2`, `monthly:15`, `once:2026-12-05`."""
    match rule:
        case Weekly(weekday):
            return f"weekly:{weekday}"
        case Monthly(day):
            return f"monthly:{day}"
        case Once(on):
            return f"once:{on.isoformat()}"


def read_rule(stored: str) -> Rule:
    """Read what `pack_rule` wrote; raises ValueError for anything else."""
    kind, _, value = stored.partition(":")
    match kind:
        case "weekly":
            return Weekly(int(value))
        case "monthly":
            return Monthly(int(value))
        case "once":
            return Once(date.fromisoformat(value))
        case _:
            raise ValueError(stored)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
