from collections.abc import Sequence

from core.petitions.search import cut_into_characters
from core.shared.ids import PetitionId
from storage.case_search import tokens_of


class FakeSearchIndex:
    """The fake searches the rows themselves, so that there is nothing to keep up to date."""

    async def tokens(self, text: str) -> frozenset[str]:
        return frozenset(tokens_of(cut_into_characters(text)).split())

    async def unindexed(self, limit: int) -> Sequence[PetitionId]:
        del limit
        return []

    async def renew(self, petition_id: PetitionId) -> None:
        del petition_id
