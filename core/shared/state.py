"""Half-finished conversations, kept through restarts."""

from collections.abc import Collection, Mapping
from typing import Protocol

from core.shared.ids import TelegramUserId


class StateStore(Protocol):
    """A small key-value store for dialog state and drafts. Values are JSON texts; deleting erases."""

    async def get(self, key: str) -> str | None: ...

    async def put(self, writes: Mapping[str, str | None]) -> None:
        """Write all of `writes` in one transaction; None deletes the key."""
        ...


class KeptState(StateStore, Protocol):
    """Where it rests, with the day each value was last written."""

    async def idle(self) -> Mapping[str, int]:
        """Return every key, with how many days ago it was last written, by the machine's own time (UTC)."""
        ...

    async def forget(self, keys: Collection[str], days: int) -> None:
        """Delete those of `keys` that were last written more than `days` days ago; what was written since stays."""
        ...


class PassingStore(Protocol):
    """A short text for each person, in this process only: it never rests on a disk, and a restart forgets it."""

    async def get(self, telegram_id: TelegramUserId) -> str | None: ...

    async def put(self, telegram_id: TelegramUserId, text: str | None) -> None: ...
