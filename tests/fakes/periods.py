from datetime import datetime

from core.shared.periods import Period, Turn
from tests.fakes.database import FakeWork


class FakePeriodLog:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def is_taken(self, job: str, period: Period) -> bool:
        return (job, period) in self._work.now().periods

    async def before(self, job: str, period: Period) -> Period | None:
        taken = [known for name, known in self._work.now().periods if name == job and known.key < period.key]
        return max(taken, key=lambda known: known.key, default=None)

    async def taken_at(self, job: str, period: Period) -> datetime | None:
        return self._work.now().ran_at.get((job, period))

    async def take(self, job: str, turn: Turn, at: datetime) -> bool:
        periods = self._work.now().periods
        if (job, turn.period) in periods:
            return False
        periods[job, turn.period] = turn
        self._work.now().ran_at[job, turn.period] = at
        return True
