from dataclasses import dataclass, replace
from datetime import datetime, time

from core.abuse.rules import ensure_may_write, keep_pace
from core.mediation.model import Mediation
from core.people.model import Purpose, StaffChat, Unit
from core.people.ports import Secrets
from core.petitions import messages, policy
from core.petitions.access import access_own_case
from core.petitions.calls import with_call
from core.petitions.categories import Categorise, category_of
from core.petitions.clocks import Pledges, promise, without_reply
from core.petitions.draft import Draft
from core.petitions.first_answer import away, hours_of
from core.petitions.flow import street_above
from core.petitions.kinds import TeamOf, desk_alone
from core.petitions.mandates import ensure_mandate
from core.petitions.model import KINDS, Attachment, Event, HistoryRow, Kind, Petition
from core.petitions.places import Standing
from core.petitions.ports import FileIntake
from core.petitions.service import with_team
from core.petitions.usecases.seats import stand_in_for
from core.petitions.usecases.team_seats import call_new, seat_with_team
from core.routing.model import Team
from core.shared.actor import RESIDENT, ResidentActor
from core.shared.clock import Calendar, Clock, Elapsed, local_day
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import AttachmentId, ChatId, DraftId, IdSource, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import without_people
from core.shared.messages import MessageSpec
from core.shared.office import USUAL, OfficeHours
from core.shared.text import fold
from core.shared.tries import PETITIONS, UNNAMED, Tries
from core.together.noticing import on_arrival
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the confirming press is answered with; a second press gets the same one."""

    petition_id: PetitionId
    number: str
    anonymous: bool
    away: tuple[MessageSpec, ...] = ()
    """When people are back, where nobody is at the office; said at the first press."""

    @classmethod
    def of(cls, petition: Petition, away: tuple[MessageSpec, ...] = ()) -> "Receipt":
        return cls(petition.id, petition.number, petition.anonymous, away)


def access_hash(secrets: Secrets, code: str) -> str:
    """Hash the code of an anonymous case; spaces, dashes and case do not matter."""
    return secrets.keyed_hash("case-access", fold(code))


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitPetition:
    """Turn a complete draft into a case with its number, card and receipt, in one transaction.

    Confirming the same draft again returns the first receipt. An anonymous case keeps no id of the person,
    no Telegram file id and no time finer than the day (DOMAIN §8).
    """

    uow: UnitOfWorkFactory
    clock: Clock
    calendar: Calendar
    ids: IdSource
    secrets: Secrets
    files: FileIntake
    pledges: Pledges
    categorise: Categorise
    elapsed: Elapsed
    tries: Tries
    team_of: TeamOf = desk_alone
    hours: OfficeHours = USUAL
    """Of units that have none of their own, nor any above them."""

    async def __call__(self, actor: ResidentActor, draft: Draft) -> Receipt:
        """Raises DomainError of the draft, the pace or a block, or one of a file, as `FileIntake` does."""
        policy.ensure_complete(draft)
        async with self.uow.reading() as uow:
            if earlier := await uow.petitions.by_draft(self._mark(draft)):
                return Receipt.of(earlier)
        attachments = await self._attachments(draft)  # network: outside the transaction
        category = category_of(await self.categorise(draft.text)) or ""  # takes its time, too
        team = await self.team_of(draft.text) if KINDS[draft.kind or Kind.COMPLAINT].teams else None
        try:
            async with self.uow() as uow:
                if earlier := await uow.petitions.by_draft(self._mark(draft)):
                    return Receipt.of(earlier)
                if not draft.anonymous:
                    policy.ensure_room_for_another(await uow.petitions.open_count(actor.resident_id))
                    await keep_pace(uow, PETITIONS, actor.resident_id, self.elapsed.seconds())
                elif self.tries.used_up(UNNAMED, actor.telegram_id):
                    raise DomainError(UNNAMED.text, count=UNNAMED.count)
                petition, back = await self._submit(uow, actor, draft, attachments, (category, team))
                await uow.commit()
        except ConflictError:
            return await self._earlier(draft)  # confirmed twice at the same moment: the first one counts
        if draft.anonymous:
            self.tries.count(UNNAMED, actor.telegram_id)
        return Receipt.of(petition, back)

    async def _earlier(self, draft: Draft) -> Receipt:
        async with self.uow.reading() as uow:
            earlier = await uow.petitions.by_draft(self._mark(draft))
        if earlier is None:
            raise ConflictError("case-changed")
        return Receipt.of(earlier)

    async def _submit(
        self,
        uow: UnitOfWork,
        actor: ResidentActor,
        draft: Draft,
        attachments: tuple[Attachment, ...],
        known: tuple[str, Team | None],
    ) -> tuple[Petition, tuple[MessageSpec, ...]]:
        """Return the case, and what to say of when people are back; `known` is what its words say of it."""
        resident = await uow.residents.get(actor.resident_id)
        policy.ensure_consented(resident)
        unit = await uow.units.get(resident.unit_id)
        await ensure_may_write(uow, resident.id, unit.id, self.clock)
        if draft.to_street:
            unit = street_above(unit, await uow.units.all()) or unit
        desk = await uow.staff_chats.serving(unit.id, Purpose.DESK)
        if desk is None:
            raise DomainError("no-desk")
        petition = replace(await self._petition(uow, actor, draft, unit, attachments), category=known[0])
        if draft.kind is Kind.PROPOSAL:
            petition = replace(petition, mandate=await ensure_mandate(uow, resident.id))
        if petition.kind is Kind.MEDIATION:
            petition = replace(petition, promises=without_reply(petition.promises))
        petition = with_call(with_team(petition, known[1], draft.team), draft, self.calendar, self.clock)
        if petition.call is not None and petition.call.about is not None:
            await access_own_case(uow, actor, petition.call.about)
        self._record(uow, petition)
        if petition.kind is Kind.MEDIATION:
            await uow.mediations.save(Mediation(petition_id=petition.id, other_name=draft.other))
        desk = await self._seat(uow, petition, desk)
        duty = await call_new(uow, petition, desk, self.clock)
        first = await on_arrival(uow, petition, desk.chat_id, duty)
        uow.outbox.add(messages.card(petition, desk.chat_id, first=True, said=first))
        for item in messages.case_content(petition, desk.chat_id):
            uow.outbox.add(item)
        hours = await hours_of(uow, unit, self.hours)
        back = away(hours, self.clock.now(), self.calendar, self.clock.zone, urgent=petition.urgent)
        if not draft.anonymous:
            uow.outbox.add(messages.receipt(petition, actor, unit.name, self.clock.zone, back))
            for said_in in filter(None, draft.said_in):  # edits and replies find their case; anonymous words never do
                chat, said = ChatId(actor.telegram_id), MessageId(said_in)
                await uow.links.add(chat, said, petition.id, LinkRole.RESIDENT_MESSAGE)
        return petition, back

    async def _seat(self, uow: UnitOfWork, petition: Petition, home: StaffChat) -> StaffChat:
        """Return the chat that works on the case: its team's, else the desk's, or one that stands in for that."""
        team = await seat_with_team(uow, petition, home, self.clock)
        if team is not None:
            return team
        other = None if home.out_since is None else await stand_in_for(uow, home)
        if other is None:
            await uow.links.add_card(petition.id, home.chat_id)
            return home
        await uow.links.add_card(petition.id, home.chat_id, Standing.LENT)
        await uow.links.add_card(petition.id, other.chat_id, Standing.STAND_IN)
        return other

    async def _petition(
        self,
        uow: UnitOfWork,
        actor: ResidentActor,
        draft: Draft,
        unit: Unit,
        attachments: tuple[Attachment, ...],
    ) -> Petition:
        now = self.clock.now()
        return Petition(
            id=PetitionId(self.ids.new()),
            number=await uow.petitions.next_number(local_day(now, self.clock.zone).year),
            draft_id=self._mark(draft),
            kind=draft.kind or Kind.COMPLAINT,
            unit_id=unit.id,
            resident_id=None if draft.anonymous else actor.resident_id,
            text=draft.text,
            marks=without_people(draft.words.marks) if draft.anonymous else draft.words.marks,
            place=draft.where,
            submitted_at=self._day(now) if draft.anonymous else now,
            promises=promise(now, self.clock, self.calendar, self.pledges, unit.level),
            attachments=attachments,
            about=draft.about or None,
            about_name=draft.about_name,
            party=draft.party,
            access_hash=access_hash(self.secrets, draft.code) if draft.anonymous else None,
        )

    def _record(self, uow: UnitOfWork, petition: Petition) -> None:
        author, at = petition.resident_id or "", petition.submitted_at
        uow.petitions.add(petition)
        uow.history.append(
            HistoryRow(
                petition_id=petition.id,
                event=Event.SUBMIT,
                actor_kind="resident" if author else "anonymous",
                actor_id=author,
                actor_name="",
                at=at,
                from_stage=None,
                to_stage=petition.stage,
                unit_id=petition.unit_id,
            )
        )
        if author:  # the order of the audit's rows would date an anonymous act; the history has its day
            uow.audit.record("petition.submitted", RESIDENT, petition.id, at=at)

    async def _attachments(self, draft: Draft) -> tuple[Attachment, ...]:
        made: list[Attachment] = []
        for file in draft.files:
            new = AttachmentId(self.ids.new())
            if draft.anonymous:
                blob = await self.files.anonymise(file.kind, file.file_id)
                made.append(Attachment(id=new, kind=file.kind, blob_id=blob))
            else:
                made.append(file.kept_as(new))
        return tuple(made)

    def _mark(self, draft: Draft) -> DraftId:
        """Return what recognises a draft confirmed twice; of an anonymous one nothing that an earlier copy shows."""
        return DraftId(self.secrets.keyed_hash("draft", draft.id)[:32] if draft.anonymous else draft.id)

    def _day(self, now: datetime) -> datetime:
        return datetime.combine(local_day(now, self.clock.zone), time(0), tzinfo=self.clock.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReceipt:
    """Remember which message told the author the number of a named case: whoever answers it writes to the case."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor, petition_id: PetitionId, message_id: MessageId) -> None:
        """A second time changes nothing. Raises NotFoundError for a case that is not the actor's own."""
        async with self.uow() as uow:
            await access_own_case(uow, actor, petition_id)
            await uow.links.add(ChatId(actor.telegram_id), message_id, petition_id, LinkRole.RECEIPT)
            await uow.commit()
