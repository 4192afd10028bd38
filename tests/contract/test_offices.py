"""The directory means the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace

import pytest

from core.directory.model import Entry, Office, OfficeKind
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import OfficeId
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


async def test_an_office_is_kept_changed_once_and_removed(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    office = Office(name="社区警务室", kind=OfficeKind.POLICE, phone="110")
    first = Entry(id=OfficeId("o1"), unit_id=scene.unit.id, slug="b", position=1, draft=office)
    second = Entry(id=OfficeId("o2"), unit_id=scene.unit.id, slug="a", position=1, published=office, draft=office)
    other = Entry(id=OfficeId("o3"), unit_id=scene.street.id, slug="a", position=0)
    async with ports.uow() as uow:
        for entry in (first, second, other):
            await uow.offices.save(entry)
        await uow.commit()

    async def saves(entry: Entry) -> None:
        async with ports.uow() as uow:
            await uow.offices.save(entry)
            await uow.commit()

    changed = replace(first, published=office, draft=None, version=2)
    await saves(changed)
    for late in (changed, replace(first, id=OfficeId("o4")), replace(first, version=2)):
        with pytest.raises(ConflictError, match="office-changed"):
            await saves(late)
    async with ports.uow.reading() as uow:
        assert await uow.offices.of_units([scene.unit.id]) == [second, changed]
        assert await uow.offices.of_units([scene.unit.id, scene.street.id]) == [other, second, changed]
        assert await uow.offices.get(second.id) == second
        with pytest.raises(NotFoundError, match="office-unknown"):
            await uow.offices.get(OfficeId("none"))
    async with ports.uow() as uow:
        await uow.offices.remove(second.id)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.offices.of_units([scene.unit.id]) == [changed]
