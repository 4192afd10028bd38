"""Months, quarters and years of the community's days, and the same a year before."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS_A_QUARTER = 3
_SPAN = re.compile(r"(?P<year>[12][0-9]{3})(?:q(?P<quarter>[1-4])|m(?P<month>1[0-2]|[1-9]))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A year, or one quarter or one month of it."""

    year: int
    quarter: int = 0
    month: int = 0

    @property
    def key(self) -> str:
        """Return it as buttons bear it: 2026, 2026q4, 2026m11."""
        return (
            f"{self.year}q{self.quarter}" if self.quarter else f"{self.year}m{self.month}" if self.month else self.name
        )

    @property
    def name(self) -> str:
        return str(self.year)

    @classmethod
    def parse(cls, key: str) -> "Span | None":
        found = _SPAN.fullmatch(key)
        if found is None:
            return None
        return cls(int(found["year"]), int(found["quarter"] or 0), int(found["month"] or 0))

    @property
    def parted(self) -> bool:
        """Tell whether it is a part of a year."""
        return bool(self.month or self.quarter)

    @property
    def first(self) -> date:
        return date(self.year, self._first_month, 1)

    @property
    def last(self) -> date:
        month = self._first_month + self._months - 1
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def _months(self) -> int:
        return 1 if self.month else MONTHS_A_QUARTER if self.quarter else 12

    @property
    def _first_month(self) -> int:
        return self.month or (MONTHS_A_QUARTER * (self.quarter - 1) + 1 if self.quarter else 1)

    def like_this(self, day: date) -> "Span":
        """Return the span of the same length that holds a day."""
        quarter = quarter_of(day.month)
        return Span(day.year, quarter if self.quarter else 0, day.month if self.month else 0)

    @property
    def earlier(self) -> "Span":
        return self.like_this(self.first - timedelta(days=1))

    @property
    def later(self) -> "Span":
        return self.like_this(self.last + timedelta(days=1))

    @property
    def a_year_before(self) -> "Span":
        return replace(self, year=self.year - 1)

    def until(self, today: date) -> date:
        """Return its last day that has begun: figures are never about days to come."""
        return min(self.last, today)


def spans_of(day: date) -> tuple[Span, Span, Span]:
    """Return the month, the quarter and the year that hold a day."""
    return Span(day.year, month=day.month), Span(day.year, quarter_of(day.month)), Span(day.year)


def quarter_of(month: int) -> int:
    return (month - 1) // MONTHS_A_QUARTER + 1


def year_before(day: date) -> date:
    """Return the same day a year earlier; of 29 February the 28th."""
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))
