"""The dates a resident is promised, computed by pure functions that can be explained (DOMAIN §2).

Days are calendar or working days of the community's time zone; a period counts from the day after it starts
and ends with its last day.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from core.petitions.model import DUE_STAGES, Petition, Promises, Stage
from core.shared.clock import Calendar, Clock, local_day

NOTICE_DAYS = 15
"""Written notice of acceptance or non-acceptance, calendar days (信访工作条例 art. 22–23)."""
ANSWER_DAYS = 60
"""Answer after acceptance, calendar days (信访工作条例 art. 34)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledges:
    """Our own, shorter promises in working days; a community's habit, so they are configuration."""

    claim_workdays: int = 1
    answer_workdays: int = 5


def add_workdays(day: date, count: int, calendar: Calendar) -> tuple[date, bool]:
    """Return the `count`-th working day after `day`, and whether every year touched has a known calendar."""
    certain = calendar.knows(day.year)
    while count > 0:
        day += timedelta(days=1)
        certain = certain and calendar.knows(day.year)
        if calendar.is_workday(day):
            count -= 1
    return day, certain


def promise(now: datetime, clock: Clock, calendar: Calendar, pledges: Pledges) -> Promises:
    """Compute the dates promised to a petition submitted at `now` (aware)."""
    today = local_day(now, clock.zone)
    claim, sure_claim = add_workdays(today, pledges.claim_workdays, calendar)
    reply, sure_reply = add_workdays(today, pledges.answer_workdays, calendar)
    return Promises(
        claim_by=end_of(claim, clock),
        reply_by=end_of(reply, clock),
        accept_by=end_of(today + timedelta(days=NOTICE_DAYS), clock),
        answer_by=end_of(today + timedelta(days=ANSWER_DAYS), clock),
        calendar_certain=sure_claim and sure_reply,
    )


def promise_after_acceptance(promises: Promises, accepted: datetime, clock: Clock) -> Promises:
    """The 60 days run from acceptance (XF 34)."""
    due = local_day(accepted, clock.zone) + timedelta(days=ANSWER_DAYS)
    return replace(promises, answer_by=end_of(due, clock))


def days_past(petition: Petition, today: date, zone: tzinfo) -> int:
    """Return by how many days our own pledge of what is to come next is over; 0 if it is not, or nothing is to come."""
    if petition.stage is Stage.SUBMITTED:
        pledged = petition.promises.claim_by
    elif petition.stage in DUE_STAGES:
        pledged = petition.promises.reply_by
    else:
        return 0
    return max((today - local_day(pledged, zone)).days, 0)


def end_of(day: date, clock: Clock) -> datetime:
    """Return the last second of a local calendar day."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=clock.zone)
