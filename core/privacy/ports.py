"""What the privacy area needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Sequence
from typing import Protocol

from core.privacy.model import AuditRow, Looked, LookFilter, Seal


class AuditTrail(Protocol):
    """The audit, for reading, and the seals over it."""

    async def hold(self) -> None:
        """Wait for whoever is writing to the audit, and keep others waiting until this unit of work ends."""
        ...

    async def rows(self, first: int, last: int | None, limit: int) -> Sequence[AuditRow]:
        """Return rows by id from `first` to `last`, both included."""
        ...

    async def last_seal(self) -> Seal | None: ...

    async def seals(self, after: int, limit: int) -> Sequence[Seal]:
        """Return seals by id, those after `after`."""
        ...

    async def add_seal(self, seal: Seal) -> None: ...

    async def looks(self, wanted: LookFilter, offset: int, limit: int) -> Sequence[Looked]:
        """Return looks at identities, newest first."""
        ...

    async def count_looks(self, wanted: LookFilter) -> int: ...
