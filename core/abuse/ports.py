"""What keeping the peace needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from core.abuse.model import Block, BlockedPerson
from core.shared.ids import ResidentId, UnitId
from core.shared.tries import Limit


class PaceRepository(Protocol):
    """How much somebody has done lately, counted for all processes together; `now` is in elapsed seconds."""

    async def take(self, limit: Limit, who: str, now: float, count: int = 1) -> float:
        """Count so many and return 0.0; else count nothing and return in how many seconds there is room again.

        A window begins with what is counted first. Of two units of work that count for one person one waits.
        """
        ...

    async def forget(self, before: float) -> None:
        """Delete what has counted nothing since that moment."""
        ...


class BlockRepository(Protocol):
    async def put(self, block: Block) -> None:
        """Write down, in place of what there is of the same person and unit."""
        ...

    async def of(self, resident_id: ResidentId, units: Collection[UnitId]) -> Sequence[Block]:
        """Return what there is of a person in these units, over or not."""
        ...

    async def in_unit(self, unit_id: UnitId) -> Sequence[BlockedPerson]:
        """Return what there is in a unit, what ends first before the rest."""
        ...

    async def lift(self, resident_id: ResidentId, unit_id: UnitId) -> None: ...

    async def forget(self, ended_by: datetime) -> None:
        """Delete what is over at that moment (aware)."""
        ...
