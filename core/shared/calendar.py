"""Which days are worked on: what was imported, over what a library knows. Years of which nobody knows say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from core.shared.clock import Calendar
from core.shared.ids import UnitId

NATIONAL_DAY = (10, 1)
"""Month and day. Every arrangement of a year has it: a file without it is no whole year."""
NAMED = frozenset(
    {
        "new-years-day",
        "spring-festival",
        "tomb-sweeping-day",
        "labour-day",
        "dragon-boat-festival",
        "mid-autumn-festival",
        "national-day",
    }
)
"""Holidays with a name in every language (`holiday-…`); any other is called as its file calls it."""


class Off(StrEnum):
    """What an arrangement says of a day. Stored by value: never rename."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedDay:
    """A day that is not as its weekday says: a public holiday, or a weekend day that is worked on instead."""

    day: date
    kind: Off
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Everything that was imported. Of a year that is in it, it alone counts."""

    days: Mapping[date, ArrangedDay]
    version: int = 0
    """How often was imported: what was computed by an earlier one may have to be computed anew."""

    @property
    def years(self) -> frozenset[int]:
        return frozenset(day.year for day in self.days)


NOTHING_ARRANGED = Arrangement(days={})


class CalendarRepository(Protocol):
    """What was imported. Writes in the open unit of work; commit required."""

    async def arrangement(self) -> Arrangement: ...

    async def replace(self, days: Sequence[ArrangedDay]) -> bool:
        """Let these days be all there is of the years they are in, as a new version; False if that changes nothing."""
        ...

    async def hours(self) -> Mapping[UnitId, str]:
        """Return the office hours of every unit that has any of its own, as `OfficeHours.write` wrote them."""
        ...

    async def set_hours(self, unit_id: UnitId, hours: str) -> None:
        """Let a unit have these hours; "" takes them away."""
        ...


class ArrangedCalendar:
    """An arrangement over another calendar."""

    def __init__(self, base: Calendar, arrangement: Arrangement = NOTHING_ARRANGED) -> None:
        self._base = base
        self._days, self._years = arrangement.days, arrangement.years
        self._version = arrangement.version

    @property
    def stamp(self) -> str:
        return f"{self._version:06d}.{self._base.stamp}"

    def is_workday(self, day: date) -> bool:
        if day.year not in self._years:
            return self._base.is_workday(day)
        arranged = self._days.get(day)
        return day.isoweekday() <= 5 if arranged is None else arranged.kind is Off.WORKDAY  # noqa: PLR2004 - Friday

    def knows(self, year: int) -> bool:
        return year in self._years or self._base.knows(year)

    def holiday(self, day: date) -> str:
        if day.year not in self._years:
            return self._base.holiday(day)
        arranged = self._days.get(day)
        return "" if arranged is None or arranged.kind is Off.WORKDAY else arranged.name
