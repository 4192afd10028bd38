"""Limits of pace and number: a person who slips may try again, a machine that guesses or floods may not."""

from dataclasses import dataclass
from typing import Protocol

_HOUR, _DAY = 3_600.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` within `seconds` of elapsed time. `text` is the key of what is said beyond it, if anything."""

    name: str
    count: int
    seconds: float
    text: str = ""


WRONG_CODES = Limit("code", 10, 600.0, "too-many-tries")
"""Codes of anonymous cases that one person typed and that opened nothing."""
WRONG_POSTERS = Limit("poster", 10, _HOUR, "too-many-tries")
"""Poster links of one person that led nowhere."""
WRONG_BINDS = Limit("bind", 10, _HOUR, "too-many-tries")
"""Bind codes of one group, and of one person, that bound nothing."""
GUEST_WORDS = Limit("guest", 1, _HOUR)
"""What is said in a group that nobody has bound."""
NEWCOMINGS = Limit("newcomings", 10, _HOUR)
"""Groups into which one person has brought us."""
HURRIED = Limit("hurry", 1, 60.0, "message-hurry")
"""How often somebody who writes very fast is told that all of it has been received."""
POSTS = Limit("posts", 10, _HOUR, "posts-enough")
"""Posts of channels and bots, and bare links, of one person outside of any petition."""
SAME_POST = Limit("same", 1, _DAY)
"""How often the very same post or link of one person is answered."""
UNNAMED = Limit("unnamed", 10, _DAY, "pace-petitions")
"""Petitions without a name. Counted in memory only: nothing may say on a disk that somebody has filed one."""
PETITIONS = Limit("petitions", 25, _DAY, "pace-petitions")
"""Petitions of one person, with those they took back."""
CASE_WORDS = Limit("words", 100, 600.0, "pace-words")
"""Messages of one person to their cases that nobody has asked for."""
CASE_FILES = Limit("files", 60, _HOUR, "pace-files")
"""Files of one person to their cases that nobody has asked for."""
CASE_STICKERS = Limit("stickers", 5, 600.0, "pace-stickers")
"""Stickers and animations of one person to their cases."""

LIMITS = (
    WRONG_CODES,
    WRONG_POSTERS,
    WRONG_BINDS,
    GUEST_WORDS,
    NEWCOMINGS,
    HURRIED,
    POSTS,
    SAME_POST,
    UNNAMED,
    PETITIONS,
    CASE_WORDS,
    CASE_FILES,
    CASE_STICKERS,
)
"""All of them; docs/operations.md has the same table."""
SHARED = (PETITIONS, CASE_WORDS, CASE_FILES, CASE_STICKERS)
"""Those that are counted in the database, for all processes together (`uow.paces`)."""


class Tries(Protocol):
    """Kept by one process in memory: who can restart us need not guess."""

    def used_up(self, limit: Limit, who: int) -> bool:
        """Tell whether `who` (a person or a chat) has no try left just now."""
        ...

    def count(self, limit: Limit, who: int) -> None:
        """Count one try."""
        ...
