from dataclasses import dataclass, replace

from core.petitions import flow, messages
from core.petitions.access import access_desk_case
from core.petitions.model import Event, Petition, Stage
from core.petitions.service import in_hours_again
from core.petitions.usecases.calling_out import call_out
from core.petitions.usecases.deeds import Doing
from core.petitions.usecases.desk import record
from core.petitions.usecases.find import FindCase
from core.petitions.usecases.overtaking import overtake
from core.petitions.words import StaffWords
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.shared.messages import Arg, Button
from core.shared.outbox import OutboxItem
from core.together.parting import lock_family, part_if_over
from core.uow import UnitOfWork
from core.volunteers.ending import end_call


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling(Doing):
    """What deeds share that change the stage of a case and leave it where it is."""

    async def settle(
        self,
        uow: UnitOfWork,
        actor: StaffActor,
        was: Petition,
        after: Petition,
        words: StaffWords,
        event: Event,
        **said: Arg,
    ) -> Petition:
        """Write down what was done, tell the author and whoever did it; commit required."""
        now, name = self.clock.now(), event.replace("_", "-")
        petition = after if after.open else replace(after, closed_at=now)
        if petition.stage is Stage.REOPENED:
            petition = in_hours_again(petition, now)
        record(uow, was, petition, event, actor, now, words.text)
        uow.audit.record(f"petition.{name}", str(actor.user_id), petition.id, at=now)
        if chat := await self.chat_of(uow, petition):
            unit = (await uow.units.get(petition.unit_id)).name
            notice = messages.notice(petition, chat, f"notice-{name}", unit=unit, reason=words.text, **said)
            uow.outbox.add(self.with_way(notice, petition))
        self.answered(uow, petition, actor, words, f"staff-{name}")
        if petition.stage is Stage.REOPENED:
            await call_out(uow, petition, actor.chat_id, self.clock)
        await overtake(uow, petition, self.clock)
        await end_call(uow, petition)
        await uow.answers.drop(petition.id)
        await uow.petitions.save(petition)
        petition = await part_if_over(uow, petition, now, self.clock.zone)
        await self.refresh(uow, petition)
        return petition

    def with_way(self, notice: OutboxItem, petition: Petition) -> OutboxItem:
        """Put the way to the pending case below a word that tells of it."""
        if petition.same_as is None or notice.spec is None:
            return notice
        there = [Button("button-show-pending", ActionCode(Action.SHOW_CASE, petition.same_as).pack())]
        return replace(notice, spec=replace(notice.spec, buttons=[there, *notice.spec.buttons]))


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCase(Settling):
    """Do not accept a case: the author is told the reason, the right address, and what they can do (XF 22–23)."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("accepted-already")."""
        async with self.uow() as uow:
            await lock_family(uow, petition_id)
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            after = was.apply(Event.NOT_ACCEPT)
            flow.ensure_not_accepted_yet(was)
            petition = await self.settle(uow, actor, was, after, words, Event.NOT_ACCEPT)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseSameMatter(Settling):
    """Do not accept a case because its author's own of the same matter is pending (XF 19): they are led there."""

    find: FindCase

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """`words` begin with the pending case's number, however written.

        Raises DomainError("same-which"), ("same-not-theirs"), ("same-itself"), ("same-not-open") or
        ("accepted-already").
        """
        pending_id = await self.find.anywhere(words.text)
        async with self.uow() as uow:
            await lock_family(uow, petition_id)
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            after = was.apply(Event.SAME_MATTER)
            flow.ensure_not_accepted_yet(was)
            pending = None if pending_id is None else await uow.petitions.get(pending_id)
            pending = flow.ensure_same_matter(was, pending)
            after = replace(after, same_as=pending.id)
            said: dict[str, Arg] = {"pending": pending.number}
            petition = await self.settle(uow, actor, was, after, words, Event.SAME_MATTER, **said)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase(Settling):
    """Staff take a case up again that was answered, closed or refused; it waits for somebody to take it."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        async with self.uow() as uow:
            await lock_family(uow, petition_id)
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            after = replace(was.apply(Event.REOPEN), handler=None, closed_at=None, same_as=None)
            petition = await self.settle(uow, actor, was, after, words, Event.REOPEN)
            await uow.commit()
        return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOutcome(Settling):
    """Write down what the body outside has found; its opinion is told to the author word by word."""

    event: Event

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        async with self.uow() as uow:
            await lock_family(uow, petition_id)
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            after = replace(was.apply(self.event), review_by=None)
            if after.open:
                after = replace(after, handler=None)
            petition = await self.settle(uow, actor, was, after, words, self.event)
            await uow.commit()
        return petition
