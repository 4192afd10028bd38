from dataclasses import dataclass

from core.shared.clock import Elapsed
from core.shared.outbox import ClaimedItem
from delivery.limiter import Allowance, TooLateError

LEASE = 60.0
"""Seconds a row belongs to its worker: half to begin, half for one request to end in."""
_SPARE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Never send when less than half of the lease remains: another worker might have the row before we are done."""

    row: ClaimedItem
    elapsed: Elapsed
    length: float = LEASE

    def allowance(self) -> Allowance:
        """Return how long the next request may wait and take; raises TooLateError."""
        half, spare = self.length / 2, self._spare()
        if spare <= 0:
            raise TooLateError
        return Allowance(wait=spare, take=max(half - _SPARE, half / 2))

    @property
    def lasts(self) -> bool:
        """Whether anything may be begun."""
        return self._spare() > 0

    def _spare(self) -> float:
        return self.row.lease_until - self.elapsed.seconds() - self.length / 2
