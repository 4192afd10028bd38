"""Which staff chat serves the level above another's."""

from core.people.model import Purpose
from core.shared.ids import ChatId
from core.uow import UnitOfWork


async def desk_above(uow: UnitOfWork, chat_id: ChatId) -> ChatId | None:
    """Return the desk of the level above a desk's; None where there is none, or it is the same.

    Above the chat of a service team is the desk of its own unit.
    """
    chat = await uow.staff_chats.get(chat_id)
    parent = (await uow.units.get(chat.unit_id)).parent_id if chat else None
    if chat is not None and chat.teams and Purpose.DESK not in chat.purposes:
        parent = chat.unit_id
    desk = await uow.staff_chats.serving(parent, Purpose.DESK) if parent else None
    return desk.chat_id if desk and desk.chat_id != chat_id else None
