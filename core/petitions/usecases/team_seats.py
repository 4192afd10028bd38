"""Chats of service teams: which of them works on a case of a desk, and how a case goes there and back (DOMAIN §2)."""

from dataclasses import replace

from core.duty.access import on_duty
from core.duty.messages import on_new_card, on_urgent_card
from core.people.model import Purpose, StaffChat
from core.petitions import messages, moving
from core.petitions.model import Event, HistoryRow, Petition
from core.petitions.places import Standing
from core.petitions.usecases.calling_out import call_out, duty_in
from core.shared.clock import Clock
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork


async def team_chat(uow: UnitOfWork, desk: StaffChat, team: str) -> StaffChat | None:
    """Return the chat of a desk's service team, if it has one in which we can work."""
    chats = [each for each in await uow.staff_chats.all() if each.unit_id == desk.unit_id and team in each.teams]
    return next((each for each in chats if each.chat_id != desk.chat_id and each.out_since is None), None)


async def call_new(uow: UnitOfWork, petition: Petition, chat: StaffChat, clock: Clock) -> MessageSpec | None:
    """Return what the first card of a case in a chat says to whom it calls; None where nobody is called."""
    if petition.urgent:
        return await duty_in(uow, petition, chat.chat_id, clock)
    if Purpose.DESK not in chat.purposes:
        return None
    return on_new_card(await on_duty(uow, chat.unit_id, clock.now(), clock.zone))


async def seat_with_team(uow: UnitOfWork, petition: Petition, desk: StaffChat, clock: Clock) -> StaffChat | None:
    """Let the chat of its team work on a new case of a desk, and return it; None where there is none."""
    team = await team_chat(uow, desk, petition.team) if petition.team else None
    if team is not None:
        await uow.links.add_card(petition.id, desk.chat_id, Standing.WITH_TEAM)
        await uow.links.add_card(petition.id, team.chat_id, Standing.TEAM)
        await _tell_desk(uow, petition, desk, clock)
    return team


async def _tell_desk(uow: UnitOfWork, petition: Petition, desk: StaffChat, clock: Clock) -> None:
    """Tell a desk of something urgent that its team has got, and call those on duty; of other things it has lists."""
    if not petition.urgent:
        return
    line = on_urgent_card(await on_duty(uow, desk.unit_id, clock.now(), clock.zone))
    args: dict[str, Arg] = {"number": petition.number, "team": Term(f"team-{petition.team}")}
    item = OutboxItem(
        dedupe=f"urgent-with-team:{petition.id}:{petition.version}",
        operation=Operation.SEND,
        chat_id=desk.chat_id,
        priority=Priority.REPLY,
        spec=MessageSpec("urgent-with-team", args, more=line.more),
    )
    uow.outbox.add(item)


async def to_its_team(uow: UnitOfWork, petition: Petition, here: StaffChat, clock: Clock) -> Petition:
    """Let the chat of the case's team work on it, or its desk where that team has none; return the case.

    Whoever has it works in the chat it leaves, and has it no longer. The case is locked, and the caller saves it.
    """
    lender = await uow.seats.lends_to(petition.id)
    desk = here if lender is None else await uow.staff_chats.get(lender)
    if desk is None or Purpose.DESK not in desk.purposes:
        return petition
    team = await team_chat(uow, desk, petition.team)
    if team is None:
        return petition if lender is None else await bring_back(uow, petition, desk, desk, clock)
    if team.chat_id == here.chat_id:
        return petition
    petition = _let_go(uow, petition, clock)
    await _retell(uow, petition, team)
    await uow.seats.settle(petition.id, desk.chat_id, desk.chat_id)
    await uow.seats.to_team(petition.id, desk.chat_id, team.chat_id)
    await _tell_desk(uow, petition, desk, clock)
    await _show(uow, petition, team, here, clock)
    return petition


async def bring_back(uow: UnitOfWork, petition: Petition, desk: StaffChat, works: StaffChat, clock: Clock) -> Petition:
    """Let a desk, or `works` that stands in for it, work on what its team had; return the case.

    It is locked, and the caller saves it.
    """
    before = [place.chat_id for place in await uow.links.cards(petition.id)]
    petition = _let_go(uow, petition, clock)
    await _retell(uow, petition, works)
    await uow.seats.settle(petition.id, desk.chat_id, works.chat_id)
    for chat_id in before:
        here = await uow.staff_chats.get(chat_id)
        if here is not None:
            await _show(uow, petition, works, here, clock)
    return petition


async def _show(uow: UnitOfWork, petition: Petition, there: StaffChat, here: StaffChat, clock: Clock) -> None:
    """Draw the card where it is worked on now, which calls as a new one does, and where it was."""
    duty = None if petition.urgent else await call_new(uow, petition, there, clock)
    occasion = f"team:{petition.version}:{int(clock.now().timestamp())}"
    uow.outbox.add(messages.card(petition, there.chat_id, first=True, occasion=occasion, said=duty, ahead=True))
    await call_out(uow, petition, there.chat_id, clock)
    uow.outbox.add(messages.card(petition, here.chat_id, occasion=occasion))


async def _retell(uow: UnitOfWork, petition: Petition, chat: StaffChat) -> None:
    for item in moving.retold(petition, await uow.messages.of(petition.id), chat.chat_id):
        uow.outbox.add(item)


def _let_go(uow: UnitOfWork, was: Petition, clock: Clock) -> Petition:
    """Return a case that nobody has any more, because it goes to another chat; the history says whom it has left.

    The caller counts the version.
    """
    if was.handler is None or not was.can(Event.RELEASE):
        return was
    after = replace(was.apply(Event.RELEASE), handler=None, version=was.version)
    uow.history.append(
        HistoryRow(
            petition_id=was.id,
            event=Event.RELEASE,
            actor_kind="system",
            actor_id="",
            actor_name=was.handler.name,
            at=clock.now(),
            from_stage=was.stage,
            to_stage=after.stage,
        )
    )
    return after
