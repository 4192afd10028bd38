"""What is left over and has no other end: files nobody refers to, updates set aside, dead letters (docs/privacy.md)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Protocol

from core.shared.clock import Elapsed
from core.shared.ids import BlobId
from core.shared.inbox import Inbox
from core.shared.outbox import OutboxQueue
from core.shared.periods import Daily, Period, Schedule, Turn
from core.uow import UnitOfWork

DAY = 86_400
UNUSED_FILES_DAYS = 30
"""Days a file stays that nobody refers to: a printed request that was sent, a picture that never came into a case."""
SET_ASIDE_DAYS = 90
"""Days for operators to mend why an update could not be handled, or a message not be sent."""


class Files(Protocol):
    """A folder of files. Times are the machine's own."""

    async def old(self, seconds: float) -> Sequence[BlobId]:
        """Return files nobody has put for so long."""
        ...

    async def remove(self, blob_ids: Collection[BlobId], seconds: float) -> int:
        """Remove those that are as old still; return how many files are gone."""
        ...


class FileUses(Protocol):
    async def unused(self, blob_ids: Collection[BlobId]) -> set[BlobId]:
        """Return those nothing refers to."""
        ...

    async def forget(self, blob_ids: Collection[BlobId]) -> None:
        """Forget what is kept of files that are gone, and that nothing refers to."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLeftovers:
    """Nightly, before what was erased is taken out of the database's file."""

    inbox: Inbox
    queue: OutboxQueue
    elapsed: Elapsed
    shelves: Sequence[tuple[Files, FileUses]]
    files_days: int = UNUSED_FILES_DAYS
    aside_days: int = SET_ASIDE_DAYS

    @property
    def name(self) -> str:
        return "remove-leftovers"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(3, 45))

    async def prepare(self, period: Period) -> None:  # noqa: ARG002 - what is old is asked of rows and files
        """Twice is once. Who puts a file that is just being removed has it afterwards: it is not old any more."""
        before = self.elapsed.seconds() - self.aside_days * DAY
        await self.inbox.forget_parked(before)
        await self.queue.forget_dead(before)
        for files, uses in self.shelves:
            unused = await uses.unused(await files.old(self.files_days * DAY))
            await files.remove(unused, self.files_days * DAY)
            await uses.forget(unused)

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Nothing more: files lie outside of the database."""
