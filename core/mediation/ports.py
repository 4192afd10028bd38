"""What mediations need from outside. The repository writes in the open unit of work and never commits."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.mediation.model import Mediation
from core.shared.ids import PetitionId, ResidentId


class MediationRepository(Protocol):
    async def of(self, petition_id: PetitionId) -> Mediation | None: ...

    async def by_invite(self, invite: str) -> Mediation | None:
        """Return the one whose link carries this and still leads somewhere."""
        ...

    async def save(self, mediation: Mediation) -> None:
        """Insert, or replace; the caller holds the petition's lock."""
        ...

    async def with_other(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        """Return the mediations in which somebody is the other party, the newest petition first."""
        ...

    async def to_remind(self, ended_before: datetime, limit: int) -> Sequence[PetitionId]:
        """Return those agreed before that moment (aware) of which nobody was reminded, by when they ended."""
        ...

    async def forget(self, resident_id: ResidentId) -> None:
        """Take somebody's name out of those in which they are the other party, and out of what they said there."""
        ...

    async def forget_closed(self, before: datetime) -> None:
        """The same for all whose petitions were closed before that moment (aware)."""
        ...
