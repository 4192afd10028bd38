"""What the page hears: a numbered ring of events, each for those who may see its chat."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sandbox.bell import Bell

MEMORY = 2000


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, and who may know."""

    number: int
    kind: str
    data: dict[str, Any]
    audience: frozenset[int]


class EventLog:
    """Remembers the last events so that a page that lost its stream misses nothing."""

    def __init__(self) -> None:
        self._events: deque[Event] = deque(maxlen=MEMORY)
        self._last = 0
        self.bell = Bell()
        self.closed = False

    @property
    def last(self) -> int:
        return self._last

    def tell(self, kind: str, data: dict[str, Any], audience: Collection[int]) -> None:
        self._last += 1
        self._events.append(Event(self._last, kind, data, frozenset(audience)))
        self.bell.ring()

    def after(self, number: int, user_id: int | None) -> list[Event]:
        """For one person; for everybody when no person is named."""
        return [
            event for event in self._events if event.number > number and (user_id is None or user_id in event.audience)
        ]

    def close(self) -> None:
        """Ends every stream."""
        self.closed = True
        self.bell.ring()
