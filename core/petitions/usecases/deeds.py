from dataclasses import dataclass, replace

from core.mediation.steps import drop_mediator
from core.petitions import menu, messages, policy
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.menu import AtDesk
from core.petitions.model import Author, CaseMessage, Event, Petition
from core.petitions.usecases.desk import Desk, record
from core.petitions.usecases.leaving import leave_major
from core.petitions.usecases.overtaking import overtake
from core.petitions.words import StaffWords
from core.shared.actions import Action
from core.shared.actor import StaffActor
from core.shared.ids import CaseMessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import Arg, MessageSpec
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing(Desk):
    """What deeds have in common: something is done to a case, and the words of whoever does it are the reason."""

    async def heard(self, uow: UnitOfWork, actor: StaffActor, petition: Petition, words: StaffWords) -> bool:
        """Keep the reason as a note of the case, so that it goes wherever the case goes; False if it was heard before.

        Further parts of an album are notes. Raises DomainError("reason-empty").
        """
        if await uow.messages.by_source(words.source(actor.chat_id)):
            return False
        policy.ensure_reason(words.text)
        note = CaseMessage(
            id=CaseMessageId(self.ids.new()),
            petition_id=petition.id,
            author=Author.NOTE,
            author_name=actor.name,
            text=words.text,
            marks=words.marks,
            at=self.clock.now(),
            source=words.source(actor.chat_id),
            attachments=tuple(words.attachments),
            unit_id=(await self.unit_of(uow, actor)).id,
        )
        uow.messages.add(note)
        await uow.intents.drop(actor.chat_id, actor.user_id, petition.id)
        if words.album:
            await self.intend(uow, actor, petition.id, LinkRole.PROMPT_NOTE, words.album)
        await uow.links.add(actor.chat_id, words.message_id, petition.id, LinkRole.PROMPT_NOTE, note.id)
        return True

    def answered(
        self, uow: UnitOfWork, petition: Petition, actor: StaffActor, words: StaffWords, key: str, **args: Arg
    ) -> None:
        """Tell whoever did it, in answer to their words, what has become of the case."""
        said, dedupe = {**args, "name": actor.name}, f"did:{actor.chat_id}:{words.message_id}"
        uow.outbox.add(messages.staff_word(petition, actor.chat_id, key, dedupe, words.message_id, **said))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMenu(Desk):
    """Put the menu of further deeds below a case's card, or show it again where it stands."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, *, press: str) -> None:
        """`press` names the button press, so that a repeated update opens one menu."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            spec = menu.menu(await self.before(uow, actor, petition))
            uow.outbox.add(messages.in_case(petition, actor.chat_id, f"menu:{press}", spec))
            await uow.commit()

    async def see(self, actor: StaffActor, petition_id: PetitionId) -> AtDesk:
        """Return the case as it is before the actor now. Raises NotFoundError("case-unknown")."""
        async with self.uow.reading() as uow:
            return await self.before(uow, actor, await see_desk_case(uow, actor, petition_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBack(Doing):
    """Give a case back to the queue of the desk: it stays accepted, its dates stay, and the resident is told."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("not-in-your-hands")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            policy.ensure_has_it(was, actor)
            petition = replace(was.apply(Event.HAND_BACK), handler=None)
            record(uow, was, petition, Event.HAND_BACK, actor, self.clock.now(), words.text)
            uow.audit.record("petition.handed-back", str(actor.user_id), petition.id, at=self.clock.now())
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-handed-back"))
            self.answered(uow, petition, actor, words, "staff-handed-back")
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class Recuse(Desk):
    """Somebody with an interest in a case keeps out of it from now on (XF 28); whatever they had goes to the queue.

    A major matter they led needs another lead.
    """

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """A second time is refused like any other deed: DomainError("you-recused")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            has_it = was.handler is not None and was.handler.user_id == actor.user_id
            petition = replace(was.apply(Event.RECUSE), handler=None if has_it else was.handler)
            record(uow, was, petition, Event.RECUSE, actor, self.clock.now(), "XF 28")
            uow.audit.record("petition.recused", str(actor.user_id), petition.id, at=self.clock.now())
            if has_it and (chat := await self.chat_of(uow, petition)):
                uow.outbox.add(messages.notice(petition, chat, "notice-handed-back"))
            await overtake(uow, petition, self.clock, asker=actor.user_id)
            await leave_major(uow, petition, actor, self.clock.now())
            word = ("staff-recused", f"recused:{petition.id}:{actor.user_id}")
            uow.outbox.add(messages.staff_word(petition, actor.chat_id, *word, name=actor.name))
            await drop_mediator(uow, petition, actor.user_id)
            await uow.intents.drop(actor.chat_id, actor.user_id, petition.id)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def ask(self, opened: OpenMenu, actor: StaffActor, petition_id: PetitionId) -> MessageSpec:
        """Return the question whether they mean it: it cannot be undone."""
        return menu.sure(await opened.see(actor, petition_id), Action.RECUSE, "recuse-sure")
