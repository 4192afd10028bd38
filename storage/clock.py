from datetime import timedelta

from sqlalchemy import func, select, update

from storage.engine import Database
from storage.tables import clock_offset
from storage.work import Work


class SqlClockOffset:
    """The demo's shift of civil time, read by every process; whether it is honoured is not decided here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self) -> timedelta:
        async with self._database.reading() as connection:
            seconds = (await connection.execute(select(clock_offset.c.seconds))).scalar_one_or_none()
        return timedelta(seconds=seconds or 0)

    async def move(self, seconds: float, *, within: timedelta) -> bool:
        """Move the shift by `seconds`, unless it would be farther than `within` from the machine's time then."""
        farthest, moved = within.total_seconds(), clock_offset.c.seconds + seconds
        async with self._database.transaction() as connection:
            work = Work(connection)
            await work.run(work.insert_new(clock_offset, {"id": 1, "seconds": 0.0}))
            done = await work.run(update(clock_offset).where(func.abs(moved) <= farthest).values(seconds=moved))
            return done.rowcount == 1
