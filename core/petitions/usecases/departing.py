from dataclasses import dataclass, replace
from datetime import datetime

from core.petitions.model import Event, HistoryRow, Petition
from core.petitions.queue import QueueFilter, QueueReader, QueueView, Scope
from core.petitions.usecases.desk import Desk
from core.shared.ids import ChatId, PetitionId, TelegramUserId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork

MOST = 1000
"""Cases that one person may have in a chat; more than that nobody has."""
LEFT = "left the group"
"""Stands in the history as the reason why somebody has a case no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeCases(Desk):
    """Somebody has left a staff chat: what they had of the cases worked on in it, their colleagues can take."""

    queue: QueueReader

    async def __call__(self, chat_id: ChatId, user_id: TelegramUserId, name: str, *, occasion: str) -> None:
        """Each case has a row in its history; the chat is told once how many there are. `occasion` names the event.

        What is with a team, or with the desk above that stands in, stays theirs: it is not worked on in this chat.
        Nothing happens in a chat that is none of the staff's.
        """
        async with self.uow.reading() as uow:
            if await uow.staff_chats.get(chat_id) is None:
                return
        view, now = QueueView(wanted=QueueFilter(scope=Scope.MINE)), self.clock.now()
        theirs = sorted(row.id for row in (await self.queue.page(chat_id, user_id, view, now, MOST)).rows)
        if not theirs:
            return
        async with self.uow() as uow:
            await uow.staff_chats.hold()  # no case comes to this chat or leaves it meanwhile
            freed = [each for each in theirs if await self._free(uow, each, chat_id, user_id, now)]
            if freed:
                told = OutboxItem(
                    dedupe=f"left:{occasion}:{chat_id}:{user_id}",
                    operation=Operation.SEND,
                    chat_id=chat_id,
                    priority=Priority.REPLY,
                    spec=MessageSpec("handler-left", {"name": name, "count": len(freed)}),
                )
                uow.outbox.add(told)
            await uow.commit()

    async def _free(
        self, uow: UnitOfWork, petition_id: PetitionId, chat_id: ChatId, user_id: TelegramUserId, now: datetime
    ) -> bool:
        """Tell whether it was still theirs, and worked on in this chat."""
        was: Petition = await uow.petitions.lock(petition_id)
        chat, handler = await uow.staff_chats.get(chat_id), was.handler
        here = chat_id in {place.chat_id for place in await uow.links.cards(petition_id)}
        if chat is None or handler is None or not here or not was.can(Event.RELEASE):
            return False
        if (handler.user_id, handler.unit_id) != (user_id, chat.unit_id):
            return False
        petition = replace(was.apply(Event.RELEASE), handler=None)
        row = HistoryRow(
            petition_id=petition_id,
            event=Event.RELEASE,
            actor_kind="system",
            actor_id="",
            actor_name=handler.name,
            at=now,
            from_stage=was.stage,
            to_stage=petition.stage,
            reason=LEFT,
        )
        uow.history.append(row)
        uow.audit.record("petition.released", "system", petition_id, at=now)
        await uow.petitions.save(petition)
        await self.refresh(uow, petition)
        return True
