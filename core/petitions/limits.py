"""The limits of DOMAIN §2 as data: what is counted, from what, by which days, whose promise it is, where it holds."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.people.model import Level
from core.shared.calendar import Off
from core.shared.clock import Calendar


class Limit(StrEnum):
    """Catalogue keys end with these; never stored."""

    ACKNOWLEDGE = "acknowledge"
    CLAIM = "claim"
    REPLY = "reply"
    ACCEPT = "accept"
    OBJECT = "object"
    ANSWER = "answer"
    EXTEND = "extend"
    ASK_REVIEW = "ask-review"
    REVIEW = "review"
    ASK_REREVIEW = "ask-rereview"
    REREVIEW = "rereview"


class Days(StrEnum):
    CALENDAR = "calendar"
    WORKING = "working"


class Since(StrEnum):
    """From what a limit is counted; the day itself does not count."""

    SUBMISSION = "submission"
    ACCEPTANCE = "acceptance"
    ARRIVAL = "arrival"
    """At the level that is to handle it."""
    LIMIT = "limit"
    """From the end of the limit that it extends."""
    OPINION = "opinion"
    """The written answer, or the outcome of the review."""
    REQUEST = "request"
    """The request for a review."""


EVERYWHERE = frozenset(Level)
BELOW_THE_STREET = frozenset({Level.GROUP, Level.COMMUNITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    limit: Limit
    count: int
    days: Days
    since: Since
    article: str = ""
    """Where the law says so (XF: 信访工作条例); "" where it is our own pledge."""
    rolled: bool = False
    """Whether a last day that is no working day moves to the next one. Only where that is in the resident's favour."""
    levels: frozenset[Level] = EVERYWHERE

    @property
    def pledged(self) -> bool:
        return not self.article

    def due(self, since: date, calendar: Calendar) -> tuple[date, bool]:
        """Return the last day, and whether every year that mattered has a known calendar."""
        if self.days is Days.WORKING:
            return add_workdays(since, self.count, calendar)
        day = since + timedelta(days=self.count)
        return to_workday(day, calendar) if self.rolled else (day, True)


def _pledge(limit: Limit, workdays: int) -> Rule:
    return Rule(limit=limit, count=workdays, days=Days.WORKING, since=Since.SUBMISSION, levels=BELOW_THE_STREET)


def _law(limit: Limit, count: int, since: Since, article: str, *, rolled: bool = False) -> Rule:
    return Rule(limit=limit, count=count, days=Days.CALENDAR, since=since, article=article, rolled=rolled)


RULES: dict[Limit, Rule] = {
    rule.limit: rule
    for rule in (
        Rule(limit=Limit.ACKNOWLEDGE, count=0, days=Days.CALENDAR, since=Since.SUBMISSION),
        _pledge(Limit.CLAIM, 1),
        _pledge(Limit.REPLY, 5),
        _law(Limit.ACCEPT, 15, Since.SUBMISSION, "22–23"),
        Rule(limit=Limit.OBJECT, count=5, days=Days.WORKING, since=Since.ARRIVAL, article="23"),
        _law(Limit.ANSWER, 60, Since.ACCEPTANCE, "34"),
        _law(Limit.EXTEND, 30, Since.LIMIT, "34"),
        _law(Limit.ASK_REVIEW, 30, Since.OPINION, "35", rolled=True),
        _law(Limit.REVIEW, 30, Since.REQUEST, "35"),
        _law(Limit.ASK_REREVIEW, 30, Since.OPINION, "36", rolled=True),
        _law(Limit.REREVIEW, 30, Since.REQUEST, "36"),
    )
}
"""Counts of pledges are defaults: they are configuration (`Pledges`). What the law says is not."""


def add_workdays(day: date, count: int, calendar: Calendar) -> tuple[date, bool]:
    """Return the `count`-th working day after `day`, and whether every year touched has a known calendar."""
    certain = calendar.knows(day.year)
    while count > 0:
        day += timedelta(days=1)
        certain = certain and calendar.knows(day.year)
        if calendar.is_workday(day):
            count -= 1
    return day, certain


def to_workday(day: date, calendar: Calendar) -> tuple[date, bool]:
    """Return the day, or the next one that is worked on; and whether every year touched has a known calendar."""
    certain = calendar.knows(day.year)
    while not calendar.is_workday(day):
        day += timedelta(days=1)
        certain = certain and calendar.knows(day.year)
    return day, certain


def workdays_between(since: date, until: date, calendar: Calendar) -> int:
    """Count the working days after `since`, `until` included."""
    days = (since + timedelta(days=n) for n in range(1, (until - since).days + 1))
    return sum(calendar.is_workday(day) for day in days)


@dataclass(frozen=True, slots=True)
class Break:
    """Days in a row that a holiday took out of a count, or gave to it (`kind` WORKDAY: one that was made up)."""

    name: str
    """A name of `core.shared.calendar.NAMED`, or the community's own; "" where it has none."""
    first: date
    last: date
    kind: Off = Off.HOLIDAY


def breaks_between(since: date, until: date, calendar: Calendar) -> list[Break]:
    """Return what was not as weekdays say after `since` and up to `until`: mere weekends are not told."""
    found: list[Break] = []
    for n in range(1, (until - since).days + 1):
        day = since + timedelta(days=n)
        name = calendar.holiday(day)
        works, weekend = calendar.is_workday(day), day.isoweekday() > 5  # noqa: PLR2004 - Friday
        if works == weekend or name:
            kind = Off.WORKDAY if works else Off.HOLIDAY
            before = found[-1] if found else None
            if before and (before.name, before.kind, before.last) == (name, kind, day - timedelta(days=1)):
                found[-1] = Break(name, before.first, day, kind)
            else:
                found.append(Break(name, day, day, kind))
    return found
