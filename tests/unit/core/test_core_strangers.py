"""Who opened the bot and never agreed is forgotten; nobody else is, and nothing that is in use."""

from datetime import timedelta

import pytest

from bot.whose import owner
from core.jobs import TakeTurn
from core.people.strangers import KEPT_DAYS, ForgetStrangers
from core.shared.ids import TelegramUserId
from tests.factories.cases import a_resident
from tests.factories.scene import set_scene
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeStateStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START, FakeClock

pytestmark = pytest.mark.unit

STRANGER, AWAY = 5_001, KEPT_DAYS + 1
THEIRS = ("newcomer:{0}", "words:{0}", "draft:{0}", "fsm:42:{0}:{0}:aiogd:stack::data", "fsm:42:{0}:{0}:default:data")


class House:
    def __init__(self) -> None:
        self.database = FakeDatabase()
        self.uow = InMemoryUnitOfWorkFactory(self.database)
        self.state = FakeStateStore(self.database)
        self.clock = FakeClock()

    async def wrote(self, person: int, days_ago: int, *keys: str) -> None:
        for key in keys or THEIRS:
            await self.state.put({key.format(person): "{}"})
            self.database.committed.state_idle[key.format(person)] = days_ago

    async def look(self) -> list[str]:
        """Take the turn of the next night; return what is left."""
        self.clock.move(timedelta(days=1))
        job = ForgetStrangers(uow=self.uow, state=self.state, owner=owner)
        assert await TakeTurn(uow=self.uow, clock=self.clock)(job) is not None
        return sorted(self.database.committed.state)


async def test_everything_of_a_stranger_goes_after_thirty_days() -> None:
    house = House()
    await house.wrote(STRANGER, KEPT_DAYS)
    assert len(await house.look()) == len(THEIRS)
    await house.wrote(STRANGER, AWAY)

    assert await house.look() == []


async def test_who_came_back_is_no_stranger_yet() -> None:
    house = House()
    await house.wrote(STRANGER, AWAY)
    await house.wrote(STRANGER, 0, "words:{0}")

    assert len(await house.look()) == len(THEIRS)


async def test_drafts_of_residents_stay() -> None:
    house = House()
    scene = await set_scene(house.uow)
    never, once = a_resident(scene.unit, consented_at=None), a_resident(scene.unit, consented_at=START)
    async with house.uow() as uow:
        await uow.residents.save(never)
        await uow.residents.save(once)
        await uow.commit()
    await house.wrote(once.telegram_id, AWAY, "draft:{0}")
    await house.wrote(never.telegram_id, AWAY, "draft:{0}")

    assert await house.look() == [f"draft:{once.telegram_id}"]


async def test_what_is_nobodys_stays() -> None:
    house = House()
    await house.wrote(STRANGER, AWAY, "outage:last", "fsm:42:-100:{0}:default:data", "newcomer:x")

    assert len(await house.look()) == 3


def test_keys_tell_their_person() -> None:
    assert {owner(key.format(7)) for key in THEIRS} == {TelegramUserId(7)}
