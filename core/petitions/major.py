"""Major matters: a leader owns each to its end, a team looks into it, the level above reads a summary (DOMAIN §2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol

from core.petitions.model import Event, HistoryRow, Petition
from core.shared.clock import local_day
from core.shared.ids import PetitionId, TelegramUserId, UnitId
from core.shared.masking import masked
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, one_line

MAX_TEAM = 12
DEEDS = 6
"""Changes of a case that its summary names, the newest."""
TOLD = 600
"""UTF-16 units of what was written that a summary tells."""
SAID_OF = {Event.CLAIM, Event.REPLY, Event.ASK_MORE, Event.ANSWER, Event.FINDING, Event.MAJOR, Event.LEAD}
"""What a summary counts as something done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of a staff chat, in a case: its lead, or one of its team."""

    user_id: TelegramUserId
    name: str
    unit_id: UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Major:
    """That a case is major: who owns it to its end, and who looks into it."""

    petition_id: PetitionId
    lead: Member | None
    """None where whoever led it keeps out of it, until another is chosen."""
    since: datetime
    team: Sequence[Member] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """An open major case, as its lead is reminded of it."""

    number: str
    lead: Member
    answer_by: datetime
    anonymous: bool


class MajorRepository(Protocol):
    """Writes in the open unit of work and never commits. The case is locked by whoever changes it."""

    async def of(self, petition_id: PetitionId) -> Major | None: ...

    async def save(self, major: Major) -> None:
        """Insert or replace, with the team as it is now."""
        ...

    async def open_of(self, unit_id: UnitId) -> Sequence[Led]:
        """Return open major cases whose lead works in a unit's desk, by number."""
        ...


def summary(
    petition: Petition, major: Major, history: Sequence[HistoryRow], unit_name: str, asked: str, zone: tzinfo
) -> MessageSpec:
    """Return what the level above reads: no name of the author, and no number that leads to anybody."""
    lines = [
        MessageSpec("upward-text", {"text": masked(excerpt(petition.text, TOLD))}),
        MessageSpec("upward-lead", {"name": major.lead.name if major.lead else "—"}),
    ]
    if petition.place.text:
        place = masked(excerpt(one_line(petition.place.text), 120), place=True)
        lines.insert(1, MessageSpec("upward-place", {"place": place}))
    done = [row for row in history if row.event in SAID_OF][-DEEDS:]
    lines += [
        MessageSpec("upward-done", {"day": local_day(row.at, zone), "what": Term(f"upward-did-{row.event}")})
        for row in done
    ]
    lines.append(MessageSpec("upward-asked", {"text": masked(excerpt(asked, TOLD))}))
    head: dict[str, Arg] = {
        "number": petition.number,
        "kind": Term(f"kind-{petition.kind}"),
        "unit": unit_name,
        "day": local_day(petition.submitted_at, zone),
    }
    return MessageSpec("upward", head, more=lines)


def code_of(user_id: TelegramUserId) -> str:
    """Return a person's id as a button has room for: at most eleven characters."""
    digits, rest = "", int(user_id)
    while rest:
        rest, digit = divmod(rest, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def user_of(code: str) -> TelegramUserId | None:
    """Return whom a button names; None for one that was forged."""
    try:
        return TelegramUserId(int(code, 36))
    except ValueError:
        return None
