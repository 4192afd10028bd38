"""Telegram keeps updates for a day. After a longer silence between it and us the staff are told what may be missing."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from core.shared.clock import Elapsed
from core.shared.state import StateStore

KEPT = 24 * 3_600.0
"""Elapsed seconds for which Telegram keeps an update that nobody takes."""
EVERY = 600.0
"""Elapsed seconds between two notes that all is well; by so much the told beginning may be too early."""
KEY = "telegram-heard"
Tell = Callable[[datetime, datetime], Awaitable[None]]


class OutageWatch:
    """Remembers, through restarts, when Telegram was last in touch."""

    def __init__(self, state: StateStore, elapsed: Elapsed, tell: Tell) -> None:
        self._state = state
        self._elapsed = elapsed
        self._tell = tell
        self._noted: float | None = None

    async def heard(self) -> None:
        """Call whenever Telegram has answered; raises StorageError, and then it is as if it had not been called.

        Killed between the word to the staff and the note, it says the same again, and the outbox knows that.
        """
        now = self._elapsed.seconds()
        if self._noted is not None and now - self._noted < EVERY:
            return
        before = float(await self._state.get(KEY) or now) if self._noted is None else self._noted
        if now - before > KEPT:
            await self._tell(datetime.fromtimestamp(before, UTC), datetime.fromtimestamp(now - KEPT, UTC))
        await self._state.put({KEY: str(now)})
        self._noted = now
