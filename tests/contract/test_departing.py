"""Who leaves a group while a colleague takes, or the group's cases move: the same over the fake, SQLite, PostgreSQL."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import pytest

from core.petitions.model import Event, Handler, Petition, Stage
from core.petitions.queue import QueuePage, QueueReader, QueueView
from core.petitions.usecases import ClaimCase, SeatCases
from core.petitions.usecases.departing import FreeCases
from core.petitions.usecases.desk import Grace
from core.shared.errors import ConflictError, DomainError
from core.shared.ids import ChatId, PetitionId
from tests.contract.test_seats import above
from tests.factories.cases import a_petition
from tests.factories.said import staff_of
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import FakeClock, FakeElapsed, FakeIds

pytestmark = pytest.mark.contract


def freeing(ports: StoragePorts, queue: QueueReader) -> FreeCases:
    grace = Grace(FakeElapsed(), 0)
    return FreeCases(uow=ports.uow, clock=FakeClock(), ids=FakeIds(), grace=grace, queue=queue)


class BothHaveRead:
    """The update is handled by two processes: each has read what is free to be freed before the other writes."""

    def __init__(self, ports: StoragePorts) -> None:
        self._queue, self._both = ports.queue_page, asyncio.Barrier(2)
        self.by_numbers = ports.queue_page.by_numbers

    async def page(self, chat_id: ChatId, user_id: int, view: QueueView, now: datetime, size: int) -> QueuePage:
        found = await self._queue.page(chat_id, user_id, view, now, size)
        await self._both.wait()
        return found


async def in_hands(ports: StoragePorts, scene: Scene, count: int) -> list[Petition]:
    who = staff_of(scene.desk)
    has = Handler(user_id=who.user_id, name=who.name, unit_id=scene.unit.id)
    made = [
        replace(a_petition(scene.unit, scene.resident), id=PetitionId(f"c{n}"), stage=Stage.IN_PROGRESS, handler=has)
        for n in range(count)
    ]
    async with ports.uow() as uow:
        for each in made:
            uow.petitions.add(each)
            await uow.links.add_card(each.id, scene.desk.chat_id)
        await uow.commit()
    return made


@pytest.mark.parametrize("moving", [False, True])
async def test_what_somebody_had_is_free_once_whatever_else_happens(ports: StoragePorts, *, moving: bool) -> None:
    scene = await set_scene(ports.uow)
    await above(ports, scene)
    cases = await in_hands(ports, scene, 4)
    who, free = staff_of(scene.desk), freeing(ports, BothHaveRead(ports))
    seat = SeatCases(uow=ports.uow, clock=FakeClock())
    claim = ClaimCase(uow=ports.uow, clock=FakeClock(), ids=FakeIds(), grace=Grace(FakeElapsed(), 0))
    chen = staff_of(scene.desk, 7002, "陈杰")

    async def comes_and_goes() -> None:
        for able in (False, True) if moving else ():
            await seat(scene.desk.chat_id, able=able, occasion=f"{able}")

    async def takes() -> None:
        with suppress(ConflictError, DomainError):  # it is the other's still, or elsewhere at this moment
            await claim(chen, cases[0].id)

    await asyncio.gather(
        *(free(who.chat_id, who.user_id, who.name, occasion="1") for _ in range(2)),
        comes_and_goes(),
        takes(),
    )
    await freeing(ports, ports.queue_page)(who.chat_id, who.user_id, who.name, occasion="1")
    async with ports.uow.reading() as uow:
        for each in cases:
            events = [row.event for row in await uow.history.of(each.id)]
            assert events.count(Event.RELEASE) == 1
            has = (await uow.petitions.get(each.id)).handler
            assert (has is not None and has.user_id == chen.user_id) == (Event.TAKE_OVER in events)
