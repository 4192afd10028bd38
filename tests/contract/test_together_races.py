"""Whoever presses at the same moment: one row each, one merge, no circle; on every database."""

import asyncio
from dataclasses import replace

import pytest

from core.petitions.model import Petition, Stage
from core.petitions.usecases import CloseCase
from core.petitions.usecases.desk import Grace
from core.shared.errors import AppError, ConflictError, DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.together.app import TogetherUseCases, together_use_cases
from core.together.model import Collective, counted
from tests.factories.broadcast import one_who_agreed
from tests.factories.cases import a_petition
from tests.factories.said import actor_of, staff_of
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START, FakeClock, FakeElapsed, FakeIds

pytestmark = pytest.mark.contract
REFUSALS = (DomainError, ConflictError, NotFoundError)


def use_of(ports: StoragePorts) -> TogetherUseCases:
    return together_use_cases(uow=ports.uow, clock=FakeClock(), ids=FakeIds(), grace=Grace(FakeElapsed(), 0))


async def cases_of(ports: StoragePorts, scene: Scene, *ids: str) -> list[Petition]:
    made = [replace(a_petition(scene.unit, scene.resident, text=f"电梯坏了{n}"), id=PetitionId(n)) for n in ids]
    async with ports.uow() as uow:
        for each in made:
            uow.petitions.add(each)
            await uow.links.add_card(each.id, scene.desk.chat_id)
        await uow.commit()
    return made


async def test_several_who_join_at_once_are_counted_once_each(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    people = [one_who_agreed(scene.unit) for _ in range(3)]
    async with ports.uow() as uow:
        for each in people:
            await uow.residents.save(each)
        await uow.together.open(Collective(petition_id=scene.petition.id, invite="i", since=START))
        await uow.commit()
    sign = use_of(ports).sign
    await asyncio.gather(*(sign.join(actor_of(each), "i") for each in people for _ in range(2)))
    async with ports.uow.reading() as uow:
        found = await uow.together.signers([scene.petition.id])
    assert sorted(each.signature.person for each in found) == sorted(each.id for each in people)


async def test_of_two_merges_at_once_one_wins_and_there_is_no_circle(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one, two, three = await cases_of(ports, scene, "aaa", "bbb", "ccc")
    merge, actor = use_of(ports).merge, staff_of(scene.desk)
    done = await asyncio.gather(merge(actor, one.id, two.id), merge(actor, two.id, one.id), return_exceptions=True)
    assert len([each for each in done if isinstance(each, AppError)]) == 1
    again = await asyncio.gather(merge(actor, three.id, one.id), merge(actor, three.id, two.id), return_exceptions=True)
    assert len([each for each in again if isinstance(each, AppError)]) == 1
    async with ports.uow.reading() as uow:
        links = [await uow.together.merge_of(each.id) for each in (one, two, three)]
        mains = {link.main_id for link in links if link is not None}
        assert len(mains) == 1
        main = next(iter(mains))
        assert len(await uow.together.members(main)) == 2
        assert counted(each.signature for each in await uow.together.signers([one.id, two.id, three.id])) == 1


async def test_merging_and_closing_at_once_wait_for_each_other_in_one_order(ports: StoragePorts) -> None:
    """The main case has the greater id, so that who locks it first and who locks by id would meet half-way."""
    scene = await set_scene(ports.uow)
    close = CloseCase(uow=ports.uow, clock=FakeClock(), ids=FakeIds(), grace=Grace(FakeElapsed(), 0))
    merge, actor = use_of(ports).merge, staff_of(scene.desk)
    for n in range(12):
        low, late, main = await cases_of(ports, scene, f"a{n:03d}", f"b{n:03d}", f"c{n:03d}")
        await merge(actor, low.id, main.id)
        async with ports.uow() as uow:
            was = await uow.petitions.lock(main.id)
            await uow.petitions.save(replace(was, stage=Stage.ANSWERED, version=was.version + 1))
            await uow.commit()
        again = (merge(actor, each.id, main.id) for each in (low, late))
        done = await asyncio.gather(close(actor, main.id), *again, return_exceptions=True)
        assert [each for each in done if isinstance(each, BaseException) and not isinstance(each, REFUSALS)] == []
        async with ports.uow.reading() as uow:
            ended = not (await uow.petitions.get(main.id)).open
            for each in (low, late):
                if await uow.together.merge_of(each.id):
                    assert (await uow.petitions.get(each.id)).open is not ended
