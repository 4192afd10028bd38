"""Dialog state is committed together with the inbox row it belongs to.

Handling an update changes dialog state many times. If each change were written at once, a crash in the middle would
leave the conversation a step ahead, and the update, handled again, would be taken for the answer to the next
question. So all changes made while one update is handled are held back and written in the transaction that finishes
its inbox row: either the step happened, or it will happen again from the same beginning.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from core.shared.state import StateStore

PASSING = "~"
"""Begins the names of what lives in this process only and never rests on a disk."""
REMEMBERED = 20_000
"""Passing values kept at most, the latest; who is forgotten starts from the menu."""


class Writes(dict[str, str | None]):
    """What goes to the store with the inbox row; `passing` goes to memory once that has succeeded."""

    def __init__(self) -> None:
        super().__init__()
        self.passing: dict[str, str | None] = {}
        self.open = True

    def part(self, key: str) -> dict[str, str | None]:
        return self.passing if key.startswith(PASSING) else self


_current: ContextVar[Writes | None] = ContextVar("held_state", default=None)


class ScopedState:
    """A StateStore whose writes are held back inside `scope()` and go straight through outside of it."""

    def __init__(self, store: StateStore) -> None:
        self._store = store
        self._memory: dict[str, str] = {}

    @contextmanager
    def scope(self) -> Iterator[Writes]:
        """Hold writes back and yield them; the caller commits and settles them, or drops them by forgetting them."""
        held = Writes()
        token = _current.set(held)
        try:
            yield held
        finally:
            held.open = False
            _current.reset(token)

    def settle(self, writes: Writes) -> None:
        """Take over the passing part of writes whose other part has been committed."""
        self._remember(writes.passing)

    def forget(self) -> None:
        """Drop everything passing, as the end of the process does."""
        self._memory.clear()

    async def get(self, key: str) -> str | None:
        held = _current.get()
        if held is not None and held.open and key in held.part(key):
            return held.part(key)[key]
        return self._memory.get(key) if key.startswith(PASSING) else await self._store.get(key)

    async def put(self, writes: Mapping[str, str | None]) -> None:
        held = _current.get()
        if held is not None and held.open:
            for key, value in writes.items():
                held.part(key)[key] = value
            return
        self._remember({key: value for key, value in writes.items() if key.startswith(PASSING)})
        await self._store.put({key: value for key, value in writes.items() if not key.startswith(PASSING)})

    def _remember(self, writes: Mapping[str, str | None]) -> None:
        for key, value in writes.items():
            self._memory.pop(key, None)
            if value is not None:
                self._memory[key] = value
        while len(self._memory) > REMEMBERED:
            del self._memory[next(iter(self._memory))]
