"""The weekly digest, and what is told at once: campaigns that nobody has to begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from core.broadcast.access import below, desks, ways_up
from core.broadcast.model import TOLD_AT_ONCE, Campaign, CampaignKind, Content, DigestLine, Topic
from core.broadcast.ports import DigestSource, NewsSource, Window
from core.people.model import StaffChat, Unit
from core.shared.clock import Clock
from core.shared.ids import CampaignId, IdSource, UnitId
from core.shared.periods import WEEK, Period, Schedule, Turn, Weekly
from core.uow import UnitOfWork, UnitOfWorkFactory

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
        """Write the campaign. The first turn there ever was only marks from where on digests tell.

        So does one from before a turn that has come and was taken: the hour has been changed, and it was told then.
        """
        zone = self.clock.zone
        last = await uow.periods.before(self.name, Period(self.clock.now().astimezone(zone).replace(tzinfo=None)))
        if turn.follows is None or (last is not None and last.begins > turn.period.begins):
            return
        told = await _told_until(uow, self.name, turn.follows)
        until = turn.period.begins.replace(tzinfo=zone)
        since = max(told.begins.replace(tzinfo=zone), until - LONGEST)
        ways = ways_up(await uow.units.all())
        concerned = frozenset[UnitId]().union(*(ways[unit] for unit in self.units))
        window = Window(since=since, until=until)
        lines = [line for source in self.sources for line in await source.lines(concerned, window)]
        if lines:
            weeks = min(self.schedule.between(told, turn.period) + 1, LONGEST // WEEK)
            content = Content(lines=tuple(lines), weeks=weeks)
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


async def _told_until(uow: UnitOfWork, name: str, turn: Period) -> Period:
    """Return the last turn up to `turn` that told what there was, not only that the hour was changed."""
    while await uow.periods.is_taken(_changed(name), turn):
        earlier = await uow.periods.before(name, turn)
        if earlier is None:
            break
        turn = earlier
    return turn


def _changed(name: str) -> str:
    """Name the turns of a job that a change of its hour has let pass."""
    return f"{name}:changed"


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
    """All desks' digests. Units and desks come and go; so which there are is read each time."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    sources: Sequence[DigestSource]
    default: Weekly

    @property
    def name(self) -> str:
        return "weekly"

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
        """A change alone tells nobody anything, and loses nothing.

        If the new hour of this week is past, its turn counts as taken; what happened until then is in the next digest.
        Where there was no digest before, it begins anew.
        """
        async with self.uow() as uow:
            now = self.clock.now()
            if schedule is not None:
                period = schedule.latest(now, self.clock.zone)
                for each in await below(uow, unit.id):
                    if each.id == unit.id or await self._follows(uow, each, unit):
                        await self._pass(uow, each, period, was=await schedule_of(uow, each, schedule))
            await uow.subscriptions.set_weekly(unit.id, schedule)
            uow.audit.record("unit.weekly", "operator", unit.id, at=now)
            await uow.commit()

    async def _follows(self, uow: UnitOfWork, unit: Unit, above: Unit) -> bool:
        """Tell whether a unit below has no hour of its own, nor has any between the two."""
        at: Unit | None = unit
        while at is not None and at.id != above.id:
            its_own, _ = await uow.subscriptions.weekly_of(at.id)
            if its_own:
                return False
            at = await uow.units.get(at.parent_id) if at.parent_id else None
        return True

    async def _pass(self, uow: UnitOfWork, unit: Unit, period: Period, was: Weekly | None) -> None:
        name, now = f"weekly:{unit.id}", self.clock.now()
        local = now.astimezone(self.clock.zone).replace(tzinfo=None)
        last = await uow.periods.before(name, Period(local))
        if last is not None and last.begins >= period.begins:
            return
        turn = Turn(period=period, follows=last)
        await uow.periods.take(name, turn, now)
        if was is not None:
            await uow.periods.take(_changed(name), turn, now)


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
            for item in await self.news.published(concerned, now - TOLD_AT_ONCE, now + timedelta(seconds=1)):
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
