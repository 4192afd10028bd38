"""Counts for all processes together, and blocks, in every kind of storage."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.abuse.model import Block, BlockReason
from core.shared.ids import UnitId
from core.shared.tries import Limit
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract
LIMIT = Limit("words", 3, 60.0, "pace-words")
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


async def take(ports: StoragePorts, now: float, count: int = 1, who: str = "r1", limit: Limit = LIMIT) -> float:
    async with ports.uow() as uow:
        wait = await uow.paces.take(limit, who, now, count)
        await uow.commit()
    return wait


async def test_so_many_are_counted_and_then_it_is_said_how_long_to_wait(ports: StoragePorts) -> None:
    assert [await take(ports, now) for now in (100.0, 110.0, 120.0)] == [0.0] * 3
    assert await take(ports, 130.0) == 30.0
    assert await take(ports, 130.0, who="r2") == 0.0
    assert await take(ports, 130.0, limit=replace(LIMIT, name="files")) == 0.0
    assert await take(ports, 160.0) == 0.0


async def test_several_at_once_count_as_several_and_what_is_refused_counts_nothing(ports: StoragePorts) -> None:
    assert await take(ports, 100.0, count=2) == 0.0
    assert await take(ports, 100.0, count=2) == 60.0
    assert await take(ports, 100.0) == 0.0
    assert await take(ports, 200.0, count=9) == 0.0  # one message is never refused for its own size


async def test_a_clock_that_was_ahead_keeps_nobody_waiting(ports: StoragePorts) -> None:
    assert await take(ports, 9_999.0, count=3) == 0.0
    assert await take(ports, 100.0) == 0.0


async def test_what_is_not_committed_is_not_counted(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        assert await uow.paces.take(LIMIT, "r1", 100.0, 3) == 0.0
    assert await take(ports, 100.0, count=3) == 0.0


async def test_two_at_once_never_get_more_than_there_is(ports: StoragePorts) -> None:
    waits = await asyncio.gather(*(take(ports, 100.0) for _ in range(6)))
    assert sorted(waits) == [0.0] * 3 + [60.0] * 3


async def test_old_counts_are_forgotten(ports: StoragePorts) -> None:
    await take(ports, 100.0, count=3)
    async with ports.uow() as uow:
        await uow.paces.forget(101.0)
        await uow.commit()
    assert await take(ports, 110.0) == 0.0


def a_block(scene: Scene, **given: object) -> Block:
    values = {
        "resident_id": scene.resident.id,
        "unit_id": scene.unit.id,
        "petition_id": scene.petition.id,
        "reason": BlockReason.FLOOD,
        "by_id": 7001,
        "by_name": "刘敏",
        "since": START,
        "until": START + timedelta(days=7),
    }
    return Block(**{**values, **given})  # type: ignore[arg-type] # a test's


async def put(ports: StoragePorts, *blocks: Block) -> None:
    async with ports.uow() as uow:
        for block in blocks:
            await uow.blocks.put(block)
        await uow.commit()


async def test_there_is_one_block_for_each_person_and_unit(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    longer = a_block(scene, until=START + timedelta(days=30), reason=BlockReason.INSULT)
    above = a_block(scene, unit_id=scene.street.id)
    await put(ports, a_block(scene), longer, above)
    async with ports.uow.reading() as uow:
        assert await uow.blocks.of(scene.resident.id, [scene.unit.id]) == [longer]
        both = await uow.blocks.of(scene.resident.id, [scene.unit.id, scene.street.id])
        assert {block.unit_id for block in both} == {scene.unit.id, scene.street.id}
        assert await uow.blocks.of(scene.resident.id, [UnitId("nowhere")]) == []


async def test_the_list_names_person_and_case(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await put(ports, a_block(scene))
    async with ports.uow.reading() as uow:
        (person,) = await uow.blocks.in_unit(scene.unit.id)
        assert (person.name, person.number) == (scene.resident.name, scene.petition.number)
        assert person.block == a_block(scene)
        assert await uow.blocks.in_unit(scene.street.id) == []


async def test_lifted_and_ended_ones_are_gone(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await put(ports, a_block(scene), a_block(scene, unit_id=scene.street.id, until=START + timedelta(days=1)))
    async with ports.uow() as uow:
        await uow.blocks.forget(START + timedelta(days=1))
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.blocks.of(scene.resident.id, [scene.unit.id, scene.street.id]) == [a_block(scene)]
        await uow.blocks.lift(scene.resident.id, scene.unit.id)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.blocks.of(scene.resident.id, [scene.unit.id]) == []
