"""Filing for somebody who came or called, the slip they take home, and their phone number when it is needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from core.people.identity import desk_of
from core.people.intake import Intake, IntakeField
from core.people.model import Unit
from core.people.ports import Secrets
from core.people.roster import PHONE_PURPOSE, normal_phone
from core.people.roster_file import phone_trouble, plain_phone
from core.petitions import messages
from core.petitions.access import access_desk_case
from core.petitions.categories import Categorise, category_of
from core.petitions.clocks import Pledges, promise
from core.petitions.kinds import TeamOf
from core.petitions.model import KINDS, Event, HistoryRow, Petition, Place
from core.petitions.party import Party, PartyRole
from core.petitions.service import with_team
from core.petitions.usecases.submit import access_hash
from core.petitions.usecases.team_seats import call_new, seat_with_team
from core.privacy.looking import LONGEST_NAME
from core.privacy.model import LOOKED, Reason
from core.shared.actor import StaffActor
from core.shared.clock import Calendar, Clock, local_day
from core.shared.errors import DomainError
from core.shared.ids import DraftId, IdSource, PetitionId
from core.together.noticing import on_arrival
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A half sheet of paper: every line as it is printed, and what the QR code leads to."""

    title: str
    number: str
    code: str
    lines: Sequence[str]
    foot: str
    link: str


class SlipMaker(Protocol):
    async def make(self, slip: Slip) -> bytes:
        """Return a PDF."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What the slip is made of; `unit` has the office of the nearest unit above where it has none."""

    petition: Petition
    unit: Unit
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWalkIn:
    """Turn a complete form into a case of the desk's unit, in one transaction; the same form again is the same case.

    Nobody's account has it: who filed it stands in the history, and whoever has the slip's code word comes back with
    it. The phone rests as the roster's does.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    calendar: Calendar
    ids: IdSource
    secrets: Secrets
    pledges: Pledges
    categorise: Categorise
    team_of: TeamOf

    async def __call__(self, actor: StaffActor, intake: Intake) -> Petition:
        """Raises DomainError("person-at-desk"), or ("intake-open") for want of words or of a kind for the counter."""
        if intake.kind is None or not KINDS[intake.kind].walk_in or intake.next is not None:
            raise DomainError("intake-open")
        text = intake.get(IntakeField.TEXT)
        category = category_of(await self.categorise(text)) or ""  # takes its time: outside the transaction
        team = await self.team_of(text) if KINDS[intake.kind].teams else None
        async with self.uow() as uow:
            if earlier := await uow.petitions.by_draft(DraftId(intake.id)):
                return earlier
            chat, now = await desk_of(uow, actor), self.clock.now()
            level = (await uow.units.get(chat.unit_id)).level
            petition = Petition(
                id=PetitionId(self.ids.new()),
                number=await uow.petitions.next_number(local_day(now, self.clock.zone).year),
                draft_id=DraftId(intake.id),
                kind=intake.kind,
                unit_id=chat.unit_id,
                resident_id=None,
                text=text,
                place=Place(),
                submitted_at=now,
                promises=promise(now, self.clock, self.calendar, self.pledges, level),
                access_hash=access_hash(self.secrets, intake.code),
                party=self._party(intake),
                category=category,
            )
            petition = with_team(petition, team)
            uow.petitions.add(petition)
            uow.history.append(
                HistoryRow(
                    petition_id=petition.id,
                    event=Event.SUBMIT,
                    actor_kind="staff",
                    actor_id=str(actor.user_id),
                    actor_name=actor.name,
                    at=now,
                    from_stage=None,
                    to_stage=petition.stage,
                    unit_id=petition.unit_id,
                )
            )
            uow.audit.record("petition.filed-at-desk", str(actor.user_id), petition.id, at=now)
            works = await seat_with_team(uow, petition, chat, self.clock)
            if works is None:
                works = chat
                await uow.links.add_card(petition.id, chat.chat_id)
            duty = await call_new(uow, petition, works, self.clock)
            said = await on_arrival(uow, petition, works.chat_id, duty)
            uow.outbox.add(messages.card(petition, works.chat_id, first=True, said=said))
            for item in messages.case_content(petition, works.chat_id):
                uow.outbox.add(item)
            await uow.commit()
        return petition

    def _party(self, intake: Intake) -> Party:
        phone = normal_phone(plain_phone(intake.get(IntakeField.PHONE)))
        return Party(
            role=PartyRole.WALK_IN,
            name=intake.get(IntakeField.NAME),
            phone=self.secrets.seal(phone) if phone else None,
            phone_hash=self.secrets.keyed_hash(PHONE_PURPOSE, phone) if phone else None,
            room=intake.get(IntakeField.ROOM),
        )

    async def slip_of(self, petition: Petition, code: str) -> Filed:
        """Return what is printed for a case."""
        async with self.uow.reading() as uow:
            return Filed(petition=petition, unit=await _office_of(uow, petition), code=code)


async def _office_of(uow: UnitOfWork, petition: Petition) -> Unit:
    own = unit = await uow.units.get(petition.unit_id)
    while not unit.office and unit.parent_id is not None:
        unit = await uow.units.get(unit.parent_id)
    return replace(own, office=unit.office, phone=unit.phone, hours=unit.hours) if unit.office else own


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewSlip:
    """Give a walk-in a new code word: the old slip is lost, and opens nothing any more."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> tuple[Petition, str]:
        """Raises what `access_desk_case` does, and DomainError("slip-none") for a case not filed at the desk."""
        code = self.ids.code()
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if was.party is None or was.party.role is not PartyRole.WALK_IN:
                raise DomainError("slip-none", number=was.number)
            petition = replace(was, access_hash=access_hash(self.secrets, code), version=was.version + 1)
            uow.audit.record("petition.slip-renewed", str(actor.user_id), petition.id, at=self.clock.now())
            await uow.petitions.save(petition)
            for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
                uow.outbox.add(item)
            await uow.commit()
        return petition, code


@dataclass(frozen=True, slots=True, kw_only=True)
class SealPhone:
    """Seal the phone of somebody for whom a resident writes, before it is kept anywhere."""

    secrets: Secrets

    def __call__(self, typed: str) -> str:
        """Return hex digits; raises DomainError("intake-phone")."""
        phone = normal_phone(plain_phone(typed))
        if not phone or phone_trouble(typed):
            raise DomainError("intake-phone")
        return self.secrets.seal(phone).hex()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeePhone:
    """Show somebody of the desk the phone of the person a case is for; every look is written down."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> tuple[str, str]:
        """Return name and phone; raises what `access_desk_case` does, and DomainError("phone-none")."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            if petition.party is None or petition.party.phone is None:
                raise DomainError("phone-none", number=petition.number)
            detail = f"{Reason.CALL} {actor.name[:LONGEST_NAME]}"
            uow.audit.record(LOOKED, str(actor.user_id), petition.id, at=self.clock.now(), detail=detail)
            name = petition.party.name
            if petition.party.role is PartyRole.CALL and petition.resident_id is not None:
                name = (await uow.residents.get(petition.resident_id)).name
            await uow.commit()
        return name, self.secrets.open(petition.party.phone)
