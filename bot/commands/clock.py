"""A demo's clock: civil time is moved for every process at once, by one row. A real community's is never moved."""

from datetime import timedelta

from bot.adapters.clock import OffsetRefresher, SystemClock
from bot.commands.database import require_schema
from bot.config import Settings
from bot.terminal import say
from core.shared.errors import DomainError
from storage.clock import SqlClockOffset
from storage.engine import Database

FARTHEST = timedelta(days=3_660)
"""Ten years either way are enough for every limit of the law."""


async def shift_clock(settings: Settings, seconds: int) -> None:
    """Move civil time by so many seconds, and say where it is; 0 only says it.

    Raises DomainError("clock-demo-only") outside of a demo, and DomainError("clock-too-far"); then nothing is moved.
    """
    if not settings.demo:
        raise DomainError("clock-demo-only")
    await require_schema(settings.database_url)
    database = Database(settings.database_url)
    try:
        offset, clock = SqlClockOffset(database), SystemClock(settings.zone)
        if not await offset.move(seconds, within=FARTHEST):
            raise DomainError("clock-too-far", days=FARTHEST.days)
        await OffsetRefresher(clock, offset.read, demo=True).refresh()
    finally:
        await database.close()
    say("cli-clock-now", now=f"{clock.now().astimezone(settings.zone):%Y-%m-%d %H:%M}")
