"""What those who run the service are told when messages wait for longer than they should."""

from dataclasses import dataclass

from core.people.model import Purpose
from core.shared.followups import backlog_alert
from core.shared.watch import Depth
from core.uow import UnitOfWorkFactory

AGAIN = 6 * 3_600
"""Elapsed seconds in which a backlog is told once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellBacklog:
    """Say in the operators' chats that inbox or outbox have a row older than `patience` elapsed seconds."""

    uow: UnitOfWorkFactory
    patience: float

    async def __call__(self, depth: Depth, now: float) -> None:
        """`now`: elapsed seconds. Looks only, unless there is something to tell. Raises StorageError."""
        found = [
            (key, rows["pending"], since)
            for key, rows, since in (
                ("alert-backlog-inbox", depth.inbox, depth.inbox_since),
                ("alert-backlog-outbox", depth.outbox, depth.outbox_since),
            )
            if since is not None and now - since > self.patience
        ]
        if not found:
            return
        async with self.uow() as uow:
            chats = [chat for chat in await uow.staff_chats.all() if Purpose.OPERATORS in chat.purposes]
            for key, count, since in found:
                for chat in chats:
                    minutes = max(1, int((now - since) // 60))
                    uow.outbox.add(backlog_alert(key, count, minutes, int(now // AGAIN), chat.chat_id))
            await uow.commit()
