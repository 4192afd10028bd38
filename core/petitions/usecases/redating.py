from dataclasses import dataclass, replace
from datetime import datetime

from core.petitions import messages
from core.petitions.clocks import anew
from core.petitions.model import Event, HistoryRow, Petition
from core.petitions.stages import WAITING_STAGES
from core.shared.clock import Clock, KeptCalendar, local_day
from core.shared.ids import PetitionId
from core.uow import UnitOfWork, UnitOfWorkFactory

AT_ONCE = 200
"""Cases looked for at a time; each is a transaction of its own, so that nobody waits for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowCalendar:
    """A chore: open petitions whose dates were computed by an earlier calendar are computed anew.

    Where a promised date moves the history says from when to when, and its author and its desk are told.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    calendar: KeptCalendar

    @property
    def name(self) -> str:
        return "calendar"

    async def __call__(self) -> bool:
        """Tell whether a date has moved. Safe twice and late; raises StorageError."""
        return await self.moved() > 0

    async def moved(self) -> int:
        """Do it, and count the cases of which a date has moved."""
        await self.calendar.refresh()
        moved = 0
        while True:
            async with self.uow.reading() as uow:
                found = await uow.petitions.dated_before(self.calendar.stamp, AT_ONCE)
            for petition_id in found:
                moved += await self._one(petition_id)
            if len(found) < AT_ONCE:
                return moved

    async def _one(self, petition_id: PetitionId) -> bool:
        async with self.uow() as uow:
            was = await uow.petitions.lock(petition_id)
            if was.promises.calendar_stamp >= self.calendar.stamp or not was.can(Event.REDATE):
                return False  # somebody else was quicker
            extension = await uow.extensions.of(petition_id)
            promises = anew(was, self.calendar, self.clock, extension.decided_at if extension else None)
            moves = _next_date(replace(was, promises=promises)) != _next_date(was)
            petition = replace(was.apply(Event.REDATE), promises=promises)
            await uow.petitions.save(petition)
            if moves:
                await self._tell(uow, was, petition)
            await uow.commit()
        return moves

    async def _tell(self, uow: UnitOfWork, was: Petition, petition: Petition) -> None:
        zone, now = self.clock.zone, self.clock.now()
        days = {"from": local_day(_next_date(was), zone), "to": local_day(_next_date(petition), zone)}
        uow.history.append(
            HistoryRow(
                petition_id=petition.id,
                event=Event.REDATE,
                actor_kind="system",
                actor_id="",
                actor_name="",
                at=now,
                from_stage=was.stage,
                to_stage=petition.stage,
                reason=f"{days['from'].isoformat()} {days['to'].isoformat()}",
            )
        )
        awaits = "claim" if petition.stage in WAITING_STAGES else "reply"
        if petition.resident_id is not None:
            chat = (await uow.residents.get(petition.resident_id)).telegram_id
            uow.outbox.add(messages.notice(petition, chat, "notice-redated", awaits=awaits, **days))
        places = await uow.links.cards(petition.id)
        for place in places:
            dedupe = f"redated:{petition.id}:{petition.version}:{place.chat_id}"
            told = "no" if petition.anonymous else "yes"
            word = messages.staff_word(
                petition, place.chat_id, "staff-redated", dedupe, None, awaits=awaits, told=told, **days
            )
            uow.outbox.add(word)
        for item in messages.refresh_cards(petition, places):
            uow.outbox.add(item)


def _next_date(petition: Petition) -> datetime:
    return petition.promises.claim_by if petition.stage in WAITING_STAGES else petition.promises.reply_by
