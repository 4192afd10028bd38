"""The desk's side of a mediation: mediator, sessions, the agreement, what was said on paper, and how it ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.duty.model import Colleague
from core.mediation.model import (
    MAX_PLACE,
    How,
    Mediation,
    Session,
    Side,
    State,
    ensure_edition,
    ensure_mediated,
    ensure_mediator,
    ensure_running,
)
from core.mediation.parties import confirmed
from core.mediation.session import read_session
from core.mediation.steps import By, take
from core.mediation.telling import person, tell
from core.petitions import messages
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.authors import Author
from core.petitions.model import WAITING_STAGES, Petition
from core.petitions.stages import Event
from core.petitions.usecases.deeds import Doing
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import PetitionId, TelegramUserId
from core.shared.messages import Arg, MessageSpec
from core.shared.text import excerpt
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSheet:
    """A mediation before somebody of the desk that works on it."""

    petition: Petition
    mediation: Mediation
    other_name: str
    """Who the other party is, as far as that is known."""
    people: Sequence[Colleague]
    """Of the desk; who has gone, is a party, or keeps out of the case is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediating(Doing):
    async def before_desk(self, uow: UnitOfWork, actor: StaffActor, petition: Petition) -> DeskSheet:
        mediation = ensure_mediated(await uow.mediations.of(petition.id))
        other = await person(uow, petition, mediation, Side.OTHER)
        asker = await person(uow, petition, mediation, Side.ASKER)
        parties = {each.telegram_id for each in (asker, other) if each is not None}
        there = await uow.duty.people((await self.unit_of(uow, actor)).id)
        keep_out = {row.actor_id for row in await uow.history.of(petition.id) if row.event is Event.RECUSE}
        people = [
            each
            for each in there
            if not each.gone and each.user_id not in parties and str(each.user_id) not in keep_out
        ]
        name = other.name if other else mediation.other_name
        return DeskSheet(petition=petition, mediation=mediation, other_name=name, people=people)

    async def running(self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId) -> tuple[Petition, Mediation]:
        """Return it locked, in somebody's hands: whoever does something first takes what nobody has.

        Raises what `access_desk_case` does, NotFoundError("case-unknown"), DomainError("case-stage-<stage>").
        """
        was = await access_desk_case(uow, actor, petition_id)
        mediation = ensure_mediated(await uow.mediations.of(was.id))
        ensure_running(was)
        if was.handler is None or was.stage in WAITING_STAGES:
            was = await self.take(uow, was, actor, self.clock.now())
        return was, mediation


