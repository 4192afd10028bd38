"""The weekly digest, and what is told at once: campaigns that nobody has to begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from core.broadcast.access import desks, ways_up
from core.broadcast.model import Campaign, CampaignKind, Content, DigestLine, Topic
from core.broadcast.ports import DigestSource, NewsSource, Window
from core.jobs import TakeTurn
from core.people.model import StaffChat, Unit
from core.shared.clock import Clock
from core.shared.ids import CampaignId, IdSource, UnitId
from core.shared.periods import WEEK, Period, Schedule, Turn, Weekly
from core.uow import UnitOfWork, UnitOfWorkFactory

LOOKED_BACK = timedelta(days=7)
"""So long after its publication an item is still told at once, should nobody have looked before."""
LONGEST = 8 * WEEK
"""A digest looks back no further, however long nothing ran."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDigest:
    """A job: one desk's digest of one week. Missed weeks are one digest; a week with nothing to say has none."""

    clock: Clock
    ids: IdSource
    sources: Sequence[DigestSource]
    unit_id: UnitId
    units: frozenset[UnitId]
    schedule: Schedule

    @property
    def name(self) -> str:
        return f"weekly:{self.unit_id}"

    async def prepare(self, period: Period) -> None:
        """Nothing: all of it belongs to the turn's transaction."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Write the campaign. The first turn there ever was only marks from where on digests tell."""
        if turn.follows is None:
            return
        zone = self.clock.zone
        until = turn.period.begins.replace(tzinfo=zone)
        since = max(turn.follows.begins.replace(tzinfo=zone), until - LONGEST)
        ways = ways_up(await uow.units.all())
        concerned = frozenset[UnitId]().union(*(ways[unit] for unit in self.units))
        window = Window(since=since, until=until)
        lines = [line for source in self.sources for line in await source.lines(concerned, window)]
        if lines:
            content = Content(lines=tuple(lines), weeks=turn.passed_over + 1)
            campaign = Campaign(
                id=CampaignId(self.ids.new()),
                kind=CampaignKind.WEEKLY,
                unit_id=self.unit_id,
                period=turn.period.key,
                content=content,
                made_at=self.clock.now(),
                units=self.units,
            )
            await uow.campaigns.add(campaign)


async def schedule_of(uow: UnitOfWork, unit: Unit, default: Weekly) -> Weekly | None:
    """Return when a unit has its digest: by its own setting, else by the nearest above it, else by default."""
    at: Unit | None = unit
    while at is not None:
        its_own, schedule = await uow.subscriptions.weekly_of(at.id)
        if its_own:
            return schedule
        at = await uow.units.get(at.parent_id) if at.parent_id else None
    return default


@dataclass(frozen=True, slots=True, kw_only=True)
class SendWeekly:
    """A chore: the turns of all desks' digests. Units and desks come and go; so which there are is read each time."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    sources: Sequence[DigestSource]
    default: Weekly

    @property
    def name(self) -> str:
        return "weekly"

    async def __call__(self) -> bool:
        take = TakeTurn(uow=self.uow, clock=self.clock)
        turns = [await take(job) for job in await self.jobs()]
        return any(turn is not None for turn in turns)

    async def jobs(self) -> list[UnitDigest]:
        async with self.uow.reading() as uow:
            found = [await self._job(uow, desk, units) for desk, units in (await desks(uow)).values()]
        return [job for job in found if job is not None]

    async def _job(self, uow: UnitOfWork, desk: StaffChat, units: frozenset[UnitId]) -> UnitDigest | None:
        schedule = await schedule_of(uow, await uow.units.get(desk.unit_id), self.default)
        if schedule is None:
            return None
        return UnitDigest(
            clock=self.clock,
            ids=self.ids,
            sources=self.sources,
            unit_id=desk.unit_id,
            units=units,
            schedule=schedule,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeekly:
    """Say when a unit has its digest, and those below it that say nothing themselves."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, unit: Unit, schedule: Weekly | None) -> None:
        """The new time's turn of this week counts as taken: a change alone tells nobody anything."""
        async with self.uow() as uow:
            await uow.subscriptions.set_weekly(unit.id, schedule)
            if schedule is not None:
                now = self.clock.now()
                name, period = f"weekly:{unit.id}", schedule.latest(now, self.clock.zone)
                await uow.periods.take(name, Turn(period=period, follows=await uow.periods.before(name, period)), now)
            uow.audit.record("unit.weekly", "operator", unit.id, at=self.clock.now())
            await uow.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class TellAtOnce:
    """A chore: each published item becomes a campaign of its own, once."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    news: NewsSource

    @property
    def name(self) -> str:
        return "news"

    async def __call__(self) -> bool:
        now = self.clock.now()
        async with self.uow.reading() as uow:
            ways = ways_up(await uow.units.all())
            served = {desk.unit_id: units for desk, units in (await desks(uow)).values()}
        done = False
        for desk, units in served.items():
            concerned = frozenset[UnitId]().union(*(ways[unit] for unit in units))
            for item in await self.news.published(concerned, now - LOOKED_BACK, now + timedelta(seconds=1)):
                line = DigestLine(unit_id=item.unit_id, topic=Topic.NEWS, spec=item.spec)
                campaign = Campaign(
                    id=CampaignId(self.ids.new()),
                    kind=CampaignKind.ITEM,
                    unit_id=desk,
                    period=item.key,
                    content=Content(lines=(line,)),
                    made_at=item.at,
                    units=frozenset(unit for unit in units if item.unit_id in ways[unit]),
                )
                done = await self._begin(campaign) or done
        return done

    async def _begin(self, campaign: Campaign) -> bool:
        async with self.uow.reading() as uow:
            if await uow.campaigns.find(campaign.kind, campaign.unit_id, campaign.period):
                return False
        async with self.uow() as uow:
            added = await uow.campaigns.add(campaign)
            await uow.commit()
        return added
