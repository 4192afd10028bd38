"""The turns of jobs that come and go."""

import logging

from core.jobs import JobSource, TakeTurn
from core.shared.errors import StorageError
from core.shared.watch import JobMeter

_log = logging.getLogger(__name__)


class TakeTurns:
    """A chore: each job's turn that has come. One job's failure is logged, keeps no other back, and is tried again."""

    def __init__(self, source: JobSource, take: TakeTurn, meter: JobMeter) -> None:
        self._source = source
        self._take = take
        self._meter = meter

    @property
    def name(self) -> str:
        return self._source.name

    async def __call__(self) -> bool:
        """Tell whether a turn was taken. Raises StorageError: then all of them wait."""
        done = False
        for job in await self._source.jobs():
            try:
                turn = await self._take(job)
            except StorageError:
                raise
            except Exception:  # noqa: BLE001 - whatever it is: the other jobs have their turns too
                self._meter.turn(self.name, "failed")
                _log.exception("job failed: %s", job.name)
                continue
            if turn is not None:
                done = True
                self._meter.turn(self.name, "done", self._take.late(turn))
                _log.info("job %s: %s, %d passed over", job.name, turn.period.key, turn.passed_over)
        return done
