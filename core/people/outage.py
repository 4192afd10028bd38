"""What the staff are told when messages of residents may be lost for good."""

from dataclasses import dataclass
from datetime import datetime

from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOutage:
    """Say in every staff chat from when to when updates may be missing; once for each beginning."""

    uow: UnitOfWorkFactory

    async def __call__(self, since: datetime, until: datetime) -> None:
        """`since` and `until` are aware. Raises StorageError."""
        async with self.uow() as uow:
            for chat in await uow.staff_chats.all():
                item = OutboxItem(
                    dedupe=f"outage:{int(since.timestamp())}:{chat.chat_id}",
                    operation=Operation.SEND,
                    chat_id=chat.chat_id,
                    priority=Priority.REPLY,
                    spec=MessageSpec("outage-notice", {"since": since, "until": until}),
                )
                uow.outbox.add(item)
            await uow.commit()
