"""What is known of a person, who has looked at it, and how long it stays (DOMAIN §8)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.shared.ids import PetitionId, UnitId

LOOKED = "identity.looked"
"""The audit's name for a look at somebody's identity. Stored: never rename."""


class Reason(StrEnum):
    """Why somebody of the staff looks at an identity. Stored by value: never rename."""

    CALL = "call"
    VISIT = "visit"
    CHECK = "check"
    HELP = "help"


class Unnamed(StrEnum):
    """Why a case bears its author's name no more. Stored by value: never rename."""

    ERASED = "erased"
    """The author has had themselves erased."""
    EXPIRED = "expired"
    """It was closed long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What staff see of a person for a reason; empty where nobody knows it."""

    number: str
    name: str
    phone: str = ""
    home: str = ""
    told: tuple[str, ...] = ()
    """What the person has written of numbers and addresses, where their words are shown masked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One row of the audit as it lies there."""

    id: int
    at: datetime
    action: str
    actor: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a stretch of the audit was when it was sealed; each seal covers the one before it too."""

    at: datetime
    first: int
    last: int
    rows: int
    seal: str
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFilter:
    """Which looks are wanted; empty is all of them."""

    units: frozenset[UnitId]
    """Of the cases of which units: this one is never empty."""
    petition_id: PetitionId | None = None
    name: str = ""
    """Of whoever looked."""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One look at an identity: no name of the person, and nothing of the case but its number."""

    at: datetime
    number: str
    name: str
    """Of whoever looked."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is of a person; of votes only that they are in the register."""

    cases: int
    bookings: int
    votes: int
