"""A mediation beside its petition: who the other party is, how far it is, and the one table by which that changes.

Free and voluntary for both (人民调解法 art. 4, 17): nothing is done before both are willing, and either may leave until
it is over. What happens is written into the history of the petition, and the history alone tells the state.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from core.petitions.model import HistoryRow, Petition
from core.petitions.stages import Event
from core.shared.clock import local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import PetitionId, ResidentId, TelegramUserId

CONFIRM_DAYS = 30
"""Calendar days from when the agreement takes effect in which both may ask the court to confirm it (art. 33)."""
REMIND_DAYS = 7
"""Days before the last of them on which both are reminded, once."""
MAX_LINE = 200
"""UTF-16 units of what the asker lets the other party read of the matter."""
MAX_NAME = 60
MAX_PLACE = 200


class State(StrEnum):
    """How far a mediation is. Stored by value: never rename."""

    ASKED = "asked"
    """The other party has not said yet whether they are willing."""
    WILLING = "willing"
    DRAFTED = "drafted"
    """An agreement is before both; not both have confirmed it."""
    AGREED = "agreed"
    FAILED = "failed"
    DECLINED = "declined"
    LEFT = "left"


class Side(StrEnum):
    """Stored by value, in button codes too: never rename."""

    ASKER = "asker"
    OTHER = "other"


class How(StrEnum):
    """How somebody said yes. Stored by value: never rename."""

    TAP = "tap"
    PAPER = "paper"


ENDED = (State.AGREED, State.FAILED, State.DECLINED, State.LEFT)

TABLE: dict[tuple[State, Event], State] = {
    (State.ASKED, Event.GM_CONSENT): State.WILLING,
    (State.ASKED, Event.GM_DECLINE): State.DECLINED,
    (State.WILLING, Event.GM_MEDIATOR): State.WILLING,
    (State.WILLING, Event.GM_SESSION): State.WILLING,
    (State.WILLING, Event.GM_DRAFT): State.DRAFTED,
    (State.WILLING, Event.GM_FAIL): State.FAILED,
    (State.DRAFTED, Event.GM_MEDIATOR): State.DRAFTED,
    (State.DRAFTED, Event.GM_SESSION): State.DRAFTED,
    (State.DRAFTED, Event.GM_DRAFT): State.DRAFTED,
    (State.DRAFTED, Event.GM_CONFIRM): State.DRAFTED,
    (State.DRAFTED, Event.GM_AGREE): State.AGREED,
    (State.DRAFTED, Event.GM_FAIL): State.FAILED,
    **{(state, Event.GM_LEAVE): State.LEFT for state in (State.ASKED, State.WILLING, State.DRAFTED)},
    **{(state, Event.GM_ADDS): state for state in (State.WILLING, State.DRAFTED)},
}
"""(state, event) → next state. What is not here does not happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where and when both meet the mediator; `at` is aware."""

    at: datetime
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediation:
    """Of one petition. Whoever changes it holds the petition's lock and saves the petition too."""

    petition_id: PetitionId
    other_name: str = ""
    """What whoever asked calls the other party."""
    invite: str | None = None
    """What the link carries; None before it is asked for, and again once it leads nowhere."""
    line: str = ""
    """What the other party may read of the matter before they are willing."""
    other_id: ResidentId | None = None
    """The other party, if they are on the bot."""
    state: State = State.ASKED
    willing: How | None = None
    willing_at: datetime | None = None
    mediator_id: TelegramUserId | None = None
    mediator_name: str = ""
    session: Session | None = None
    text: str = ""
    """The agreement."""
    edition: int = 0
    """Of the agreement's text: what somebody confirms is the one they have read."""
    asker_confirmed: How | None = None
    other_confirmed: How | None = None
    ended_at: datetime | None = None
    reminded: bool = False
    """Whether both have been reminded that the time for the court's confirmation ends."""

    def can(self, event: Event) -> bool:
        return (self.state, event) in TABLE

    def after(self, event: Event, number: str, at: datetime) -> "Mediation":
        """Return it after `event`, at `at`; raises DomainError("mediation-<state>") if the table has no such row."""
        target = TABLE.get((self.state, event))
        if target is None:
            raise DomainError(f"mediation-{self.state}", number=number)
        over = target in ENDED
        return replace(self, state=target, invite=None if over else self.invite, ended_at=at if over else self.ended_at)

    def confirmed(self, side: Side) -> How | None:
        return self.asker_confirmed if side is Side.ASKER else self.other_confirmed

    def confirming(self, side: Side, how: How) -> "Mediation":
        return replace(self, asker_confirmed=how) if side is Side.ASKER else replace(self, other_confirmed=how)

    @property
    def both_confirmed(self) -> bool:
        return self.asker_confirmed is not None and self.other_confirmed is not None


def side_of(petition: Petition, mediation: Mediation, who: ResidentId) -> Side | None:
    if petition.resident_id == who:
        return Side.ASKER
    return Side.OTHER if mediation.other_id is not None and mediation.other_id == who else None


def ensure_running(petition: Petition) -> None:
    """Raises DomainError("case-stage-<stage>") once the petition is over."""
    if not petition.open:
        raise DomainError(f"case-stage-{petition.stage}", number=petition.number)


def ensure_mediator(mediation: Mediation, number: str) -> None:
    """No session and no agreement without one; raises DomainError("mediation-no-mediator")."""
    if mediation.mediator_id is None:
        raise DomainError("mediation-no-mediator", number=number)


def ensure_edition(mediation: Mediation, edition: int) -> None:
    """Only the text before both is agreed to; raises ConflictError("mediation-text-changed")."""
    if mediation.state is State.DRAFTED and mediation.edition != edition:
        raise ConflictError("mediation-text-changed")


def ensure_mediated(mediation: Mediation | None) -> Mediation:
    """Raises NotFoundError("case-unknown") where a petition is no mediation."""
    if mediation is None:
        raise NotFoundError("case-unknown")
    return mediation


def confirm_until(ended_at: datetime, zone: tzinfo) -> date:
    """Return the last day on which both may ask the court to confirm the agreement (art. 33)."""
    return local_day(ended_at, zone) + timedelta(days=CONFIRM_DAYS)


def replayed(history: Sequence[HistoryRow]) -> State:
    """Return the state that a history leads to: what the row says, if all is well."""
    state = State.ASKED
    for row in history:
        state = TABLE.get((state, row.event), state)
    return state
