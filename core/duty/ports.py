"""What the rota needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from core.duty.model import Away, Colleague, Rota, Swap
from core.shared.ids import AwayId, SwapId, TelegramUserId, UnitId

Slots = Mapping[str, Sequence[TelegramUserId]]
"""Who is on duty in which slot; a slot with nobody in it is one in which nobody is."""


class DutyRepository(Protocol):
    async def people(self, unit_id: UnitId) -> Sequence[Colleague]:
        """Return everybody who works, or worked, in the unit's desk, by name."""
        ...

    async def know(self, colleague: Colleague) -> None:
        """Insert or replace by unit and user."""
        ...

    async def rota(self, unit_id: UnitId, since: date) -> Rota:
        """Return the unit's own rota: the weeks, days from `since` on, and days off that end then or later."""
        ...

    async def lock(self, unit_id: UnitId) -> None:
        """Let nobody else change the unit's rota until this unit of work ends; what is read after it is how it is now.

        Raises StorageError in a unit of work that only reads.
        """
        ...

    async def put(self, unit_id: UnitId, slot: str, people: Sequence[TelegramUserId]) -> None: ...

    async def clear(self, unit_id: UnitId, slot: str) -> None:
        """Forget what is said about a slot: of a day its weekday holds again."""
        ...

    async def add_away(self, away: Away) -> None: ...

    async def away(self, away_id: AwayId) -> Away:
        """Return it; raises NotFoundError("away-unknown")."""
        ...

    async def drop_away(self, away_id: AwayId) -> None: ...

    async def add_swap(self, swap: Swap) -> None: ...

    async def swap(self, swap_id: SwapId) -> Swap:
        """Return it; raises NotFoundError("swap-unknown")."""
        ...

    async def save_swap(self, swap: Swap) -> bool:
        """Keep how a swap that was only asked for ended; False if it has ended already (one conditional update)."""
        ...

    async def keep_plan(self, unit_id: UnitId, plan: Slots) -> None:
        """Keep what an import would set until somebody confirms it; there is one a unit."""
        ...

    async def take_plan(self, unit_id: UnitId) -> Slots | None:
        """Return what was kept, once."""
        ...

    async def cases_of(self, people: Collection[TelegramUserId]) -> Mapping[TelegramUserId, Sequence[str]]:
        """Return the numbers of the open cases that these people have, by person, oldest first."""
        ...
