"""What is done again and again by itself: one turn, one row, one transaction.

A job keeps no date of its next run. Each time somebody looks, the turn that has come by now is computed and taken by
writing its row, together with everything it brings about. So a late start, a restart and several processes neither
skip nor repeat; time that leaps over several turns brings one, which knows how many were passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.shared.clock import Clock
from core.shared.periods import Period, Schedule, Turn
from core.uow import UnitOfWork, UnitOfWorkFactory


class Job(Protocol):
    @property
    def name(self) -> str:
        """Stored with every turn: never rename."""
        ...

    @property
    def schedule(self) -> Schedule: ...

    async def prepare(self, period: Period) -> None:
        """Do what can be no part of the turn's transaction, before it is taken: it may be done twice, or in vain."""
        ...

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Write what the turn brings about into `uow`, which the caller commits: rows and outbox, no network.

        Of what was passed over a job makes what suits it, by `turn.follows`: the latest alone, or everything in one.
        """
        ...


class JobSource(Protocol):
    """Jobs that come and go; which there are is read at each look."""

    @property
    def name(self) -> str:
        """Of all of them, where turns are counted."""
        ...

    async def jobs(self) -> Sequence[Job]: ...


class Chore(Protocol):
    """What falls due at no hour of its own: rows say what has come to its time, and that it was done."""

    @property
    def name(self) -> str: ...

    async def __call__(self) -> bool:
        """Do what is due now, in transactions of its own; tell whether there was anything. Safe twice and late."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTurn:
    """Do a job's turn if it has come and nobody has taken it."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, job: Job) -> Turn | None:
        """Return the turn that was taken now. Raises StorageError; then, as after any other error, it is still to come.

        A turn earlier than one already taken counts like any other. So a clock that was years ahead for a while
        silences nobody: it has taken one turn of that year, and none of those it leapt over.
        """
        now = self.clock.now()
        period = job.schedule.latest(now, self.clock.zone)
        async with self.uow.reading() as uow:
            if await uow.periods.is_taken(job.name, period):
                return None
        await job.prepare(period)
        async with self.uow() as uow:
            follows = await uow.periods.before(job.name, period)
            passed_over = job.schedule.between(follows, period) if follows else 0
            turn = Turn(period=period, follows=follows, passed_over=passed_over)
            if not await uow.periods.take(job.name, turn, now):
                return None
            await job.run(uow, turn)
            await uow.commit()
        return turn

    def late(self, turn: Turn) -> float:
        """Return how many seconds of civil time ago a turn began."""
        begins = turn.period.begins.replace(tzinfo=self.clock.zone)
        return max(0.0, (self.clock.now() - begins).total_seconds())
