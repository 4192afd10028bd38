from core.shared.clock import Elapsed
from core.shared.tries import Limit


class MemoryTries:
    """Moments of tries, in this process only. What has passed out of every window is forgotten."""

    def __init__(self, elapsed: Elapsed) -> None:
        self._elapsed = elapsed
        self._made: dict[tuple[Limit, int], list[float]] = {}

    def used_up(self, limit: Limit, who: int) -> bool:
        return len(self._recent(limit, who)) >= limit.count

    def count(self, limit: Limit, who: int) -> None:
        now = self._elapsed.seconds()
        made = [*self._recent(limit, who), now]
        self._made = {key: kept for key, kept in self._made.items() if kept[-1] > now - key[0].seconds}
        self._made[limit, who] = made[-limit.count :]

    def _recent(self, limit: Limit, who: int) -> list[float]:
        since = self._elapsed.seconds() - limit.seconds
        return [moment for moment in self._made.get((limit, who), ()) if moment > since]
