"""What happens to reports by itself, every morning: reminders, others drawn, climbing, forgotten drafts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.ballots.access import upwards
from core.reports.messages import reminder
from core.reports.model import AWAITED, OVER, REVIEWERS, Report, ReportState, Vault
from core.reports.seating import Seat, committee_of, eligible_in
from core.reports.usecases.desk import ReportDesk
from core.shared.clock import local_day
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.state import KeptState
from core.uow import UnitOfWork

BEFORE = 3
"""Days before a report is due from which its committee is reminded every morning."""
UNREAD = timedelta(days=3)
"""After so long without being read one more is drawn."""
DRAFTS_KEPT = 7
"""Days an unfinished report is kept."""
DRAFT_SHELF = "sealed:"
"""Begins the keys of reports being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindReviewers(ReportDesk):
    """Number and date only; what is overdue is told to the level above as well.

    Who may read is asked of the roster alone: Telegram is asked again when somebody opens.
    """

    state: KeptState
    hour: int

    @property
    def name(self) -> str:
        return "reviews"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(self.hour))

    async def prepare(self, period: Period) -> None:  # noqa: ARG002 - what is old is asked of the rows
        idle = await self.state.idle()
        old = [key for key, days in idle.items() if key.startswith(DRAFT_SHELF) and days > DRAFTS_KEPT]
        await self.state.forget(old, DRAFTS_KEPT)

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:  # noqa: ARG002 - what was passed over is still due
        for report in await uow.reports.in_states(AWAITED):
            await self._staff(uow, report)
        told: dict[ChatId, list[MessageSpec]] = {}
        for report in await uow.reports.in_states(AWAITED):
            day = local_day(report.due, self.clock.zone)
            if day > self.today + timedelta(days=BEFORE):
                continue
            row = MessageSpec(
                "report-reminder-row", {"number": report.number, "day": day, "over": _over(day, self.today)}
            )
            for chat in await self._chats(uow, report, overdue=day < self.today):
                told.setdefault(chat, []).append(row)
        for chat_id, rows in sorted(told.items()):
            uow.outbox.add(reminder(chat_id, self.ids, rows, self.today))

    async def _chats(self, uow: UnitOfWork, report: Report, *, overdue: bool) -> Sequence[ChatId]:
        if report.seat is None:
            return []
        levels = await upwards(uow, report.seat)
        chats = [chat.chat_id for level in levels if (chat := await committee_of(uow, level)) is not None]
        return chats[: 2 if overdue else 1]

    async def _staff(self, uow: UnitOfWork, report: Report) -> None:
        """See that there are two who can read it: draw others, or let it climb."""
        body = self.vault.body(report)
        seats = [] if report.seat is None else await self._seats(uow, report)
        here = next((seat for seat in seats if seat.unit == report.seat), None)
        if here is None:
            await self.move(uow, await uow.reports.lock(report.id), body, seats[0] if seats else None)
            return
        left = [each for each in body.reviewers if each in {one.entry.id for one in here.eligible}]
        missing = max(REVIEWERS - len(left), 0)
        waits = date.fromisoformat(body.drawn_on) <= self.today - UNREAD if body.drawn_on else True
        unread = report.state is ReportState.RECEIVED and waits and not await uow.reports.openings(report.id)
        more = min(missing or int(unread), len({each.entry.id for each in here.eligible} - set(left)))
        if more:
            locked, bare = await uow.reports.lock(report.id), replace(body, reviewers=tuple(left))
            again, new = await self.redraw(uow, locked, bare, here, more)
            self.tell_reviewers(uow, again, new)

    async def _seats(self, uow: UnitOfWork, report: Report) -> list[Seat]:
        """Return the committees from where it lies upwards in which two may read it."""
        seats, body = list[Seat](), self.vault.body(report)
        for level in await upwards(uow, report.seat) if report.seat else ():
            chat = await committee_of(uow, level)
            if chat is None:
                continue
            eligible = await eligible_in(uow, chat, body)
            if len(eligible) >= REVIEWERS:
                seats.append(Seat(level, chat.chat_id, tuple(eligible)))
        return seats


async def unname_old(uow: UnitOfWork, vault: Vault, before: datetime) -> None:
    """Take the author's name out of reports that have been over since before a moment (aware); commit required.

    Nothing leads to them any more, as if they had had themselves erased.
    """
    for found in await uow.reports.in_states(OVER):
        if found.anonymous:
            continue
        last = vault.entry((await uow.reports.entries(found.id))[-1])
        if last.at[:10] < before.date().isoformat():
            await unname(uow, vault, await uow.reports.lock(found.id))


async def unname(uow: UnitOfWork, vault: Vault, report: Report) -> None:
    """Let a locked report be as if no name had ever been given; commit required."""
    bare = vault.keep(report, replace(vault.body(report), author=None, author_name=""))
    await uow.reports.save(replace(bare, author_hash=None, version=report.version + 1))


def _over(day: date, today: date) -> str:
    return "yes" if day < today else "no"
