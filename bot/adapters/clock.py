"""The two kinds of time. Civil time may be shifted in a demo; elapsed time never jumps."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, tzinfo

from core.shared.errors import AppError

_log = logging.getLogger(__name__)

REFRESH_SECONDS = 1.0


class SystemClock:
    """The machine's civil time, moved by `offset`. Only a demo has a refresher that sets one."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self.offset = timedelta(0)

    @property
    def zone(self) -> tzinfo:
        return self._zone

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset


def _nobody() -> None:
    """Nobody waits for the time to be moved."""


class OffsetRefresher:
    """Keeps a demo's clock where the database says, so that every process jumps together.

    Without `demo` the row is not even read: nobody moves the time of a real community.
    """

    def __init__(self, clock: SystemClock, read: Callable[[], Awaitable[timedelta]], *, demo: bool) -> None:
        self._clock = clock
        self._read = read
        self._demo = demo
        self.moved: Callable[[], None] = _nobody
        """Called when the shift has changed: something may have fallen due."""

    async def refresh(self) -> None:
        """Read the shift once; call it before the first use of the clock. Raises StorageError."""
        if not self._demo:
            return
        before, self._clock.offset = self._clock.offset, await self._read()
        if self._clock.offset != before:
            self.moved()

    async def run(self) -> None:
        """Follow the shift until cancelled; ends at once when this is no demo."""
        while self._demo:
            await asyncio.sleep(REFRESH_SECONDS)
            try:
                await self.refresh()
            except AppError as error:
                _log.warning("the clock's shift could not be read: %s", error.code)


_SINCE_BOOT = getattr(time, "CLOCK_BOOTTIME", None)
"""Where there is such a clock it goes on while the machine sleeps, as other processes' clocks will have done."""


def _steady() -> float:
    return time.monotonic() if _SINCE_BOOT is None else time.clock_gettime(_SINCE_BOOT)


class SystemElapsed:
    """Seconds since the epoch as they were when this process started, then counted by a clock nobody can set.

    Processes started before and after someone sets the machine's clock differ by that much, no more.
    """

    def __init__(self) -> None:
        self._anchor = time.time() - _steady()

    def seconds(self) -> float:
        return self._anchor + _steady()
