"""What ballots need from outside. The repository writes in the open unit of work and never commits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from core.ballots.model import Ballot, BallotState, Slip, Voter
from core.ballots.paper import Paper
from core.shared.ids import BallotId, BlobId, RosterId, TelegramUserId, UnitId
from core.shared.language import Language

T = TypeVar("T")


class BallotRepository(Protocol):
    def add(self, ballot: Ballot) -> None:
        """Insert; a second one of the unit with the same slug raises ConflictError("ballot-exists") at commit."""
        ...

    async def save(self, ballot: Ballot) -> None:
        """Raises ConflictError("ballot-changed") if somebody else has changed it since."""
        ...

    async def get(self, ballot_id: BallotId) -> Ballot:
        """Return the ballot; raises NotFoundError("ballot-unknown")."""
        ...

    async def lock(self, ballot_id: BallotId, *, shared: bool = False) -> Ballot:
        """Return the ballot and keep everybody else from changing it until this ends.

        `shared` lets others who also only vote go on beside us. Raises NotFoundError("ballot-unknown").
        """
        ...

    async def find(self, unit_id: UnitId, slug: str) -> Ballot | None: ...

    async def of_units(self, units: Collection[UnitId]) -> Sequence[Ballot]:
        """Return the units' ballots, those that close last first."""
        ...

    async def due(self, now: datetime) -> Sequence[BallotId]:
        """Return approved ballots to open, open ones to close, and those whose end has not been told."""
        ...

    async def approve(self, ballot_id: BallotId, by: TelegramUserId, name: str) -> bool:
        """Note that a person approves; False if they have already."""
        ...

    async def approved_by(self, ballot_id: BallotId) -> Sequence[str]:
        """Return the names of those who have approved, by name."""
        ...

    async def clear_approvals(self, ballot_id: BallotId) -> None: ...

    async def enrol(self, ballot_id: BallotId, voters: Sequence[Voter]) -> None:
        """Write the frozen roll."""
        ...

    async def voter(self, ballot_id: BallotId, voter: RosterId) -> Voter | None: ...

    async def voters(self, ballot_id: BallotId) -> Sequence[Voter]:
        """Return the roll, by voter."""
        ...

    async def accounts(self, ballot_id: BallotId) -> Sequence[tuple[TelegramUserId, Language]]:
        """Return the accounts that people of the roll are bound to, whether they have voted or not."""
        ...

    async def mark(self, ballot_id: BallotId, seat: str) -> bool:
        """Mark in the register that a seat has voted; False if it had. Somebody doing so at this moment is awaited."""
        ...

    async def is_marked(self, ballot_id: BallotId, seat: str) -> bool: ...

    async def marks(self, ballot_id: BallotId) -> int: ...

    async def marked(self, ballot_id: BallotId) -> Mapping[tuple[str, int], int]:
        """Return of how many seats of the roll there is a mark, by group and weight."""
        ...

    async def drop(self, ballot_id: BallotId, slips: Sequence[Slip], receipt: str) -> None:
        """Put the slips into the box and the receipt's hash beside it."""
        ...

    async def slips(self, ballot_id: BallotId) -> Sequence[Slip]: ...

    async def receipts(self, ballot_id: BallotId) -> Sequence[str]: ...

    async def draft(self, ballot_id: BallotId, voter: RosterId) -> bytes | None:
        """Return what a person has chosen so far, sealed."""
        ...

    async def keep_draft(self, ballot_id: BallotId, voter: RosterId, sealed: bytes | None) -> None:
        """Replace what a person has chosen so far; None deletes it."""
        ...

    async def seal(self, ballot_id: BallotId, lists: Mapping[str, Any] | None) -> None:
        """Empty box, receipts and drafts, write the register anew in an order of its own, and keep the lists."""
        ...

    async def lists(self, ballot_id: BallotId) -> Mapping[str, Any] | None:
        """Return the lists: `receipts`, and `choices` by question; those of a withheld ballot are shown to nobody."""
        ...


class VoteKeys(Protocol):
    """One key for each voter and ballot, outside database and backup; gone with the vote."""

    async def make(self, ballot_id: BallotId, voter: RosterId) -> bytes:
        """Return the key; made where there is none. Raises StorageError."""
        ...

    async def get(self, ballot_id: BallotId, voter: RosterId) -> bytes | None: ...

    async def destroy(self, ballot_id: BallotId, voter: RosterId | None = None) -> None:
        """Destroy one voter's key, or all of a ballot; gone already is fine."""
        ...

    async def kept(self) -> Sequence[tuple[BallotId, RosterId]]:
        """Return whose keys are there."""
        ...

    def seal(self, key: bytes, text: str) -> bytes: ...

    def open(self, key: bytes, sealed: bytes) -> str | None:
        """Return the text; None if the key is another one."""
        ...

    def token(self, key: bytes, text: str) -> str:
        """Return a short word that says nothing of `text` to whoever has not the key."""
        ...

    def receipt(self, key: bytes) -> str:
        """Return the code that proves, and only proves, that a vote is in."""
        ...


class Shuffler(Protocol):
    def __call__(self, items: Sequence[T]) -> list[T]:
        """Return the items in an order nobody can foresee or retrace."""
        ...


class Scrubber(Protocol):
    async def __call__(self) -> None:
        """Let nothing of deleted rows be left in the database's files. Raises StorageError."""
        ...


class Charts(Protocol):
    async def draw(self, paper: Paper, result: Mapping[str, Any], language: Language) -> BlobId:
        """Draw a result as an image; return where it is kept."""
        ...


OF_RESIDENTS = (BallotState.APPROVED, BallotState.OPEN, BallotState.PUBLISHED, BallotState.WITHHELD)
"""States in which residents see a ballot."""
