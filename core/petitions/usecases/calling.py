"""What becomes of a wish to be called back: reached and done, or not reached and to be tried again."""

from dataclasses import dataclass, replace

from core.petitions import messages
from core.petitions.access import access_desk_case
from core.petitions.calls import TRIES
from core.petitions.model import Event, Kind, Petition
from core.petitions.stages import WAITING_STAGES
from core.petitions.usecases.deeds import Doing
from core.petitions.usecases.desk import record
from core.petitions.usecases.overtaking import overtake
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling(Doing):
    async def its_own(self, uow: UnitOfWork, actor: StaffActor, was: Petition) -> Petition:
        """Return it in the actor's hands: whoever calls takes what nobody has. Raises DomainError("call-none")."""
        if was.kind is not Kind.CALLBACK or not was.open:
            raise DomainError("call-none", number=was.number)
        if was.handler is None or was.stage in WAITING_STAGES:
            return await self.take(uow, was, actor, self.clock.now())
        return was


@dataclass(frozen=True, slots=True, kw_only=True)
class CallReached(Calling):
    """They have been called: the note stays inside, the case is closed, the number is erased, the resident is told."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises what `access_desk_case` does, and DomainError("call-none") or ("reason-empty")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            was, now = await self.its_own(uow, actor, was), self.clock.now()
            petition = replace(was.apply(Event.CALLED), closed_at=now)
            record(uow, was, petition, Event.CALLED, actor, now, words.text)
            uow.audit.record("petition.closed", str(actor.user_id), petition.id, at=now)
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-called", name=actor.name))
            self.answered(uow, petition, actor, words, "staff-called")
            await overtake(uow, petition, self.clock)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMissed(Calling):
    """Nobody answered: it is counted, the resident is told; after three times in writing what they can do."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, version: int) -> Petition:
        """`version` is the case's when the button was drawn: the same press twice counts once.

        Raises what `access_desk_case` does, and DomainError("call-none").
        """
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if was.open and was.version != version:
                return was
            was, now = await self.its_own(uow, actor, was), self.clock.now()
            if was.call is None:
                raise DomainError("call-none", number=was.number)
            call = replace(was.call, tries=was.call.tries + 1)
            petition = replace(was, call=call, version=was.version + 1)
            record(uow, was, petition, Event.NOT_REACHED, actor, now, str(call.tries))
            if chat := await self.chat_of(uow, petition):
                key = "notice-not-reached" if call.tries < TRIES else "notice-not-reached-often"
                uow.outbox.add(messages.notice(petition, chat, key, count=call.tries))
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition
