"""What becomes of a call for volunteers when the case is over that it was made for."""

from dataclasses import replace

from core.petitions.model import KINDS, Petition, Stage
from core.shared.ids import ChatId
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork
from core.volunteers.for_cases import spec_of
from core.volunteers.model import CallState, Reply

OVER = (Stage.CLOSED, Stage.WITHDRAWN, Stage.NOT_ACCEPTED)
"""Where nobody is waited for any more; what is answered may still be helped with."""


async def end_call(uow: UnitOfWork, petition: Petition) -> None:
    """End the call that is open for a case which is over, and tell whoever would have come; commit required.

    The case is locked: a call that is answered or thanked for in that moment is waited for.
    """
    if not KINDS[petition.kind].teams or petition.stage not in OVER:
        return
    known = await uow.volunteers.open_for(petition.id)
    if known is None:
        return
    was = await uow.volunteers.lock(known.id)
    if was.state not in {CallState.OPEN, CallState.ENOUGH}:
        return
    call = replace(was, state=CallState.OVER, version=was.version + 1)
    await uow.volunteers.save_call(call)
    spec = spec_of(call, "volunteer-not-needed", {"unit": (await uow.units.get(call.unit_id)).name})
    for each in await uow.volunteers.asked(call.id):
        if each.reply is Reply.YES:
            item = OutboxItem(
                dedupe=f"not-needed:{call.id}:{each.resident_id}",
                operation=Operation.SEND,
                chat_id=ChatId(each.telegram_id),
                priority=Priority.REPLY,
                spec=spec,
            )
            uow.outbox.add(item)
