"""A Monday, and what the weekly job needs."""

from collections.abc import Collection, Sequence
from datetime import datetime, time

from core.broadcast.model import (
    DigestLine,
)
from core.broadcast.ports import Published, Window
from core.broadcast.usecases import SendWeekly, TendCampaigns
from core.jobs import TakeTurn
from core.shared.ids import UnitId
from core.shared.outbox import OutboxItem
from core.shared.periods import Weekly
from tests.core_rig import CoreRig
from tests.factories.broadcast import a_line
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI

FRIDAY = Weekly(5, time(18))


def local(day: int, hour: int = 18, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=SHANGHAI)


class Source:
    """Tells what it is given, and remembers what it was asked."""

    def __init__(self, *lines: DigestLine) -> None:
        self.told = lines
        self.windows: list[Window] = []

    async def lines(self, units: Collection[UnitId], window: Window, /) -> Sequence[DigestLine]:
        if window not in self.windows:  # the street's desk asks as well
            self.windows.append(window)
        return [line for line in self.told if line.unit_id in units]


class News:
    def __init__(self, *items: Published) -> None:
        self.items = items

    async def published(self, units: Collection[UnitId], since: datetime, until: datetime) -> Sequence[Published]:
        return [item for item in self.items if item.unit_id in units and since <= item.at < until]


class House:
    """The rig, on a Monday, with what the weekly job needs."""

    def __init__(self, rig: CoreRig) -> None:
        self.rig = rig
        self.uow = InMemoryUnitOfWorkFactory(rig.database)
        self.source = Source(a_line(rig.unit))
        self.go_to(local(23, 9))

    def go_to(self, moment: datetime) -> None:
        self.rig.clock.move(moment - self.rig.clock.now())

    @property
    def weekly(self) -> SendWeekly:
        return SendWeekly(uow=self.uow, clock=self.rig.clock, ids=self.rig.ids, sources=[self.source], default=FRIDAY)

    async def takes(self, weekly: SendWeekly) -> None:
        take = TakeTurn(uow=self.uow, clock=self.rig.clock)
        for job in await weekly.jobs():
            await take(job)

    async def tends(self) -> bool:
        return await TendCampaigns(uow=self.uow, clock=self.rig.clock, chunk=2)()

    async def at(self, moment: datetime) -> None:
        self.go_to(moment)
        await self.takes(self.weekly)
        await self.tends()

    @property
    def digests(self) -> list[OutboxItem]:
        return [item for item in self.rig.items if item.dedupe.startswith("broadcast:")]
