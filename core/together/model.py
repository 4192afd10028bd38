"""Petitions of several people (XF 20): who signs with the author, who speaks for them, what is answered with what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.petitions.model import Kind, Petition
from core.shared.errors import DomainError
from core.shared.ids import PetitionId, ResidentId, TelegramUserId

MAX_REPRESENTATIVES = 5
"""XF 20: at most five people speak for the others, the author among them."""
JOINABLE = frozenset({Kind.COMPLAINT, Kind.SUGGESTION})
"""Never reports, mediation or service cases (DOMAIN §8)."""


class Part(StrEnum):
    """What somebody is in a petition of several. Stored by value: never rename."""

    SIGNER = "signer"
    ASKED = "asked"
    """Signs, and has been asked to speak for the others."""
    SPEAKER = "speaker"
    """A representative: reads all, adds words, withdraws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """A named petition that its author has opened to others; `invite` is what its link carries."""

    petition_id: PetitionId
    invite: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One person at one petition. `person` is the resident's id, or chance once their name has been taken out."""

    petition_id: PetitionId
    person: str
    resident_id: ResidentId | None
    part: Part
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A signature with whom it leads to; nobody where the name has been taken out."""

    signature: Signature
    name: str = ""
    telegram_id: TelegramUserId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """One case is answered with another; it keeps its number and its people."""

    petition_id: PetitionId
    main_id: PetitionId
    at: datetime
    by: str


def counted(signatures: Iterable[Signature]) -> int:
    """Return how many people stand behind a petition and those merged under it: each once, erased ones too."""
    return len({each.person for each in signatures})


def can_be_shown(petition: Petition) -> bool:
    """Tell whether neighbours may be told of a case at all: of a kind that gathers people, named, and open."""
    return petition.kind in JOINABLE and petition.resident_id is not None and petition.open


def ensure_joinable(petition: Petition) -> None:
    """Raises DomainError("together-kind", "together-unnamed" or "together-closed")."""
    if petition.kind not in JOINABLE:
        raise DomainError("together-kind", number=petition.number)
    if petition.resident_id is None:
        raise DomainError("together-unnamed", number=petition.number)
    ensure_open(petition)


def ensure_alike(one: Petition, two: Petition) -> None:
    """What is merged gets one answer, so both are of one kind, and of one that gathers people at all.

    Raises DomainError("together-kind" or "merge-kinds").
    """
    for each in (one, two):
        if each.kind not in JOINABLE:
            raise DomainError("together-kind", number=each.number)
    if one.kind is not two.kind:
        raise DomainError("merge-kinds", number=one.number, other=two.number)


def ensure_open(petition: Petition) -> None:
    """Nobody joins, leaves or is merged once it is over; raises DomainError("together-closed")."""
    if not petition.open:
        raise DomainError("together-closed", number=petition.number)


def ensure_room(signatures: Sequence[Signature]) -> None:
    """Raises DomainError("together-speakers-full") where five speak, or have been asked to."""
    if len([each for each in signatures if each.part is not Part.SIGNER]) >= MAX_REPRESENTATIVES:
        raise DomainError("together-speakers-full", count=MAX_REPRESENTATIVES)
