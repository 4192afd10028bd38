from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.people.model import Purpose, RosterEntry
from core.petitions.draft import DraftFile
from core.petitions.policy import ensure_says_something
from core.petitions.ports import FileIntake
from core.reports.model import OPEN_STATES, OVER, Body, Opening, Reading, Report, ReportEvent
from core.reports.seating import committee_of, eligible_in
from core.reports.usecases.desk import ReportDesk, fetched
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.uow import UnitOfWork, UnitOfWorkFactory

SAME_OPENING = timedelta(hours=1)
"""Whoever goes on reading within this time reads on; after it, it is another opening."""
FEW = 5
"""Fewer than this are not counted out: a number so small tells of single people."""
WITH_WORDS = {ReportEvent.ASK, ReportEvent.NOTE, ReportEvent.ANSWER}
TOLD = {ReportEvent.TAKE, ReportEvent.ASK, ReportEvent.ANSWER, ReportEvent.CLOSE}
"""Of what a named author is told that there is something new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing(ReportDesk):
    """The only way to a report for a reviewer.

    They are verified, of the committee that has it, in its group now, not concerned, and drawn. Whatever of that is
    missing, it is the same error, found out in the same steps.
    """

    async def admitted(self, actor: ResidentActor, number: str) -> Report:
        """Return the report, for looking at what may be shown to anybody; raises NotFoundError("report-not-yours")."""
        async with self.uow.reading() as uow:
            report = await uow.reports.by_number(number)
            chat = None if report is None or report.seat is None else await committee_of(uow, report.seat)
            known = report is not None and await self._entry(uow, actor, report) is not None
        there = chat is not None and await self.find_seat.present(chat.chat_id, actor.telegram_id)
        if report is None or not (known and there):
            raise NotFoundError("report-not-yours")
        return report

    async def again(self, uow: UnitOfWork, actor: ResidentActor, report: Report) -> tuple[Report, Body, RosterEntry]:
        """Lock it and authorise once more by the rows; raises NotFoundError("report-not-yours")."""
        report = await uow.reports.lock(report.id)
        entry = await self._entry(uow, actor, report)
        if entry is None:
            raise NotFoundError("report-not-yours")
        return report, self.vault.body(report), entry

    async def _entry(self, uow: UnitOfWork, actor: ResidentActor, report: Report) -> RosterEntry | None:
        """Return the actor's line if they were drawn and still may; everything is looked at in any case."""
        chat = None if report.seat is None else await committee_of(uow, report.seat)
        own, body = await uow.roster.of_resident(actor.resident_id), self.vault.body(report)
        eligible = [] if chat is None else await eligible_in(uow, chat, body)
        is_eligible = own is not None and own.id in {each.entry.id for each in eligible}
        is_drawn = own is not None and own.id in body.reviewers
        return own if is_eligible and is_drawn else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeReport(Reviewing):
    async def __call__(self, actor: ResidentActor, number: str) -> Reading:
        """Return all of it, and log the opening: no way shows a report without. Raises as `admitted` does."""
        found = await self.admitted(actor, number)
        async with self.uow() as uow:
            report, _, entry = await self.again(uow, actor, found)
            now = self.clock.now()
            before = [o.at for o in await uow.reports.openings(report.id) if o.user_id == actor.telegram_id]
            if not before or now - max(before) > SAME_OPENING:
                uow.reports.opened(Opening(report_id=report.id, user_id=actor.telegram_id, name=entry.name, at=now))
                uow.audit.record("report.opened", str(actor.telegram_id), report.id, at=now)
            read = await self.read(uow, report)
            await uow.commit()
        return read


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport(Reviewing):
    files: FileIntake

    async def __call__(
        self,
        actor: ResidentActor,
        number: str,
        event: ReportEvent,
        text: str = "",
        files: Sequence[DraftFile] = (),
        source: str = "",
    ) -> Report:
        """Take, ask, note, answer or close. Of two at once one is first; the other is told so.

        Raises ConflictError("report-taken"), DomainError("report-state-<state>", "message-empty").
        """
        if event in WITH_WORDS:
            ensure_says_something(text, len(files))
        found = await self.admitted(actor, number)
        kept = await fetched(self.files, files)
        async with self.uow() as uow:
            report, body, entry = await self.again(uow, actor, found)
            if event is ReportEvent.TAKE and body.taker == entry.id:
                return report
            if event is ReportEvent.TAKE and body.taker is not None:
                raise ConflictError("report-taken", number=report.number)
            hashed = self.vault.secrets.keyed_hash("report-review", source) if source else ""
            written = self.by_reviewer(event, entry.name, text, kept)
            after = report.apply(event)
            if not await self.write(uow, report, written, hashed):
                return report
            if event is ReportEvent.TAKE:
                after = self.vault.keep(after, replace(body, taker=entry.id))
            await uow.reports.save(after)
            uow.audit.record(f"report.{event}", str(actor.telegram_id), report.id, at=self.clock.now())
            if event in TOLD:
                await self.tell_author(uow, body)
            await uow.commit()
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class PassReportOn(Reviewing):
    async def __call__(self, actor: ResidentActor, number: str, *, out: bool) -> Report:
        """Hand it to the next committee above, or (`out`, or where there is none) to the discipline office."""
        found = await self.admitted(actor, number)
        body = self.vault.body(found)
        seat = None if out or found.seat is None else await self.find_seat(found.seat, body, above=True)
        async with self.uow() as uow:
            report, body, entry = await self.again(uow, actor, found)
            moved = await self.move(uow, report, body, seat, by=entry.name)
            event = ReportEvent.HAND_OUT if seat is None else ReportEvent.CLIMB
            uow.audit.record(f"report.{event}", str(actor.telegram_id), report.id, at=self.clock.now())
            await uow.commit()
        return moved


@dataclass(frozen=True, slots=True)
class Supervised:
    """What a committee's group may know: numbers and dates of what is open, and who opened what is over."""

    open: tuple[tuple[Report, date], ...]
    opened: tuple[tuple[str, str, date], ...]
    """Number, who, and on which day."""
    over: int | None
    """How many are over; None for fewer than can be told."""
    openers: tuple[str, ...] = ()
    """Who has ever opened one, each once, where so few are over that numbers and days would count them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisedReports:
    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor) -> Supervised:
        """Raises DomainError("reports-elsewhere") in a group that is no supervision committee's."""
        zone = self.clock.zone
        async with self.uow.reading() as uow:
            chat = await uow.staff_chats.get(actor.chat_id)
            if chat is None or Purpose.SUPERVISION not in chat.purposes:
                raise DomainError("reports-elsewhere")
            found = await uow.reports.seated([chat.unit_id], OPEN_STATES)
            over = await uow.reports.seated([chat.unit_id], OVER)
            rows = [
                (report.number, opening.name, local_day(opening.at, zone))
                for report in over
                for opening in await uow.reports.openings(report.id)
            ]
        listed = tuple((report, local_day(report.due, zone)) for report in found)
        if counted(len(over)) is None:
            return Supervised(listed, (), None, tuple(sorted({name for _, name, _ in rows})))
        return Supervised(listed, tuple(rows), len(over))


def counted(count: int) -> int | None:
    """Return a number that may be told; None for one that is too small."""
    return count if count >= FEW else None
