"""Jobs that come and go: each has its turn, is counted, and fails alone."""

import logging
from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.jobs.turns import TakeTurns
from core.jobs import Job, TakeTurn
from core.shared.errors import StorageError
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI
from tests.unit.bot.test_jobs import Chore, Scene

pytestmark = pytest.mark.unit


class Desks:
    name = "weekly"

    def __init__(self, *jobs: Chore) -> None:
        self.there = jobs

    async def jobs(self) -> Sequence[Job]:
        return self.there


async def test_each_has_its_turn_is_counted_and_fails_alone(caplog: pytest.LogCaptureFixture) -> None:
    broken, sound, other = Chore("weekly:1", LookupError()), Chore("weekly:2"), Chore("weekly:3")
    scene = Scene()
    scene.clock.now = lambda: datetime(2026, 3, 2, 9, 5, tzinfo=SHANGHAI)  # type: ignore[method-assign] # a civil time
    take = TakeTurn(uow=InMemoryUnitOfWorkFactory(scene.database), clock=scene.clock)
    turns = TakeTurns(Desks(broken, sound, other), take, scene.metrics)
    with caplog.at_level(logging.INFO):
        assert [await turns(), await turns()] == [True, False]
    assert (broken.asked, sound.asked, other.asked) == (2, 1, 1)
    assert caplog.messages == [
        "job failed: weekly:1",
        "job weekly:2: 2026-03-02T09:00, 0 passed over",
        "job weekly:3: 2026-03-02T09:00, 0 passed over",
        "job failed: weekly:1",
    ]
    shown = (await scene.metrics.exposed()).decode()
    assert 'linli_jobs_total{job="weekly",outcome="done"} 2.0' in shown
    assert 'linli_jobs_total{job="weekly",outcome="failed"} 2.0' in shown
    assert 'linli_job_late_seconds_sum{job="weekly"} 600.0' in shown


async def test_while_the_database_is_away_all_of_them_wait() -> None:
    scene, behind = Scene(), Chore("weekly:2")
    take = TakeTurn(uow=InMemoryUnitOfWorkFactory(scene.database), clock=scene.clock)
    with pytest.raises(StorageError):
        await TakeTurns(Desks(Chore("weekly:1", StorageError("storage-busy")), behind), take, scene.metrics)()
    assert behind.asked == 0
