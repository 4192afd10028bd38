"""What windows, cards and lists read. DTOs, not aggregates; every call is a short read of its own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.petitions.model import Author, CaseMessage, HistoryRow, Kind, Petition, Stage
from core.shared.ids import BlobId, ChatId, PetitionId, ResidentId, UnitId
from core.shared.language import Language
from core.shared.marks import Marked
from core.shared.masking import masked
from core.shared.messages import Arg
from core.shared.outbox import OutboxItem
from core.shared.text import excerpt

LIST_EXCERPT = 60
"""UTF-16 units of a petition shown in a list."""


def excerpt_of(words: Marked, *, hidden: bool = False) -> str:
    """Return the beginning of a petition on one line, as lists show it; `hidden`: to a desk that reads words masked."""
    return excerpt(masked(words.title) if hidden else words.title, LIST_EXCERPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    id: PetitionId
    number: str
    kind: Kind
    stage: Stage
    excerpt: str
    submitted_at: datetime
    handler_name: str | None
    """Who has it; in the queue of a chat only if they took it there."""
    due: datetime | None
    """What was promised next: that somebody takes it, then that they reply; nothing once it is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """An open case with a promise to keep, as the desk that has its card is reminded of it."""

    id: PetitionId
    chat_id: ChatId
    number: str
    kind: Kind
    stage: Stage
    anonymous: bool
    excerpt: str
    unit_name: str
    handler_name: str | None
    """Who has it, if they took it in the desk that has the card."""
    handler_id: int | None
    message_id: int | None
    """The card's message; None as long as it was not sent."""
    pledged: bool
    """Whether `due` is our own pledge; where none is made it is the law's limit."""
    due: datetime
    """Our own pledge: that somebody takes it, then that they reply."""
    law: datetime
    """The statutory limit of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case as its author sees it: no notes, no staff ids."""

    petition: Petition
    unit_name: str
    units: Mapping[UnitId, str]
    """Names of the units that have had the case, or whose staff have had it or written in it."""
    history: Sequence[HistoryRow]
    messages: Sequence[CaseMessage]
    """Resident's and staff's messages, oldest first; notes are left out by the query."""

    def signature(self, name: str, unit_id: UnitId | None) -> Mapping[str, Arg]:
        """Return how somebody of the staff is named: with their unit, where that is another than the case's."""
        unit = "" if unit_id is None or unit_id == self.petition.unit_id else self.units.get(unit_id, "")
        return {"name": name, "unit": unit, "other": "yes" if unit else "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationLine:
    """What a card says of a mediation; `state` is a value of `core.mediation.model.State`."""

    state: str
    other_name: str
    mediator_name: str
    session_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """Everything a staff card shows, read in one go at the moment it is rendered."""

    petition: Petition
    unit_name: str
    resident_name: str | None
    unreachable: bool
    language: Language
    is_forum: bool
    message_id: int | None
    thread_id: int | None
    counts: dict[Author, int]
    elsewhere: bool = False
    """Another chat works on the case now."""
    lead: str = ""
    """Who owns a major case to its end; "" of any other, and where another lead is to be chosen."""
    major: bool = False
    team: Sequence[str] = ()
    """Who looks into it."""
    left: bool = False
    """And it belongs to that chat: `unit_name` says whose it is."""
    signers: int = 0
    """How many people stand behind it and what is merged under it; 0 where it is one person's."""
    merged: str = ""
    """The number of the case it is answered with."""
    mediation: MediationLine | None = None
    taken_in: str = ""
    """The unit in whose desk somebody took the case, where that is not this chat's."""

    @property
    def has_topic(self) -> bool:
        """Whether the card stands in a topic of its own; cards from before topics were switched on do not."""
        return self.is_forum and self.thread_id is not None


class CaseReader(Protocol):
    async def of_resident(self, resident_id: ResidentId, limit: int = 20) -> Sequence[CaseSummary]:
        """Return the resident's cases, open ones first, then newest."""
        ...

    async def view(self, petition_id: PetitionId) -> CaseView | None:
        """Return the case without notes, actor ids, message sources and the handler's user id (0)."""
        ...

    async def waits_for(self, resident_id: ResidentId) -> bool:
        """Tell whether the staff have asked this resident something and wait for the answer."""
        ...

    async def queue(self, chat_id: ChatId, *, handler: int | None = None, limit: int = 20) -> Sequence[CaseSummary]:
        """Return open cases with a card in this chat, what is due first on top; with `handler`, only theirs."""
        ...

    async def queue_size(self, chat_id: ChatId, *, handler: int | None = None) -> int: ...

    async def done_between(
        self, units: Collection[UnitId], since: datetime, until: datetime
    ) -> Sequence[tuple[UnitId, str, int, int]]:
        """Return for each unit with any, by name: id, name, cases answered and cases closed from `since` to `until`.

        What was done counts for the unit the case was with then, wherever it has gone since.
        """
        ...


class PromptReader(Protocol):
    async def awaits(self, prompt: OutboxItem) -> bool:
        """Tell whether whom a prompt asks has neither answered nor pressed another button, and the case can take it."""
        ...


class CardReader(Protocol):
    async def card(self, petition_id: PetitionId, chat_id: ChatId) -> CardView | None:
        """Return None for an unknown case or a chat that is no staff chat."""
        ...

    async def masks(self, chat_id: ChatId) -> bool:
        """Tell whether people's words are masked in this chat: a desk above the community."""
        ...

    async def kept_copy(self, file_id: str) -> BlobId | None:
        """Return our own copy of a file that Telegram gave this id; None where there is none."""
        ...
