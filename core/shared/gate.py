"""One send to a chat at a time: both edges of a process pass through the same gate."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class ChatGate:
    """Whoever sends to a chat holds its lane, first come first served; so messages cannot overtake each other.

    Not re-entrant: hold it around one request, never around code that may send. Unused lanes are forgotten.
    """

    def __init__(self) -> None:
        self._lanes: dict[int, _Lane] = {}

    def __len__(self) -> int:
        """How many chats are being sent to or waited for."""
        return len(self._lanes)

    @asynccontextmanager
    async def hold(self, chat_id: int) -> AsyncIterator[None]:
        lane = self._lanes.setdefault(chat_id, _Lane())
        lane.users += 1
        try:
            async with lane.lock:
                yield
        finally:
            lane.users -= 1
            if not lane.users:
                del self._lanes[chat_id]
