from datetime import date
from functools import cached_property
from types import ModuleType

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

    @cached_property
    def _arrangements(self) -> ModuleType:
        import chinese_calendar  # noqa: PLC0415 - most commands never ask for a working day

        module: ModuleType = chinese_calendar
        return module

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(day.year for day in self._arrangements.constants.holidays if day.month == LAST_ARRANGED_MONTH)
