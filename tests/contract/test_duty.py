"""The rota means the same over the fake, SQLite and PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.duty.model import Away, Colleague, Swap, SwapState, on_day, weekly
from core.petitions.model import Handler, Stage
from core.shared.errors import NotFoundError, StorageError
from core.shared.ids import AwayId, SwapId, TelegramUserId
from tests.factories.cases import a_petition
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

DAY = date(2026, 11, 23)
LIU, CHEN = TelegramUserId(7001), TelegramUserId(9_007_199_254_740_001)


def people(scene: Scene) -> list[Colleague]:
    return [
        Colleague(unit_id=scene.unit.id, user_id=CHEN, name="陈杰", username="chenjie"),
        Colleague(unit_id=scene.unit.id, user_id=LIU, name="刘敏", gone=True),
    ]


async def set_rota(ports: StoragePorts) -> Scene:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        for each in people(scene):
            await uow.duty.know(replace(each, name="?"))
            await uow.duty.know(each)
        await uow.duty.put(scene.unit.id, weekly(1), [LIU])
        await uow.duty.put(scene.unit.id, weekly(1), [CHEN, LIU])
        await uow.duty.put(scene.unit.id, on_day(DAY - timedelta(days=1)), [LIU])
        await uow.duty.put(scene.unit.id, on_day(DAY), [])
        await uow.duty.put(scene.unit.id, on_day(DAY + timedelta(days=1)), [LIU])
        await uow.duty.clear(scene.unit.id, on_day(DAY + timedelta(days=1)))
        await uow.duty.put(scene.street.id, weekly(1), [LIU])
        await uow.commit()
    return scene


async def test_a_rota_is_kept_with_its_people_and_without_what_is_over(ports: StoragePorts) -> None:
    scene = await set_rota(ports)
    aways = [
        Away(id=AwayId(f"away{n}"), unit_id=scene.unit.id, user_id=CHEN, first=first, last=last)
        for n, (first, last) in enumerate(
            [(DAY, DAY), (DAY - timedelta(days=9), DAY - timedelta(days=1)), (DAY - timedelta(days=3), DAY)]
        )
    ]
    async with ports.uow() as uow:
        await uow.duty.lock(scene.unit.id)
        for each in aways:
            await uow.duty.add_away(each)
        await uow.commit()

    async with ports.uow.reading() as uow:
        rota = await uow.duty.rota(scene.unit.id, DAY)
        assert rota.slots == {weekly(1): (CHEN, LIU), on_day(DAY): ()}
        assert rota.people == {each.user_id: each for each in people(scene)}
        assert rota.aways == (aways[2], aways[0])
        assert await uow.duty.people(scene.unit.id) == sorted(people(scene), key=lambda each: each.name)
        assert await uow.duty.people(scene.street.id) == []
        assert await uow.duty.away(aways[0].id) == aways[0]
        with pytest.raises(NotFoundError, match="away-unknown"):
            await uow.duty.away(AwayId("none"))
        with pytest.raises(StorageError):
            await uow.duty.lock(scene.unit.id)

    async with ports.uow() as uow:
        await uow.duty.drop_away(aways[0].id)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert (await uow.duty.rota(scene.unit.id, DAY)).aways == (aways[2],)


async def test_a_swap_ends_once(ports: StoragePorts) -> None:
    scene = await set_rota(ports)
    swap = Swap(id=SwapId("swap"), unit_id=scene.unit.id, day=DAY, other=None, asker=LIU, asked=CHEN, asked_at=START)
    async with ports.uow() as uow:
        await uow.duty.add_swap(swap)
        await uow.commit()

    async def ends(state: SwapState) -> bool:
        async with ports.uow() as uow:
            done = await uow.duty.save_swap(replace(swap, state=state))
            await uow.commit()
        return done

    ended = await asyncio.gather(ends(SwapState.ACCEPTED), ends(SwapState.DECLINED))

    assert sorted(ended) == [False, True]
    async with ports.uow.reading() as uow:
        assert (await uow.duty.swap(swap.id)).state in {SwapState.ACCEPTED, SwapState.DECLINED}
        assert replace(await uow.duty.swap(swap.id), state=SwapState.ASKED) == swap
        with pytest.raises(NotFoundError, match="swap-unknown"):
            await uow.duty.swap(SwapId("none"))


async def test_a_plan_is_taken_once(ports: StoragePorts) -> None:
    scene = await set_rota(ports)
    async with ports.uow() as uow:
        await uow.duty.keep_plan(scene.unit.id, {"w1": [LIU]})
        await uow.duty.keep_plan(scene.unit.id, {"w2": [CHEN], "w3": []})
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.duty.take_plan(scene.unit.id) == {"w2": [CHEN], "w3": []}
        assert await uow.duty.take_plan(scene.unit.id) is None
        await uow.commit()


async def test_cases_of_people_are_the_open_ones_they_have(ports: StoragePorts) -> None:
    scene = await set_rota(ports)
    mine = Handler(user_id=CHEN, name="陈杰", unit_id=scene.unit.id)
    rows = [
        ("XF-2026-000012", mine, Stage.ACCEPTED),
        ("XF-2026-000011", mine, Stage.ANSWERED),
        ("XF-2026-000013", mine, Stage.CLOSED),
        ("XF-2026-000014", None, Stage.SUBMITTED),
        ("XF-2026-000015", replace(mine, user_id=LIU), Stage.ACCEPTED),
    ]
    async with ports.uow() as uow:
        for number, handler, stage in rows:
            uow.petitions.add(a_petition(scene.unit, scene.resident, number=number, handler=handler, stage=stage))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.duty.cases_of([CHEN]) == {CHEN: ["XF-2026-000011", "XF-2026-000012"]}
        assert await uow.duty.cases_of([]) == {}
