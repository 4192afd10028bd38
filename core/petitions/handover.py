"""Handing a shift over: what somebody leaves, and the offer of it to a colleague of the same desk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from core.petitions.model import Event
from core.petitions.queue import QueueRow
from core.shared.ids import ChatId, PetitionId, TelegramUserId

HandoverId = NewType("HandoverId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Cases offered by whoever has them; they stay theirs until somebody takes them."""

    id: HandoverId
    chat_id: ChatId
    giver_id: TelegramUserId
    giver_name: str
    made_at: datetime
    cases: Sequence[PetitionId]
    taken_by: TelegramUserId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What somebody leaves."""

    rows: Sequence[QueueRow]
    """Cases in their hands, what is due first on top."""
    total: int
    done: Mapping[Event, int]
    """What they did today, by event: how many cases."""
    notes: Mapping[PetitionId, str]
    """The latest internal note of each case."""


class HandoverRepository(Protocol):
    def add(self, handover: Handover) -> None: ...

    async def lock(self, handover_id: HandoverId) -> Handover:
        """Load for changing; raises NotFoundError("handover-unknown")."""
        ...

    async def taken(self, handover_id: HandoverId, by: TelegramUserId) -> None: ...


class ShiftReader(Protocol):
    async def done_by(self, chat_id: ChatId, user_id: TelegramUserId, since: datetime) -> Mapping[Event, int]:
        """Return in how many cases worked on in this chat a person did what, from `since` (aware)."""
        ...

    async def latest_notes(self, petition_ids: Collection[PetitionId]) -> Mapping[PetitionId, str]:
        """Return the latest internal note of each case that has one; in one statement."""
        ...
