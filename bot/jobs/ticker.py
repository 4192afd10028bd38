"""When to look whether a turn has come. APScheduler only rings; what is due is asked of the rows, one job at a time.

It plans by the machine's civil time: set back by a day, its next ring is a day away, and an error inside its own
wake-up would end it without a word. So a ring that does not come within `SILENCE` seconds, counted by a clock nobody
can set, is taken as come, and the scheduler is begun anew.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, tzinfo
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.adapters.clock import OffsetRefresher
from core.jobs import Chore, Job, TakeTurn
from core.shared.errors import StorageError
from core.shared.watch import JobMeter

_log = logging.getLogger(__name__)

EVERY = 10
"""Seconds from ring to ring."""
SILENCE = 15.0
"""Real seconds within which a look is taken whatever the machine's clock says."""


class Ticker:
    def __init__(
        self,
        jobs: Sequence[Job],
        take: TakeTurn,
        offset: OffsetRefresher,
        zone: tzinfo,
        told: Callable[[], None],
        meter: JobMeter,
        chores: Sequence[Chore] = (),
    ) -> None:
        self._jobs = jobs
        self._chores = chores
        self._take = take
        self._offset = offset
        self._zone = zone
        self._told = told
        self._meter = meter
        self._ring = asyncio.Event()

    def wake(self) -> None:
        """Look now: civil time has been moved."""
        self._ring.set()

    async def run(self) -> None:
        """Do what falls due until cancelled."""
        scheduler = self._begin()
        try:
            while True:
                self._ring.clear()
                await self.look()
                try:
                    async with asyncio.timeout(SILENCE):
                        await self._ring.wait()
                except TimeoutError:
                    _log.warning("the scheduler was silent and begins anew")
                    scheduler.shutdown(wait=False)
                    scheduler = self._begin()
        finally:
            scheduler.shutdown(wait=False)

    async def look(self) -> None:
        """Take every turn that has come, and do what else falls due.

        One job's failure is logged and keeps no other back; it is tried again.
        """
        try:
            await self._offset.refresh()
        except StorageError as error:
            _log.warning("the clock's shift could not be read: %s", error.code)
            return
        for job in self._jobs:
            await self._one(job.name, partial(self._turn, job))
        for chore in self._chores:
            await self._one(chore.name, chore)

    async def _one(self, name: str, do: Callable[[], Awaitable[bool]]) -> None:
        try:
            done = await do()
        except StorageError as error:
            self._meter.turn(name, "waits")
            _log.warning("job %s waits: %s", name, error.code)
        except Exception:  # noqa: BLE001 - whatever it is: the other jobs have their turns too
            self._meter.turn(name, "failed")
            _log.exception("job failed: %s", name)
        else:
            if done:
                self._told()

    async def _turn(self, job: Job) -> bool:
        turn = await self._take(job)
        if turn is not None:
            self._meter.turn(job.name, "done", self._take.late(turn))
            _log.info("job %s: %s, %d passed over", job.name, turn.period.key, turn.passed_over)
        return turn is not None

    def _begin(self) -> AsyncIOScheduler:
        """Rings that come late come all the same, and several of them are one."""
        scheduler = AsyncIOScheduler(
            timezone=self._zone, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        every = IntervalTrigger(seconds=EVERY, timezone=self._zone)
        scheduler.add_job(self._rings, every, next_run_time=datetime.now(self._zone))
        for at in {job.schedule.at for job in self._jobs}:
            scheduler.add_job(self._rings, CronTrigger(hour=at.hour, minute=at.minute, timezone=self._zone))
        scheduler.start()
        return scheduler

    async def _rings(self) -> None:
        self._ring.set()
