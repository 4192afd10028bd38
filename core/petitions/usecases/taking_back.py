from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.petitions import messages
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.asking import ASKED
from core.petitions.model import SPEAKING, Author, CaseMessage, Event, Petition
from core.petitions.usecases.desk import Desk
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import CaseMessageId, ChatId, MessageId, PetitionId, ThreadId
from core.shared.link_roles import LinkRole
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Desk):
    """Stop what a staff member has just said to a resident, before it goes out.

    All they have waiting in that case stays inside: an album and a text that Telegram split are several messages.
    """

    async def __call__(
        self,
        actor: StaffActor,
        command: MessageId,
        answered: MessageId | None = None,
        thread: ThreadId | None = None,
    ) -> None:
        """Take back what the message `answered` said, else the latest in the case it or the topic `thread` is about.

        Where neither is about a case, the latest in the chat. A prompt that is answered, or a button that waits where
        there is nothing to take back, waits for nothing any more. The same `command` twice does it once.

        Raises DomainError("undo-too-late", seconds=…), ("undo-not-yours"), ("undo-inside") or ("undo-closed").
        """
        async with self.uow() as uow:
            if await uow.links.find(actor.chat_id, command) is not None:
                return
            if await self._cancels(uow, actor, command, answered):
                return
            held = await uow.outbox.held_from(actor.chat_id)
            named = None if answered is None else await self._named(uow, actor, answered)
            case = named.petition_id if named else await _about(uow, actor.chat_id, answered, thread)
            candidates = [*dict.fromkeys(petition_id for petition_id, _ in held)] if case is None else [case]
            for each in sorted(candidates):  # by their ids: two who undo at once do not wait for each other
                await uow.petitions.lock(each)
            for petition_id in candidates:
                was = await access_desk_case(uow, actor, petition_id)
                waiting = await _own(uow, actor, petition_id, {message_id for _, message_id in held})
                unsaid = [message for message in waiting if await uow.outbox.take_back(message.id)]
                if unsaid and (named is None or named in unsaid):
                    petition = await self.unsay(uow, was, actor, unsaid)
                    word = ("staff-taken-back", f"undo:{actor.chat_id}:{command}", command)
                    uow.outbox.add(messages.staff_word(petition, actor.chat_id, *word, count=len(unsaid)))
                    await uow.links.add(actor.chat_id, command, petition_id, LinkRole.STAFF_MESSAGE)
                    await self.refresh(uow, petition)
                    await uow.commit()
                    return
            if named is None and await self._cancels_last(uow, actor, command, case):
                return
        raise DomainError("undo-too-late", seconds=round(self.grace.seconds))

    async def edited(self, actor: StaffActor, message_id: MessageId, edition: int) -> bool:
        """Take back what a message said that was edited to say that it was a mistake; False if nothing of it is held.

        The same `edition` twice does it once. Raises DomainError("undo-closed").
        """
        async with self.uow() as uow:
            first = await uow.messages.by_source(f"tg:{actor.chat_id}:{message_id}")
            if first is None:
                return False
            was = await access_desk_case(uow, actor, first.petition_id)
            last = await uow.messages.latest_edition(first.source) or first
            history = await uow.history.of(was.id)
            if last.id in {name for row in history if row.event is Event.TAKE_BACK for name in row.reason.split()}:
                return True
            if not await uow.outbox.take_back(last.id):
                return False
            petition = await self.unsay(uow, was, actor, [last])
            word = ("staff-taken-back", f"undo:{actor.chat_id}:{message_id}:{edition}", message_id)
            uow.outbox.add(messages.staff_word(petition, actor.chat_id, *word, count=1))
            await self.refresh(uow, petition)
            await uow.commit()
        return True

    async def _cancels(
        self, uow: UnitOfWork, actor: StaffActor, command: MessageId, answered: MessageId | None
    ) -> bool:
        """Tell whether the command answers a prompt that waits for the actor; then it waits no more."""
        found = None if answered is None else await uow.links.find(actor.chat_id, answered)
        if found is None or found[1] not in ASKED:
            return False
        waits = await uow.intents.of(actor.chat_id, actor.user_id, found[0])
        if waits is None or waits.role is not found[1]:
            return False
        await cancel(uow, actor, await see_desk_case(uow, actor, found[0]), command)
        await uow.commit()
        return True

    async def _cancels_last(
        self, uow: UnitOfWork, actor: StaffActor, command: MessageId, case: PetitionId | None
    ) -> bool:
        """Tell whether a button waits for the actor, in the case if there is one; then it waits no more."""
        who = (actor.chat_id, actor.user_id)
        waits = await (uow.intents.asked_last(*who) if case is None else uow.intents.of(*who, case))
        if waits is None or not waits.covers("", self.clock.now()):
            return False
        await cancel(uow, actor, await see_desk_case(uow, actor, waits.petition_id), command)
        await uow.commit()
        return True

    async def _named(self, uow: UnitOfWork, actor: StaffActor, answered: MessageId) -> CaseMessage | None:
        """Return what a message says in a case; raises DomainError unless it is the actor's own and not inside."""
        said = await uow.messages.latest_edition(f"tg:{actor.chat_id}:{answered}")
        if said is None:
            return None
        if said.author is Author.NOTE:
            raise DomainError("undo-inside")
        if not await _own(uow, actor, said.petition_id, {said.id}):
            raise DomainError("undo-not-yours")
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPrompt(Desk):
    """Let a button wait for nothing any more, because whoever pressed it says so in answer to its prompt."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, said_in: MessageId) -> None:
        """The same message twice does it once. Raises NotFoundError if the case is none of this chat's."""
        async with self.uow() as uow:
            if await uow.links.find(actor.chat_id, said_in) is None:
                await cancel(uow, actor, await see_desk_case(uow, actor, petition_id), said_in)
                await uow.commit()


async def cancel(uow: UnitOfWork, actor: StaffActor, petition: Petition, said_in: MessageId) -> None:
    """Forget what a button of the case asked the actor for, and say so; commit required."""
    await uow.intents.drop(actor.chat_id, actor.user_id, petition.id)
    word = ("staff-prompt-cancelled", f"cancel:{actor.chat_id}:{said_in}", said_in)
    uow.outbox.add(messages.staff_word(petition, actor.chat_id, *word))
    await uow.links.add(actor.chat_id, said_in, petition.id, LinkRole.STAFF_MESSAGE)


async def _about(
    uow: UnitOfWork, chat_id: ChatId, answered: MessageId | None, thread: ThreadId | None
) -> PetitionId | None:
    """Return the case that stands where the command was written: elsewhere somebody may have written since."""
    found = None if answered is None else await uow.links.find(chat_id, answered)
    if found is not None:
        return found[0]
    return None if thread is None else await uow.links.by_topic(chat_id, thread)


async def _own(
    uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, among: Collection[CaseMessageId]
) -> Sequence[CaseMessage]:
    """Return those of the messages that the actor has said: the history knows who spoke at that moment."""
    history = await uow.history.of(petition_id)
    spoken = {row.at for row in history if row.event in SPEAKING and row.actor_id == str(actor.user_id)}
    return [message for message in await uow.messages.of(petition_id) if message.id in among and message.at in spoken]
