"""Who may not write for a while, since when, why, and until when. Never a mark on a person: it ends by itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.shared.ids import PetitionId, ResidentId, UnitId


class BlockReason(StrEnum):
    """Why somebody may not write for a while. That somebody asks again and again is no reason (DOMAIN §8)."""

    FLOOD = "flood"
    INSULT = "insult"
    ADVERTISING = "advertising"
    FALSE = "false"


REASONS = tuple(BlockReason)
"""In the order of their buttons, which name them by their place: only ever add at the end."""
DAYS = (1, 7, 30)
"""For how many days somebody may be kept from writing; nobody longer than a month without a second look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One for each person and unit: there, and in the units below it, they may not write. Moments are aware."""

    resident_id: ResidentId
    unit_id: UnitId
    petition_id: PetitionId
    """The case whose author was blocked: what it was about."""
    reason: BlockReason
    by_id: int
    by_name: str
    since: datetime
    until: datetime

    def lasts(self, now: datetime) -> bool:
        return now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedPerson:
    """A row of the list that staff see."""

    block: Block
    name: str
    number: str
