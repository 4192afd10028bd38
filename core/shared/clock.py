"""Two kinds of time. Civil time says what is due and may be moved in a demo; elapsed time never jumps."""

from datetime import UTC, date, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Civil time: decides what is due. Movable when `LINLI_DEMO=1`, so never use it for leases or pacing."""

    @property
    def zone(self) -> tzinfo:
        """The community's time zone (default Asia/Shanghai)."""
        ...

    def now(self) -> datetime:
        """Return the aware moment, in UTC."""
        ...


class Elapsed(Protocol):
    """Seconds that only move forward at one second per second; for leases, pacing and back-off."""

    def seconds(self) -> float:
        """Return seconds since the Unix epoch, comparable between the processes of one machine."""
        ...


class Calendar(Protocol):
    """Public holidays and make-up workdays."""

    def is_workday(self, day: date) -> bool:
        """Tell whether offices work on `day`; for unknown years Monday to Friday count."""
        ...

    def knows(self, year: int) -> bool:
        """Tell whether the official arrangement of `year` is known."""
        ...

    def holiday(self, day: date) -> str:
        """Return the name of a public holiday, "" for every other day: of `core.shared.calendar.NAMED` where it is one.

        A day may be off without a name: weekends, and years nobody knows.
        """
        ...

    @property
    def stamp(self) -> str:
        """Name what is known. Of two stamps the greater one knows more, or what came later."""
        ...


class KeptCalendar(Calendar, Protocol):
    """A calendar that is read anew when somebody asks for it."""

    async def refresh(self) -> None:
        """Read what was imported; raises StorageError."""
        ...


def local_day(moment: datetime, zone: tzinfo) -> date:
    """Return the calendar day of an aware `moment` in `zone`."""
    return moment.astimezone(zone).date()


def utc(moment: datetime) -> datetime:
    """Return `moment` in UTC; a naive one is read as UTC, because that is how storage keeps it."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
