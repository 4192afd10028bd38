"""The use cases' side of the outbox."""

from collections.abc import Sequence
from typing import Protocol

from core.shared.ids import CaseMessageId, ChatId, PetitionId
from core.shared.outbox import OutboxItem, Priority


class OutboxWriter(Protocol):
    """The outbox inside a use case's unit of work; commit required."""

    def add(self, item: OutboxItem) -> None:
        """Add `item` unless its dedupe key was ever added; what is held of its album is then held as long."""
        ...

    async def add_all(self, items: Sequence[OutboxItem]) -> None:
        """Add many of one priority that belong to no album, in their order, as `add` does."""
        ...

    async def held_from(self, chat_id: ChatId) -> Sequence[tuple[PetitionId, CaseMessageId]]:
        """Return what was said in this staff chat and is held, the newest first, each message once."""
        ...

    async def words_waiting(self, petition_id: PetitionId, chat_id: ChatId) -> Sequence[Priority]:
        """Return, for each message that waits to tell this chat what was said in the case, its priority."""
        ...

    async def take_back(self, message_id: CaseMessageId) -> bool:
        """Let a held message never go out, and erase what its rows said.

        False, and nothing is changed, if none of it is held or a part of it has been tried.
        """
        ...

    async def put_in_place(self, message_id: CaseMessageId, items: Sequence[OutboxItem]) -> bool:
        """Let `items` go out instead of what a held message has waiting, before whatever waits behind that.

        They are what the same message says now, for the same chat. False, and nothing is changed, as with `take_back`.
        """
        ...

    async def put_unseen(self, message_ids: Sequence[CaseMessageId], items: Sequence[OutboxItem]) -> bool:
        """Do the same with what these messages have waiting, held or not; nobody has seen a word of them then.

        False, and nothing is changed, if none of it waits or any part of them has ever been tried.
        """
        ...

    async def only(self, item: OutboxItem) -> None:
        """Add `item` in place of all its chat has waiting for the same operation; the same item twice is one."""
        ...
