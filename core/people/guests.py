"""Groups that nobody has bound: we are guests there, and do not stay."""

from dataclasses import dataclass

from core.shared.clock import Elapsed
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWorkFactory

STAY = 3_600.0
"""Elapsed seconds in which somebody who sets us up brings the code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StayAsGuest:
    """Leave a group an hour after somebody has brought us there last, unless it is bound by then, whatever restarts."""

    uow: UnitOfWorkFactory
    elapsed: Elapsed

    async def __call__(self, chat_id: ChatId, occasion: str) -> None:
        """`occasion` names the event that brought us; the same one twice is one."""
        async with self.uow() as uow:
            await uow.outbox.only(
                OutboxItem(
                    dedupe=f"leave:{chat_id}:{occasion}",
                    operation=Operation.LEAVE,
                    chat_id=chat_id,
                    priority=Priority.BRIEF,
                    spec=MessageSpec("guest-farewell"),
                    not_before=self.elapsed.seconds() + STAY,
                )
            )
            await uow.commit()
