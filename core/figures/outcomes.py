"""What came of petitions beyond their counts (DOMAIN §7): how content people were, petitions of several, proposals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.answers.ratings import Grade
from core.shared.ids import TelegramUserId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """How many ratings are alike that were given in one month of a year."""

    month: int
    unit_id: UnitId
    staff_id: TelegramUserId
    staff_name: str
    category: str
    proposal: bool
    grade: Grade
    count: int


@dataclass(frozen=True, slots=True)
class Several:
    """Petitions that were opened to others in a span and have two people behind them or more; each person once."""

    petitions: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Mediated:
    """How many mediations that came to a unit first ended alike in a span.

    `inside`: with an agreement, and no unit above the community ever had it.
    """

    unit_id: UnitId
    inside: bool
    count: int


class Fate(StrEnum):
    ANSWERED = "answered"
    OPEN = "open"
    WITHDRAWN = "withdrawn"
    """Ended before it was answered: nobody waits for an answer any more."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A deputy's proposal that was received in a span, and what has become of it up to now."""

    number: str
    answer_by: datetime
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    rated: Sequence[Rated] = ()
    several: Several = Several()
    proposals: Sequence[Proposal] = ()
    mediated: Sequence[Mediated] = ()
