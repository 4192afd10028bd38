"""Updates, written down before they are confirmed to Telegram."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One update. `order_key` names the conversation: rows of one key are handled one after the other."""

    update_id: int
    order_key: str
    payload: str


class Inbox(Protocol):
    """Every method is its own transaction."""

    async def put(self, rows: Sequence[InboxRow]) -> Sequence[InboxRow]:
        """Write rows down and return those that were new; an update id is accepted once."""
        ...

    async def pending(self, limit: int = 1_000_000) -> Sequence[InboxRow]:
        """Return rows written down but not finished, oldest first; read at start."""
        ...

    async def applied(self, update_id: int) -> bool:
        """Tell whether `finish` was stopped after its dialog-state writes: then nothing is to be handled again."""
        ...

    async def finish(self, update_id: int, writes: Mapping[str, str | None]) -> None:
        """Mark handled, erase payload and conversation, and apply the dialog-state writes.

        In one transaction where both lie in the database; elsewhere the writes come first, and `applied` knows.
        """
        ...

    async def park(self, update_id: int, *, incident: str, payload: str) -> None:
        """Set a row aside that cannot be handled; `payload` is kept, in place of its own, for it to be tried again.

        The operators' chats are told the incident number, and nothing else.
        """
        ...

    async def prune(self, keep: int) -> int:
        """Forget the numbers of handled updates but for the latest `keep` taken in; return how many were forgotten."""
        ...

    async def parked(self, limit: int = 100) -> Sequence[str]:
        """Return the incident numbers of rows set aside, oldest first."""
        ...

    async def unpark(self, incident: str) -> bool:
        """Make a row that was set aside one to be handled again, from the next start on; False if there is none."""
        ...
