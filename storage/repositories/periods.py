from datetime import datetime

from sqlalchemy import func, select

from core.shared.periods import Period, Turn
from storage.tables import periods_run
from storage.work import Work


class SqlPeriodLog:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def is_taken(self, job: str, period: Period) -> bool:
        wanted = select(periods_run.c.job).where(periods_run.c.job == job, periods_run.c.period == period.key)
        return (await self._work.run(wanted)).first() is not None

    async def before(self, job: str, period: Period) -> Period | None:
        wanted = select(func.max(periods_run.c.period))
        wanted = wanted.where(periods_run.c.job == job, periods_run.c.period < period.key)
        key = (await self._work.run(wanted)).scalar_one()
        return None if key is None else Period.of(key)

    async def taken_at(self, job: str, period: Period) -> datetime | None:
        wanted = select(periods_run.c.ran_at).where(periods_run.c.job == job, periods_run.c.period == period.key)
        return (await self._work.run(wanted)).scalar_one_or_none()

    async def take(self, job: str, turn: Turn, at: datetime) -> bool:
        row = {
            "job": job,
            "period": turn.period.key,
            "ran_at": at,
            "follows": turn.follows.key if turn.follows else None,
            "passed_over": turn.passed_over,
        }
        return (await self._work.run(self._work.insert_new(periods_run, row))).rowcount == 1
