"""The only place where background tasks are started.

A task nobody refers to may be collected in the middle of its work, and its failure is told to nobody. Here every
task is kept until it ends, a failure is logged when it happens, and leaving the block cancels what still runs.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

from bot.config import ConfigError

T = TypeVar("T")

_log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds a cancelled task has to put its things away."""
ANEW = 5.0
"""Seconds before failed work that has to go on is started again."""


class Nursery:
    """Tasks live no longer than the block: leaving it cancels them and waits until they have ended."""

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._tasks)

    def launch(self, work: Coroutine[Any, Any, None], *, name: str) -> None:
        """Start `work` for its effect alone."""
        _ = self.start(work, name=name)

    def keep_up(self, work: Callable[[], Coroutine[Any, Any, None]], *, name: str) -> None:
        """Start `work` for its effect, and start it anew some seconds after every failure."""
        self.launch(self._kept_up(work, name), name=name)

    async def _kept_up(self, work: Callable[[], Coroutine[Any, Any, None]], name: str) -> None:
        while True:
            try:
                await work()
            except Exception:  # noqa: BLE001 - whatever it is: what runs beside everything else must not end unseen
                _log.exception("background task begins anew: %s", name)
                await asyncio.sleep(ANEW)
            else:
                return

    def start(self, work: Coroutine[Any, Any, T], *, name: str) -> asyncio.Task[T]:
        """Start `work`; raises RuntimeError once the nursery is closed (`work` is then put away unstarted)."""
        if self._closed:
            work.close()
            raise RuntimeError("nursery-closed")
        task = asyncio.create_task(work, name=name)  # noqa: TID251 - this is the place the ban points to
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None and not isinstance(error, ConfigError):  # that one ends the program with its sentence
            _log.error("background task failed: %s", task.get_name(), exc_info=error)

    async def close(self) -> None:
        """Cancel everything and wait; a task that will not end within the patience is named in the log and left."""
        self._closed = True
        pending = set(self._tasks)
        for task in pending:
            task.cancel()
        if pending:
            _, pending = await asyncio.wait(pending, timeout=self._patience)
        for task in pending:
            _log.error("background task does not stop: %s", task.get_name())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
