from dataclasses import dataclass, replace

from core.petitions import messages, policy
from core.petitions.access import access_desk_case
from core.petitions.asking import ASKED
from core.petitions.kind_pages import which_verdict
from core.petitions.kinds import verdict_of
from core.petitions.model import KINDS, WAITING_STAGES, Author, CaseMessage, Event, Petition, Stage
from core.petitions.passing_on import among_staff
from core.petitions.usecases.closing_merged import close_merged
from core.petitions.usecases.desk import Desk, StaffWords, record
from core.shared.actor import StaffActor
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import CaseMessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.together.parting import lock_family
from core.uow import UnitOfWork
from core.volunteers.ending import end_call


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase(Desk):
    """Take a case that nobody of this desk has. Exactly one claim wins; the others learn who was first."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Raises ConflictError("claimed-by-you") or ConflictError("claimed-by", name=…)."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            taken = was.taken_in((await self.unit_of(uow, actor)).id)
            if was.handler is not None and was.handler.user_id == actor.user_id:
                raise ConflictError("claimed-by-you")
            if taken is not None:
                raise ConflictError("claimed-by", name=taken.name)
            petition = await self.take(uow, was, actor, self.clock.now())
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToResident(Desk):
    """Carry words or files from the staff chat to the author; what corrects an answer is the answer now."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        if words.edition and await self._corrects_answer(actor, words):
            return await self.say(actor, petition_id, words, Event.ANSWER)
        return await self.say(actor, petition_id, words, Event.REPLY)

    async def _corrects_answer(self, actor: StaffActor, words: StaffWords) -> bool:
        """Tell whether what is corrected was said as the answer: the history has it at the same moment."""
        async with self.uow.reading() as uow:
            before = await uow.messages.by_source(words.first(actor.chat_id))
            history = () if before is None else await uow.history.of(before.petition_id)
        answered = {row.at for row in history if row.event is Event.ANSWER}
        return before is not None and before.author is Author.STAFF and before.at in answered


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForMore(Desk):
    """Ask the author for more information; the case waits for them, visibly."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        return await self.say(actor, petition_id, words, Event.ASK_MORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Desk):
    """Keep an internal note. It never leaves the staff chat; the same message twice is one note.

    A reply that is edited into a note while it is held stays inside with it. Further pictures of the album that was the
    reason for sending a case on follow it to where it is now.
    """

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        policy.ensure_says_something(words.corrected.text, len(words.attachments))
        source = words.source(actor.chat_id)
        async with self.uow() as uow:
            follows = await self._follows(uow, actor, petition_id, words)
            was = await (uow.petitions.lock(petition_id) if follows else access_desk_case(uow, actor, petition_id))
            if await uow.messages.by_source(source):
                return was
            before = await uow.messages.latest_edition(words.first(actor.chat_id)) if words.edition else None
            if before is not None and await uow.outbox.take_back(before.id):
                was = await self.unsay(uow, was, actor, [before])
            petition = was.apply(Event.NOTE)
            now = self.clock.now()
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
            )
            uow.messages.add(note)
            record(uow, was, petition, Event.NOTE, actor, now)
            first = await uow.messages.by_source(words.first(actor.chat_id))
            was_out = first is not None and first.author is Author.STAFF  # edited into a note, but read already
            uow.outbox.add(messages.note_kept(petition, note, actor.chat_id, words.message_id, was_out=was_out))
            await self.meant(uow, actor, petition_id, words, Event.NOTE)
            await uow.links.add(actor.chat_id, words.message_id, petition.id, LinkRole.PROMPT_NOTE, note.id)
            places = await uow.links.cards(petition.id) if follows else ()
            for item in among_staff(petition, note, places, "staff-noted-before", name=actor.name):
                uow.outbox.add(item)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def _follows(self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> bool:
        """Tell whether it is part of an album that began as a note where the case was then, and is no longer."""
        begun = await uow.intents.of(actor.chat_id, actor.user_id, petition_id, words.album) if words.album else None
        if begun is None or begun.role is not LinkRole.PROMPT_NOTE:
            return False
        return actor.chat_id not in {place.chat_id for place in await uow.links.cards(petition_id)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(Desk):
    """Close an answered case; the author is told and can still see it. Closing twice is one closing."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Raises DomainError("answer-first") before there is an answer."""
        async with self.uow() as uow:
            await lock_family(uow, petition_id)
            was = await access_desk_case(uow, actor, petition_id)
            if was.stage is Stage.CLOSED:
                return was
            if was.open and not was.can(Event.CLOSE):
                raise DomainError("answer-first")
            now = self.clock.now()
            petition = replace(was.apply(Event.CLOSE), closed_at=now)
            record(uow, was, petition, Event.CLOSE, actor, now)
            uow.audit.record("petition.closed", str(actor.user_id), petition.id, at=now)
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-closed"))
            await uow.answers.drop(petition.id)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await end_call(uow, petition)
            await close_merged(self, uow, petition, actor)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptStaff(Desk):
    """Put "answer this message" before a staff member who pressed a button, and remember what was asked for.

    Their next words in the case are meant so, whether or not they answer the message. A double tap prompts once.
    """

    async def __call__(
        self, actor: StaffActor, petition_id: PetitionId, role: LinkRole, *, press: str, subject: str = ""
    ) -> Petition:
        """`press` names the button press, so that a repeated update prompts once; `subject` is kept with the intent.

        Raises DomainError where what it asks for cannot be said now.
        """
        asked = ASKED[role]
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            waits = petition.stage in WAITING_STAGES and asked.speaks
            taken = replace(petition, stage=Stage.ACCEPTED) if waits else petition
            taken.apply(asked.event)
            asked.ready(await self.before(uow, actor, petition))
            judges = role is LinkRole.PROMPT_ANSWER and KINDS[petition.kind].verdict
            if judges and verdict_of(subject) is None:
                uow.outbox.add(messages.in_case(petition, actor.chat_id, f"verdict:{press}", which_verdict(petition)))
                await uow.commit()
                return petition
            before = await uow.intents.of(actor.chat_id, actor.user_id, petition_id)
            if before is not None and before.repeats(role, self.clock.now(), subject):
                return petition
            await self.intend(uow, actor, petition_id, role, subject=subject)
            units = await uow.units.all() if subject else ()
            chosen = next((unit.name for unit in units if unit.id.startswith(subject)), "")
            key = f"prompt-answer-{subject}" if judges else asked.prompt
            uow.outbox.add(messages.prompt(petition, actor, role, f"prompt:{press}:{role}", key, chosen))
            await uow.commit()
        return petition
