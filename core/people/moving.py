"""Somebody lives in another unit now: new matters go there, open ones stay where they are worked on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.petitions import messages
from core.petitions.model import Petition
from core.shared.actions import Action, ActionCode
from core.shared.ids import ChatId, ResidentId, UnitId
from core.shared.messages import Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork


async def move_resident(
    uow: UnitOfWork, resident_id: ResidentId, unit_id: UnitId, now: datetime, *, by: str, tell: bool = False
) -> Sequence[Petition]:
    """Move in the open unit of work; return the open cases that stay, whose desks are told.

    `by` says who moved them: the resident themselves, or the roster; `tell` tells the resident.
    Raises NotFoundError("resident-unknown") or ("unit-unknown").
    """
    resident, unit = await uow.residents.get(resident_id), await uow.units.get(unit_id)
    uow.audit.record("resident.unit", by, resident_id, at=now, detail=f"{resident.unit_id} -> {unit_id}")
    if resident.unit_id == unit_id:
        return []
    await uow.residents.save(replace(resident, unit_id=unit_id))
    stay = await uow.petitions.open_of(resident_id)
    for petition in stay:
        for place in await uow.links.cards(petition.id):
            key = f"moved:{petition.id}:{place.chat_id}:{now.isoformat()}"
            uow.outbox.add(messages.staff_word(petition, place.chat_id, "staff-author-moved", key, unit=unit.name))
    if tell and resident.consented:
        uow.outbox.add(
            OutboxItem(
                dedupe=f"moved:{resident_id}:{now.isoformat()}",
                operation=Operation.SEND,
                chat_id=ChatId(resident.telegram_id),
                priority=Priority.BRIEF,
                spec=MessageSpec(
                    "moved-by-roster",
                    {"unit": unit.name, "count": len(stay)},
                    [[Button("button-menu", ActionCode(Action.MENU).pack())]],
                ),
            )
        )
    return stay
