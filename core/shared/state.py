"""Half-finished conversations, kept through restarts."""

from collections.abc import Mapping
from typing import Protocol


class StateStore(Protocol):
    """A small key-value store for dialog state and drafts. Values are JSON texts; deleting erases."""

    async def get(self, key: str) -> str | None: ...

    async def put(self, writes: Mapping[str, str | None]) -> None:
        """Write all of `writes` in one transaction; None deletes the key."""
        ...
