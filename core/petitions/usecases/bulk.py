from collections.abc import Sequence
from dataclasses import dataclass, field

from core.petitions.model import Stage
from core.petitions.queue import QueueReader, QueueRow
from core.petitions.queue_pages import Deed, named
from core.petitions.usecases.staff import ClaimCase, CloseCase
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import AppError, ConflictError, DomainError, NotFoundError
from core.shared.messages import Arg, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a deed was not done to a case, in the words of its own use case."""

    number: str
    error: AppError


@dataclass(slots=True)
class Outcome:
    done: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoToSeveral:
    """Do one thing to several cases. Each has a transaction and the rules of its own: what one refuses, others do."""

    uow: UnitOfWorkFactory
    clock: Clock
    reader: QueueReader
    claim: ClaimCase
    close: CloseCase

    async def __call__(self, actor: StaffActor, deed: Deed, numbers: Sequence[str], *, press: str) -> Outcome:
        """Return what was done and what was not. `press` names the press, so that a repeated update reminds once.

        Raises StorageError; what was done until then stays done, and is refused as done already at the next try.
        """
        rows = {row.number: row for row in await self.reader.by_numbers(actor.chat_id, numbers)}
        outcome, to_remind = Outcome(), list[QueueRow]()
        for number in numbers:
            try:
                row = _known(rows.get(number))
                if deed is Deed.REMIND:
                    to_remind.append(_ensure_somebody_to_remind(row, actor))
                else:
                    await (self.claim if deed is Deed.CLAIM else self.close)(actor, row.id)
            except (DomainError, ConflictError, NotFoundError) as error:
                outcome.refused.append(Refusal(number, error))
            else:
                outcome.done.append(number)
        if to_remind:
            await self._remind(actor, to_remind, press)
        return outcome

    async def _remind(self, actor: StaffActor, rows: Sequence[QueueRow], press: str) -> None:
        """Write to each who has some of the cases: one message each, however many these are."""
        async with self.uow() as uow:
            for user_id, name in {row.handler_id: row.handler_name for row in rows}.items():
                theirs = [row for row in rows if row.handler_id == user_id]
                args: dict[str, Arg] = {
                    "user": user_id or 0,
                    "name": name or "",
                    "by": actor.name,
                    "count": len(theirs),
                }
                lines = [
                    MessageSpec(
                        "queue-nudge-row",
                        {**named(row, actor.chat_id), "day": local_day(row.due, self.clock.zone) if row.due else ""},
                    )
                    for row in theirs
                ]
                item = OutboxItem(
                    dedupe=f"nudge:{press}:{user_id}",
                    operation=Operation.SEND,
                    chat_id=actor.chat_id,
                    priority=Priority.BRIEF,
                    spec=MessageSpec("queue-nudge", args, more=lines),
                )
                uow.outbox.add(item)
            await uow.commit()


def _known(row: QueueRow | None) -> QueueRow:
    if row is None:
        raise NotFoundError("case-unknown")
    return row


def _ensure_somebody_to_remind(row: QueueRow, actor: StaffActor) -> QueueRow:
    if row.due is None:
        raise DomainError(
            "nothing-left-to-answer" if row.stage is Stage.ANSWERED else f"case-stage-{row.stage}", number=row.number
        )
    if row.handler_id is None:
        raise DomainError("nobody-to-remind")
    if row.handler_id == actor.user_id:
        raise DomainError("remind-yourself")
    return row
