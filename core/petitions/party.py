"""Whom a petition is about, where that is not simply its author: filed for somebody, or at the counter."""

from dataclasses import dataclass
from enum import StrEnum

from core.shared.ids import PetitionId


class PartyRole(StrEnum):
    """Stored by value: never rename."""

    HOUSEHOLD = "household"
    OTHER = "other"
    CALL = "call"
    """Nobody else: the author, with a number to be called at."""
    WALK_IN = "walk_in"
    """Staff filed it for somebody who came or called; they come back with the code word of their slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """When somebody wants to be called, in their words; the number is the party's."""

    when: str
    about: PetitionId | None = None
    """The case of theirs it is about."""
    tries: int = 0
    """How often nobody answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """`phone` is ciphertext, as on the roster; `phone_hash` finds the walk-in's cases once they are verified."""

    role: PartyRole
    name: str = ""
    phone: bytes | None = None
    phone_hash: str | None = None
    room: str = ""

    def after(self, *, open_still: bool) -> "Party | None":
        """Return what is kept of it: a number to call back at only as long as the case is open."""
        return None if self.role is PartyRole.CALL and not open_still else self
