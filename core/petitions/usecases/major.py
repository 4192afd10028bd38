from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.duty.model import Colleague
from core.people.model import Purpose, StaffChat
from core.petitions import messages, policy
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.major import MAX_TEAM, Major, Member, summary, user_of
from core.petitions.model import Author, CaseMessage, Event, Petition
from core.petitions.passing_on import among_staff
from core.petitions.usecases.deeds import Doing
from core.petitions.usecases.desk import record
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import CaseMessageId, ChatId, PetitionId, TelegramUserId, UnitId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorSheet:
    """A case before somebody who may mark it, with whom they can choose."""

    petition: Petition
    major: Major | None
    people: Sequence[Colleague]
    """Of the desk that works on it and of the desks above, the nearest first; who has gone is left out."""
    above: bool
    """Whether there is a desk above to report to."""


async def _desks_from(uow: UnitOfWork, unit_id: UnitId) -> list[StaffChat]:
    """Return the desks that serve a unit and the levels above it, each once, the nearest first."""
    found: list[StaffChat] = []
    at: UnitId | None = unit_id
    while at is not None:
        desk = await uow.staff_chats.serving(at, Purpose.DESK)
        if desk is not None and desk.chat_id not in {each.chat_id for each in found}:
            found.append(desk)
        at = (await uow.units.get(at)).parent_id
    return found


async def _sheet(uow: UnitOfWork, actor: StaffActor, petition: Petition) -> MajorSheet:
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None:
        raise NotFoundError("chat-not-bound")
    desks = await _desks_from(uow, chat.unit_id)
    people = [each for desk in desks for each in await uow.duty.people(desk.unit_id) if not each.gone]
    seen: dict[TelegramUserId, Colleague] = {}
    for each in people:
        seen.setdefault(each.user_id, each)
    above = any(desk.chat_id != actor.chat_id for desk in desks)
    major = await uow.majors.of(petition.id)
    return MajorSheet(petition=petition, major=major, people=[*seen.values()], above=above)


