"""When people are at a unit's office, and when they are back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from unicodedata import normalize

from core.shared.clock import Calendar

MONDAY, FRIDAY = 1, 5
LOOK_AHEAD = 60
"""Days. No office is closed for longer; beyond that nothing is said of when people are back."""
_SHIFT = re.compile(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)")
_DAYS = re.compile(r"[1-7](?:-[1-7])?(?:,[1-7](?:-[1-7])?)*")


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of a day, its end not counted."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """By weekday (1 is Monday). On a public holiday nobody is there, on a make-up workday it is as on a Monday."""

    week: Mapping[int, tuple[Shift, ...]]

    @classmethod
    def read(cls, text: str) -> "OfficeHours":
        """Read `1-5 9:00-12:00 14:00-17:30; 6 9:00-12:00`; raises ValueError with the part that is none."""
        week: dict[int, tuple[Shift, ...]] = {}
        for part in filter(None, (part.strip() for part in normalize("NFKC", text).split(";"))):
            days, *shifts = re.sub("[–—~]", "-", part).split()
            if not _DAYS.fullmatch(days) or not shifts:
                raise ValueError(part)
            for weekday in _weekdays(days):
                if weekday in week:
                    raise ValueError(part)
                week[weekday] = tuple(_shift(shift, part) for shift in shifts)
                pairs = zip(week[weekday], week[weekday][1:], strict=False)
                if any(earlier.ends > later.begins for earlier, later in pairs):
                    raise ValueError(part)
        if not week:
            raise ValueError(text)
        return cls(week)

    def write(self) -> str:
        """Return what `read` reads, one part a weekday."""
        return "; ".join(
            " ".join([str(day), *(f"{shift.begins:%H:%M}-{shift.ends:%H:%M}" for shift in shifts)])
            for day, shifts in sorted(self.week.items())
        )

    def open_at(self, moment: datetime, calendar: Calendar, zone: tzinfo) -> bool:
        """Tell whether somebody is there at an aware moment."""
        local = moment.astimezone(zone)
        return any(shift.begins <= local.time() < shift.ends for shift in self._on(local, calendar))

    def back_at(self, moment: datetime, calendar: Calendar, zone: tzinfo) -> tuple[datetime | None, bool]:
        """Return when somebody is there again after an aware moment, and whether every year that mattered is known.

        None where nobody is for `LOOK_AHEAD` days.
        """
        local = moment.astimezone(zone)
        certain = True
        for n in range(LOOK_AHEAD):
            day = local + timedelta(days=n)
            certain = certain and calendar.knows(day.year)
            for shift in self._on(day, calendar):
                begins = datetime.combine(day.date(), shift.begins, tzinfo=zone)
                if begins > moment:
                    return begins, certain
        return None, certain

    def _on(self, day: datetime, calendar: Calendar) -> tuple[Shift, ...]:
        weekday, works = day.isoweekday(), calendar.is_workday(day.date())
        if works and weekday > FRIDAY:
            return self.week.get(weekday) or self.week.get(MONDAY, ())
        if not works and (weekday <= FRIDAY or calendar.holiday(day.date())):
            return ()
        return self.week.get(weekday, ())


def _weekdays(days: str) -> list[int]:
    found: list[int] = []
    for part in days.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def _shift(text: str, part: str) -> Shift:
    match = _SHIFT.fullmatch(text)
    if match is None:
        raise ValueError(part)
    try:
        shift = Shift(time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4])))
    except ValueError:
        raise ValueError(part) from None
    if shift.begins >= shift.ends:
        raise ValueError(part)
    return shift


USUAL = OfficeHours.read("1-5 9:00-12:00 14:00-17:30")
