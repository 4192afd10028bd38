"""Whoever opened the bot and neither agreed nor came back is forgotten (PI 19, 47; DOMAIN §8: collect the least)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from core.shared.ids import TelegramUserId
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.state import KeptState
from core.uow import UnitOfWork, UnitOfWorkFactory

KEPT_DAYS = 30
"""Whole days after the last thing they wrote or pressed, by the machine's own time; our own choice."""

Owner = Callable[[str], TelegramUserId | None]
"""Tells of whom the value under a key is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetStrangers:
    """Daily at night: erase language, poster, words and windows of people who are no residents."""

    uow: UnitOfWorkFactory
    state: KeptState
    owner: Owner

    @property
    def name(self) -> str:
        return "strangers"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(3))

    async def prepare(self, period: Period) -> None:  # noqa: ARG002 - what is old is asked of the rows
        """Erase; whatever is written meanwhile stays, and doing it twice is once."""
        keys: dict[TelegramUserId, list[str]] = {}
        latest: dict[TelegramUserId, int] = {}
        for key, days in (await self.state.idle()).items():
            person = self.owner(key)
            if person is not None:
                keys.setdefault(person, []).append(key)
                latest[person] = min(latest.get(person, days), days)
        silent = [person for person, days in latest.items() if days > KEPT_DAYS]
        async with self.uow.reading() as uow:
            known = await uow.residents.ever_agreed(silent)
        await self.state.forget([key for person in silent if person not in known for key in keys[person]], KEPT_DAYS)

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Nothing more: the state may lie outside of the database, and is erased by then."""
