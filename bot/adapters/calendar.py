import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import date
from functools import cached_property
from types import ModuleType

from core.shared.calendar import NAMED, ArrangedCalendar, Arrangement
from core.shared.errors import StorageError

_log = logging.getLogger(__name__)

REFRESH_SECONDS = 10.0

SATURDAY = 5
LAST_ARRANGED_MONTH = 10
"""A year is known when its October is: a New Year's day alone may come with the year before."""


class ChineseCalendar:
    """Public holidays and make-up workdays as the State Council arranged them; what it has not yet said is unknown."""

    def is_workday(self, day: date) -> bool:
        if not self.knows(day.year):
            return day.weekday() < SATURDAY
        return bool(self._arrangements.is_workday(day))

    def knows(self, year: int) -> bool:
        return year in self._years

    def holiday(self, day: date) -> str:
        """Name public holidays alone: a weekend inside of one has its name as well."""
        if not self.knows(day.year):
            return ""
        off, name = self._arrangements.get_holiday_detail(day)
        return _slug(name) if off and name else ""

    @property
    def stamp(self) -> str:
        return str(max(self._years))

    def names(self) -> dict[str, str]:
        """Return what holidays are called in Chinese, by the names of `core.shared.calendar.NAMED`."""
        known = {_slug(each.value): each.chinese for each in self._arrangements.constants.Holiday}
        return {slug: name for slug, name in known.items() if slug in NAMED}

    @cached_property
    def _arrangements(self) -> ModuleType:
        import chinese_calendar  # noqa: PLC0415 - most commands never ask for a working day

        module: ModuleType = chinese_calendar
        return module

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(day.year for day in self._arrangements.constants.holidays if day.month == LAST_ARRANGED_MONTH)


def _slug(name: str) -> str:
    return name.casefold().replace("'", "").replace(" ", "-")


class KnownCalendar:
    """What has been imported over what the library knows, as `refresh` has read it last.

    What is computed meanwhile bears the stamp of what it was computed by, and is computed anew.
    """

    def __init__(self, read: Callable[[], Awaitable[Arrangement]]) -> None:
        self._read = read
        self.library = ChineseCalendar()
        self._calendar = ArrangedCalendar(self.library)

    async def refresh(self) -> None:
        """Read what was imported; raises StorageError."""
        self._calendar = ArrangedCalendar(self.library, await self._read())

    async def run(self) -> None:
        """Follow what is imported until cancelled."""
        while True:
            await asyncio.sleep(REFRESH_SECONDS)
            try:
                await self.refresh()
            except StorageError as error:
                _log.warning("the calendar could not be read: %s", error.code)

    def is_workday(self, day: date) -> bool:
        return self._calendar.is_workday(day)

    def knows(self, year: int) -> bool:
        return self._calendar.knows(year)

    def holiday(self, day: date) -> str:
        return self._calendar.holiday(day)

    @property
    def stamp(self) -> str:
        return self._calendar.stamp
