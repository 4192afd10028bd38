"""Series of days that can be booked, the days themselves, and the table by which a day's state changes (DOMAIN §3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Any

from core.booking.recurrence import Holiday, Rule, pack_rule, read_rule
from core.shared.errors import DomainError
from core.shared.ids import DayId, SeriesId, SlotId, UnitId


class DayKind(StrEnum):
    """What a day is for. Stored by value: never rename."""

    LEGAL_CONSULTATION = "legal_consultation"
    LEGAL_SERVICE = "legal_service"
    LEADERS_RECEPTION = "leaders_reception"
    DEPUTIES_RECEPTION = "deputies_reception"
    LECTURE = "lecture"
    MOBILE_STATION = "mobile_station"
    HEARING = "hearing"
    DELIBERATION = "deliberation"
    INSPECTION = "inspection"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Session:
    """A stretch of a day, cut into slots of equal length."""

    begins: time
    ends: time
    minutes: int
    capacity: int
    """People a slot takes."""

    def slots(self) -> list[tuple[time, time]]:
        """Return begin and end of each slot; a rest too short for one is left out."""
        at, last = _minute(self.begins), _minute(self.ends)
        return [(_time(n), _time(n + self.minutes)) for n in range(at, last - self.minutes + 1, self.minutes)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything a series says about its days. Data: the community's own, from a file."""

    kind: DayKind
    rule: Rule
    holiday: Holiday
    place: str
    sessions: tuple[Session, ...]
    title: str = ""
    """The community's own name for it, in its own language; without one the kind's name is said."""
    opens_days: int = 14
    """How many days before a day it can be booked; at most `MAX_OPENS`."""
    closes_minutes: int = 60
    """How many minutes before a slot it can no longer be booked."""
    limit: int = 1
    """Places of this series one person may have at a time, waiting and offered ones too."""
    offer_minutes: int = 240
    """How long a place is held for the next on the waiting list; nights do not count."""
    walk_ins: bool = True
    specialists: tuple[str, ...] = ()
    rota: tuple[str, ...] = ()
    """Who take turns, one a day, in this order."""

    def people(self, planned: date) -> tuple[str, ...]:
        """Return who is there on a day: the specialists, and whoever's turn it is."""
        turn = (self.rota[self.rule.ordinal(planned) % len(self.rota)],) if self.rota else ()
        return (*turn, *self.specialists)

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "rule": pack_rule(self.rule),
            "holiday": self.holiday,
            "place": self.place,
            "sessions": [
                [s.begins.isoformat("minutes"), s.ends.isoformat("minutes"), s.minutes, s.capacity]
                for s in self.sessions
            ],
            "title": self.title,
            "opens_days": self.opens_days,
            "closes_minutes": self.closes_minutes,
            "limit": self.limit,
            "offer_minutes": self.offer_minutes,
            "walk_ins": self.walk_ins,
            "specialists": list(self.specialists),
            "rota": list(self.rota),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Plan":
        """Read what `to_json` wrote, also by an earlier version: what it did not know has its default."""
        sessions = [
            Session(time.fromisoformat(begins), time.fromisoformat(ends), minutes, capacity)
            for begins, ends, minutes, capacity in data["sessions"]
        ]
        known = {
            **data,
            "kind": DayKind(data["kind"]),
            "rule": read_rule(data["rule"]),
            "holiday": Holiday(data["holiday"]),
            "sessions": tuple(sessions),
            "specialists": tuple(data["specialists"]),
            "rota": tuple(data["rota"]),
        }
        return cls(**known)


MAX_OPENS = 56
"""Days. So far ahead days are made from their series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A unit's recurring day. A change applies to days made after it: nobody's booking changes by it."""

    id: SeriesId
    unit_id: UnitId
    slug: str
    """The series' name in its file: imported again, it is the same one."""
    plan: Plan
    active: bool = True


class DayState(StrEnum):
    """Stored by value: never rename."""

    PLANNED = "planned"
    """Made, and not to be booked yet."""
    OPEN = "open"
    MOVED = "moved"
    """Held on another day than residents were told; to be booked like an open one."""
    CLOSED = "closed"
    """Called off."""
    DONE = "done"


class DayEvent(StrEnum):
    """What can happen to a day."""

    OPEN = "open"
    MOVE = "move"
    CLOSE = "close"
    END = "end"


BOOKABLE = (DayState.OPEN, DayState.MOVED)
TO_COME = (DayState.PLANNED, *BOOKABLE)

DAY_TRANSITIONS: dict[tuple[DayState, DayEvent], DayState] = {
    (DayState.PLANNED, DayEvent.OPEN): DayState.OPEN,
    (DayState.PLANNED, DayEvent.MOVE): DayState.PLANNED,
    (DayState.OPEN, DayEvent.MOVE): DayState.MOVED,
    (DayState.MOVED, DayEvent.MOVE): DayState.MOVED,
    (DayState.OPEN, DayEvent.END): DayState.DONE,
    (DayState.MOVED, DayEvent.END): DayState.DONE,
    **{(state, DayEvent.CLOSE): DayState.CLOSED for state in TO_COME},
}
"""(state, event) → next state. What is not here does not happen."""


class Reason(StrEnum):
    """Why a day was moved or called off; told to everybody in their own language. Stored by value: never rename."""

    SPECIALIST = "specialist"
    PLACE = "place"
    WEATHER = "weather"
    HOLIDAY = "holiday"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a series. What its plan said when it was made is its own from then on."""

    id: DayId
    series_id: SeriesId
    unit_id: UnitId
    planned_on: date
    """What the rule says; with the series it names the day for ever."""
    held_on: date
    plan: Plan
    people: tuple[str, ...]
    opens_at: datetime
    state: DayState = DayState.PLANNED
    reason: Reason | None = None
    walk_ins: int = 0
    """Numbers drawn by people who came without a booking."""
    version: int = 1

    @property
    def bookable(self) -> bool:
        return self.state in BOOKABLE

    def apply(self, event: DayEvent) -> "Day":
        """Return the day after `event`; raises DomainError("day-state-<state>") if the table has no such row."""
        target = DAY_TRANSITIONS.get((self.state, event))
        if target is None:
            raise DomainError(f"day-state-{self.state}")
        return replace(self, state=target, version=self.version + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`taken` counts confirmed places and those held by an offer; it never passes `capacity`."""

    id: SlotId
    day_id: DayId
    begins: datetime
    ends: datetime
    capacity: int
    taken: int = 0

    @property
    def free(self) -> int:
        return self.capacity - self.taken

    def closes_at(self, plan: Plan) -> datetime:
        """Return the moment from which it can no longer be booked."""
        return self.begins - timedelta(minutes=plan.closes_minutes)

    def later(self, days: int, zone: tzinfo) -> "Slot":
        """Return the slot at the same local time so many days later."""
        return replace(self, begins=_shifted(self.begins, days, zone), ends=_shifted(self.ends, days, zone))


def _shifted(moment: datetime, days: int, zone: tzinfo) -> datetime:
    """By the calendar, not by hours: a day may have 23 or 25 of them."""
    local = moment.astimezone(zone).replace(tzinfo=None) + timedelta(days=days)
    return local.replace(tzinfo=zone)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
