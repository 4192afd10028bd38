from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.answers.ratings import buttons, unrated
from core.mediation.aside import said_aside, written_for
from core.mediation.telling import copies as to_other_party
from core.people.model import Unit
from core.petitions import flow, messages, passing_on, policy
from core.petitions.access import access_desk_case
from core.petitions.asking import ASKED
from core.petitions.clocks import promise_after_acceptance
from core.petitions.intent import Intent
from core.petitions.judging import answers_before, verdict_said
from core.petitions.menu import AtDesk
from core.petitions.model import (
    SPEAKING,
    WAITING_STAGES,
    Author,
    CaseMessage,
    Event,
    Handler,
    Petition,
    Stage,
    stage_without,
)
from core.petitions.parts import ALBUM_PATIENCE
from core.petitions.recording import record
from core.petitions.usecases.overtaking import overtake
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.clock import Clock, Elapsed
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import CaseMessageId, ChatId, IdSource, MessageId, PetitionId, TelegramUserId
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem
from core.together.telling import carried, tell_stage
from core.uow import UnitOfWork, UnitOfWorkFactory

__all__ = ["Desk", "Grace", "StaffWords", "record"]


@dataclass(frozen=True, slots=True)
class Grace:
    """How long what staff say to a resident is held, so that its writer can take it back; 0: not at all."""

    elapsed: Elapsed
    seconds: float

    def over(self, album: str = "") -> float:
        """Return from when (elapsed seconds) words may go out, 0 if at once; an album's part waits for the next."""
        wait = max(self.seconds, ALBUM_PATIENCE if album else 0.0)
        return self.elapsed.seconds() + wait if wait > 0 else 0.0


