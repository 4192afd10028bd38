"""Whom a petition is about, where that is not simply its author: filed for somebody, or at the counter."""

from dataclasses import dataclass
from enum import StrEnum


class PartyRole(StrEnum):
    """Stored by value: never rename."""

    HOUSEHOLD = "household"
    OTHER = "other"
    WALK_IN = "walk_in"
    """Staff filed it for somebody who came or called; they come back with the code word of their slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """`phone` is ciphertext, as on the roster; `phone_hash` finds the walk-in's cases once they are verified."""

    role: PartyRole
    name: str = ""
    phone: bytes | None = None
    phone_hash: str | None = None
    room: str = ""
