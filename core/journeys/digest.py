"""What each area tells in the weekly digest: the one place where the digest and the areas know each other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.ballots.model import BallotState
from core.booking.messages import day_title
from core.booking.queries import BookingReader
from core.broadcast.model import DigestLine, Topic
from core.broadcast.ports import DigestSource, Published, Window
from core.disclosure.queries import DisclosureReader, NewsRow
from core.petitions.queries import CaseReader
from core.shared.actions import Action, ActionCode
from core.shared.clock import Clock, local_day
from core.shared.ids import UnitId
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.uow import UnitOfWorkFactory

AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone:
    """How many cases were answered and closed; of what they were about not a word."""

    cases: CaseReader

    async def lines(self, units: Collection[UnitId], window: Window, /) -> Sequence[DigestLine]:
        done = await self.cases.done_between(units, window.since, window.until)
        return [
            DigestLine(
                unit_id=unit,
                topic=Topic.WORK,
                spec=MessageSpec("digest-work", {"unit": name, "answered": answered, "closed": closed}),
            )
            for unit, name, answered, closed in done
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysToCome:
    """The coming week's days, with what is free on each now."""

    booking: BookingReader
    clock: Clock

    async def lines(self, units: Collection[UnitId], _window: Window, /) -> Sequence[DigestLine]:
        now, today = self.clock.now(), local_day(self.clock.now(), self.clock.zone)
        views = await self.booking.days(units, today + timedelta(days=1), today + AHEAD)
        return [
            DigestLine(
                unit_id=view.day.unit_id,
                topic=Topic.DAYS,
                spec=MessageSpec(
                    "digest-day", {"day": view.day.held_on, "title": day_title(view.day), "free": view.free(now)}
                ),
            )
            for view in views
            if view.still_bookable(now)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """What is being voted on, and what was decided."""

    uow: UnitOfWorkFactory

    async def lines(self, units: Collection[UnitId], window: Window, /) -> Sequence[DigestLine]:
        async with self.uow.reading() as uow:
            found = await uow.ballots.of_units(units)
        lines: list[DigestLine] = []
        for ballot in found:
            key = ""
            if ballot.state is BallotState.OPEN:
                key = "digest-vote-open"
            elif ballot.state is BallotState.PUBLISHED and window.since <= ballot.closes_at < window.until:
                key = "digest-vote-decided"
            if key:
                args: dict[str, Arg] = {"title": ballot.paper.title, "closes": ballot.closes_at}
                lines.append(DigestLine(unit_id=ballot.unit_id, topic=Topic.VOTES, spec=MessageSpec(key, args)))
        return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What was published: in the digest by its title, at once with a button that opens it."""

    disclosure: DisclosureReader

    async def lines(self, units: Collection[UnitId], window: Window, /) -> Sequence[DigestLine]:
        """Of what was corrected in the same window only the last version."""
        rows = await self.disclosure.published_between(units, window.since, window.until)
        last = {row.id: row for row in rows}
        return [
            DigestLine(unit_id=row.unit_id, topic=Topic.NEWS, spec=_news(row), at=row.published_at)
            for row in last.values()
        ]

    async def published(self, units: Collection[UnitId], since: datetime, until: datetime) -> Sequence[Published]:
        rows = await self.disclosure.published_between(units, since, until)
        return [_published(row) for row in rows]


def _news(row: NewsRow) -> MessageSpec:
    category = Term(f"news-category-{row.category}")
    return MessageSpec("digest-news", {"category": category, "title": row.title, "n": row.n})


def _published(row: NewsRow) -> Published:
    opens = [[Button("button-digest-news", ActionCode(Action.SHOW_ITEM, row.id).pack())]]
    spec = replace(_news(row), buttons=opens)
    return Published(key=f"{row.id}.{row.n}", unit_id=row.unit_id, at=row.published_at, spec=spec)


def digest_sources(
    uow: UnitOfWorkFactory, cases: CaseReader, booking: BookingReader, news: News, clock: Clock
) -> Sequence[DigestSource]:
    """Return every area's part: whoever has something new to tell is added here."""
    return [news, WorkDone(cases=cases), DaysToCome(booking=booking, clock=clock), Votes(uow=uow)]
