"""While we are out of a staff chat its cases are worked on in the nearest one above; when we are back they go home."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.people.model import Purpose, StaffChat
from core.petitions import messages, moving
from core.petitions.model import Event, HistoryRow, Stage
from core.petitions.places import Seat
from core.shared.clock import Clock
from core.shared.followups import alert
from core.shared.ids import ChatId, UnitId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork, UnitOfWorkFactory


async def stand_in_for(uow: UnitOfWork, home: StaffChat) -> StaffChat | None:
    """Return the nearest desk above in which we can work; None if there is none."""
    chat: StaffChat | None = home
    while chat is not None:
        parent: UnitId | None = (await uow.units.get(chat.unit_id)).parent_id
        chat = None if parent is None else await uow.staff_chats.serving(parent, Purpose.DESK)
        if chat is not None and chat.out_since is None:
            return chat
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCases:
    """Note that we came or went, tell everybody whom it concerns, and see to it that somebody works on every case."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, chat_id: ChatId, *, able: bool, occasion: str, missing: Sequence[str] = ()) -> None:
        """`occasion` names the event, so that it is told once. `missing` rights that hinder nothing are told only.

        Hearing again that we are out moves what another process has put there meanwhile.
        """
        async with self.uow() as uow:
            await uow.staff_chats.hold()
            chat = await uow.staff_chats.get(chat_id)
            if chat is None:
                return
            told = f"{chat_id}:{occasion}"
            unit = await uow.units.get(chat.unit_id)
            if able is (chat.out_since is None):
                if able and missing:
                    rights = [MessageSpec(f"right-{right.replace('_', '-')}") for right in missing]
                    spec = MessageSpec("alert-rights-lost", {"unit": unit.name}, more=rights)
                    await _tell_operators(uow, f"rights:{told}", spec)
                elif not able:
                    await self._seat_all(uow, told)
                await uow.commit()
                return
            await uow.staff_chats.save(replace(chat, out_since=None if able else self.clock.now()))
            action = "chat.back" if able else "chat.out"
            uow.audit.record(action, "telegram", unit.id, at=self.clock.now())
            other = await stand_in_for(uow, chat) if Purpose.DESK in chat.purposes else None
            await self._tell(uow, chat, other, told, able=able)
            await self._seat_all(uow, told)
            await uow.commit()

    async def anew(self, occasion: str) -> None:
        """Let every case be worked on where it should be: a group may have been bound meanwhile."""
        async with self.uow() as uow:
            await uow.staff_chats.hold()
            await self._seat_all(uow, occasion)
            await uow.commit()

    async def _tell(self, uow: UnitOfWork, chat: StaffChat, other: StaffChat | None, told: str, *, able: bool) -> None:
        unit = await uow.units.get(chat.unit_id)
        above = (await uow.units.get(other.unit_id)).name if other else ""
        names = {"unit": unit.name, "other": above, "moved": "yes" if other else "no"}
        key = "alert-group-back" if able else "alert-group-out"
        await _tell_operators(uow, f"{key}:{told}", MessageSpec(key, names))
        if other is not None:
            key = "stand-in-ends" if able else "stand-in-begins"
            uow.outbox.add(_word(other.chat_id, f"{key}:{told}", MessageSpec(key, {"unit": unit.name})))
        if able and Purpose.DESK in chat.purposes:
            uow.outbox.add(_word(chat.chat_id, f"back:{told}", MessageSpec("group-back", names)))

    async def _seat_all(self, uow: UnitOfWork, told: str) -> None:
        for home in await uow.staff_chats.all():
            if Purpose.DESK not in home.purposes:
                continue
            at_home = home.out_since is None
            wanted = home if at_home else await stand_in_for(uow, home)
            if wanted is None:
                continue  # nobody could work on them: what there is to say waits for us to come back
            for seat in await uow.seats.of(home.chat_id, lent=at_home):
                if seat.chat_id != wanted.chat_id:
                    await self._seat(uow, seat, wanted, home, told)

    async def _seat(self, uow: UnitOfWork, seat: Seat, wanted: StaffChat, home: StaffChat, told: str) -> None:
        petition = await uow.petitions.lock(seat.petition_id)  # what is being said now is moved or said where it goes
        await uow.seats.move(seat, wanted.chat_id, home.chat_id)
        uow.outbox.add(messages.card(petition, wanted.chat_id, first=True, occasion=f"seat:{told}"))
        said = await uow.messages.of(petition.id)
        for item in [*messages.case_content(petition, wanted.chat_id), *moving.retold(petition, said, wanted.chat_id)]:
            uow.outbox.add(item)
        if seat.chat_id != home.chat_id:
            uow.outbox.add(messages.card(petition, seat.chat_id, first=True, occasion=f"seat:{told}"))
        name = (await uow.units.get(wanted.unit_id)).name
        uow.history.append(_moved(seat, petition.stage, name, self.clock.now()))


def _moved(seat: Seat, stage: Stage, name: str, at: datetime) -> HistoryRow:
    return HistoryRow(
        petition_id=seat.petition_id,
        event=Event.MOVE,
        actor_kind="system",
        actor_id="",
        actor_name=name,
        at=at,
        from_stage=stage,
        to_stage=stage,
    )


def _word(chat_id: ChatId, dedupe: str, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(dedupe=dedupe, operation=Operation.SEND, chat_id=chat_id, priority=Priority.REPLY, spec=spec)


async def _tell_operators(uow: UnitOfWork, about: str, spec: MessageSpec) -> None:
    for chat in await uow.staff_chats.all():
        if Purpose.OPERATORS in chat.purposes:
            uow.outbox.add(alert(about, chat.chat_id, spec))
