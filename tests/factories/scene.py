"""A street with a community, a desk, a resident and a case: what most suites begin with."""

from dataclasses import dataclass

from core.people.model import Level, Resident, StaffChat, Unit
from core.petitions.model import Petition
from core.shared.outbox import OutboxItem
from core.uow import UnitOfWorkFactory
from tests.factories.cases import a_petition, a_resident, a_staff_chat, a_unit


@dataclass(frozen=True, slots=True)
class Scene:
    street: Unit
    unit: Unit
    desk: StaffChat
    resident: Resident
    petition: Petition


async def set_scene(uow: UnitOfWorkFactory) -> Scene:
    street = a_unit(level=Level.STREET)
    unit = a_unit(parent_id=street.id)
    desk, resident = a_staff_chat(unit), a_resident(unit)
    petition = a_petition(unit, resident)
    async with uow() as work:
        work.units.add(street)
        work.units.add(unit)
        await work.staff_chats.save(desk)
        await work.residents.save(resident)
        work.petitions.add(petition)
        await work.links.add_card(petition.id, desk.chat_id)
        await work.commit()
    return Scene(street, unit, desk, resident, petition)


async def enqueue(uow: UnitOfWorkFactory, *items: OutboxItem) -> None:
    async with uow() as work:
        for item in items:
            work.outbox.add(item)
        await work.commit()
