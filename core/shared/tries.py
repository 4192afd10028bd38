"""Guessing and repeating, counted: a person who slips may try again, a machine that guesses may not."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` within `seconds` of elapsed time."""

    name: str
    count: int
    seconds: float


WRONG_CODES = Limit("code", 10, 600.0)
"""Codes of anonymous cases that one person typed and that opened nothing."""
WRONG_POSTERS = Limit("poster", 10, 3_600.0)
"""Poster links of one person that led nowhere."""
WRONG_BINDS = Limit("bind", 10, 3_600.0)
"""Bind codes of one group, and of one person, that bound nothing."""
GUEST_WORDS = Limit("guest", 1, 3_600.0)
"""What is said in a group that nobody has bound."""
NEWCOMINGS = Limit("newcomings", 10, 3_600.0)
"""Groups into which one person has brought us."""
HURRIED = Limit("hurry", 1, 60.0)
"""How often somebody who writes very fast is told that all of it has been received."""


class Tries(Protocol):
    """Kept by one process in memory: who can restart us need not guess."""

    def used_up(self, limit: Limit, who: int) -> bool:
        """Tell whether `who` (a person or a chat) has no try left just now."""
        ...

    def count(self, limit: Limit, who: int) -> None:
        """Count one try."""
        ...
