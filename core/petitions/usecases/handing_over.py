from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from core.petitions import messages
from core.petitions.access import access_desk_case
from core.petitions.handover import Handover, HandoverId, Shift, ShiftReader
from core.petitions.model import Event, Petition
from core.petitions.policy import ensure_has_it
from core.petitions.queue import QueueFilter, QueueReader, QueueView, Scope
from core.petitions.usecases.bulk import Outcome, Refusal
from core.petitions.usecases.desk import Desk, record
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import PetitionId

ON_A_PAGE = 16
"""Cases that are shown, and can be handed over at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeShift:
    """Sum up what somebody leaves: cases in their hands, what they did today, the latest notes."""

    clock: Clock
    queue: QueueReader
    reader: ShiftReader

    async def __call__(self, actor: StaffActor) -> Shift:
        now = self.clock.now()
        view = QueueView(wanted=QueueFilter(scope=Scope.MINE))
        page = await self.queue.page(actor.chat_id, actor.user_id, view, now, ON_A_PAGE)
        morning = datetime.combine(local_day(now, self.clock.zone), time(0), tzinfo=self.clock.zone)
        return Shift(
            rows=page.rows,
            total=page.total,
            done=await self.reader.done_by(actor.chat_id, actor.user_id, morning),
            notes=await self.reader.latest_notes([row.id for row in page.rows]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferHandover(Desk):
    """Offer cases to the colleagues of the desk; nothing changes hands before one of them accepts."""

    queue: QueueReader

    async def __call__(self, actor: StaffActor, numbers: Sequence[str]) -> Handover:
        """Raises DomainError("nothing-chosen") if none of them is in the actor's hands."""
        rows = await self.queue.by_numbers(actor.chat_id, numbers)
        theirs = [row.id for row in rows if row.handler_id == actor.user_id]
        if not theirs:
            raise DomainError("nothing-chosen")
        handover = Handover(
            id=HandoverId(self.ids.new()),
            chat_id=actor.chat_id,
            giver_id=actor.user_id,
            giver_name=actor.name,
            made_at=self.clock.now(),
            cases=theirs,
        )
        async with self.uow() as uow:
            uow.handovers.add(handover)
            await uow.commit()
        return handover


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeHandover(Desk):
    """Take what a colleague offers. One takes it; each case changes hands by itself, if it is still the giver's."""

    async def __call__(self, actor: StaffActor, handover_id: HandoverId) -> tuple[Handover, Outcome]:
        """Raises NotFoundError("handover-unknown"), ConflictError("handover-taken"), DomainError("handover-yours")."""
        async with self.uow() as uow:
            offered = await uow.handovers.lock(handover_id)
            if offered.chat_id != actor.chat_id:
                raise NotFoundError("handover-unknown")
            if offered.giver_id == actor.user_id:
                raise DomainError("handover-yours")
            if offered.taken_by not in {None, actor.user_id}:
                raise ConflictError("handover-taken")
            await uow.handovers.taken(handover_id, actor.user_id)
            await uow.commit()
        outcome = Outcome()
        for petition_id in offered.cases:
            try:
                outcome.done.append((await self._take_one(actor, offered, petition_id)).number)
            except (DomainError, ConflictError, NotFoundError) as error:
                outcome.refused.append(Refusal(await self._number(petition_id), error))
        return offered, outcome

    async def _take_one(self, actor: StaffActor, offered: Handover, petition_id: PetitionId) -> Petition:
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if was.handler is None or was.handler.user_id not in {offered.giver_id, actor.user_id}:
                raise ConflictError("handover-not-theirs")
            if was.handler.user_id == actor.user_id:
                return was  # handled anew after a kill
            now = self.clock.now()
            petition = await self.take(uow, was, actor, now, f"from {offered.giver_id}")
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def _number(self, petition_id: PetitionId) -> str:
        async with self.uow.reading() as uow:
            return (await uow.petitions.get(petition_id)).number


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveToQueue(Desk):
    """Give several cases back to the queue at the end of a shift, each by itself; the reason is the shift's end."""

    queue: QueueReader

    async def __call__(self, actor: StaffActor, numbers: Sequence[str]) -> Outcome:
        """Raises DomainError("nothing-chosen"); what else is in the way stands in the outcome."""
        if not numbers:
            raise DomainError("nothing-chosen")
        rows = {row.number: row for row in await self.queue.by_numbers(actor.chat_id, numbers)}
        outcome = Outcome()
        for number in numbers:
            row = rows.get(number)
            try:
                await self._leave(actor, PetitionId(row.id if row else ""))
            except (DomainError, ConflictError, NotFoundError) as error:
                outcome.refused.append(Refusal(number, error))
            else:
                outcome.done.append(number)
        return outcome

    async def _leave(self, actor: StaffActor, petition_id: PetitionId) -> None:
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            ensure_has_it(was, actor)
            petition = replace(was.apply(Event.HAND_BACK), handler=None)
            record(uow, was, petition, Event.HAND_BACK, actor, self.clock.now(), "handover")
            uow.audit.record("petition.handed-back", str(actor.user_id), petition.id, at=self.clock.now())
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-handed-back"))
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
