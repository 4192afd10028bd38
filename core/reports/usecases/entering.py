from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from core.people.model import Purpose, Role, RosterEntry
from core.petitions.policy import ensure_consented
from core.petitions.ports import FileIntake
from core.petitions.usecases.submit import access_hash
from core.reports.draft import ReportDraft
from core.reports.model import (
    ANSWER_DAYS,
    NOTICE_DAYS,
    Body,
    Report,
    ReportEvent,
    ReportState,
)
from core.reports.people import named_in, officers, without
from core.reports.seating import Reviewer, Seat, roster_of
from core.reports.usecases.desk import ReportDesk, fetched
from core.shared.actor import ResidentActor
from core.shared.clock import local_day
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import ChatId, ReportId, RosterId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class NameForms:
    """How people are called in the language of a text, besides by their names."""

    titles: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOfficers:
    """The public offices of somebody's tree of units: who can be picked as the one a report is about."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor) -> list[tuple[RosterEntry, str]]:
        """Return them by name, each with the name of their unit."""
        async with self.uow.reading() as uow:
            own = (await uow.residents.get(actor.resident_id)).unit_id
            names = {unit.id: unit.name for unit in await uow.units.all()}
            return [(entry, names[entry.unit_id]) for entry in officers(await roster_of(uow, own))]

    async def names(self, ids: Collection[RosterId]) -> list[str]:
        """Return the names of these lines, by name, also of people who have left."""
        async with self.uow.reading() as uow:
            return sorted(entry.name for entry in await uow.roster.everybody() if entry.id in ids)

    async def supervises(self, actor: ResidentActor) -> ChatId | None:
        """Return the group of the committee the roster counts this person among; they may not be in it."""
        async with self.uow.reading() as uow:
            entry = await uow.roster.of_resident(actor.resident_id)
            if entry is None or Role.SUPERVISION not in entry.roles:
                return None
            chat = await uow.staff_chats.serving(entry.unit_id, Purpose.SUPERVISION)
            return None if chat is None else chat.chat_id


@dataclass(frozen=True, slots=True)
class ReportReceipt:
    """`external`: nobody here may read it, the person takes it to the discipline office."""

    id: ReportId
    number: str
    accept: date
    answer: date
    external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitReport(ReportDesk):
    """Take a report in. Confirming the same draft again returns the first receipt.

    Of whoever gives no name nothing is kept: no id, no file id, no moment finer than a day, no row in the audit.
    """

    files: FileIntake

    async def __call__(self, actor: ResidentActor, draft: ReportDraft, forms: NameForms) -> ReportReceipt:
        """Raises DomainError("report-incomplete", "report-call-staff"), and of files what `FileIntake` does."""
        if not draft.complete:
            raise DomainError("report-incomplete")
        mark = self.vault.secrets.keyed_hash("report-draft", draft.id)
        async with self.uow.reading() as uow:
            if earlier := await uow.reports.by_mark(mark):
                return self._receipt(earlier)
            body, unit = await self._body(uow, actor, draft, forms)
        files = await fetched(self.files, draft.words.files)
        seat = await self.find_seat(unit, body)
        try:
            async with self.uow() as uow:
                if earlier := await uow.reports.by_mark(mark):
                    return self._receipt(earlier)
                report, new = self._report(draft, body, mark, seat)
                uow.reports.add(report)
                await self.write(uow, report, self.by_author(ReportEvent.SUBMIT, draft.words.text, files))
                if seat is None:
                    await self.write(uow, report, self.by_author(ReportEvent.HAND_OUT))
                else:
                    self.tell_seat(uow, report, seat, new)
                if draft.call:
                    uow.audit.record("report.call", str(actor.telegram_id), report.id, at=report.received_on)
                await uow.commit()
        except ConflictError:  # confirmed twice at the same moment, or a number given twice: the inbox tries again
            async with self.uow.reading() as uow:
                earlier = await uow.reports.by_mark(mark)
            if earlier is None:
                raise
            return self._receipt(earlier)
        return self._receipt(report)

    async def _body(
        self, uow: UnitOfWork, actor: ResidentActor, draft: ReportDraft, forms: NameForms
    ) -> tuple[Body, UnitId]:
        """Return what is to be sealed, and the unit it begins in; a name nobody was asked about counts as meant."""
        resident = await uow.residents.get(actor.resident_id)
        ensure_consented(resident)
        unit = await uow.units.get(resident.unit_id)
        entry = await uow.roster.of_resident(actor.resident_id)
        if draft.call and (entry is None or Role.SUPERVISION not in entry.roles):
            raise DomainError("report-call-staff")
        people = officers(await roster_of(uow, unit.id))
        found = named_in("\n".join([draft.words.text, *draft.others]), people, forms.titles, forms.prefixes)
        unasked = without(found, {*draft.accused, *draft.denied})
        named = not draft.anonymous and not draft.call
        body = Body(
            accused=tuple(draft.accused),
            named=tuple(each.id for each in unasked),
            others=tuple(draft.others),
            author=actor.resident_id if named else None,
            author_name=actor.name if named else "",
            taken_by_call=entry.name if draft.call and entry is not None else "",
            home=unit.name,
        )
        return body, unit.id

    def _report(self, draft: ReportDraft, body: Body, mark: str, seat: Seat | None) -> tuple[Report, list[Reviewer]]:
        today, new = self.today, list[Reviewer]()
        report = Report(
            id=ReportId(self.ids.new()),
            number=f"JB-{int(self.ids.new(), 16) % 1_000_000:06d}",
            state=ReportState.EXTERNAL if seat is None else ReportState.RECEIVED,
            seat=None,
            received_on=datetime.combine(today, time(0), tzinfo=self.clock.zone),
            accept_by=self.last_of(today, NOTICE_DAYS),
            answer_by=self.last_of(today, ANSWER_DAYS),
            mark=mark,
            sealed=b"",
            access_hash=None if body.author else access_hash(self.vault.secrets, draft.code),
            author_hash=self.vault.author(body.author) if body.author else None,
        )
        if seat is not None:
            report, body, new = self.seat(report, body, seat)
        return self.vault.keep(report, body), new

    def _receipt(self, report: Report) -> ReportReceipt:
        zone = self.clock.zone
        days = local_day(report.accept_by, zone), local_day(report.answer_by, zone)
        return ReportReceipt(report.id, report.number, *days, report.state is ReportState.EXTERNAL)
