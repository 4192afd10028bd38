"""Ballots and the table by which their state changes (DOMAIN §4). What is asked stands in `paper`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.ballots.paper import Paper
from core.shared.errors import DomainError
from core.shared.ids import BallotId, RosterId, TelegramUserId, UnitId

APPROVERS = 2
"""Different members of the supervision committee who approve a ballot before its roll is frozen."""


class BallotState(StrEnum):
    """Stored by value: never rename."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    """Its roll is frozen; it opens by the clock."""
    OPEN = "open"
    CLOSED = "closed"
    """Lasts as long as the transaction that counts."""
    PUBLISHED = "published"
    WITHHELD = "withheld"
    """Counted, and for a reason that is told not published."""
    CANCELLED = "cancelled"


class BallotEvent(StrEnum):
    """What can happen to a ballot."""

    PROPOSE = "propose"
    APPROVE = "approve"
    """By the last of those who have to."""
    SEND_BACK = "send_back"
    OPEN = "open"
    CLOSE = "close"
    PUBLISH = "publish"
    WITHHOLD = "withhold"
    CANCEL = "cancel"


BEFORE_CLOSE = (BallotState.DRAFT, BallotState.PROPOSED, BallotState.APPROVED, BallotState.OPEN)
UNDER_WAY = (BallotState.APPROVED, BallotState.OPEN)
"""Two have approved it, so two have to call it off."""
OVER = (BallotState.PUBLISHED, BallotState.WITHHELD)

BALLOT_TRANSITIONS: dict[tuple[BallotState, BallotEvent], BallotState] = {
    (BallotState.DRAFT, BallotEvent.PROPOSE): BallotState.PROPOSED,
    (BallotState.PROPOSED, BallotEvent.SEND_BACK): BallotState.DRAFT,
    (BallotState.PROPOSED, BallotEvent.APPROVE): BallotState.APPROVED,
    (BallotState.APPROVED, BallotEvent.OPEN): BallotState.OPEN,
    (BallotState.OPEN, BallotEvent.CLOSE): BallotState.CLOSED,
    (BallotState.CLOSED, BallotEvent.PUBLISH): BallotState.PUBLISHED,
    (BallotState.CLOSED, BallotEvent.WITHHOLD): BallotState.WITHHELD,
    **{(state, BallotEvent.CANCEL): BallotState.CANCELLED for state in BEFORE_CLOSE},
}
"""(state, event) → next state. What is not here does not happen."""


class Withheld(StrEnum):
    """Why a result is not published. Stored by value: never rename."""

    MISMATCH = "mismatch"
    """The ballots in the box are not as many as the marks in the register."""
    FEW = "few"
    """So few voted, in all or with a weight of their own, that the numbers would tell who chose what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """`result` is what was counted, as `core.ballots.counting.Result` writes it. Moments are aware."""

    id: BallotId
    unit_id: UnitId
    slug: str
    """Its name in its file: loaded again, it is the same one."""
    paper: Paper
    opens_at: datetime
    closes_at: datetime
    state: BallotState = BallotState.DRAFT
    seats: int = 0
    """Votes that can be cast, once the roll is frozen."""
    result: Mapping[str, Any] | None = None
    withheld: Withheld | None = None
    announced: bool = False
    """Whether what came of it has been told."""
    off_by: TelegramUserId | None = None
    """Who of the committee wants it called off, though people have been told of it: one more has to agree."""
    off_name: str | None = None
    version: int = 1

    def wished_off(self, by: TelegramUserId, name: str) -> "Ballot":
        """Return the ballot with somebody's wish that it be called off."""
        return replace(self, off_by=by, off_name=name, version=self.version + 1)

    def apply(self, event: BallotEvent) -> "Ballot":
        """Return the ballot after `event`; raises DomainError("ballot-state-<state>") if the table has no such row."""
        target = BALLOT_TRANSITIONS.get((self.state, event))
        if target is None:
            raise DomainError(f"ballot-state-{self.state}")
        return replace(self, state=target, version=self.version + 1)

    def takes_votes(self, now: datetime) -> bool:
        return self.state is BallotState.OPEN and now < self.closes_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """One line of the frozen roll. Several people may have one seat, as a household: whoever votes first fills it."""

    voter: RosterId
    seat: str
    group: str
    """Under which name the seat is counted: one or several classes, never so few that a number tells who it was."""
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One answer in the box: what was chosen, and nothing of who chose it or when."""

    id: str
    """Random: the box has no order."""
    subject: str
    dimension: str
    group: str
    weight: int
    grade: str
