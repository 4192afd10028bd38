"""How long what is kept, and what takes it away. The table in docs/privacy.md says the same for people."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.people.ports import Secrets
from core.privacy.erasing import unname
from core.privacy.model import Unnamed
from core.reports.model import Vault
from core.reports.usecases.tending import unname_old
from core.shared.clock import Clock
from core.shared.ids import TelegramUserId
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.state import KeptState
from core.uow import UnitOfWork, UnitOfWorkFactory

MASK_AFTER_DAYS = 365
"""After the close of a case (DOMAIN §8); configurable."""
UNFINISHED_DAYS = 90
"""Whole days an unfinished draft, and the window it is written in, waits for somebody who has agreed."""
AT_ONCE = 50
"""Cases in one transaction: others write in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskIdentities:
    """Nightly: take the author's name out of cases and reports closed long ago, and out of bookings as old."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets
    days: int = MASK_AFTER_DAYS

    @property
    def name(self) -> str:
        return "mask-identities"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(3, 30))

    async def prepare(self, period: Period) -> None:  # noqa: ARG002 - what is due is asked of the rows
        """Do it, some at a time; twice is once, and what a stop leaves is done the next night."""
        before = self.clock.now() - timedelta(days=self.days)
        while await self._some(before):
            pass

    async def _some(self, before: datetime) -> bool:
        """Tell whether anything was done: what cannot be done must not be asked for again and again."""
        done = False
        async with self.uow() as uow:
            for petition_id in await uow.persons.closed_before(before, AT_ONCE):
                petition = await uow.petitions.lock(petition_id)
                if petition.open:
                    continue
                if petition.anonymous:
                    await uow.persons.unname(petition_id)  # others have signed and spoken
                else:
                    await unname(uow, petition, Unnamed.EXPIRED, self.clock.now())
                await uow.persons.unlink([petition_id])
                await uow.together.forget_signers(petition_id)
                done = True
            if not done:
                await uow.persons.unname_old_bookings(before.date())
                await unname_old(uow, Vault(self.secrets), before)
                await uow.mediations.forget_closed(before)
            await uow.commit()
        return done

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Nothing more."""


Owner = Callable[[str], TelegramUserId | None]
"""Tells of whom the value under a key is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetUnfinished:
    """Nightly: erase drafts, words and windows nobody has gone on with; then nothing of what went is left in the files.

    Strangers' go sooner: see `core.people.strangers`.
    """

    state: KeptState
    owner: Owner
    tidy: Callable[[], Awaitable[None]]

    @property
    def name(self) -> str:
        return "forget-unfinished"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(4))

    async def prepare(self, period: Period) -> None:  # noqa: ARG002 - what is old is asked of the rows
        """Twice is once; whatever is written meanwhile stays."""
        idle = await self.state.idle()
        old = [key for key, days in idle.items() if days > UNFINISHED_DAYS and self.owner(key) is not None]
        await self.state.forget(old, UNFINISHED_DAYS)
        await self.tidy()

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Nothing more: the state may lie outside of the database."""
