"""Rules of the side roads of a case, as pure functions; they raise DomainError and change nothing.

Days of the law are named constants with their article; what is a community's habit is a field of `Habits`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from core.people.model import Level, Unit
from core.petitions.clocks import add_workdays
from core.petitions.model import HistoryRow, Petition
from core.petitions.stages import OPEN_STAGES, Event, Stage
from core.shared.clock import Calendar, local_day
from core.shared.errors import DomainError
from core.shared.ids import UnitId

OBJECTION_WORKDAYS = 5
"""Working days within which a level says that it is not competent (信访工作条例 art. 23)."""
REVIEW_ASK_DAYS = 30
"""Calendar days after the street's answer within which 复查 is asked for (信访工作条例 art. 35)."""
REVIEW_ANSWER_DAYS = 30
"""Calendar days within which 复查 is answered (信访工作条例 art. 35)."""
REREVIEW_ASK_DAYS = 30
"""Calendar days after the 复查 opinion within which 复核 is asked for (信访工作条例 art. 36)."""
REREVIEW_ANSWER_DAYS = 30
"""Calendar days within which 复核 is answered (信访工作条例 art. 36)."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body outside the bot to which a request goes: it is known by name, address and telephone only."""

    name: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roads:
    """What a community decides about the side roads of its cases, and who is above its street."""

    reopen_days: int = 30
    """Calendar days after the answer, the close or the refusal within which the author may have it taken up again."""
    district: Body = Body()
    """Who does the 复查."""
    city: Body = Body()
    """Who does the 复核."""


def parent_of(unit: Unit, units: Sequence[Unit]) -> Unit | None:
    return next((each for each in units if each.id == unit.parent_id), None)


def street_above(unit: Unit, units: Sequence[Unit]) -> Unit | None:
    """Return the street of a unit, itself if it is one; None where no street is above."""
    found: Unit | None = unit
    while found is not None and found.level is not Level.STREET:
        found = parent_of(found, units)
    return found


def one_level_up(petition: Petition, unit: Unit, units: Sequence[Unit]) -> Unit:
    """Return the unit above; raises DomainError("escalate-top") at the top of the tree."""
    above = None if unit.level is Level.STREET else parent_of(unit, units)
    if above is None:
        raise DomainError("escalate-top", number=petition.number)
    return above


