from collections.abc import Sequence

from core.shared.ids import PetitionId


class FakeSearchIndex:
    """The fake searches the rows themselves, so that there is nothing to keep up to date."""

    async def unindexed(self, limit: int) -> Sequence[PetitionId]:
        del limit
        return []

    async def renew(self, petition_id: PetitionId) -> None:
        del petition_id
