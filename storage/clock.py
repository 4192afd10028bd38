from datetime import timedelta

from sqlalchemy import select

from storage.engine import Database
from storage.tables import clock_offset


class SqlClockOffset:
    """The demo's shift of civil time, read by every process; whether it is honoured is not decided here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self) -> timedelta:
        async with self._database.reading() as connection:
            seconds = (await connection.execute(select(clock_offset.c.seconds))).scalar_one_or_none()
        return timedelta(seconds=seconds or 0)
