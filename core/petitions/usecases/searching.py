import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from core.petitions.queue import QueueRow
from core.petitions.search import CaseSearch, Cutter, Way, asked, shown
from core.shared.actor import StaffActor
from core.shared.marks import Marked
from core.uow import UnitOfWorkFactory

ON_A_PAGE = 5
AT_ONCE = 50
"""Petitions older than the index that are put into it in one transaction."""


@dataclass(frozen=True, slots=True)
class Shown:
    row: QueueRow
    words: Marked
    where: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    typed: str
    page: int
    hits: Sequence[Shown]
    total: int
    way: Way

    @property
    def pages(self) -> int:
        return max((self.total - 1) // ON_A_PAGE + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCases:
    """Find cases of the actor's desk by what they say, open or not, and what was said and noted in them."""

    reader: CaseSearch
    cutter: Cutter

    async def __call__(self, actor: StaffActor, typed: str, page: int = 0) -> FoundPage:
        wanted = await asyncio.to_thread(asked, typed, self.cutter)
        found = await self.reader.find(actor.chat_id, wanted, offset=page * ON_A_PAGE, limit=ON_A_PAGE)
        hits = await asyncio.to_thread(
            lambda: [Shown(hit.row, shown(hit.words, wanted, found.way, self.cutter), hit.where) for hit in found.hits]
        )
        return FoundPage(typed, page, hits, found.total, found.way)


class FillIndex:
    """Put petitions that are older than the index into it, some at a time; once there are none it asks no more."""

    name = "search index"

    def __init__(self, uow: UnitOfWorkFactory) -> None:
        self._uow = uow
        self._complete = False

    async def __call__(self) -> bool:
        """Tell whether there was anything to do."""
        if self._complete:
            return False
        async with self._uow() as uow:
            older = await uow.search.unindexed(AT_ONCE)
            for petition_id in older:
                await uow.search.renew(petition_id)
            await uow.commit()
        self._complete = not older
        return bool(older)
