"""What is counted of petitions (DOMAIN §7). Confidential reports are none, and nothing of them is counted here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from core.figures.outcomes import Outcomes
from core.petitions.stages import Event
from core.shared.ids import UnitId


class Measure(StrEnum):
    """What was done with petitions; each counts a petition once in a span, for each unit that did it."""

    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    NOT_ACCEPTED = "not-accepted"
    TRANSFERRED = "transferred"
    ESCALATED = "escalated"
    RECONSIDERED = "reconsidered"
    REVIEWED = "reviewed"
    REOPENED = "reopened"
    EXTENDED = "extended"


MEASURED = {
    Event.ANSWER: Measure.ANSWERED,
    Event.CLOSE: Measure.CLOSED,
    Event.WITHDRAW: Measure.WITHDRAWN,
    Event.NOT_ACCEPT: Measure.NOT_ACCEPTED,
    Event.SAME_MATTER: Measure.NOT_ACCEPTED,
    Event.TRANSFER: Measure.TRANSFERRED,
    Event.ESCALATE: Measure.ESCALATED,
    Event.GO_TO_STREET: Measure.ESCALATED,
    Event.RECONSIDER: Measure.RECONSIDERED,
    Event.ASK_REVIEW: Measure.REVIEWED,
    Event.REOPEN: Measure.REOPENED,
    Event.EXTEND: Measure.EXTENDED,
}
"""By what is written in the history. A correction of an answer is no second one, one that was taken back is none."""
ROUNDS = (
    Event.SUBMIT,
    Event.TRANSFER,
    Event.ESCALATE,
    Event.OBJECT,
    Event.GO_TO_STREET,
    Event.RECONSIDER,
    Event.REOPEN,
    Event.REVIEW_REDO,
)
"""By each of them our own pledge begins anew."""
STOPS = (Event.WITHDRAW, Event.NOT_ACCEPT, Event.SAME_MATTER, Event.CALLED, Event.GM_END)
"""After these nobody waits for an answer any more."""
ANONYMOUS = "anonymous"
"""Who submitted, in the history of an anonymous petition. Histories stay when names go, and so do figures."""


@dataclass(frozen=True, slots=True)
class Received:
    """So many petitions of one sort came to a unit first; the way a petition climbs afterwards changes nothing."""

    kind: str
    category: str
    unit_id: UnitId
    anonymous: bool
    count: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How many promises came to their end, and how many of them were kept.

    A petition counts once: on the day of its answer if that is in time, else when its last day has passed.
    """

    kept: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What happened in a span to the petitions of some units."""

    received: Sequence[Received]
    handled: Mapping[Measure, int]
    """Each petition once, by whichever of the units."""
    by_unit: Mapping[tuple[Measure, UnitId], int]
    """Each petition once for each unit that did it."""
    pledge: Kept
    law: Kept
    days: Mapping[int, int]
    """Whole days from submission to the first answer → how many; anonymous ones, of which we know no hour, not."""
    by_staff: Sequence[tuple[str, UnitId, int]]
    """Who answered how many in which unit, the busiest first, then by their ids."""


class FiguresReader(Protocol):
    async def count(self, units: Collection[UnitId], first: datetime, end: datetime, now: datetime) -> Counts:
        """Count from `first` to before `end` (aware). What was due is judged at `now`."""
        ...

    async def outcomes(
        self, units: Collection[UnitId], first: datetime, end: datetime, rated: tuple[date, date]
    ) -> Outcomes:
        """Return what came of petitions from `first` to before `end` (aware), as it stands now.

        Ratings are those of the days from the first to before the second of `rated`, of one year.
        """
        ...

    async def helpers(self, units: Collection[UnitId]) -> Mapping[str, tuple[int, int]]:
        """Return how many volunteer of how many, as `VolunteerRepository.counts` does."""
        ...

    async def said(self, units: Collection[UnitId], first: datetime, end: datetime) -> "Said":
        """Return what petitions of the units say that were submitted from `first` to before `end` (aware)."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    texts: Sequence[str]
    """The newest; never of mediation."""
    names: Collection[str]
    """Of whoever is on the roster or works at a desk of the units."""
