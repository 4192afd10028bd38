"""How a desk stands: `/stats`. Pure arithmetic over counts and moments; DOMAIN §6, §8."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from statistics import median
from typing import Protocol

from core.petitions.model import Event, Kind
from core.shared.clock import local_day
from core.shared.ids import ChatId, PetitionId
from core.shared.messages import Arg, MessageSpec, Term

SMALL = 5
"""Of anonymous things fewer than these are not told apart, and neither is what is left beside them."""
HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCount:
    """The open cases of one kind."""

    kind: Kind
    open: int
    waiting: int
    """Nobody of this desk has them."""
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A submission, a first claim, a first answer or a closing, with what it is measured by."""

    petition_id: PetitionId
    event: Event
    at: datetime
    kind: Kind
    anonymous: bool
    """Then only its day of submission is known."""
    submitted_at: datetime
    reply_by: datetime


class DeskStatsReader(Protocol):
    async def open_counts(self, chat_id: ChatId, now: datetime) -> Sequence[OpenCount]:
        """Return the open cases worked on in this chat, kind by kind; `now` (aware) tells what is overdue."""
        ...

    async def happened(self, chat_id: ChatId, since: datetime) -> Sequence[Happened]:
        """Return what happened to cases worked on in this chat from `since` (aware), each event's first time only."""
        ...


def stats(counts: Sequence[OpenCount], happened: Sequence[Happened], now: datetime, zone: tzinfo) -> MessageSpec:
    """Say how the desk stands; weeks begin on Monday, months on the first, by the community's days."""
    today = local_day(now, zone)
    week, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    lines = [MessageSpec("stats-row", _row(each, happened, month, zone)) for each in counts if each.open]
    done: dict[str, Arg] = {
        f"{name}{span}": sum(h.event is event and local_day(h.at, zone) >= since for h in happened)
        for name, event in (("new", Event.SUBMIT), ("answered", Event.ANSWER), ("closed", Event.CLOSE))
        for span, since in (("week", week), ("month", month))
    }
    this_month = [h for h in happened if local_day(h.at, zone) >= month]
    more = [
        MessageSpec("stats-done", done),
        *_on_time(this_month, zone),
        *_times(this_month),
        *_anonymous(this_month),
    ]
    head: dict[str, Arg] = {
        "open": sum(each.open for each in counts),
        "waiting": sum(each.waiting for each in counts),
        "overdue": sum(each.overdue for each in counts),
    }
    return MessageSpec("stats", head, more=[*more, *lines])


def _row(count: OpenCount, happened: Sequence[Happened], month: date, zone: tzinfo) -> dict[str, Arg]:
    answered = [h for h in happened if h.kind is count.kind and h.event is Event.ANSWER]
    return {
        "kind": Term(f"kind-{count.kind}"),
        "open": count.open,
        "waiting": count.waiting,
        "overdue": count.overdue,
        "answered": sum(local_day(h.at, zone) >= month for h in answered),
    }


def _on_time(happened: Sequence[Happened], zone: tzinfo) -> list[MessageSpec]:
    answered = [h for h in happened if h.event is Event.ANSWER]
    if not answered:
        return []
    kept = sum(local_day(h.at, zone) <= local_day(h.reply_by, zone) for h in answered)
    args: dict[str, Arg] = {"kept": kept, "count": len(answered), "rate": percent(kept, len(answered))}
    return [MessageSpec("stats-on-time", args)]


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, half up: 2 of 3 is 66.7."""
    tenths = (2_000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"


def _times(happened: Sequence[Happened]) -> list[MessageSpec]:
    def spent(event: Event) -> list[float]:
        return [(h.at - h.submitted_at).total_seconds() for h in happened if h.event is event and not h.anonymous]

    lines = []
    for key, event in (("stats-to-claim", Event.CLAIM), ("stats-to-answer", Event.ANSWER)):
        if seconds := spent(event):
            hours = round(median(seconds) / HOUR)
            lines.append(MessageSpec(key, {"days": hours // 24, "hours": hours % 24}))
    return lines


def _anonymous(happened: Sequence[Happened]) -> list[MessageSpec]:
    """Tell how many of this month's were anonymous, unless they or the others are so few that it tells who."""
    new = [h for h in happened if h.event is Event.SUBMIT]
    count = sum(h.anonymous for h in new)
    if not count:
        return []
    few = min(count, len(new) - count) < SMALL
    return [MessageSpec("stats-anonymous-few" if few else "stats-anonymous", {"count": 0 if few else count})]
