"""After a day without Telegram the staff are told what may be missing, once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.outage import EVERY, KEPT, OutageWatch
from core.people.outage import TellOutage
from core.shared.errors import StorageError
from tests.core_rig import CoreRig
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeStateStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit

DAY = 86_400.0


class Scene:
    """A watch whose process can be started anew, and what it tells."""

    def __init__(self) -> None:
        self.state = FakeStateStore(FakeDatabase())
        self.elapsed = FakeElapsed()
        self.told: list[tuple[datetime, datetime]] = []
        self.down = False
        self.start()

    def start(self) -> None:
        self.watch = OutageWatch(self.state, self.elapsed, self.tell)

    async def tell(self, since: datetime, until: datetime) -> None:
        if self.down:
            raise StorageError("storage-failed")
        self.told.append((since, until))

    async def passes(self, seconds: float, *, restart: bool = False) -> None:
        self.elapsed.pass_by(seconds)
        if restart:
            self.start()
        await self.watch.heard()


@pytest.fixture
async def scene() -> Scene:
    scene = Scene()
    await scene.watch.heard()
    return scene


@pytest.mark.parametrize("restart", [False, True])
async def test_a_day_is_what_telegram_keeps(scene: Scene, restart: bool) -> None:
    await scene.passes(KEPT, restart=restart)
    assert scene.told == []


@pytest.mark.parametrize("restart", [False, True])
async def test_what_is_older_may_be_missing(scene: Scene, restart: bool) -> None:
    began = datetime.fromtimestamp(scene.elapsed.seconds(), UTC)
    await scene.passes(3 * DAY, restart=restart)
    await scene.passes(60, restart=restart)

    assert scene.told == [(began, began + timedelta(days=2))]


async def test_it_is_told_as_soon_as_the_database_is_back(scene: Scene) -> None:
    scene.down = True
    with pytest.raises(StorageError):
        await scene.passes(2 * DAY)
    scene.down = False
    await scene.passes(60)

    assert len(scene.told) == 1


async def test_it_is_noted_now_and_then_only(scene: Scene) -> None:
    first = await scene.state.get("telegram-heard")
    await scene.passes(EVERY - 1)
    assert await scene.state.get("telegram-heard") == first
    await scene.passes(1)
    assert await scene.state.get("telegram-heard") != first


async def test_every_staff_chat_hears_it_once() -> None:
    rig = CoreRig()
    since = datetime(2026, 11, 20, tzinfo=UTC)
    for _ in range(2):
        await TellOutage(uow=InMemoryUnitOfWorkFactory(rig.database))(since, since + timedelta(days=1))

    chats = [item.chat_id for item in rig.items if item.spec and item.spec.key == "outage-notice"]
    assert sorted(chats) == sorted([rig.desk.chat_id, rig.other_desk.chat_id])
