"""What volunteering needs from outside. The repository writes in the open unit of work and never commits."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from core.shared.ids import CallId, PetitionId, ResidentId, UnitId
from core.volunteers.model import Asked, Call, Reply, Skill, Volunteer


class VolunteerRepository(Protocol):
    async def of(self, resident_id: ResidentId) -> Volunteer | None: ...

    async def save(self, volunteer: Volunteer) -> None:
        """Insert or replace by resident."""
        ...

    async def withdraw(self, resident_id: ResidentId) -> None:
        """Forget that somebody would help, and what they have said to calls."""
        ...

    async def ready(self, units: Collection[UnitId], skill: Skill | None) -> Sequence[Asked]:
        """Return the volunteers of the units who can be written to, with a skill if one is wanted, by id."""
        ...

    async def counts(self, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
        """Return how many volunteer, of how many who use the bot: "residents" of all, "party" of party members.

        "units" is of representatives of the units that have their seat there.
        """
        ...

    async def calls(self, unit_id: UnitId, limit: int = 10) -> Sequence[Call]:
        """Return a desk's calls but dropped ones, the newest first."""
        ...

    async def open_for(self, petition_id: PetitionId) -> Call | None:
        """Return the call for a case that has been sent and is not over."""
        ...

    async def add(self, call: Call) -> bool:
        """Insert unless one with its source is there; tell whether it was."""
        ...

    async def case_of(self, call_id: CallId) -> PetitionId | None:
        """Return the case a call is for; None of other calls, and of unknown ones."""
        ...

    async def lock(self, call_id: CallId) -> Call:
        """Return the call, locked; raises NotFoundError("call-unknown")."""
        ...

    async def save_call(self, call: Call) -> None:
        """Update; raises ConflictError("call-changed") if its version is not the next."""
        ...

    async def ask(self, call: Call, people: Sequence[Asked]) -> None: ...

    async def answer(self, call_id: CallId, resident_id: ResidentId, reply: Reply) -> bool:
        """Keep what somebody who was asked says; False if they were not."""
        ...

    async def asked(self, call_id: CallId) -> Sequence[Asked]:
        """Return everybody who was asked, by when they said what they said."""
        ...
