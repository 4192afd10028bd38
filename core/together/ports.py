"""What petitions of several need from outside. The repository writes in the open unit of work and never commits."""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.petitions.model import Petition
from core.shared.ids import ChatId, PetitionId, ResidentId, UnitId
from core.together.model import Collective, Merge, Signature, Signer
from core.together.neighbours import NeighbourLine, Shown


class TogetherRepository(Protocol):
    async def of(self, petition_id: PetitionId) -> Collective | None: ...

    async def by_invite(self, invite: str) -> Collective | None: ...

    async def open(self, collective: Collective) -> None:
        """Insert; a second time changes nothing."""
        ...

    async def signature(self, petition_id: PetitionId, resident_id: ResidentId) -> Signature | None: ...

    async def sign(self, signature: Signature) -> bool:
        """Insert unless this person signs already; tell whether they were new."""
        ...

    async def save(self, signature: Signature) -> None:
        """Say anew what a signer is; nothing if they do not sign."""
        ...

    async def leave(self, petition_id: PetitionId, person: str) -> None: ...

    async def signers(self, petition_ids: Sequence[PetitionId]) -> Sequence[Signer]:
        """Return who signs any of the cases, speakers first, then by when they came; one row for each case."""
        ...

    async def joined(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        """Return the cases somebody signs that are not their own, the newest first."""
        ...

    async def forget(self, resident_id: ResidentId, person: str) -> None:
        """Take somebody's name out of all they sign; under `person`, chance, they stay counted."""
        ...

    async def forget_signers(self, petition_id: PetitionId) -> None:
        """The same for everybody who signs a case."""
        ...

    async def merge_of(self, petition_id: PetitionId) -> Merge | None:
        """Return what a case is answered with."""
        ...

    async def merge(self, merge: Merge) -> None:
        """Raises ConflictError("together-merged") if it is merged already."""
        ...

    async def unmerge(self, petition_id: PetitionId) -> None: ...

    async def members(self, main_id: PetitionId) -> Sequence[PetitionId]:
        """Return what is answered with a case, in the order of merging."""
        ...

    async def line_of(self, petition_id: PetitionId) -> NeighbourLine | None:
        """Return what neighbours are shown of a case; None where its author has not allowed it."""
        ...

    async def allow(self, line: NeighbourLine) -> None:
        """Insert; a second time changes nothing."""
        ...

    async def put_line(self, line: NeighbourLine) -> None:
        """Say anew what neighbours are shown; nothing where it is not allowed any more."""
        ...

    async def hide(self, petition_id: PetitionId) -> None:
        """Delete it: taken back, or nobody is left who allowed it."""
        ...

    async def lines(self, unit_ids: Collection[UnitId]) -> Sequence[Shown]:
        """Return the lines that stand about cases of some units, in the order of numbers."""
        ...

    async def texts(
        self, unit_ids: Collection[UnitId], among: Collection[PetitionId], limit: int
    ) -> Sequence[tuple[PetitionId, frozenset[str]]]:
        """Return open cases of some units, first those `among`, then the newest, with their tokens."""
        ...

    async def near(
        self, petition: Petition, chat_id: ChatId, limit: int
    ) -> Sequence[tuple[PetitionId, str, frozenset[str]]]:
        """Return the newest other open cases of its unit and kind worked on in a chat: id, number, tokens."""
        ...

    async def alike(self, petition: Petition, limit: int) -> Sequence[tuple[PetitionId, frozenset[str]]]:
        """Return the newest open cases of the same unit with the tokens by which they are searched.

        The case itself is among them, whatever its stage.
        """
        ...
