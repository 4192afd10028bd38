import pytest

from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import PetitionId
from tests.factories.cases import a_history_row, a_petition, a_resident, a_unit, an_item
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


async def test_what_is_not_committed_is_gone(ports: StoragePorts) -> None:
    unit = a_unit()
    async with ports.uow() as uow:
        uow.units.add(unit)
        uow.outbox.add(an_item(5))
        assert await uow.units.by_invite(unit.invite) == unit

    async with ports.uow() as uow:
        assert await uow.units.all() == []
    assert dict(await ports.queue.depth()) == {}


async def test_an_exception_rolls_back_and_passes(ports: StoragePorts) -> None:
    async def fail() -> None:
        async with ports.uow() as uow:
            uow.units.add(a_unit())
            raise LookupError

    with pytest.raises(LookupError):
        await fail()

    async with ports.uow() as uow:
        assert await uow.units.all() == []


async def test_committed_is_seen_by_the_next(ports: StoragePorts) -> None:
    unit = a_unit()
    async with ports.uow() as uow:
        uow.units.add(unit)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.units.get(unit.id) == unit


async def test_after_commit_more_may_follow(ports: StoragePorts) -> None:
    first, second, lost = a_unit(), a_unit(), a_unit()
    async with ports.uow() as uow:
        uow.units.add(first)
        await uow.commit()
        uow.units.add(second)
        await uow.commit()
        uow.units.add(lost)

    async with ports.uow() as uow:
        assert {unit.id for unit in await uow.units.all()} == {first.id, second.id}


async def test_adds_are_written_in_order(ports: StoragePorts) -> None:
    """A child may be added right after its parent, and a petition's history right after the petition."""
    unit = a_unit()
    child = a_unit(parent_id=unit.id)
    petition = a_petition(unit)
    async with ports.uow() as uow:
        uow.units.add(unit)
        uow.units.add(child)
        uow.petitions.add(petition)
        uow.history.append(a_history_row(petition))
        await uow.commit()

    async with ports.uow() as uow:
        assert len(await uow.history.of(petition.id)) == 1


async def test_a_failed_commit_changes_nothing(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other = a_unit()
    async with ports.uow() as uow:
        uow.units.add(other)
        uow.petitions.add(a_petition(scene.unit, draft_id=scene.petition.draft_id))
        uow.outbox.add(an_item(5))
        with pytest.raises(ConflictError, match="case-exists"):
            await uow.commit()

    async with ports.uow() as uow:
        assert other.id not in {unit.id for unit in await uow.units.all()}
    assert dict(await ports.queue.depth()) == {}


async def test_an_unknown_constraint_is_no_guess(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.petitions.add(a_petition(scene.unit, number=scene.petition.number))
        with pytest.raises(StorageError, match="storage-failed"):
            await uow.commit()


async def test_references_must_exist(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        with pytest.raises(StorageError):
            await uow.residents.save(a_resident(a_unit()))
    async with ports.uow() as uow:
        uow.history.append(a_history_row(a_petition(scene.unit)))
        with pytest.raises(StorageError):
            await uow.commit()


async def test_a_case_is_locked_only_where_it_may_be_changed(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow.reading() as uow:
        assert (await uow.petitions.get(scene.petition.id)).number == scene.petition.number
        with pytest.raises(StorageError):
            await uow.petitions.lock(scene.petition.id)
    async with ports.uow() as uow:
        assert await uow.petitions.get(scene.petition.id) == await uow.petitions.lock(scene.petition.id)
        with pytest.raises(NotFoundError, match="case-unknown"):
            await uow.petitions.get(PetitionId("absent"))