def others_to_go_to(unit: Unit, units: Sequence[Unit]) -> list[Unit]:
    """Return the units of the same tree that a case can be transferred to, in the tree's order."""

    def root(each: Unit) -> UnitId:
        above = parent_of(each, units)
        return each.id if above is None else root(above)

    return [each for each in units if each.id != unit.id and root(each) == root(unit)]


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a case came to the unit that has it, and from where."""

    event: Event
    came_from: UnitId
    at: datetime


def arrival(history: Sequence[HistoryRow]) -> Arrival | None:
    """Return how the case came to its unit; None where it was filed there."""
    rows = [row for row in history if row.unit_id is not None]
    if len(rows) < 2:  # noqa: PLR2004 - where it was filed, and where it went
        return None
    before, last = rows[-2].unit_id, rows[-1]
    return None if before is None else Arrival(last.event, before, last.at)


def sent_by_a_desk(history: Sequence[HistoryRow]) -> bool:
    """Tell whether another desk has sent a case to its unit, which may send it back."""
    came = arrival(history)
    return came is not None and came.event in {Event.TRANSFER, Event.ESCALATE}


def objection_until(arrived: datetime, calendar: Calendar, zone: tzinfo) -> date:
    """Return the last day on which a level may say that it is not competent (XF 23)."""
    return add_workdays(local_day(arrived, zone), OBJECTION_WORKDAYS, calendar)[0]


def ensure_may_object(
    petition: Petition, came: Arrival | None, today: date, calendar: Calendar, zone: tzinfo
) -> UnitId:
    """Return where the case goes back to.

    Raises DomainError("object-nowhere") where no desk has sent it, or ("object-too-late", day=…).
    """
    if came is None or came.event not in {Event.TRANSFER, Event.ESCALATE}:
        raise DomainError("object-nowhere", number=petition.number)
    last = objection_until(came.at, calendar, zone)
    if today > last:
        raise DomainError("object-too-late", number=petition.number, days=OBJECTION_WORKDAYS)
    return came.came_from


def ensure_not_accepted_yet(petition: Petition) -> None:
    """What has been accepted cannot be refused any more; raises DomainError("accepted-already")."""
    if petition.accepted_at is not None:
        raise DomainError("accepted-already", number=petition.number)


def ensure_same_matter(petition: Petition, pending: Petition | None) -> Petition:
    """Return the pending case. The author is led to it, so it must be their own.

    Raises DomainError("same-not-theirs"), ("same-itself") or ("same-not-open").
    """
    if pending is None or petition.resident_id is None or pending.resident_id != petition.resident_id:
        raise DomainError("same-not-theirs", number=petition.number)
    if pending.id == petition.id:
        raise DomainError("same-itself", number=petition.number)
    if pending.stage not in OPEN_STAGES:
        raise DomainError("same-not-open", number=pending.number)
    return pending


_SETTLED = {Event.ANSWER, Event.CLOSE, Event.NOT_ACCEPT, Event.SAME_MATTER}


def last_at(history: Sequence[HistoryRow], *events: Event) -> datetime | None:
    return next((row.at for row in reversed(history) if row.event in events), None)


def reopen_until(history: Sequence[HistoryRow], roads: Roads, zone: tzinfo) -> date | None:
    """Return the last day on which the author may have it taken up again; None where nothing was settled."""
    settled = last_at(history, *_SETTLED)
    return None if settled is None else local_day(settled, zone) + timedelta(days=roads.reopen_days)


def ensure_may_reopen(
    petition: Petition, history: Sequence[HistoryRow], roads: Roads, today: date, zone: tzinfo
) -> None:
    """Raises DomainError("reopen-too-late", days=…)."""
    until = reopen_until(history, roads, zone)
    if until is not None and today > until:
        raise DomainError("reopen-too-late", number=petition.number, days=roads.reopen_days)


def review_ask_until(history: Sequence[HistoryRow], zone: tzinfo) -> date | None:
    """Return the last day to ask for 复查 of the answer (XF 35); None where there is no answer."""
    answered = last_at(history, Event.ANSWER)
    return None if answered is None else local_day(answered, zone) + timedelta(days=REVIEW_ASK_DAYS)


def rereview_ask_until(history: Sequence[HistoryRow], zone: tzinfo) -> date | None:
    """Return the last day to ask for 复核 (XF 36); None where there is no opinion yet."""
    opinion = last_at(history, Event.REVIEW_DONE)
    return None if opinion is None else local_day(opinion, zone) + timedelta(days=REREVIEW_ASK_DAYS)


def ensure_may_ask_review(
    petition: Petition, unit: Unit, history: Sequence[HistoryRow], today: date, zone: tzinfo
) -> None:
    """复查 is of the street's answer. Raises DomainError("review-not-street") or ("review-too-late", days=…)."""
    if unit.level is not Level.STREET:
        raise DomainError("review-not-street", number=petition.number)
    until = review_ask_until(history, zone)
    if until is not None and today > until:
        raise DomainError("review-too-late", number=petition.number, days=REVIEW_ASK_DAYS)


def ensure_may_ask_rereview(petition: Petition, history: Sequence[HistoryRow], today: date, zone: tzinfo) -> None:
    """Raises DomainError("review-too-late", days=…)."""
    until = rereview_ask_until(history, zone)
    if until is not None and today > until:
        raise DomainError("review-too-late", number=petition.number, days=REREVIEW_ASK_DAYS)


def replayed(history: Sequence[HistoryRow]) -> tuple[Stage, UnitId | None]:
    """Return the stage and the unit the history leads to: what the row says, if all is well."""
    units = [row.unit_id for row in history if row.unit_id is not None]
    return history[-1].to_stage, units[-1] if units else None