@dataclass(frozen=True, slots=True, kw_only=True)
class MediateAtDesk(Mediating):
    """What is done by buttons: see how it stands, choose the mediator, note what was said on paper."""

    async def see(self, actor: StaffActor, petition_id: PetitionId) -> DeskSheet:
        """Raises NotFoundError("case-unknown")."""
        async with self.uow.reading() as uow:
            return await self.before_desk(uow, actor, await see_desk_case(uow, actor, petition_id))

    async def mediator(self, actor: StaffActor, petition_id: PetitionId, who: TelegramUserId) -> DeskSheet:
        """Choose who mediates; both are told.

        Raises DomainError("mediation-asked") before both are willing, NotFoundError("mediator-unfit") for a party,
        for whoever keeps out of the case, and for anybody not of the desk.
        """
        async with self.uow() as uow:
            was, mediation = await self.running(uow, actor, petition_id)
            sheet = await self.before_desk(uow, actor, was)
            chosen = next((each for each in sheet.people if each.user_id == who), None)
            if chosen is None:
                raise NotFoundError("mediator-unfit")
            if mediation.mediator_id == who:
                return sheet
            named = replace(mediation, mediator_id=who, mediator_name=chosen.name)
            by, now = By.staff(actor), self.clock.now()
            petition, mediation = await take(uow, was, named, Event.GM_MEDIATOR, by, now, chosen.name)
            await tell(uow, petition, mediation, "gm-mediator", *Side, name=chosen.name)
            spec = MessageSpec("gm-staff-mediator", {"number": was.number, "name": chosen.name, "user": str(who)})
            dedupe = f"gm:{petition.id}:{petition.version}:mediator"
            uow.outbox.add(messages.in_case(petition, actor.chat_id, dedupe, spec))
            await self.refresh(uow, petition)
            await uow.commit()
        return replace(sheet, petition=petition, mediation=mediation)

    async def willing_on_paper(self, actor: StaffActor, petition_id: PetitionId) -> DeskSheet:
        """The other party has told the office that they are willing; raises DomainError("mediation-<state>")."""
        async with self.uow() as uow:
            was, mediation = await self.running(uow, actor, petition_id)
            now = self.clock.now()
            said = replace(mediation, willing=How.PAPER, willing_at=now)
            petition, mediation = await take(uow, was, said, Event.GM_CONSENT, By.staff(actor), now, How.PAPER)
            await tell(uow, petition, mediation, "gm-willing", Side.ASKER)
            await self.refresh(uow, petition)
            sheet = await self.before_desk(uow, actor, petition)
            await uow.commit()
        return sheet

    async def signed_on_paper(self, actor: StaffActor, petition_id: PetitionId, side: Side, edition: int) -> DeskSheet:
        """A party has signed this edition of the agreement at the office. A second time changes nothing.

        Raises ConflictError("mediation-text-changed") where there is another text by now.
        """
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            mediation = ensure_mediated(await uow.mediations.of(was.id))
            if mediation.confirmed(side) is not None and mediation.edition == edition:
                return await self.before_desk(uow, actor, was)
            was, mediation = await self.running(uow, actor, petition_id)
            ensure_edition(mediation, edition)
            said = mediation.confirming(side, How.PAPER)
            await confirmed(uow, was, said, side, By.staff(actor), self.clock, actor.name)
            sheet = await self.before_desk(uow, actor, await uow.petitions.get(petition_id))
            await uow.commit()
        return sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSession(Mediating):
    """Say when and where both meet the mediator, or that this changes; both are told."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("mediation-no-mediator"), ("mediation-session-when"), ("…-past") or ("…-where")."""
        async with self.uow() as uow:
            was, mediation = await self.running(uow, actor, petition_id)
            ensure_mediator(mediation, was.number)
            now = self.clock.now()
            session = read_session(words.text, now, self.clock.zone)
            if not await self.heard(uow, actor, was, words):
                return was
            key = "gm-session" if mediation.session is None else "gm-session-changed"
            meant = replace(mediation, session=session)
            by, reason = By.staff(actor), f"{session.at.isoformat()} {session.place}"
            petition, mediation = await take(uow, was, meant, Event.GM_SESSION, by, now, reason)
            await tell(uow, petition, mediation, key, *Side, **_said(session), name=mediation.mediator_name)
            self.answered(uow, petition, actor, words, "gm-staff-session")
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


def _said(session: Session) -> dict[str, Arg]:
    return {"at": session.at, "place": excerpt(session.place, MAX_PLACE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAgreement(Mediating):
    """Put the text of the agreement before both; another text takes its place, and both confirm anew."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("mediation-no-mediator"), ("reason-empty") or ("mediation-<state>")."""
        async with self.uow() as uow:
            was, mediation = await self.running(uow, actor, petition_id)
            ensure_mediator(mediation, was.number)
            if not await self.heard(uow, actor, was, words):
                return was
            text = replace(
                mediation,
                text=words.text.strip(),
                edition=mediation.edition + 1,
                asker_confirmed=None,
                other_confirmed=None,
            )
            petition, mediation = await take(
                uow, was, text, Event.GM_DRAFT, By.staff(actor), self.clock.now(), str(text.edition)
            )
            await tell(uow, petition, mediation, "gm-agreement", *Side, text=mediation.text)
            self.answered(uow, petition, actor, words, "gm-staff-draft")
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMediation(Mediating):
    """Record that it ends without an agreement, or that a party has told the office that they are not willing.

    The words are the reason, for the staff alone; both are told what they may do next (人民调解法 art. 26).
    """

    event: Event

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("reason-empty") or ("mediation-<state>")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if await uow.messages.by_source(words.source(actor.chat_id)):
                return was
            was, mediation = await self.running(uow, actor, petition_id)
            await self.heard(uow, actor, was, words)
            petition, mediation = await take(
                uow, was, mediation, self.event, By.staff(actor), self.clock.now(), words.text
            )
            sides = (Side.ASKER,) if mediation.state is State.DECLINED else tuple(Side)
            await tell(uow, petition, mediation, f"gm-{mediation.state}", *sides)
            self.answered(uow, petition, actor, words, f"gm-staff-ended-{mediation.state}")
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class SayToOne(Mediating):
    """Words of the staff to one of both alone; what is said in any other way goes to both."""

    side: Side

    @property
    def writes(self) -> Author:
        return Author.TO_ASKER if self.side is Side.ASKER else Author.TO_OTHER

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("mediation-nobody") where the other party is not on the bot, or not willing yet."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            mediation = ensure_mediated(await uow.mediations.of(petition_id))
            if await person(uow, petition, mediation, self.side) is None:
                raise DomainError("mediation-nobody", number=petition.number)
        return await self.say(actor, petition_id, words, Event.REPLY)
