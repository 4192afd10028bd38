"""What falls due happens once, however the time moves and whoever looks."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from core.jobs import TakeTurn
from core.shared.periods import Daily, Period, Turn
from core.uow import UnitOfWork
from tests.factories.cases import an_item
from tests.fakes.database import FakeDatabase
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI, START, FakeClock

pytestmark = pytest.mark.unit

NINE = Daily(time(9))
DAY = timedelta(days=1)


def period(day: int, month: int = 11) -> Period:
    return Period(datetime(2026, month, day, 9))  # noqa: DTZ001 - the community's own time


class Chore:
    """A job that writes one outbox row a turn and remembers what it was told."""

    name = "chore"
    schedule = NINE

    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self.fails = False

    async def prepare(self, period: Period) -> None:
        """Nothing."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        uow.outbox.add(an_item(1, dedupe=f"chore:{turn.period.key}"))
        if self.fails:
            raise LookupError
        self.turns.append(turn)


class Scene:
    def __init__(self) -> None:
        self.database = FakeDatabase()
        self.clock = FakeClock()
        self.chore = Chore()

    async def look(self, clock: FakeClock | None = None) -> Turn | None:
        take = TakeTurn(uow=InMemoryUnitOfWorkFactory(self.database), clock=clock or self.clock)
        return await take(self.chore)


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        (datetime(2026, 11, 23, 1, 0, tzinfo=UTC), SHANGHAI, period(23)),
        (datetime(2026, 11, 23, 0, 59, 59, tzinfo=UTC), SHANGHAI, period(22)),
        (datetime(2026, 11, 22, 20, 0, tzinfo=UTC), SHANGHAI, period(22)),
        (datetime(2026, 11, 23, 14, 0, tzinfo=UTC), ZoneInfo("America/New_York"), period(23)),
        (datetime(2026, 11, 1, 13, 59, tzinfo=UTC), ZoneInfo("America/New_York"), period(31, month=10)),
    ],
)
def test_the_latest_turn_of_a_day(now: datetime, zone: tzinfo, expected: Period) -> None:
    assert NINE.latest(now, zone) == expected


def test_turns_between_two() -> None:
    assert [NINE.between(period(20), period(day)) for day in (19, 20, 21, 22, 25)] == [0, 0, 0, 1, 4]


def test_a_turns_name_is_read_back() -> None:
    assert Period.of(period(3).key) == period(3)
    assert period(3).key == "2026-11-03T09:00"
    assert period(3).day == date(2026, 11, 3)


async def test_a_turn_is_taken_once(scene: Scene) -> None:
    assert await scene.look() == Turn(period=period(23))
    assert await scene.look() is None
    scene.clock.move(timedelta(hours=22))
    assert await scene.look() is None
    scene.clock.move(timedelta(hours=1))
    assert await scene.look() == Turn(period=period(24), follows=period(23))
    assert scene.database.outbox_keys == ["chore:2026-11-23T09:00", "chore:2026-11-24T09:00"]


async def test_after_a_leap_over_weeks_one_turn_knows_how_many_it_makes_up_for(scene: Scene) -> None:
    await scene.look()
    scene.clock.move(timedelta(days=21))

    assert await scene.look() == Turn(period=period(14, month=12), follows=period(23), passed_over=20)
    assert await scene.look() is None


async def test_what_fails_is_still_to_come_and_leaves_nothing(scene: Scene) -> None:
    scene.chore.fails = True
    with pytest.raises(LookupError):
        await scene.look()
    assert scene.database.outbox_keys == []
    scene.chore.fails = False

    assert await scene.look() is not None
    assert scene.database.outbox_keys == ["chore:2026-11-23T09:00"]


async def test_a_clock_set_back_repeats_nothing(scene: Scene) -> None:
    for _ in range(3):
        await scene.look()
        scene.clock.move(DAY)
    scene.clock.move(-3 * DAY)
    for _ in range(3):
        assert await scene.look() is None
        scene.clock.move(DAY)

    assert await scene.look() == Turn(period=period(26), follows=period(25))


async def test_a_clock_that_was_years_ahead_silences_nobody(scene: Scene) -> None:
    wrong = FakeClock(START + timedelta(days=5_000))
    assert await scene.look(wrong) is not None

    assert await scene.look() == Turn(period=period(23))
    scene.clock.move(DAY)
    assert await scene.look() == Turn(period=period(24), follows=period(23))


async def test_of_two_processes_whose_clocks_differ_one_takes_the_turn(scene: Scene) -> None:
    early, late = FakeClock(START), FakeClock(START + timedelta(seconds=40))

    assert [await scene.look(clock) is not None for clock in (late, early, late)] == [True, False, False]
