"""Updates, written down before they are confirmed to Telegram."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from core.shared.outbox import OutboxItem


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

    async def conversations(self) -> Sequence[str]:
        """Return the order keys under which rows wait, the one that has waited longest first."""
        ...

    async def pending(self, order_key: str | None = None, *, limit: int = 1_000_000) -> Sequence[InboxRow]:
        """Return rows written down but not finished, oldest first: those of one conversation, or all."""
        ...

    async def applied(self, update_id: int) -> bool:
        """Tell whether nothing is to be handled again: `finish` has written the dialog state, or the row is done with.

        That may be another process's doing, or our own whose answer was lost.
        """
        ...

    async def finish(self, update_id: int, writes: Mapping[str, str | None]) -> bool:
        """Mark handled, erase payload and conversation, and apply the dialog-state writes.

        In one transaction where both lie in the database; elsewhere the writes come first, and `applied` knows.
        Where somebody else has finished the row, nothing is written, and False returned.
        """
        ...

    async def park(self, update_id: int, *, incident: str, payload: str, notice: OutboxItem | None = None) -> bool:
        """Set a row aside that cannot be handled; `payload` is kept, in place of its own, for it to be tried again.

        The operators' chats are told the incident number, and nothing else; `notice` is what its sender is told. All of
        that is one transaction. False, and nothing is changed, where
        somebody else has finished the row or set it aside.
        """
        ...

    async def prune(self, keep: int) -> int:
        """Forget the numbers of handled updates but for the latest `keep` taken in; return how many were forgotten."""
        ...

    async def parked(self, limit: int = 100) -> Sequence[str]:
        """Return the incident numbers of rows set aside, oldest first."""
        ...

    async def forget_parked(self, before: float) -> int:
        """Erase rows set aside before a moment (elapsed seconds, kept as a day); return how many."""
        ...

    async def unpark(self, incident: str) -> bool:
        """Make a row that was set aside one to be handled again; False if there is none."""
        ...


class Turns(Protocol):
    """Who handles which conversation where several processes serve one database."""

    async def ready(self) -> None:
        """Return once this process may ask for updates."""
        ...

    async def pass_on(self, order_keys: Sequence[str]) -> Sequence[str]:
        """Tell whoever handles these conversations that something waits; return those this process handles."""
        ...

    def ours(self, order_key: str) -> bool:
        """Tell whether this process handles a conversation now."""
        ...

    def hold(self, order_key: str) -> AbstractAsyncContextManager[None]:
        """Keep every other process out of a conversation; the block is cancelled once that cannot be vouched for.

        Raises StorageError if the turn cannot be had, or was lost.
        """
        ...

    async def follow(self, wake: Callable[[str], None]) -> None:
        """Keep this process's place, and call `wake` for conversations passed on to it; until cancelled."""
        ...
