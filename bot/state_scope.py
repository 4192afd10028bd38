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


class _Held:
    def __init__(self) -> None:
        self.writes: dict[str, str | None] = {}
        self.open = True


_current: ContextVar[_Held | None] = ContextVar("held_state", default=None)


class ScopedState:
    """A StateStore whose writes are held back inside `scope()` and go straight through outside of it."""

    def __init__(self, store: StateStore) -> None:
        self._store = store

    @contextmanager
    def scope(self) -> Iterator[dict[str, str | None]]:
        """Hold writes back and yield them; the caller commits them, or drops them by forgetting them."""
        held = _Held()
        token = _current.set(held)
        try:
            yield held.writes
        finally:
            held.open = False
            _current.reset(token)

    async def get(self, key: str) -> str | None:
        held = _current.get()
        if held is not None and held.open and key in held.writes:
            return held.writes[key]
        return await self._store.get(key)

    async def put(self, writes: Mapping[str, str | None]) -> None:
        held = _current.get()
        if held is not None and held.open:
            held.writes.update(writes)
            return
        await self._store.put(writes)
