"""Calling those on duty to what cannot wait, in the chat that works on it now."""

from core.duty.access import on_duty
from core.duty.messages import on_urgent_card
from core.people.model import Purpose
from core.petitions import messages
from core.petitions.model import Petition
from core.shared.clock import Clock
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.uow import UnitOfWork


async def duty_in(uow: UnitOfWork, petition: Petition, chat_id: ChatId, clock: Clock) -> MessageSpec:
    """Return the line that calls those on duty of the desk of a chat, which may stand in for the case's own.

    A service team has no rota: it calls whoever reads it.
    """
    chat = await uow.staff_chats.get(chat_id)
    if chat is not None and chat.teams and Purpose.DESK not in chat.purposes:
        return MessageSpec("card-urgent-team")
    unit_id = petition.unit_id if chat is None else chat.unit_id
    return on_urgent_card(await on_duty(uow, unit_id, clock.now(), clock.zone))


async def call_out(uow: UnitOfWork, petition: Petition, chat_id: ChatId, clock: Clock) -> None:
    """Say it in the case, once a version of it; of what can wait nothing. Commit required."""
    if petition.urgent:
        word = f"urgent:{petition.id}:{petition.version}:{chat_id}"
        uow.outbox.add(messages.in_case(petition, chat_id, word, await duty_in(uow, petition, chat_id, clock)))
