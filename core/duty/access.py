"""Who is on duty, for whoever wants to tell them, and whose rota somebody may change."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from core.duty.model import Colleague, DutyDay, Rota
from core.people.model import Purpose, StaffChat
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import DomainError
from core.shared.ids import UnitId
from core.uow import UnitOfWork


async def own_desk(uow: UnitOfWork, actor: StaffActor) -> StaffChat:
    """Return the desk the actor works in; raises DomainError("duty-elsewhere") in any other chat."""
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("duty-elsewhere")
    return chat


async def duty_on(uow: UnitOfWork, unit_id: UnitId, moment: datetime, zone: tzinfo) -> DutyDay:
    """Return the day of `moment` (aware) on the rota of the desk that serves a unit; nobody where there is no desk."""
    day = local_day(moment, zone)
    desk = await uow.staff_chats.serving(unit_id, Purpose.DESK)
    rota = Rota() if desk is None else await uow.duty.rota(desk.unit_id, day)
    return rota.on(day)


async def on_duty(uow: UnitOfWork, unit_id: UnitId, moment: datetime, zone: tzinfo) -> Sequence[Colleague]:
    """Return who is on duty at `moment` (aware) for a unit, and there: those to be pinged. May be nobody."""
    return (await duty_on(uow, unit_id, moment, zone)).people
