from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.petitions import messages, policy
from core.petitions.access import access_desk_case
from core.petitions.clocks import promise_after_acceptance
from core.petitions.intent import ASKED, Intent
from core.petitions.model import Attachment, Author, CaseMessage, Event, Handler, HistoryRow, Petition, Stage
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import CaseMessageId, ChatId, IdSource, MessageId, PetitionId, TelegramUserId
from core.shared.outbox import LinkRole
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class StaffWords:
    """What a staff member wrote in the group, and where: the message that gets the tick when it has arrived."""

    text: str
    message_id: MessageId
    attachments: Sequence[Attachment] = ()
    album: str = ""
    """The album the message is a part of; all parts are meant alike."""
    edition: int = 0
    """Of an edited message the number of its update: each edit is something new to say, the same one twice is not."""

    def source(self, chat_id: ChatId) -> str:
        """Name what was said: the same message, or the same edit of it, twice is one."""
        return f"tg:{chat_id}:{self.message_id}" + (f":{self.edition}" if self.edition else "")


def _record(uow: UnitOfWork, was: Petition, petition: Petition, event: Event, actor: StaffActor, at: datetime) -> None:
    uow.history.append(
        HistoryRow(
            petition_id=petition.id,
            event=event,
            actor_kind="staff",
            actor_id=str(actor.user_id),
            actor_name=actor.name,
            at=at,
            from_stage=was.stage,
            to_stage=petition.stage,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What the desk's use cases share: who is told of an acceptance, and how a case is taken."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def _chat_of(self, uow: UnitOfWork, petition: Petition) -> TelegramUserId | None:
        if petition.resident_id is None:
            return None
        return (await uow.residents.get(petition.resident_id)).telegram_id

    async def _take(self, uow: UnitOfWork, was: Petition, actor: StaffActor, now: datetime) -> Petition:
        """Claim and accept; the resident is told who has the case and until when (XF 22–23: written notice)."""
        petition = replace(
            was.apply(Event.CLAIM),
            handler=Handler(user_id=actor.user_id, name=actor.name),
            accepted_at=now,
            promises=promise_after_acceptance(was.promises, now, self.clock),
        )
        _record(uow, was, petition, Event.CLAIM, actor, now)
        uow.audit.record("petition.claimed", str(actor.user_id), petition.id, at=now)
        if chat := await self._chat_of(uow, petition):
            unit = await uow.units.get(petition.unit_id)
            days = {
                "reply": local_day(petition.promises.reply_by, self.clock.zone),
                "answer": local_day(petition.promises.answer_by, self.clock.zone),
            }
            uow.outbox.add(messages.notice(petition, chat, "notice-accepted", unit=unit.name, name=actor.name, **days))
        await uow.petitions.save(petition)
        return petition

    async def _meant(
        self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event
    ) -> None:
        """What a button asked for has been said; further parts of an album are meant like this one."""
        if words.edition:
            return  # a correction of before is not what the button asked for
        if not words.album:
            await uow.intents.drop(actor.chat_id, actor.user_id, petition_id)
            return
        role = next(role for role, asked in ASKED.items() if asked is event)
        before = await uow.intents.of(actor.chat_id, actor.user_id, petition_id)
        if event is not Event.NOTE and before is not None and before.covers(words.album, self.clock.now()):
            role = before.role  # a picture of the album may go out as a mere reply before its words do as the answer
        await self._intend(uow, actor, petition_id, role, words.album)

    async def _intend(
        self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, role: LinkRole, album: str = ""
    ) -> None:
        intent = Intent(
            chat_id=actor.chat_id,
            user_id=actor.user_id,
            petition_id=petition_id,
            role=role,
            at=self.clock.now(),
            album=album,
        )
        await uow.intents.put(intent)

    async def _refresh(self, uow: UnitOfWork, petition: Petition) -> None:
        for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
            uow.outbox.add(item)

    async def _say(
        self, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event, key: str
    ) -> Petition:
        """Carry a staff message to the resident; unclaimed cases are taken by whoever speaks first."""
        policy.ensure_says_something(words.text, len(words.attachments))
        source = words.source(actor.chat_id)
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if await uow.messages.by_source(source):
                return was
            now = self.clock.now()
            if was.stage is Stage.SUBMITTED:
                was = await self._take(uow, was, actor, now)
            petition = was.apply(event)
            message = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=petition.id,
                author=Author.STAFF,
                author_name=actor.name,
                text=words.text,
                at=now,
                source=source,
                attachments=tuple(words.attachments),
            )
            uow.messages.add(message)
            _record(uow, was, petition, event, actor, now)
            await self._deliver(uow, petition, message, actor, words.message_id, key)
            await self._meant(uow, actor, petition_id, words, event)
            await uow.links.add(actor.chat_id, words.message_id, petition.id, LinkRole.STAFF_MESSAGE, message.id)
            await uow.petitions.save(petition)
            await self._refresh(uow, petition)
            await uow.commit()
        return petition

    async def _deliver(
        self,
        uow: UnitOfWork,
        petition: Petition,
        message: CaseMessage,
        actor: StaffActor,
        origin: MessageId,
        key: str,
    ) -> None:
        chat = await self._chat_of(uow, petition)
        if chat is None:
            word = messages.staff_word(petition, actor.chat_id, "staff-kept-for-code", f"kept:{message.id}", origin)
            uow.outbox.add(word)
            return
        unit = await uow.units.get(petition.unit_id)
        for item in messages.to_resident(petition, message, chat, key, unit.name, (actor.chat_id, origin)):
            uow.outbox.add(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase(_Desk):
    """Take a case. Exactly one claim wins; the others learn who was first."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Raises ConflictError("claimed-by-you") or ConflictError("claimed-by", name=…)."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if was.handler is not None:
                mine = was.handler.user_id == actor.user_id
                raise (ConflictError("claimed-by-you") if mine else ConflictError("claimed-by", name=was.handler.name))
            petition = await self._take(uow, was, actor, self.clock.now())
            await self._refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToResident(_Desk):
    """Carry words or files from the staff chat to the author; what corrects an answer is the answer now."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        if words.edition and await self._corrects_answer(actor, words):
            return await self._say(actor, petition_id, words, Event.ANSWER, "case-answer")
        return await self._say(actor, petition_id, words, Event.REPLY, "case-reply")

    async def _corrects_answer(self, actor: StaffActor, words: StaffWords) -> bool:
        """Tell whether what is corrected was said as the answer: the history has it at the same moment."""
        async with self.uow.reading() as uow:
            before = await uow.messages.by_source(replace(words, edition=0).source(actor.chat_id))
            history = () if before is None else await uow.history.of(before.petition_id)
        answered = {row.at for row in history if row.event is Event.ANSWER}
        return before is not None and before.author is Author.STAFF and before.at in answered


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForMore(_Desk):
    """Ask the author for more information; the case waits for them, visibly."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        return await self._say(actor, petition_id, words, Event.ASK_MORE, "case-ask")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCase(_Desk):
    """Give the answer; the case can then be closed."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        return await self._say(actor, petition_id, words, Event.ANSWER, "case-answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(_Desk):
    """Keep an internal note. It never leaves the staff chat; the same message twice is one note."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        policy.ensure_says_something(words.text, len(words.attachments))
        source = words.source(actor.chat_id)
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if await uow.messages.by_source(source):
                return was
            petition = was.apply(Event.NOTE)
            now = self.clock.now()
            note = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=petition.id,
                author=Author.NOTE,
                author_name=actor.name,
                text=words.text,
                at=now,
                source=source,
                attachments=tuple(words.attachments),
            )
            uow.messages.add(note)
            _record(uow, was, petition, Event.NOTE, actor, now)
            uow.outbox.add(messages.note_kept(petition, note, actor.chat_id, words.message_id))
            await self._meant(uow, actor, petition_id, words, Event.NOTE)
            await uow.links.add(actor.chat_id, words.message_id, petition.id, LinkRole.PROMPT_NOTE, note.id)
            await uow.petitions.save(petition)
            await self._refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(_Desk):
    """Close an answered case; the author is told and can still see it. Closing twice is one closing."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Raises DomainError("answer-first") before there is an answer."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if was.stage is Stage.CLOSED:
                return was
            if was.open and not was.can(Event.CLOSE):
                raise DomainError("answer-first")
            now = self.clock.now()
            petition = replace(was.apply(Event.CLOSE), closed_at=now)
            _record(uow, was, petition, Event.CLOSE, actor, now)
            uow.audit.record("petition.closed", str(actor.user_id), petition.id, at=now)
            if chat := await self._chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-closed"))
            await uow.petitions.save(petition)
            await self._refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptStaff(_Desk):
    """Put "answer this message" before a staff member who pressed a button, and remember what was asked for.

    Their next words in the case are meant so, whether or not they answer the message. A double tap prompts once.
    """

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, role: LinkRole, *, press: str) -> Petition:
        """`press` names the button press, so that a repeated update prompts once."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            taken = replace(petition, stage=Stage.ACCEPTED) if petition.stage is Stage.SUBMITTED else petition
            taken.apply(ASKED[role])
            before = await uow.intents.of(actor.chat_id, actor.user_id, petition_id)
            if before is not None and before.repeats(role, self.clock.now()):
                return petition
            await self._intend(uow, actor, petition_id, role)
            uow.outbox.add(messages.prompt(petition, actor, role, f"prompt:{press}:{role}"))
            await uow.commit()
        return petition
