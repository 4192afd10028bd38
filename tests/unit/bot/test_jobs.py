"""The ticker looks in time, whatever APScheduler and the machine's clock do, and one job's failure is its own."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta, tzinfo
from typing import Self

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.adapters.clock import OffsetRefresher, SystemClock
from bot.jobs import ticker as module
from bot.jobs.ticker import Ticker
from bot.metrics import Metrics
from bot.nursery import Nursery
from core.jobs import TakeTurn
from core.shared.errors import StorageError
from core.shared.periods import Daily, Period, Turn
from core.uow import UnitOfWork
from tests.factories.cases import an_item
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import nothing_waits
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI, FakeElapsed

pytestmark = pytest.mark.unit


class Chore:
    schedule = Daily(time(9))

    def __init__(self, name: str, error: Exception | None = None) -> None:
        self.name = name
        self.error = error
        self.asked = 0

    async def prepare(self, period: Period) -> None:
        """Nothing."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        self.asked += 1
        if self.error is not None:
            raise self.error
        uow.outbox.add(an_item(5, dedupe=f"{self.name}:{turn.period.key}"))


class Errand:
    """What falls due at no hour of its own."""

    def __init__(self, *outcomes: bool | Exception) -> None:
        self.name = "errand"
        self.outcomes = list(outcomes)

    async def __call__(self) -> bool:
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


class Scene:
    def __init__(
        self, *jobs: Chore, errands: Sequence[Errand] = (), shift: Callable[[], timedelta] = timedelta
    ) -> None:
        self.database = FakeDatabase()
        self.clock = SystemClock(SHANGHAI)
        self.told = 0

        async def read() -> timedelta:
            return shift()

        self.offset = OffsetRefresher(self.clock, read, demo=True)
        take = TakeTurn(uow=InMemoryUnitOfWorkFactory(self.database), clock=self.clock)
        self.metrics = Metrics(nothing_waits, FakeElapsed())
        self.ticker = Ticker(jobs, take, self.offset, SHANGHAI, self._tell, self.metrics, errands)
        self.offset.moved = self.ticker.wake

    def _tell(self) -> None:
        self.told += 1

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Self]:
        async with Nursery() as nursery:
            work = nursery.start(self.ticker.run(), name="jobs")
            yield self
        assert work.cancelled()

    async def rows(self, count: int) -> list[str]:
        """Wait until there are so many."""
        async with asyncio.timeout(20):
            while len(self.database.outbox_keys) < count:  # noqa: ASYNC110 - the fake rings no bell
                await asyncio.sleep(0.01)
        return self.database.outbox_keys


async def test_what_has_come_is_done_at_the_start_and_whoever_sends_is_told() -> None:
    scene = Scene(Chore("a"), Chore("b"))
    async with scene.running():
        await scene.rows(2)
        await asyncio.sleep(0)
    assert scene.told == 2


async def test_a_job_that_fails_is_logged_tried_again_and_keeps_no_other_back(caplog: pytest.LogCaptureFixture) -> None:
    broken, away, sound = Chore("broken", LookupError()), Chore("away", StorageError("storage-busy")), Chore("sound")
    scene = Scene(broken, away, sound)
    with caplog.at_level(logging.INFO):
        await scene.ticker.look()
        await scene.ticker.look()

    assert (broken.asked, away.asked, sound.asked) == (2, 2, 1)
    assert [record.exc_info is not None for record in caplog.records if "broken" in record.message] == [True, True]
    assert "job away waits: storage-busy" in caplog.messages
    assert scene.told == 1


async def test_chores_are_looked_after_each_time_and_fail_alone(caplog: pytest.LogCaptureFixture) -> None:
    busy, broken = Errand(True, False, True), Errand(StorageError("storage-failed"), ValueError("secret"), False)
    scene = Scene(errands=[broken, busy])
    told = []
    for _ in range(3):
        await scene.ticker.look()
        told.append(scene.told)

    assert told == [1, 1, 2]
    assert [record.message for record in caplog.records] == ["job errand waits: storage-failed", "job failed: errand"]


async def test_turns_are_counted_with_what_became_of_them_and_how_late_they_came() -> None:
    scene = Scene(Chore("broken", LookupError()), Chore("away", StorageError("storage-busy")), Chore("sound"))
    scene.clock.now = lambda: datetime(2026, 3, 2, 9, 5, tzinfo=SHANGHAI)  # type: ignore[method-assign] # a civil time
    await scene.ticker.look()
    await scene.ticker.look()

    counted = {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families((await scene.metrics.exposed()).decode())
        for sample in family.samples
        if sample.name in {"linli_jobs_total", "linli_job_late_seconds_sum"}
    }
    assert counted == {
        "linli_jobs_total broken failed": 2,
        "linli_jobs_total away waits": 2,
        "linli_jobs_total sound done": 1,
        "linli_job_late_seconds_sum sound": 300,
    }


async def test_where_the_shift_cannot_be_read_nothing_is_done_by_a_wrong_time(caplog: pytest.LogCaptureFixture) -> None:
    def away() -> timedelta:
        raise StorageError("storage-busy")

    chore = Chore("a")
    await Scene(chore, shift=away).ticker.look()

    assert chore.asked == 0
    assert "storage-busy" in caplog.text


async def test_time_that_is_moved_is_noticed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY", 3_600)
    monkeypatch.setattr(module, "SILENCE", 3_600.0)
    moved = timedelta(0)
    scene = Scene(Chore("a"), shift=lambda: moved)
    async with scene.running():
        await scene.rows(1)
        moved = timedelta(days=3)
        await scene.offset.refresh()  # what the process does each second
        assert len(await scene.rows(2)) == 2


async def test_a_scheduler_that_rings_no_more_is_begun_anew(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Set back by a day, the machine's clock puts APScheduler's next ring a day away."""
    rings: list[datetime | None] = []

    class Backward(module.datetime):  # type: ignore[misc, name-defined] # the module's own name for it
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            """At the first time a day ahead: the clock is right again from then on."""
            rings.append(None)
            return datetime.now(tz) + (timedelta(days=1) if len(rings) == 1 else timedelta(0))

    monkeypatch.setattr(module, "datetime", Backward)
    monkeypatch.setattr(module, "SILENCE", 0.05)
    moved = timedelta(0)
    scene = Scene(Chore("a"), shift=lambda: moved)
    scene.offset.moved = lambda: None
    async with scene.running():
        await scene.rows(1)
        moved = timedelta(days=1)
        await scene.rows(2)
    assert "silent" in caplog.text
    assert len(rings) > 1


async def test_rings_come_without_anybody_waking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY", 0.05)
    moved = timedelta(0)
    scene = Scene(Chore("a"), shift=lambda: moved)
    scene.offset.moved = lambda: None
    async with scene.running():
        for days in range(3):
            await scene.rows(days + 1)
            moved = timedelta(days=days + 1)
        await scene.rows(4)


async def test_a_clock_set_back_while_running_repeats_nothing() -> None:
    moved = timedelta(days=3)
    chore = Chore("a")
    scene = Scene(chore, shift=lambda: moved)
    await scene.ticker.look()
    for days in (2, 1, 0, 1, 2, 3):
        moved = timedelta(days=days)
        await scene.ticker.look()

    assert chore.asked == 4
