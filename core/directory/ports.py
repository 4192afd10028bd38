"""What the directory needs from outside. The repository writes in the open unit of work and never commits."""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.directory.model import Entry
from core.shared.ids import OfficeId, UnitId


class OfficeRepository(Protocol):
    async def of_units(self, units: Collection[UnitId]) -> Sequence[Entry]:
        """Return every office of the units, published or not, by position and name of its slug."""
        ...

    async def get(self, office_id: OfficeId) -> Entry:
        """Return it; raises NotFoundError("office-unknown")."""
        ...

    async def save(self, entry: Entry) -> None:
        """Insert or replace by id; of one that was read, the version must be the next.

        Raises ConflictError("office-changed") if somebody else was first.
        """
        ...

    async def remove(self, office_id: OfficeId) -> None: ...
