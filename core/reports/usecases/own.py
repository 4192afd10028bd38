from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.petitions.draft import DraftFile
from core.petitions.policy import ensure_says_something
from core.petitions.ports import FileIntake
from core.petitions.usecases.submit import access_hash
from core.reports.messages import told_reviewer
from core.reports.model import REVIEWERS, Body, Reading, Report, ReportEvent
from core.reports.people import named_in, officers
from core.reports.seating import Seat, roster_of
from core.reports.usecases.desk import ReportDesk, fetched
from core.reports.usecases.entering import NameForms
from core.shared.actor import ResidentActor
from core.shared.errors import NotFoundError
from core.shared.ids import ReportId
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReports(ReportDesk):
    """Reports as whoever made them sees them: without notes, and by no other way than code or own account."""

    async def knows_code(self, code: str) -> bool:
        async with self.uow.reading() as uow:
            return await uow.reports.by_access_hash(access_hash(self.vault.secrets, code)) is not None

    async def mine(self, actor: ResidentActor) -> Sequence[Report]:
        async with self.uow.reading() as uow:
            return await uow.reports.by_author(self.vault.author(actor.resident_id))

    async def __call__(self, actor: ResidentActor, report_id: ReportId | None, code: str = "") -> Reading:
        """Raises NotFoundError("report-unknown")."""
        async with self.uow.reading() as uow:
            read = await self.read(uow, await self.access(uow, actor, report_id, code))
        return replace(read, entries=tuple(each for each in read.entries if not each.inside))

    async def access(self, uow: UnitOfWork, actor: ResidentActor, report_id: ReportId | None, code: str) -> Report:
        """Return a report of the actor's own, or the one a code opens; raises NotFoundError("report-unknown")."""
        if code:
            found = await uow.reports.by_access_hash(access_hash(self.vault.secrets, code))
        else:
            found = await uow.reports.get(report_id) if report_id else None
            if found is not None and found.author_hash != self.vault.author(actor.resident_id):
                found = None
        if found is None:
            raise NotFoundError("report-unknown")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToReport(OwnReports):
    """Further words and files of whoever reported. Who is named in them reads no further."""

    files: FileIntake

    async def __call__(  # type: ignore[override] # the same way to a report, another deed
        self,
        actor: ResidentActor,
        report_id: ReportId | None,
        text: str,
        files: Sequence[DraftFile],
        *,
        source: str,
        forms: NameForms,
        code: str = "",
    ) -> str:
        """Return the number; a message said again adds nothing. Raises DomainError("report-state-<state>")."""
        ensure_says_something(text, len(files))
        kept = await fetched(self.files, files)
        async with self.uow.reading() as uow:
            before = await self.access(uow, actor, report_id, code)
            body = self.vault.body(before)
            people = officers(await roster_of(uow, before.seat)) if before.seat else []
        found = {each.id for each in named_in(text, people, forms.titles, forms.prefixes)} - body.concerned
        body = replace(body, named=(*body.named, *sorted(found)))
        seat = await self.find_seat(before.seat, body) if found and before.seat else None
        async with self.uow() as uow:
            report = await uow.reports.lock(before.id)
            added = report.apply(ReportEvent.ADD)
            hashed = self.vault.secrets.keyed_hash("report-add", source)
            if not await self.write(uow, report, self.by_author(ReportEvent.ADD, text, kept), hashed):
                return report.number
            now = self.vault.body(report)
            now = replace(now, named=(*now.named, *sorted(found - now.concerned)))
            added = self.vault.keep(added, now)
            await uow.reports.save(added)
            if found and (seat is None or seat.unit != added.seat):
                await self.move(uow, added, now, seat)
            else:
                if seat is not None and set(now.reviewers) & now.concerned:
                    added = await self._without_named(uow, added, now, seat)
                await self._tell_reviewers(uow, added)
            await uow.commit()
        return report.number

    async def _without_named(self, uow: UnitOfWork, report: Report, body: Body, seat: Seat) -> Report:
        """Whoever is named now reads no further; others of the same committee are drawn for them."""
        left = tuple(each for each in body.reviewers if each not in body.concerned)
        taker = None if body.taker in body.concerned else body.taker
        bare = replace(body, reviewers=left, taker=taker)
        return (await self.redraw(uow, report, bare, seat, max(REVIEWERS - len(left), 0)))[0]

    async def _tell_reviewers(self, uow: UnitOfWork, report: Report) -> None:
        body = self.vault.body(report)
        for entry in await roster_of(uow, report.seat) if report.seat else ():
            if entry.id in body.reviewers and entry.resident_id is not None:
                account = (await uow.residents.get(entry.resident_id)).telegram_id
                uow.outbox.add(told_reviewer(report, account, self.ids, self.clock.zone))