async def _member(uow: UnitOfWork, sheet: MajorSheet, user_id: TelegramUserId) -> Member:
    """Return somebody of the sheet; raises DomainError("duty-person-unknown") or ("major-recused") (XF 28)."""
    who = next((each for each in sheet.people if each.user_id == user_id), None)
    if who is None:
        raise DomainError("duty-person-unknown", name="?")
    if await uow.history.recused(sheet.petition.id, user_id):
        raise DomainError("major-recused", number=sheet.petition.number, name=who.name)
    return Member(user_id=who.user_id, name=who.name, unit_id=who.unit_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleMajor(Doing):
    """Mark a case major with a lead, and choose its team. The lead and each of the team are told."""

    async def see(self, actor: StaffActor, petition_id: PetitionId) -> MajorSheet:
        """Raises NotFoundError("case-unknown")."""
        async with self.uow.reading() as uow:
            return await _sheet(uow, actor, await see_desk_case(uow, actor, petition_id))

    async def mark(self, actor: StaffActor, petition_id: PetitionId, lead: TelegramUserId) -> MajorSheet:
        """Raises ConflictError("major-already"): another lead needs a reason, see `ChangeLead`; and of `_member`.

        Where whoever led it keeps out of it another is chosen like this.
        """
        now = self.clock.now()
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            sheet = await _sheet(uow, actor, was)
            if sheet.major is not None and sheet.major.lead is not None:
                raise ConflictError("major-already", name=sheet.major.lead.name)
            event = Event.MAJOR if sheet.major is None else Event.LEAD
            leader = await _member(uow, sheet, lead)
            major = replace(sheet.major or Major(petition_id=was.id, lead=None, since=now), lead=leader)
            petition = was.apply(event)
            record(uow, was, petition, event, actor, now, leader.name)
            uow.audit.record("petition.major", str(actor.user_id), petition.id, at=now, detail=str(lead))
            await self._keep(uow, petition, major)
            await tell(uow, petition, actor, leader, "major-you-lead", now)
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-major", name=leader.name))
            await uow.commit()
        return replace(sheet, petition=petition, major=major)

    async def team(self, actor: StaffActor, petition_id: PetitionId, user_id: TelegramUserId) -> MajorSheet:
        """Take somebody into the team, or out of it; raises DomainError("major-not", "major-team-full")."""
        now = self.clock.now()
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            sheet = await _sheet(uow, actor, was)
            if sheet.major is None:
                raise DomainError("major-not", number=was.number)
            major = sheet.major
            left = [each for each in major.team if each.user_id != user_id]
            comes = len(left) == len(major.team)
            if comes and len(left) >= MAX_TEAM:
                raise DomainError("major-team-full", count=MAX_TEAM)
            who = await _member(uow, sheet, user_id) if comes else next(m for m in major.team if m.user_id == user_id)
            major = replace(major, team=(*left, who) if comes else tuple(left))
            petition = was.apply(Event.TEAM)
            record(uow, was, petition, Event.TEAM, actor, now, f"{'+' if comes else '-'} {who.name}")
            await self._keep(uow, petition, major)
            await tell(uow, petition, actor, who, "major-you-join" if comes else "major-you-leave", now)
            await uow.commit()
        return replace(sheet, petition=petition, major=major)

    async def _keep(self, uow: UnitOfWork, petition: Petition, major: Major) -> None:
        await uow.majors.save(major)
        await uow.petitions.save(petition)
        await self.refresh(uow, petition)


async def tell(uow: UnitOfWork, petition: Petition, actor: StaffActor, who: Member, key: str, now: datetime) -> None:
    """Tell a colleague, by a mention, where they work: in the case if that is here, else in their own desk."""
    chat = await uow.staff_chats.serving(who.unit_id, Purpose.DESK)
    here = chat is None or chat.chat_id == actor.chat_id
    args = {"number": petition.number, "name": who.name, "user": str(who.user_id), "by": actor.name}
    dedupe = f"{key}:{petition.id}:{who.user_id}:{now.isoformat()}"
    if here or chat is None:
        uow.outbox.add(messages.in_case(petition, actor.chat_id, dedupe, MessageSpec(key, args)))
    else:
        uow.outbox.add(_above(petition, chat.chat_id, dedupe, MessageSpec(key, args)))


def _above(petition: Petition, chat_id: ChatId, dedupe: str, spec: MessageSpec) -> OutboxItem:
    """Say something about a case where it is not worked on; whoever answers it writes on the case."""
    return OutboxItem(
        dedupe=dedupe,
        operation=Operation.SEND,
        chat_id=chat_id,
        priority=Priority.REPLY,
        spec=spec,
        petition_id=petition.id,
        role=LinkRole.UPWARD,
        purge_at_once=petition.anonymous,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLead(Doing):
    """Give a major case to another lead; the words say why. Whom, was chosen before: the intent's subject."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("major-not", "major-lead-unchosen", "reason-empty")."""
        now = self.clock.now()
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            sheet = await _sheet(uow, actor, was)
            if sheet.major is None:
                raise DomainError("major-not", number=was.number)
            intent = await uow.intents.of(actor.chat_id, actor.user_id, petition_id)
            chosen = user_of(intent.subject) if intent is not None and intent.role is LinkRole.PROMPT_LEAD else None
            if await uow.messages.by_source(words.source(actor.chat_id)):
                return was
            if chosen is None:
                raise DomainError("major-lead-unchosen")
            lead = await _member(uow, sheet, chosen)
            await self.heard(uow, actor, was, words)
            petition = was.apply(Event.LEAD)
            record(uow, was, petition, Event.LEAD, actor, now, f"{lead.name}: {words.text}")
            uow.audit.record("petition.lead", str(actor.user_id), petition.id, at=now, detail=str(lead.user_id))
            await uow.majors.save(replace(sheet.major, lead=lead))
            await uow.petitions.save(petition)
            await tell(uow, petition, actor, lead, "major-you-lead", now)
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-major", name=lead.name))
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class TellFinding(Doing):
    """What the team found, to the author, by the way of any reply."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("major-not", "answer-in-words")."""
        policy.ensure_reason(words.text)
        async with self.uow.reading() as uow:
            if await uow.majors.of(petition_id) is None:
                raise DomainError("major-not", number="")
        return await self.say(actor, petition_id, words, Event.FINDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUp(Doing):
    """Send the summary of a major case to the desk of the level above; what is asked of it are these words."""

    async def look(self, actor: StaffActor, petition_id: PetitionId, asked: str = "") -> MessageSpec:
        """Return the summary as the level above would read it. Raises DomainError("major-not")."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            return await self._summary(uow, petition, asked)

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("major-not", "major-nobody-above", "reason-empty")."""
        now = self.clock.now()
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            chat = await uow.staff_chats.get(actor.chat_id)
            desks = await _desks_from(uow, chat.unit_id) if chat else []
            above = next((desk for desk in desks if desk.chat_id != actor.chat_id), None)
            if above is None:
                raise DomainError("major-nobody-above")
            spec = await self._summary(uow, was, words.text)
            if not await self.heard(uow, actor, was, words):
                return was
            petition = was.apply(Event.REPORT_UP)
            record(uow, was, petition, Event.REPORT_UP, actor, now, words.text)
            uow.audit.record("petition.reported-up", str(actor.user_id), petition.id, at=now, detail=above.unit_id)
            uow.outbox.add(_above(petition, above.chat_id, f"upward:{petition.id}:{petition.version}", spec))
            self.answered(uow, petition, actor, words, "upward-sent")
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def _summary(self, uow: UnitOfWork, petition: Petition, asked: str) -> MessageSpec:
        major = await uow.majors.of(petition.id)
        if major is None:
            raise DomainError("major-not", number=petition.number)
        unit = await uow.units.get(petition.unit_id)
        history = await uow.history.of(petition.id)
        return summary(petition, major, history, unit.name, asked, self.clock.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteFromAbove(Doing):
    """What somebody of the level above answers to what they were told: a note where the case is worked on."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises NotFoundError("case-unknown") in a chat that was told nothing of the case."""
        policy.ensure_says_something(words.corrected.text, len(words.attachments))
        now, source = self.clock.now(), words.source(actor.chat_id)
        async with self.uow() as uow:
            unit = await self.unit_of(uow, actor)
            was = await uow.petitions.lock(petition_id)
            if actor.chat_id not in {desk.chat_id for desk in await _desks_from(uow, was.unit_id)}:
                raise NotFoundError("case-unknown")
            if await uow.history.recused(petition_id, actor.user_id):
                raise DomainError("you-recused", number=was.number)
            if await uow.messages.by_source(source):
                return was
            petition = was.apply(Event.FROM_ABOVE)
            note = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=petition.id,
                author=Author.NOTE,
                author_name=actor.name,
                text=words.corrected.text,
                marks=words.corrected.marks,
                at=now,
                source=source,
                attachments=tuple(words.attachments),
                unit_id=unit.id,
            )
            uow.messages.add(note)
            record(uow, was, petition, Event.FROM_ABOVE, actor, now)
            places = await uow.links.cards(petition.id)
            for item in among_staff(petition, note, places, "upward-answer", unit=unit.name, name=actor.name):
                uow.outbox.add(item)
            uow.outbox.add(
                messages.staff_word(petition, actor.chat_id, "upward-passed-on", f"did:{source}", words.message_id)
            )
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition
