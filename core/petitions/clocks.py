"""The dates a resident is promised, computed by pure functions from the table of limits (DOMAIN §2).

Days are calendar or working days of the community's time zone; a period counts from the day after it starts
and ends with its last day.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from core.people.model import Level
from core.petitions.limits import RULES, Limit, add_workdays, to_workday
from core.petitions.model import Petition
from core.petitions.promises import Promises
from core.petitions.stages import DUE_STAGES, OUTSIDE_STAGES, WAITING_STAGES
from core.shared.clock import Calendar, Clock, local_day

__all__ = [
    "ANSWER_DAYS",
    "EXTENSION_DAYS",
    "NOTICE_DAYS",
    "Pledges",
    "add_workdays",
    "anew",
    "days_past",
    "due",
    "end_of",
    "extended",
    "promise",
    "promise_after_acceptance",
    "promise_after_move",
]

NOTICE_DAYS = RULES[Limit.ACCEPT].count
"""Written notice of acceptance or non-acceptance, calendar days (信访工作条例 art. 22–23)."""
ANSWER_DAYS = RULES[Limit.ANSWER].count
"""Answer after acceptance, calendar days (信访工作条例 art. 34)."""
EXTENSION_DAYS = RULES[Limit.EXTEND].count
"""By so many calendar days an answer may be put off, once (信访工作条例 art. 34)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledges:
    """Our own, shorter promises in working days; a community's habit, so they are configuration."""

    claim_workdays: int = RULES[Limit.CLAIM].count
    answer_workdays: int = RULES[Limit.REPLY].count

    def of(self, limit: Limit, level: Level) -> int:
        """Return how many working days a unit of this level pledges; 0 where it pledges none, and the law's counts."""
        if level not in RULES[limit].levels:
            return 0
        return self.claim_workdays if limit is Limit.CLAIM else self.answer_workdays


def promise(
    now: datetime, clock: Clock, calendar: Calendar, pledges: Pledges, level: Level = Level.COMMUNITY
) -> Promises:
    """Compute the dates promised to a petition submitted at `now` (aware) to a unit of this level.

    Where nothing is pledged the statutory limit is what is promised.
    """
    today = local_day(now, clock.zone)
    accept, answer = (today + timedelta(days=days) for days in (NOTICE_DAYS, ANSWER_DAYS))
    claim_days, reply_days = (pledges.of(limit, level) for limit in (Limit.CLAIM, Limit.REPLY))
    claim, sure_claim = add_workdays(today, claim_days, calendar) if claim_days else (accept, True)
    reply, sure_reply = add_workdays(today, reply_days, calendar) if reply_days else (answer, True)
    return Promises(
        claim_by=end_of(claim, clock),
        reply_by=end_of(reply, clock),
        accept_by=end_of(accept, clock),
        answer_by=end_of(answer, clock),
        calendar_certain=sure_claim and sure_reply,
        claim_days=claim_days,
        reply_days=reply_days,
        calendar_stamp=calendar.stamp,
    )


def without_reply(promises: Promises) -> Promises:
    """Pledge no answer within days: how long two people take to agree is not the desk's to promise."""
    return replace(promises, reply_by=promises.answer_by, reply_days=0)


def promise_after_acceptance(promises: Promises, accepted: datetime, clock: Clock) -> Promises:
    """The 60 days run from acceptance (XF 34)."""
    due = end_of(local_day(accepted, clock.zone) + timedelta(days=ANSWER_DAYS), clock)
    return replace(promises, answer_by=due, reply_by=promises.reply_by if promises.pledges_reply else due)


def extended(promises: Promises, days: int, calendar: Calendar, clock: Clock) -> Promises:
    """Put the answer off by calendar days (XF 34); our own pledge goes with it, and ends on a working day."""
    law = local_day(promises.answer_by, clock.zone) + timedelta(days=days)
    ours, certain = law, promises.calendar_certain
    if promises.pledges_reply:
        ours, sure = to_workday(local_day(promises.reply_by, clock.zone) + timedelta(days=days), calendar)
        certain = certain and sure
    return replace(
        promises,
        answer_by=end_of(law, clock),
        reply_by=end_of(ours, clock),
        calendar_certain=certain,
        extended_days=days,
    )


def anew(petition: Petition, calendar: Calendar, clock: Clock, extended_at: datetime | None = None) -> Promises:
    """Compute what the calendar decides of an open petition's promises anew: our own pledges that are still to come.

    They are counted from the submission, or from the last move; `extended_at` is when more time was agreed to.
    No date moves into the past. Of petitions from before it was noted how many days were pledged nothing moves.
    """
    promises, today = petition.promises, local_day(clock.now(), clock.zone)
    if promises.claim_days is None or promises.reply_days is None:
        return replace(promises, calendar_stamp=calendar.stamp)
    since = local_day(promises.pledged_at or petition.submitted_at, clock.zone)
    claim, sure_claim = add_workdays(since, promises.claim_days, calendar)
    reply, sure_reply = add_workdays(since, promises.reply_days, calendar)
    if put_off := promises.put_off(extended_at):
        reply, sure = to_workday(reply + timedelta(days=put_off), calendar)
        sure_reply = sure_reply and sure
    claimed, replied = petition.stage not in WAITING_STAGES, petition.stage not in (*WAITING_STAGES, *DUE_STAGES)
    return replace(
        promises,
        claim_by=_moved(promises.claim_by, claim, today, clock, keep=claimed or not promises.claim_days),
        reply_by=_moved(promises.reply_by, reply, today, clock, keep=replied or not promises.reply_days),
        calendar_certain=(sure_claim or claimed) and sure_reply,
        calendar_stamp=calendar.stamp,
    )


def _moved(was: datetime, day: date, today: date, clock: Clock, *, keep: bool) -> datetime:
    if keep:
        return was
    before = local_day(was, clock.zone)
    return end_of(max(day, min(before, today)), clock)


def promise_after_move(
    promises: Promises, now: datetime, clock: Clock, calendar: Calendar, pledges: Pledges, level: Level
) -> Promises:
    """Our own pledges begin anew at `now` where a unit of another `level` has the case; what the law sets stays."""
    begun = promise(now, clock, calendar, pledges, level)
    return replace(
        promises,
        claim_by=begun.claim_by if begun.pledges_claim else min(begun.claim_by, promises.answer_by),
        reply_by=begun.reply_by if begun.pledges_reply else promises.answer_by,
        calendar_certain=promises.calendar_certain and begun.calendar_certain,
        claim_days=begun.claim_days,
        reply_days=begun.reply_days,
        calendar_stamp=begun.calendar_stamp,
        pledged_at=now,
    )


def days_past(petition: Petition, today: date, zone: tzinfo) -> int:
    """Return by how many days our own pledge of what is to come next is over; 0 if it is not, or nothing is to come."""
    pledged = due(petition)
    return 0 if pledged is None else max((today - local_day(pledged, zone)).days, 0)


def due(petition: Petition) -> datetime | None:
    """Return until when what is to come next has to come: that somebody takes it, that they reply, an opinion."""
    if petition.stage in WAITING_STAGES:
        return petition.promises.claim_by
    if petition.stage in DUE_STAGES:
        return petition.promises.reply_by
    return petition.review_by if petition.stage in OUTSIDE_STAGES else None


def end_of(day: date, clock: Clock) -> datetime:
    """Return the last second of a local calendar day."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=clock.zone)
