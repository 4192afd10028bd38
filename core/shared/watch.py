"""What whoever runs the service can see from outside: how much waits, since when, and what sending led to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """Rows by state; handled and sent ones are not counted. `*_since`: elapsed seconds, None where nothing waits."""

    inbox: Mapping[str, int]
    outbox: Mapping[str, int]
    inbox_since: float | None
    outbox_since: float | None


class Depths(Protocol):
    async def __call__(self) -> Depth:
        """Read both tables in one snapshot; cheap however much is stored. Raises StorageError."""
        ...


class Meter(Protocol):
    """Counts in memory: never waits, never fails. Names are the program's own, none is a person's."""

    def delivered(self, operation: str, outcome: str) -> None:
        """Count what one try to deliver an outbox row has led to."""
        ...

    def send_failed(self, edge: str, kind: str) -> None:
        """Count an error of a request to Telegram, by the edge that made it and by the error's name."""
        ...


class JobMeter(Protocol):
    """Counts turns of jobs in memory: never waits, never fails."""

    def turn(self, job: str, outcome: str, late: float = 0.0) -> None:
        """Count a turn that was `done`, with how many seconds after its moment, or a try that `waits` or `failed`."""
        ...


class NoMeter:
    """Where nobody looks."""

    def delivered(self, operation: str, outcome: str) -> None:
        """Count nothing."""

    def send_failed(self, edge: str, kind: str) -> None:
        """Count nothing."""

    def turn(self, job: str, outcome: str, late: float = 0.0) -> None:
        """Count nothing."""
