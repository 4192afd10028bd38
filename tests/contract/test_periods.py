"""A job's turn is taken by one, with all it brings about, or by nobody."""

import asyncio
from datetime import datetime, time, timedelta

import pytest

from core.jobs import TakeTurn
from core.petitions.model import Handler, Stage
from core.petitions.queries import DueCase
from core.shared.ids import ChatId
from core.shared.periods import Daily, Period, Turn
from core.uow import UnitOfWork
from tests.factories.cases import a_petition, a_staff_chat, an_item, some_promises
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


def period(day: int) -> Period:
    return Period(datetime(2026, 11, day, 9))  # noqa: DTZ001 - the community's own time


class Chore:
    name = "chore"
    schedule = Daily(time(9))

    async def prepare(self, period: Period) -> None:
        """Nothing."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        uow.outbox.add(an_item(5))  # another key each time: only the turn's row keeps it from being written twice
        await uow.units.all()  # whoever else wants this turn may come meanwhile


async def test_a_turn_is_taken_once_for_each_job(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        assert await uow.periods.take("a", Turn(period=period(3)), START)
        assert not await uow.periods.take("a", Turn(period=period(3), passed_over=1), START)
        assert await uow.periods.take("b", Turn(period=period(3)), START)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert await uow.periods.taken_at("a", period(3)) == START
        assert await uow.periods.taken_at("a", period(4)) is None
        assert await uow.periods.is_taken("a", period(3))
        assert not await uow.periods.is_taken("a", period(4))
        assert not await uow.periods.is_taken("c", period(3))


async def test_what_was_not_committed_was_not_taken(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        assert await uow.periods.take("a", Turn(period=period(3)), START)

    async with ports.uow() as uow:
        assert not await uow.periods.is_taken("a", period(3))
        assert await uow.periods.take("a", Turn(period=period(3)), START)


async def test_the_turn_before(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        for job, day in (("a", 3), ("a", 9), ("b", 10), ("a", 12)):
            await uow.periods.take(job, Turn(period=period(day)), START)

        assert await uow.periods.before("a", period(12)) == period(9)
        assert await uow.periods.before("a", period(20)) == period(12)
        assert await uow.periods.before("a", period(3)) is None
        assert await uow.periods.before("c", period(3)) is None


async def test_many_at_once_take_a_turn_once(ports: StoragePorts) -> None:
    take = TakeTurn(uow=ports.uow, clock=ports.clock)

    turns = await asyncio.gather(*(take(Chore()) for _ in range(8)))
    assert len([turn for turn in turns if turn is not None]) == 1
    assert dict(await ports.queue.depth()) == {"pending": 1}

    ports.clock.move(timedelta(days=3))
    turn = await take(Chore())
    assert turn is not None
    assert (turn.follows, turn.passed_over) == (period(23), 2)
    assert dict(await ports.queue.depth()) == {"pending": 2}


async def test_what_falls_due(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    handler = Handler(user_id=77, name="李敏", unit_id=scene.unit.id)
    soon = some_promises(claim_by=START + timedelta(days=4), reply_by=START + timedelta(days=2))
    taken = a_petition(scene.unit, scene.resident, stage=Stage.MORE_INFO, promises=soon, handler=handler, text="甲\n乙")
    waits = a_petition(scene.unit, scene.resident, promises=soon)
    answered = a_petition(scene.unit, scene.resident, stage=Stage.ANSWERED, promises=soon)
    unbound = a_petition(scene.unit, scene.resident, promises=soon)
    second = a_staff_chat(scene.street)
    async with ports.uow() as uow:
        await uow.staff_chats.save(second)
        for petition in (answered, taken, waits):
            uow.petitions.add(petition)
            await uow.links.add_card(petition.id, scene.desk.chat_id)
        uow.petitions.add(unbound)
        await uow.links.add_card(unbound.id, ChatId(-5))
        await uow.links.add_card(waits.id, second.chat_id)
        await uow.commit()

    async with ports.uow.reading() as uow:
        found = await uow.petitions.falling_due(START + timedelta(days=5))
        earlier = await uow.petitions.falling_due(START + timedelta(days=4))
    assert [(case.number, case.due) for case in found] == [
        (scene.petition.number, scene.petition.promises.claim_by),
        (taken.number, soon.reply_by),
        *[(waits.number, soon.claim_by)] * 2,
    ]
    assert {case.chat_id for case in found[2:]} == {scene.desk.chat_id, second.chat_id}
    assert found[2].law == soon.accept_by
    assert found[1] == DueCase(
        id=taken.id,
        anonymous=False,
        chat_id=scene.desk.chat_id,
        number=taken.number,
        kind=taken.kind,
        stage=Stage.MORE_INFO,
        excerpt="甲 乙",
        unit_name=scene.unit.name,
        handler_name="李敏",
        handler_id=77,
        message_id=None,
        pledged=True,
        due=soon.reply_by,
        law=soon.answer_by,
    )
    assert [case.number for case in earlier] == [scene.petition.number, taken.number]
