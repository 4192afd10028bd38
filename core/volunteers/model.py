"""Volunteers: who would help with what and when, and the calls that ask them (DOMAIN §1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.shared.ids import CallId, ChatId, PetitionId, ResidentId, TelegramUserId, UnitId

MAX_WANTED = 200
LONGEST = 1_500
"""UTF-16 units of a call."""
SMALL = 5
"""Fewer people than this are not counted apart: one could tell who they are."""


class Skill(StrEnum):
    """Stored by value: never rename."""

    VISITS = "visits"
    CARRYING = "carrying"
    REPAIRS = "repairs"
    MEDICAL = "medical"
    TEACHING = "teaching"
    ORDER = "order"
    CLEANING = "cleaning"


class Times(StrEnum):
    """Stored by value: never rename."""

    WEEKDAYS = "weekdays"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    resident_id: ResidentId
    skills: frozenset[Skill] = frozenset()
    times: frozenset[Times] = frozenset()
    since: datetime


class CallState(StrEnum):
    """Stored by value: never rename."""

    DRAFT = "draft"
    OPEN = "open"
    ENOUGH = "enough"
    """As many have said yes as were wanted."""
    OVER = "over"
    """Those who came have been thanked."""
    DROPPED = "dropped"


class Reply(StrEnum):
    """Stored by value: never rename."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What volunteers are asked: how many are wanted, and for what."""

    id: CallId
    unit_id: UnitId
    source: str
    text: str
    wanted: int
    by: TelegramUserId
    chat_id: ChatId
    made_at: datetime
    skill: Skill | None = None
    petition_id: PetitionId | None = None
    state: CallState = CallState.DRAFT
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One volunteer in a call: where they are written to, and by which name those who said yes are seen."""

    resident_id: ResidentId
    telegram_id: TelegramUserId
    name: str
    reply: Reply = Reply.ASKED


def told_count(count: int) -> str:
    """Return a number of people as others may read it: 0, or 5 and more; else that there are fewer."""
    return str(count) if count == 0 or count >= SMALL else f"<{SMALL}"


def may_be_told(helpers: int, all_: int) -> bool:
    """Tell whether a rate names nobody: of five or more, with five or more, or none, on either side."""
    return all_ >= SMALL and (helpers == 0 or helpers >= SMALL) and (all_ == helpers or all_ - helpers >= SMALL)


def rates(parts: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    """Return for each group (helpers, all) its rate in percent, "" where it may not be told."""
    return {
        name: f"{100 * helpers / all_:.1f}" if may_be_told(helpers, all_) else ""
        for name, (helpers, all_) in parts.items()
    }
