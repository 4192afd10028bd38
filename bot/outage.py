"""Telegram keeps updates for a day. After a longer silence between it and us the staff are told what may be missing.

The silence is measured by Telegram's own time, which every answer carries: a machine whose clock was years off when it
started, and right later, has not been silent for years.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from core.shared.clock import Elapsed
from core.shared.state import StateStore

_log = logging.getLogger(__name__)

KEPT = 24 * 3_600.0
"""Seconds for which Telegram keeps an update that nobody takes."""
EVERY = 600.0
"""Seconds between two notes that all is well; by so much the told beginning may be too early."""
KEY = "telegram-heard"
UNDATED = "telegram-heard-undated"
"""Where a server's answers carry no date, the machine's clock is all there is; the two are never compared."""
Tell = Callable[[datetime, datetime], Awaitable[None]]


class AnsweredTime:
    """Seconds since the epoch as the Bot API's last answer named them, counted on by a clock nobody can set."""

    def __init__(self, elapsed: Elapsed) -> None:
        self._elapsed = elapsed
        self._ahead = 0.0
        self.dated = False
        """Whether any answer has named its time; until then `seconds` is the machine's."""

    def seconds(self) -> float:
        return self._elapsed.seconds() + self._ahead

    def note(self, date: str) -> None:
        """Take the `Date` of an answer; one that cannot be read says nothing."""
        try:
            named = parsedate_to_datetime(date).replace(tzinfo=UTC)  # HTTP's dates are in GMT
        except ValueError:
            _log.debug("an answer has a date that cannot be read")
            return
        self._ahead = named.timestamp() - self._elapsed.seconds()
        self.dated = True


class OutageWatch:
    """Remembers, through restarts, when Telegram was last in touch."""

    def __init__(self, state: StateStore, time: AnsweredTime, tell: Tell) -> None:
        self._state = state
        self._time = time
        self._tell = tell
        self._noted: dict[str, float] = {}

    async def heard(self) -> None:
        """Call whenever Telegram has answered; raises StorageError, and then it is as if it had not been called.

        Killed between the word to the staff and the note, it says the same again, and the outbox knows that.
        """
        key, now = KEY if self._time.dated else UNDATED, self._time.seconds()
        noted = self._noted.get(key)
        if noted is not None and 0 <= now - noted < EVERY:
            return
        before = float(await self._state.get(key) or now) if noted is None else noted
        if now - before > KEPT:
            await self._tell(datetime.fromtimestamp(before, UTC), datetime.fromtimestamp(now - KEPT, UTC))
        await self._state.put({key: str(now)})
        self._noted[key] = now
