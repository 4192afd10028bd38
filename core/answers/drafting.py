"""Writing an answer: in one message, or part by part on a draft that the desk shares."""

from dataclasses import dataclass

from core.answers.drafts import (
    PROMPT_OF,
    AnswerDraft,
    Wording,
    hint,
    preview,
    sure_to_drop,
)
from core.answers.parts import MUST_HAVE, WRITTEN, Part, compose, missing, read_parts, required
from core.petitions import messages, policy
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.asking import ASKED
from core.petitions.model import WAITING_STAGES, Event, FileKind, Petition
from core.petitions.usecases.desk import Desk
from core.petitions.usecases.staff import AddNote
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import MessageId, PetitionId
from core.shared.language import Language
from core.shared.marks import Marked, joined
from core.shared.messages import MessageSpec
from core.uow import UnitOfWork


def _written(words: StaffWords) -> bool:
    """Tell whether an answer may stand in a document, which nobody but people can read."""
    return any(file.kind is FileKind.DOCUMENT for file in words.attachments)


def _ensure_answerable(petition: Petition) -> None:
    """Raises DomainError("case-stage-…") where there can be no answer; of what nobody has, the sender takes it."""
    if petition.stage not in WAITING_STAGES:
        petition.apply(Event.ANSWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering(Desk):
    """What answers have in common."""

    wording: Wording

    async def needed(self, uow: UnitOfWork, petition: Petition) -> bool:
        return required(petition.kind, (await uow.units.get(petition.unit_id)).level)

    async def review(self, uow: UnitOfWork, petition: Petition) -> str:
        """Return how to ask for review, in the language of whoever reads the answer."""
        level = (await uow.units.get(petition.unit_id)).level
        return self.wording.review(level, await self.language(uow, petition))

    async def language(self, uow: UnitOfWork, petition: Petition) -> Language:
        """Return the author's language; of one nobody knows that of the desk."""
        if petition.resident_id is not None:
            return (await uow.residents.get(petition.resident_id)).language
        for place in await uow.links.cards(petition.id):
            chat = await uow.staff_chats.get(place.chat_id)
            if chat is not None:
                return chat.language
        return Language.ZH_CN

    async def show(
        self,
        uow: UnitOfWork,
        actor: StaffActor,
        petition: Petition,
        draft: AnswerDraft,
        occasion: str,
        *,
        refused: bool = False,
    ) -> None:
        """Put the draft before the desk, in the case; `occasion` names what brought it there. Commit required."""
        needed = await self.needed(uow, petition)
        spec = preview(petition, draft, await self.review(uow, petition), needed=needed, refused=refused)
        uow.outbox.add(messages.in_case(petition, actor.chat_id, f"draft:{occasion}", spec))

    async def ask(self, uow: UnitOfWork, actor: StaffActor, petition: Petition, part: Part, occasion: str) -> None:
        """Ask the actor for a part by the prompt that every button uses. Commit required."""
        role = PROMPT_OF[part]
        await self.intend(uow, actor, petition.id, role)
        uow.outbox.add(messages.prompt(petition, actor, role, f"part:{occasion}:{part}", ASKED[role].prompt))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCase(Answering):
    """Give the answer in one message; the case can then be closed.

    Where the law wants all five parts and one is missing nothing goes out: what was typed becomes a draft, which says
    what it lacks. Elsewhere it goes out, and a word says once what an answer should hold. A document is taken for a
    written answer that nobody but people can read.
    """

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Of a suggestion without a verdict the words are kept as a note; raises DomainError("verdict-first")."""
        if not words.edition and not _written(words):
            policy.ensure_says_something(words.text, len(words.attachments))
            async with self.uow() as uow:
                petition = await self._kept_back(uow, actor, petition_id, words)
                if petition is not None:
                    await uow.commit()
                    return petition
        try:
            return await self.say(actor, petition_id, words, Event.ANSWER)
        except DomainError as error:
            if error.code == "verdict-first":
                note = AddNote(uow=self.uow, clock=self.clock, ids=self.ids, grace=self.grace)
                await note(actor, petition_id, words)
            raise

    async def keeps_back(self, actor: StaffActor, petition_id: PetitionId, caption: str, words: StaffWords) -> bool:
        """Tell whether an answer with this caption would become a draft; `words` are another part of its album."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            if _written(words) or not await self.needed(uow, petition):
                return False
            return bool(missing(read_parts(Marked(caption), self.wording.headings).parts))

    async def _kept_back(
        self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, words: StaffWords
    ) -> Petition | None:
        """Return the case if the words have become a draft."""
        was = await access_desk_case(uow, actor, petition_id)
        if await uow.messages.by_source(words.source(actor.chat_id)) or not await self.needed(uow, was):
            return None
        read = read_parts(words.said, self.wording.headings)
        if not missing(read.parts):
            return None
        _ensure_answerable(was)
        parts = dict(read.parts)
        if read.before.text:  # goes above what comes first; alone it is what was decided
            first = next(iter(parts), Part.DECISION)
            parts[first] = joined([read.before, *([parts[first]] if first in parts else [])])
        draft = await uow.answers.of(was.id) or AnswerDraft(petition_id=was.id, at=self.clock.now(), version=0)
        for part, text in parts.items():
            draft = draft.with_part(part, text, words.attachments, actor.name, self.clock.now())
        if not parts:
            draft = draft.with_part(Part.DECISION, Marked(""), words.attachments, actor.name, self.clock.now())
        await uow.answers.put(draft)
        await uow.intents.drop(actor.chat_id, actor.user_id, was.id)
        if words.album:
            await self.intend(uow, actor, was.id, PROMPT_OF[Part.DECISION], words.album)
        await self.show(uow, actor, was, draft, f"{actor.chat_id}:{words.message_id}", refused=True)
        return was

    async def after(self, uow: UnitOfWork, actor: StaffActor, petition: Petition, words: StaffWords) -> None:
        """Say once for each case what an answer should hold."""
        read = read_parts(words.said, self.wording.headings)
        spec = hint(read.parts, petition) if words.text and not words.edition else None
        if spec is not None and petition.kind in MUST_HAVE:
            item = messages.in_case(petition, actor.chat_id, f"hint:{petition.id}", spec, reply_to=words.message_id)
            uow.outbox.add(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDraft(Answering):
    """Begin to write an answer part by part, or go on with the draft there is."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, *, press: str) -> None:
        """`press` names the button press. Raises DomainError where there can be no answer now."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            _ensure_answerable(petition)
            draft = await uow.answers.of(petition_id)
            if draft is None:
                draft = AnswerDraft(petition_id=petition_id, by_name=actor.name, at=self.clock.now())
                await uow.answers.put(draft)
                await self.ask(uow, actor, petition, WRITTEN[0], press)
            else:
                await self.show(uow, actor, petition, draft, press)
            await uow.commit()

    async def part(self, actor: StaffActor, petition_id: PetitionId, part: Part, *, press: str) -> None:
        """Ask for one part anew. Raises ConflictError("answer-draft-gone")."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            _ensure_answerable(petition)
            if await uow.answers.of(petition_id) is None:
                raise ConflictError("answer-draft-gone")
            await self.ask(uow, actor, petition, part, press)
            await uow.commit()

    async def see(self, actor: StaffActor, petition_id: PetitionId, *, drop: bool = False) -> MessageSpec:
        """Return the preview, or the question whether to `drop` it. Raises ConflictError("answer-draft-gone")."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            draft = await uow.answers.of(petition_id)
            if draft is None:
                raise ConflictError("answer-draft-gone")
            if drop:
                return sure_to_drop(petition, draft)
            needed = await self.needed(uow, petition)
            return preview(petition, draft, await self.review(uow, petition), needed=needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class FillPart(Answering):
    """Put words into one part of the draft; then the next part that is missing is asked for, or the whole is shown.

    The same words twice are put there once. All pictures of an album go with the answer, whichever part has the words.
    """

    part: Part

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("message-empty") and those of a case that can have no answer now."""
        policy.ensure_says_something(words.text, len(words.attachments))
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            _ensure_answerable(petition)
            now, occasion = self.clock.now(), f"{actor.chat_id}:{words.message_id}"
            found = await uow.answers.of(petition_id)
            was = found or AnswerDraft(petition_id=petition_id, at=now, version=0)
            draft = was.with_part(self.part, words.said, words.attachments, actor.name, now)
            if found is not None and words.album and not words.text:
                draft = was.with_files(words.attachments)
            if (draft.parts, draft.files) == (was.parts, was.files):
                return petition
            await uow.answers.put(draft)
            if words.album:
                await self.intend(uow, actor, petition_id, PROMPT_OF[self.part], words.album)
            if words.text:
                await self._go_on(uow, actor, petition, draft, occasion)
            elif words.album:
                album = ("answer-album-kept", f"part-album:{actor.chat_id}:{words.album}", words.message_id)
                uow.outbox.add(messages.staff_word(petition, actor.chat_id, *album))
            else:  # a picture alone goes with the answer; the part is still asked for
                word = ("answer-file-kept", f"part-file:{occasion}", words.message_id)
                uow.outbox.add(messages.staff_word(petition, actor.chat_id, *word))
            await uow.commit()
        return petition

    async def _go_on(
        self, uow: UnitOfWork, actor: StaffActor, petition: Petition, draft: AnswerDraft, occasion: str
    ) -> None:
        """Ask for the next part that is missing, unless the actor has been asked for something else; then show all."""
        asked = await uow.intents.of(actor.chat_id, actor.user_id, petition.id)
        own = asked is None or asked.role is PROMPT_OF[self.part]
        if own:
            await uow.intents.drop(actor.chat_id, actor.user_id, petition.id)
        left = missing(draft.parts)
        if left and own:
            await self.ask(uow, actor, petition, left[0], occasion)
        else:
            await self.show(uow, actor, petition, draft, occasion)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDraft(Answering):
    """Send the draft as the answer, in the author's language; of two who press at once one sends it."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, version: int, said_in: MessageId) -> Petition:
        """`said_in` is the preview that was pressed, `version` the draft's it shows.

        Raises ConflictError("answer-draft-gone", "answer-draft-changed") or DomainError("answer-incomplete").
        """
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            draft = await uow.answers.of(petition_id)
            if draft is None:
                raise ConflictError("answer-draft-gone")
            if draft.version != version:
                raise ConflictError("answer-draft-changed")
            if missing(draft.parts) and (await self.needed(uow, petition) or not draft.parts):
                raise DomainError("answer-incomplete")
            text = await self._whole(uow, petition, draft)
        words = StaffWords(text.text, said_in, draft.files, marks=text.marks)
        return await self.say(actor, petition_id, words, Event.ANSWER)

    async def after(self, uow: UnitOfWork, actor: StaffActor, petition: Petition, words: StaffWords) -> None:  # noqa: ARG002 - given by the base class
        """The draft is the answer now; whoever came second, or has not seen all of it, keeps nothing of theirs."""
        draft = await uow.answers.of(petition.id)
        if draft is None:
            raise ConflictError("answer-draft-gone")
        if await self._whole(uow, petition, draft) != words.said or draft.files != tuple(words.attachments):
            raise ConflictError("answer-draft-changed")
        await uow.answers.drop(petition.id)

    async def _whole(self, uow: UnitOfWork, petition: Petition, draft: AnswerDraft) -> Marked:
        titles = self.wording.titles(await self.language(uow, petition))
        return compose(draft.complete(await self.review(uow, petition)), titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDraft(Answering):
    """Throw a draft away, if it is still what its presser has seen."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, version: int) -> Petition:
        """Twice is once. Raises ConflictError("answer-draft-changed")."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            draft = await uow.answers.of(petition_id)
            if draft is not None and draft.version != version:
                raise ConflictError("answer-draft-changed")
            await uow.answers.drop(petition_id)
            await uow.intents.drop(actor.chat_id, actor.user_id, petition_id)
            await uow.commit()
        return petition
