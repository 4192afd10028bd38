"""While we are out of a staff chat its cases are worked on in the nearest one above; when we are back they go home."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.people.model import Purpose, StaffChat
from core.petitions import messages, moving
from core.petitions.model import WAITING_STAGES, Event, HistoryRow, Petition
from core.petitions.places import Seat
from core.petitions.usecases.calling_out import call_out
from core.petitions.usecases.team_seats import bring_back
from core.shared.clock import Clock
from core.shared.followups import alert
from core.shared.ids import ChatId, UnitId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork, UnitOfWorkFactory


async def _above(uow: UnitOfWork, home: StaffChat) -> list[StaffChat]:
    """Return the desks above, up to the nearest in which we can work; empty if there is none."""
    way: list[StaffChat] = []
    while not way or way[-1].out_since is not None:
        parent: UnitId | None = (await uow.units.get((way[-1] if way else home).unit_id)).parent_id
        chat = None if parent is None else await uow.staff_chats.serving(parent, Purpose.DESK)
        if chat is None:
            return []
        way.append(chat)
    return way


async def stand_in_for(uow: UnitOfWork, home: StaffChat) -> StaffChat | None:
    """Return the nearest desk above in which we can work; None if there is none."""
    return next(reversed(await _above(uow, home)), None)


async def seated_in(uow: UnitOfWork, chat_id: ChatId) -> list[Petition]:
    """Return, locked, the cases worked on in a chat; what is being said about them now is said before that."""
    seats = [seat for home in await uow.staff_chats.all() for seat in await uow.seats.of(home.chat_id, lent=False)]
    theirs = [seat.petition_id for seat in seats if seat.chat_id == chat_id]
    every = sorted({*theirs, *await uow.seats.with_team(chat_id)})  # the order in which all lock
    return [await uow.petitions.lock(petition_id) for petition_id in every]


async def retell(uow: UnitOfWork, petition: Petition, chat_id: ChatId) -> None:
    """Tell a chat that works on a case from now on what there is to know, in order; to be done before it moves."""
    for item in moving.retold(petition, await uow.messages.of(petition.id), chat_id):
        uow.outbox.add(item)


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
            if not able and chat.teams:
                await self._to_desks(uow, chat)
            other = await stand_in_for(uow, chat) if Purpose.DESK in chat.purposes else None
            moved = await self._seat_all(uow, told)
            waiting = sum(case.waits for case in moved if case.chat_id == chat_id)
            await self._tell(uow, chat, other, told, able=able, waiting=waiting)
            await uow.commit()

    async def anew(self, occasion: str) -> None:
        """Let every case be worked on where it should be: a group may have been bound meanwhile."""
        async with self.uow() as uow:
            await uow.staff_chats.hold()
            await self._seat_all(uow, occasion)
            await uow.commit()

    async def _to_desks(self, uow: UnitOfWork, team: StaffChat) -> None:
        """What a team's chat works on goes back to the desks it is of: nobody stands in for a team."""
        for petition_id in sorted(await uow.seats.with_team(team.chat_id)):
            lender = await uow.seats.lends_to(petition_id)
            desk = None if lender is None else await uow.staff_chats.get(lender)
            if desk is not None:
                other = None if desk.out_since is None else await stand_in_for(uow, desk)
                was = await uow.petitions.lock(petition_id)
                petition = replace(was, version=was.version + 1)
                await uow.petitions.save(await bring_back(uow, petition, desk, other or desk, self.clock))

    async def _tell(
        self, uow: UnitOfWork, chat: StaffChat, other: StaffChat | None, told: str, *, able: bool, waiting: int
    ) -> None:
        unit = await uow.units.get(chat.unit_id)
        above = (await uow.units.get(other.unit_id)).name if other else ""
        names = {"unit": unit.name, "other": above, "moved": "yes" if other else "no"}
        key = "alert-group-back" if able else "alert-group-out"
        await _tell_operators(uow, f"{key}:{told}", MessageSpec(key, names))
        if other is not None:
            key = "stand-in-ends" if able else "stand-in-begins"
            uow.outbox.add(_word(other.chat_id, f"{key}:{told}", MessageSpec(key, {"unit": unit.name})))
        if able and Purpose.DESK in chat.purposes:
            spec = MessageSpec("group-back", {**names, "waiting": waiting})
            uow.outbox.add(_word(chat.chat_id, f"back:{told}", spec))

    async def _seat_all(self, uow: UnitOfWork, told: str) -> list[moving.Moved]:
        """Move what has to be moved, and tell those who lose a case by that."""
        moved: list[moving.Moved] = []
        for home in await uow.staff_chats.all():
            if Purpose.DESK not in home.purposes:
                continue
            at_home = home.out_since is None
            way = [] if at_home else await _above(uow, home)
            if not at_home and not way:
                continue  # nobody could work on them: what there is to say waits for us to come back
            desks = [home, *way]
            seats = await uow.seats.of(home.chat_id, lent=at_home)
            moved += [await self._seat(uow, s, desks, told) for s in seats if s.chat_id != desks[-1].chat_id]
        desks_of = {chat.unit_id: chat for chat in await uow.staff_chats.all() if Purpose.DESK in chat.purposes}
        for handler, spec in moving.thanks(moved).items():
            chat = desks_of.get(handler.unit_id)
            if chat is not None and chat.out_since is None:  # else nothing reaches them
                uow.outbox.add(_word(chat.chat_id, f"released:{told}:{handler.unit_id}:{handler.user_id}", spec))
        return moved

    async def _seat(self, uow: UnitOfWork, seat: Seat, desks: Sequence[StaffChat], told: str) -> moving.Moved:
        """Let the last of the desks work on a case of the first; the others stand between them.

        Whoever took it in one of them has it: there the case comes by again on its way home. Nobody else can.
        """
        home, wanted = desks[0], desks[-1]
        petition = await uow.petitions.lock(seat.petition_id)  # what is being said now is moved or said where it goes
        await retell(uow, petition, wanted.chat_id)  # first: of what waits to be said it then takes the place
        await uow.seats.move(seat, wanted.chat_id, home.chat_id)
        unit, now = await uow.units.get(wanted.unit_id), self.clock.now()
        uow.history.append(_by_itself(Event.MOVE, petition, unit.name, now))
        handler = petition.handler
        lost = None if handler is None or any(desk.unit_id == handler.unit_id for desk in desks) else handler
        if lost is not None and petition.can(Event.RELEASE):
            uow.history.append(_by_itself(Event.RELEASE, petition, lost.name, now, f"taken in {lost.unit_id}"))
            uow.audit.record("petition.released", "system", petition.id, at=now)
            petition = replace(petition.apply(Event.RELEASE), handler=None)
            await uow.petitions.save(petition)
        else:
            lost = None
        left = [seat.chat_id] if seat.chat_id != home.chat_id else []  # at home nobody sees it now
        for chat_id in [wanted.chat_id, *left]:
            uow.outbox.add(messages.card(petition, chat_id, first=True, occasion=f"seat:{told}"))
        waits = petition.open and petition.taken_in(unit.id) is None
        if waits and petition.stage in WAITING_STAGES:
            await call_out(uow, petition, wanted.chat_id, self.clock)
        return moving.Moved(petition=petition, chat_id=wanted.chat_id, waits=waits, released=lost)


def _by_itself(event: Event, petition: Petition, name: str, at: datetime, reason: str = "") -> HistoryRow:
    """Write down what nobody did; `name` is whom or what it is about."""
    return HistoryRow(
        petition_id=petition.id,
        event=event,
        actor_kind="system",
        actor_id="",
        actor_name=name,
        at=at,
        from_stage=petition.stage,
        to_stage=petition.stage,
        reason=reason,
    )


def _word(chat_id: ChatId, dedupe: str, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(dedupe=dedupe, operation=Operation.SEND, chat_id=chat_id, priority=Priority.REPLY, spec=spec)


async def _tell_operators(uow: UnitOfWork, about: str, spec: MessageSpec) -> None:
    for chat in await uow.staff_chats.all():
        if Purpose.OPERATORS in chat.purposes:
            uow.outbox.add(alert(about, chat.chat_id, spec))
