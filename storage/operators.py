"""The chats of those who run the service: what went wrong is told there."""

from collections.abc import Sequence

from sqlalchemy import select

from core.people.model import Purpose
from core.shared.ids import ChatId
from storage.tables import staff_chat_purposes
from storage.work import Work


async def operators_chats(work: Work) -> Sequence[ChatId]:
    """Return them all, of whichever unit."""
    wanted = select(staff_chat_purposes.c.chat_id).where(staff_chat_purposes.c.purpose == Purpose.OPERATORS)
    return (await work.run(wanted.order_by(staff_chat_purposes.c.chat_id))).scalars().all()