MOVED_STAGES = (Stage.TRANSFERRED, Stage.ESCALATED, Stage.UNDER_REVIEW)
"""The desk that takes a case in one of these has pledges of its own."""
_KEYS = {
    Event.REPLY: "case-reply",
    Event.ASK_MORE: "case-ask",
    Event.ANSWER: "case-answer",
    Event.FINDING: "case-finding",
}
"""What frames words on their way to the author, by what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the desk's use cases share: how a case is taken, and how words reach its author."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    grace: Grace

    @property
    def writes(self) -> Author:
        """Whose words are said; see `core.petitions.authors` for who reads them."""
        return Author.STAFF

    async def chat_of(self, uow: UnitOfWork, petition: Petition) -> TelegramUserId | None:
        if petition.resident_id is None:
            return None
        return (await uow.residents.get(petition.resident_id)).telegram_id

    async def before(self, uow: UnitOfWork, actor: StaffActor, petition: Petition) -> AtDesk:
        """Return the case as it stands before the actor."""
        unit, desk = await uow.units.get(petition.unit_id), await self.unit_of(uow, actor)
        sent = flow.sent_by_a_desk(await uow.history.of(petition.id))
        return AtDesk(petition=petition, unit=unit, desk=desk, user_id=actor.user_id, sent_here=sent)

    async def unit_of(self, uow: UnitOfWork, actor: StaffActor) -> Unit:
        """Return the unit in whose desk the actor works; raises NotFoundError("chat-not-bound")."""
        chat = await uow.staff_chats.get(actor.chat_id)
        if chat is None:
            raise NotFoundError("chat-not-bound")
        return await uow.units.get(chat.unit_id)

    async def take(
        self, uow: UnitOfWork, was: Petition, actor: StaffActor, now: datetime, reason: str = ""
    ) -> Petition:
        """Claim and accept, or take over what is accepted; the resident is told who has the case now.

        Of a case that is accepted with it they are told until when, too (XF 22–23: written notice), and of one that
        came from another unit, where other pledges hold.
        """
        unit = await self.unit_of(uow, actor)
        event = Event.CLAIM if was.stage in WAITING_STAGES else Event.TAKE_OVER
        first = event is Event.CLAIM and was.accepted_at is None
        handler = Handler(user_id=actor.user_id, name=actor.name, unit_id=unit.id)
        petition = replace(was.apply(event), handler=handler)
        if first:
            promises = promise_after_acceptance(was.promises, now, self.clock)
            petition = replace(petition, accepted_at=now, promises=promises)
        record(uow, was, petition, event, actor, now, reason)
        uow.audit.record("petition.claimed", str(actor.user_id), petition.id, at=now)
        chat = await self.chat_of(uow, petition)
        if chat and (first or was.stage in MOVED_STAGES):
            keys = messages.ACCEPTED if first else messages.TAKEN_ON
            uow.outbox.add(messages.taken(petition, chat, keys, unit.name, actor.name, self.clock))
        elif chat:
            uow.outbox.add(messages.notice(petition, chat, "notice-taken-over", unit=unit.name, name=actor.name))
        await uow.petitions.save(petition)
        return petition

    async def meant(
        self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event
    ) -> None:
        """What a button asked for has been said; further parts of an album are meant like this one."""
        if words.edition:
            return  # a correction of before is not what the button asked for
        who = (actor.chat_id, actor.user_id, petition_id)
        asked = await uow.intents.of(*who)
        if words.album:
            role = next(role for role, meant in ASKED.items() if meant.event is event)
            begun = await uow.intents.of(*who, words.album) or asked
            if event is not Event.NOTE and begun is not None and begun.covers(words.album, self.clock.now()):
                role = begun.role  # a picture of the album may go out as a mere reply before its words as the answer
            await self.intend(uow, actor, petition_id, role, words.album)
        if asked is not None and ASKED[asked.role].event is event:
            await uow.intents.drop(*who)  # anything else said in the meantime leaves the button waiting

    async def intend(
        self,
        uow: UnitOfWork,
        actor: StaffActor,
        petition_id: PetitionId,
        role: LinkRole,
        album: str = "",
        subject: str = "",
    ) -> None:
        intent = Intent(
            chat_id=actor.chat_id,
            user_id=actor.user_id,
            petition_id=petition_id,
            role=role,
            at=self.clock.now(),
            album=album,
            subject=subject,
        )
        await uow.intents.put(intent)

    async def refresh(self, uow: UnitOfWork, petition: Petition) -> None:
        """Bring the cards up to date, and tell those who sign with the author how far it is."""
        for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
            uow.outbox.add(item)
        await tell_stage(uow, petition)

    async def unsay(self, uow: UnitOfWork, was: Petition, actor: StaffActor, unsaid: Sequence[CaseMessage]) -> Petition:
        """Let words that have been held stay inside, and the case stand as if they had not been said.

        The text stays for staff as a note; the history says what happened. Raises DomainError("undo-closed").
        """
        before = await uow.history.of(was.id)
        names = {m.id for m in unsaid}.union(*(r.reason.split() for r in before if r.event is Event.TAKE_BACK))
        gone = {message.at for message in await uow.messages.of(was.id) if message.id in names}
        stage = stage_without(before, gone)
        if stage is None:
            raise DomainError("undo-closed")
        for message in unsaid:
            await uow.messages.amend(replace(message, author=Author.NOTE))
        petition = replace(was, stage=stage, verdict=answers_before(before, gone), version=was.version + 1)
        reason = " ".join(message.id for message in unsaid)
        record(uow, was, petition, Event.TAKE_BACK, actor, self.clock.now(), reason)
        await uow.petitions.save(petition)
        return petition

    async def say(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event) -> Petition:
        """Carry a staff message to the resident; unclaimed cases are taken by whoever speaks first.

        What corrects words that are held takes their place: the resident reads the corrected ones only.
        """
        policy.ensure_says_something(words.corrected.text, len(words.attachments))
        source = words.source(actor.chat_id)
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if await uow.messages.by_source(source):
                return was
            if words.edition and await self._replaces_held(uow, was, actor, words):
                await uow.commit()
                return was
            now = self.clock.now()
            if was.handler is None and was.open:
                was = await self.take(uow, was, actor, now)
            petition = was.apply(event)
            if event is Event.ANSWER:
                petition = replace(petition, verdict=await verdict_said(uow, was, actor, words))
            policy.ensure_can_be_read(event, words.said, {file.kind for file in words.attachments})
            message = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=petition.id,
                author=await written_for(uow, was, actor, words, self.writes),
                author_name=actor.name,
                text=words.corrected.text,
                marks=words.corrected.marks,
                at=now,
                source=source,
                attachments=tuple(words.attachments),
                unit_id=(await self.unit_of(uow, actor)).id,
            )
            uow.messages.add(message)
            record(uow, was, petition, event, actor, now, petition.verdict if event is Event.ANSWER else "")
            where = (actor.chat_id, words.message_id)
            _tell_of_large(uow, petition, message, where)
            album = "" if words.edition else words.album  # the rest of it has been read
            going = await self._going(uow, petition, message, where, event, album=album)
            for item in (*going, *said_aside(petition, message, actor, words)):
                uow.outbox.add(item)
            await self.meant(uow, actor, petition_id, words, event)
            if event is Event.ANSWER and not words.edition:
                await uow.ratings.open(unrated(petition, actor, now))
                await overtake(uow, petition, self.clock)
            await self.after(uow, actor, petition, words)
            await uow.links.add(actor.chat_id, words.message_id, petition.id, LinkRole.STAFF_MESSAGE, message.id)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def after(self, uow: UnitOfWork, actor: StaffActor, petition: Petition, words: StaffWords) -> None:
        """What else belongs to words that are said, in their transaction: of most nothing."""

    async def _replaces_held(self, uow: UnitOfWork, petition: Petition, actor: StaffActor, words: StaffWords) -> bool:
        """Put corrected words in place of those of before, if these are held; what they were meant as, they stay."""
        held = await uow.messages.latest_edition(words.first(actor.chat_id))
        events = {row.at: row.event for row in await uow.history.of(petition.id) if row.event in SPEAKING}
        if held is None or held.at not in events:
            return False
        policy.ensure_can_be_read(events[held.at], words.said, {file.kind for file in words.attachments})
        said = words.said if held.source == words.first(actor.chat_id) else words.corrected
        message = replace(held, text=said.text, marks=said.marks, attachments=tuple(words.attachments))
        where = (actor.chat_id, words.message_id)
        going = await self._going(uow, petition, message, where, events[held.at], words.edition, words.album)
        if not await uow.outbox.put_in_place(held.id, going):
            return False
        await uow.messages.amend(message)
        _tell_of_large(uow, petition, message, where)
        return True

    async def _going(
        self,
        uow: UnitOfWork,
        petition: Petition,
        message: CaseMessage,
        origin: tuple[ChatId, MessageId],
        event: Event,
        edition: int = 0,
        album: str = "",
    ) -> Sequence[OutboxItem]:
        """Return what brings a message, written at `origin`, to the author; signed by the desk it was written in."""
        aside = message.author is Author.TO_OTHER
        chat = None if aside else await self.chat_of(uow, petition)
        over = self.grace.over(album if chat or aside else "")
        unit = await uow.units.get(message.unit_id or petition.unit_id)
        key = f"case-answer-{petition.verdict}" if event is Event.ANSWER and petition.verdict else _KEYS[event]
        frame = (key, unit.name)
        copies = await carried(uow, petition, message, event, frame, not_before=over, edition=edition)
        copies += await to_other_party(uow, petition, message, frame, not_before=over, edition=edition)
        if aside:
            return copies
        if chat is None:
            kept = messages.kept_for_code(petition, message, *origin, not_before=over, edition=edition)
            return [kept, *copies]
        above = buttons(petition.id) if event is Event.ANSWER else ()
        said = (petition, message, chat, *frame, origin, above)
        return [*passing_on.to_resident(*said, album=album, not_before=over, edition=edition), *copies]


def _tell_of_large(uow: UnitOfWork, petition: Petition, message: CaseMessage, origin: tuple[ChatId, MessageId]) -> None:
    if any(file.stays_with_telegram for file in message.attachments):
        chat_id, message_id = origin
        uow.outbox.add(messages.staff_word(petition, chat_id, "staff-file-large", f"large:{message.id}", message_id))
