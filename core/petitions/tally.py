"""A desk's cases in numbers."""

from dataclasses import dataclass

from core.shared.messages import Arg


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many cases a desk has."""

    new: int = 0
    """Filed in the days that are told of."""
    waiting: int = 0
    """Nobody has taken them."""
    due: int = 0
    """Promised for today."""
    overdue: int = 0
    answered: int = 0
    """Answered in the days that are told of."""
    closed: int = 0
    open: int = 0

    @property
    def quiet(self) -> bool:
        return not (self.new or self.waiting or self.due or self.overdue or self.answered)

    def args(self) -> dict[str, Arg]:
        return {
            "new": self.new,
            "waiting": self.waiting,
            "due": self.due,
            "overdue": self.overdue,
            "answered": self.answered,
            "closed": self.closed,
            "open": self.open,
        }
