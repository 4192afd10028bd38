"""What edges read about disclosures: short reads of their own, outside any unit of work."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.disclosure.model import Category, Item, Span, Version
from core.shared.ids import ItemId, UnitId
from core.shared.marks import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsRow:
    """A published item as lists show it, with what counts now."""

    id: ItemId
    unit_id: UnitId
    number: str
    title: str
    category: Category
    span: Span | None
    n: int
    """1 if it was never corrected."""
    published_at: datetime
    board_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAnswer:
    """The formal answer to a question about an item; who asked, and what in what words, is not in it."""

    words: Marked
    at: datetime
    unit_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    item: Item
    unit_name: str
    versions: Sequence[Version]
    """Those that were published, oldest first."""
    answers: Sequence[PublicAnswer]
    """The latest answer to each question, oldest first."""


class DisclosureReader(Protocol):
    """Of what was never published nothing is told."""

    async def units_of(self, unit_id: UnitId) -> Sequence[UnitId]:
        """Return the unit and those above it: what they disclose concerns its residents."""
        ...

    async def counts(self, units: Collection[UnitId]) -> Mapping[Category, int]:
        """Return how many items there are of each category that has any."""
        ...

    async def rows(
        self, units: Collection[UnitId], category: Category | None = None, *, offset: int = 0, limit: int = 8
    ) -> Sequence[NewsRow]:
        """Return items, the latest publication first."""
        ...

    async def find(
        self, units: Collection[UnitId], words: Sequence[str], *, every: bool = True, limit: int = 8
    ) -> Sequence[NewsRow]:
        """Return items that have every one of the words, or any: those with most of them first, then the latest."""
        ...

    async def by_number(self, number: str) -> ItemId | None: ...

    async def view(self, item_id: ItemId) -> ItemView:
        """Raises NotFoundError("news-unknown")."""
        ...

    async def published_between(self, units: Collection[UnitId], since: datetime, until: datetime) -> Sequence[NewsRow]:
        """Return each publication from `since` on and before `until` (aware), oldest first; corrections count."""
        ...
