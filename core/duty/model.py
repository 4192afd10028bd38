"""The duty rota of a desk: who works there, who is on duty when, who is away, who swaps with whom (DOMAIN §6)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.shared.ids import AwayId, SwapId, TelegramUserId, UnitId

MAX_ON_DUTY = 10
"""People on one day: each is mentioned on a new card."""
WEEK = 7
LONGEST_AWAY = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody of a desk's staff chat, as Telegram names them; no telephone number is ever known of them here."""

    unit_id: UnitId
    user_id: TelegramUserId
    name: str
    username: str = ""
    gone: bool = False
    """They have left the chat; their name stays readable where they did something."""


def weekly(weekday: int) -> str:
    """Name the slot of an ISO weekday, 1 to 7, in every week."""
    return f"w{weekday}"


def on_day(day: date) -> str:
    """Name the slot of one day, which goes before its weekday's."""
    return day.isoformat()


def is_weekly(slot: str) -> bool:
    return slot.startswith("w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which somebody does not work, first and last included, in local days."""

    id: AwayId
    unit_id: UnitId
    user_id: TelegramUserId
    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


class SwapState(StrEnum):
    """Stored by value: never rename."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """`asker` wants `asked` to take `day`, and takes `other` in return, if one is named."""

    id: SwapId
    unit_id: UnitId
    day: date
    other: date | None
    asker: TelegramUserId
    asked: TelegramUserId
    asked_at: datetime
    state: SwapState = SwapState.ASKED


@dataclass(frozen=True, slots=True)
class DutyDay:
    """One day of the rota as it is known now."""

    day: date
    people: Sequence[Colleague]
    """On duty, and there."""
    away: Sequence[Colleague] = ()
    """They would be on duty, but do not work that day: theirs is open."""
    special: bool = False
    """Set for this day alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """A desk's rota with the people it names and their days off."""

    slots: Mapping[str, Sequence[TelegramUserId]] = field(default_factory=dict)
    people: Mapping[TelegramUserId, Colleague] = field(default_factory=dict)
    aways: Collection[Away] = ()

    @property
    def empty(self) -> bool:
        """Whether nobody has ever been put on it."""
        return not any(self.slots.values())

    def named(self, day: date) -> Sequence[TelegramUserId]:
        """Return who stands on the rota for a day, there or not."""
        return self.slots.get(on_day(day), self.slots.get(weekly(day.isoweekday()), ()))

    def is_away(self, user_id: TelegramUserId, day: date) -> bool:
        return any(away.user_id == user_id and away.covers(day) for away in self.aways)

    def on(self, day: date) -> DutyDay:
        known = [self.people[who] for who in self.named(day) if who in self.people and not self.people[who].gone]
        there = [each for each in known if not self.is_away(each.user_id, day)]
        away = [each for each in known if self.is_away(each.user_id, day)]
        return DutyDay(day, there, away, on_day(day) in self.slots)

    def week(self, day: date) -> list[DutyDay]:
        """Return the seven days from Monday in which a day lies."""
        monday = day - timedelta(days=day.weekday())
        return [self.on(monday + timedelta(days=step)) for step in range(WEEK)]
