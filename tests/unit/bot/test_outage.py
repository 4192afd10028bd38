"""After a day without Telegram the staff are told what may be missing, once."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.outage import EVERY, KEPT, KEY, UNDATED, AnsweredTime, OutageWatch
from core.people.outage import TellOutage
from core.shared.errors import StorageError
from tests.core_rig import CoreRig
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeStateStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit

DAY = 86_400.0
NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


class Scene:
    """A watch whose process can be started anew, and what it tells."""

    def __init__(self) -> None:
        self.state = FakeStateStore(FakeDatabase())
        self.elapsed = FakeElapsed()
        self.told: list[tuple[datetime, datetime]] = []
        self.down = False
        self.start()

    def start(self, elapsed: FakeElapsed | None = None) -> None:
        """Start the process anew; with `elapsed`, on a machine whose clock says this."""
        self.elapsed = elapsed or self.elapsed
        self.time = AnsweredTime(self.elapsed)
        self.watch = OutageWatch(self.state, self.time, self.tell)

    async def answered(self, at: datetime) -> None:
        """Telegram has answered, and named its time."""
        self.time.note(format_datetime(at, usegmt=True))
        await self.watch.heard()

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
    first = await scene.state.get(UNDATED)
    await scene.passes(EVERY - 1)
    assert await scene.state.get(UNDATED) == first
    await scene.passes(1)
    assert await scene.state.get(UNDATED) != first


@pytest.mark.parametrize("wrong", [FakeElapsed(0.0), FakeElapsed(NOON.timestamp() + 5_000 * DAY)])
async def test_a_machine_whose_clock_is_wrong_has_not_been_silent(scene: Scene, wrong: FakeElapsed) -> None:
    scene.start(FakeElapsed(NOON.timestamp()))
    await scene.answered(NOON)
    scene.start(wrong)
    await scene.answered(NOON + timedelta(hours=1))
    scene.start(FakeElapsed(NOON.timestamp() + 2 * 3_600))
    await scene.answered(NOON + timedelta(hours=2))
    assert scene.told == []

    scene.start(wrong)  # and what is so is told all the same
    await scene.answered(NOON + timedelta(days=3))
    assert scene.told == [(NOON + timedelta(hours=2), NOON + timedelta(days=2))]


async def test_between_answers_time_goes_on_by_itself() -> None:
    scene = Scene()
    await scene.answered(NOON)
    scene.elapsed.pass_by(3 * DAY)
    await scene.watch.heard()

    assert scene.told == [(NOON, NOON + timedelta(days=2))]


async def test_an_answer_without_a_date_is_not_compared_with_one_that_has_one(scene: Scene) -> None:
    await scene.answered(NOON)
    scene.time.note("yesterday, I believe")
    await scene.passes(60)
    scene.start()
    await scene.passes(60)

    assert scene.told == []
    assert (await scene.state.get(KEY), await scene.state.get(UNDATED)) != (None, None)


async def test_a_time_that_goes_back_is_noted(scene: Scene) -> None:
    """Telegram's does not; a server of one's own, whose clock was years ahead, may."""
    await scene.answered(NOON + timedelta(days=5_000))
    await scene.answered(NOON)
    scene.start()
    await scene.answered(NOON + timedelta(days=3))

    assert scene.told == [(NOON, NOON + timedelta(days=2))]


async def test_every_staff_chat_hears_it_once() -> None:
    rig = CoreRig()
    since = datetime(2026, 11, 20, tzinfo=UTC)
    for _ in range(2):
        await TellOutage(uow=InMemoryUnitOfWorkFactory(rig.database))(since, since + timedelta(days=1))

    chats = [item.chat_id for item in rig.items if item.spec and item.spec.key == "outage-notice"]
    assert sorted(chats) == sorted([rig.desk.chat_id, rig.other_desk.chat_id])
