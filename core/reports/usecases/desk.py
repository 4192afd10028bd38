"""What the use cases of reports share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.ballots.ports import Shuffler
from core.petitions.draft import DraftFile
from core.petitions.ports import FileIntake
from core.reports.messages import told_author, told_committee, told_reviewer
from core.reports.model import Body, Entry, Reading, Report, ReportEvent, ReportFile, Vault
from core.reports.seating import FindSeat, Reviewer, Seat, drawn
from core.shared.clock import Clock, local_day
from core.shared.errors import NotFoundError
from core.shared.ids import IdSource
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDesk:
    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    vault: Vault
    find_seat: FindSeat
    shuffle: Shuffler

    @property
    def today(self) -> date:
        return local_day(self.clock.now(), self.clock.zone)

    def by_reviewer(self, event: ReportEvent, name: str, text: str = "", files: Sequence[ReportFile] = ()) -> Entry:
        return Entry(event=event, at=self.clock.now().isoformat(), by=name, text=text, files=tuple(files))

    def by_author(self, event: ReportEvent, text: str = "", files: Sequence[ReportFile] = ()) -> Entry:
        """The moment of whoever reports is a day, whether they gave their name or not."""
        return Entry(event=event, at=self.today.isoformat(), text=text, files=tuple(files))

    async def write(self, uow: UnitOfWork, report: Report, entry: Entry, source: str = "") -> bool:
        return await uow.reports.append(report.id, self.vault.seal(entry), source or self.ids.new())

    async def read(self, uow: UnitOfWork, report: Report) -> Reading:
        entries = [self.vault.entry(each) for each in await uow.reports.entries(report.id)]
        return Reading(report=report, body=self.vault.body(report), entries=tuple(entries))

    def seat(self, report: Report, body: Body, seat: Seat) -> tuple[Report, Body, list[Reviewer]]:
        """Give it to a committee, and draw who reads it there."""
        fresh = replace(body, reviewers=(), taker=None)
        body, new = drawn(seat, fresh, self.today.isoformat(), self.shuffle)
        return replace(report, seat=seat.unit), body, new

    def tell_seat(self, uow: UnitOfWork, report: Report, seat: Seat, new: Sequence[Reviewer]) -> None:
        uow.outbox.add(told_committee(report, seat.chat, self.ids, self.clock.zone))
        self.tell_reviewers(uow, report, new)

    def tell_reviewers(self, uow: UnitOfWork, report: Report, new: Sequence[Reviewer]) -> None:
        for each in new:
            uow.outbox.add(told_reviewer(report, each.account, self.ids, self.clock.zone))

    async def redraw(
        self, uow: UnitOfWork, report: Report, body: Body, seat: Seat, more: int
    ) -> tuple[Report, list[Reviewer]]:
        """Draw others of the same committee, of which its group hears nothing; saves, and tells nobody yet."""
        body, new = drawn(seat, body, self.today.isoformat(), self.shuffle, more=more)
        again = self.vault.keep(report.apply(ReportEvent.DRAW), body)
        await uow.reports.save(again)
        await self.write(uow, again, self.by_reviewer(ReportEvent.DRAW, ""))
        return again, new

    async def tell_author(self, uow: UnitOfWork, body: Body) -> None:
        """Whoever gave no name comes back with the code; whoever has left is told nothing."""
        if body.author is None:
            return
        try:
            author = await uow.residents.get(body.author)
        except NotFoundError:
            return
        uow.outbox.add(told_author(author.telegram_id, self.ids))

    async def move(
        self, uow: UnitOfWork, report: Report, body: Body, seat: Seat | None, why: str = "", by: str = ""
    ) -> Report:
        """Let another committee have it, or nobody here; saves, and tells who has to know."""
        event = ReportEvent.CLIMB if seat is not None else ReportEvent.HAND_OUT
        moved, new = report.apply(event), list[Reviewer]()
        if seat is None:
            body = replace(body, reviewers=(), taker=None)
        else:
            moved, body, new = self.seat(moved, body, seat)
        moved = self.vault.keep(moved, body)
        await self.write(uow, moved, self.by_reviewer(event, by, why))
        await uow.reports.save(moved)
        if seat is not None:
            self.tell_seat(uow, moved, seat, new)
        await self.tell_author(uow, body)
        return moved

    def last_of(self, day: date, days: int) -> datetime:
        return datetime.combine(day + timedelta(days=days), time(23, 59, 59), tzinfo=self.clock.zone)


async def fetched(intake: FileIntake, files: Sequence[DraftFile]) -> list[ReportFile]:
    """Fetch, strip and keep; network, and raises as `FileIntake` does."""
    return [ReportFile(file.kind, await intake.anonymise(file.kind, file.file_id)) for file in files]
