"""Turns of what is done again and again: civil time says which has come, a row that it was taken."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol, Self


@dataclass(frozen=True, slots=True)
class Period:
    """One turn, named by the local minute at which it begins."""

    begins: datetime
    """Without a zone: the community's own."""

    @property
    def key(self) -> str:
        """Return its name in the database; names sort by time."""
        return self.begins.isoformat(timespec="minutes")

    @property
    def day(self) -> date:
        return self.begins.date()

    @classmethod
    def of(cls, key: str) -> Self:
        return cls(datetime.fromisoformat(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A run of a job, and what it has to make up for."""

    period: Period
    follows: Period | None = None
    """The last one before it that was taken; None at the first time."""
    passed_over: int = 0
    """How many came between the two and were not taken: the process did not run, or a demo has moved the time."""


class Schedule(Protocol):
    """When a job's turns come."""

    @property
    def at(self) -> time:
        """The local time at which they begin; a moment at which it is worth looking."""
        ...

    def latest(self, now: datetime, zone: tzinfo) -> Period:
        """Return the last turn that has come by `now` (aware)."""
        ...

    def between(self, earlier: Period, later: Period) -> int:
        """Count the turns that lie between the two."""
        ...


@dataclass(frozen=True, slots=True)
class Daily:
    """Every calendar day at one local time."""

    at: time

    def latest(self, now: datetime, zone: tzinfo) -> Period:
        local = now.astimezone(zone)
        today = datetime.combine(local.date(), self.at)
        return Period(today if local.replace(tzinfo=None) >= today else today - timedelta(days=1))

    def between(self, earlier: Period, later: Period) -> int:
        return max((later.day - earlier.day).days - 1, 0)


WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on one weekday (1 is Monday, as ISO counts) at one local time."""

    weekday: int
    at: time

    def latest(self, now: datetime, zone: tzinfo) -> Period:
        local = now.astimezone(zone).replace(tzinfo=None)
        day = local.date() - timedelta(days=(local.isoweekday() - self.weekday) % 7)
        begins = datetime.combine(day, self.at)
        return Period(begins if local >= begins else begins - WEEK)

    def between(self, earlier: Period, later: Period) -> int:
        """Count by whole weeks: a turn at another hour, from before the hour was changed, is in its own week."""
        return max(round((later.begins - earlier.begins) / WEEK) - 1, 0)


class PeriodLog(Protocol):
    """Which turns were taken. Writes in the open unit of work; commit required."""

    async def is_taken(self, job: str, period: Period) -> bool: ...

    async def before(self, job: str, period: Period) -> Period | None:
        """Return the latest taken turn of the job that began before `period`."""
        ...

    async def taken_at(self, job: str, period: Period) -> datetime | None:
        """Return the moment (aware) at which the turn was taken; None if it was not."""
        ...

    async def take(self, job: str, turn: Turn, at: datetime) -> bool:
        """Write that the turn is taken, at `at` (aware); False if it was taken before.

        Somebody who is taking the same turn at this moment is waited for.
        """
        ...
