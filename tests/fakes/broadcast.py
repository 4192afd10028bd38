from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from core.broadcast.model import (
    LIVE,
    QUIET,
    Audience,
    Campaign,
    CampaignKind,
    CampaignState,
    Content,
    Progress,
    Recipient,
    Subscription,
)
from core.people.model import Resident
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import CampaignId, ResidentId, UnitId
from core.shared.outbox import Operation, RowState
from core.shared.periods import Weekly
from tests.fakes.database import FakeDatabase, FakeOutboxRow, FakeWork, Tables, require


class FakeSubscriptionRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, resident_id: ResidentId) -> Subscription | None:
        return self._work.now().subscriptions.get(resident_id)

    async def save(self, subscription: Subscription) -> None:
        tables = self._work.now()
        require(subscription.resident_id in tables.residents)
        tables.subscriptions[subscription.resident_id] = subscription

    async def weekly_of(self, unit_id: UnitId) -> tuple[bool, Weekly | None]:
        settings = self._work.now().digest_settings
        return unit_id in settings, settings.get(unit_id)

    async def set_weekly(self, unit_id: UnitId, schedule: Weekly | None) -> None:
        self._work.now().digest_settings[unit_id] = schedule


class FakeCampaignRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def add(self, campaign: Campaign) -> bool:
        if await self.find(campaign.kind, campaign.unit_id, campaign.period) is not None:
            return False
        tables = self._work.now()
        require(campaign.unit_id in tables.units)
        tables.campaigns[campaign.id] = replace(campaign, content=Content.from_json(campaign.content.to_json()))
        return True

    async def get(self, campaign_id: CampaignId) -> Campaign:
        if campaign_id not in self._work.now().campaigns:
            raise NotFoundError("campaign-unknown")
        return self._work.now().campaigns[campaign_id]

    async def find(self, kind: CampaignKind, unit_id: UnitId, period: str) -> Campaign | None:
        wanted = (kind, unit_id, period)
        every = self._work.now().campaigns.values()
        return next((each for each in every if (each.kind, each.unit_id, each.period) == wanted), None)

    async def lock(self, campaign_id: CampaignId) -> Campaign:
        if self._work.reads_only:
            raise StorageError("storage-failed")
        return await self.get(campaign_id)

    async def save(self, campaign: Campaign) -> None:
        if (await self.get(campaign.id)).version != campaign.version - 1:
            raise ConflictError("campaign-changed")
        self._work.now().campaigns[campaign.id] = campaign

    async def live(self) -> Sequence[CampaignId]:
        found = [each for each in self._work.now().campaigns.values() if each.state in LIVE]
        return [each.id for each in sorted(found, key=lambda each: (each.made_at, each.id))]

    async def count(self, audience: Audience) -> int:
        return len(_people(self._work.now(), audience))

    async def recipients(self, audience: Audience, after: ResidentId | None, limit: int) -> Sequence[Recipient]:
        found = _people(self._work.now(), audience)
        return [each for each in found if each.choice.resident_id > (after or "")][:limit]

    async def among(self, audience: Audience, people: Collection[ResidentId]) -> Sequence[Recipient]:
        return [each for each in _people(self._work.now(), audience) if each.choice.resident_id in people]

    async def put_off(self, campaign_id: CampaignId, people: Sequence[tuple[ResidentId, datetime]]) -> None:
        for who, due in people:
            self._work.now().put_off.setdefault((campaign_id, who), due)

    async def put_off_until(self, campaign_id: CampaignId, now: datetime, limit: int) -> Sequence[ResidentId]:
        tables = self._work.now()
        due = sorted(who for (campaign, who), at in tables.put_off.items() if campaign == campaign_id and at <= now)
        for who in due[:limit]:
            del tables.put_off[campaign_id, who]
        return due[:limit]

    async def progress(self, campaign_id: CampaignId) -> Progress:
        return progress_of(self._work.now(), campaign_id)

    async def hold(self, campaign_id: CampaignId) -> int:
        return self._turn(campaign_id, {RowState.PENDING}, RowState.PAUSED)

    async def let_go(self, campaign_id: CampaignId) -> int:
        tables = self._work.now()
        rows = [row for row in _rows(tables, campaign_id) if row.state is RowState.PAUSED and row.lease_until]
        for row in rows:
            tables.outbox[row.id] = replace(row, state=RowState.PENDING)
        return len(rows)

    async def take_back(self, campaign_id: CampaignId, limit: int) -> Sequence[ResidentId]:
        tables = self._work.now()
        rows = [row for row in _rows(tables, campaign_id) if row.state is RowState.PAUSED and not row.lease_until]
        for row in rows[:limit]:
            del tables.outbox[row.id]
        chats = {row.item.chat_id for row in rows[:limit]}
        return sorted(each.id for each in tables.residents.values() if each.telegram_id in chats)

    async def drop(self, campaign_id: CampaignId) -> int:
        tables = self._work.now()
        later = [key for key in tables.put_off if key[0] == campaign_id]
        return self._turn(campaign_id, {RowState.PENDING, RowState.PAUSED}, RowState.SUPERSEDED) + len(later)

    async def spare(self, resident_id: ResidentId, kinds: Collection[CampaignKind]) -> int:
        tables = self._work.now()
        live = [each.id for each in tables.campaigns.values() if each.state in LIVE and each.kind in kinds]
        rows = [row for each in live for row in _rows(tables, each)]
        chat, waits = tables.residents[resident_id].telegram_id, {RowState.PENDING, RowState.PAUSED}
        theirs = [row for row in rows if row.item.chat_id == chat and row.state in waits]
        for row in theirs:
            tables.outbox[row.id] = replace(row, state=RowState.SUPERSEDED)
        return len(theirs)

    async def is_drawn(self, campaign_id: CampaignId) -> bool:
        rows = self._work.now().outbox.values()
        drawings = [r for r in rows if (r.item.operation, r.item.campaign_id) == (Operation.PROGRESS, campaign_id)]
        return any(row.state is RowState.PENDING and not row.lease_until for row in drawings)

    def _turn(self, campaign_id: CampaignId, states: Collection[RowState], to: RowState) -> int:
        tables = self._work.now()
        rows = [row for row in _rows(tables, campaign_id) if row.state in states]
        for row in rows:
            tables.outbox[row.id] = replace(row, state=to)
        return len(rows)


class FakeCampaignReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def drawing(self, campaign_id: CampaignId) -> tuple[Campaign, str, Progress] | None:
        tables = self._database.committed
        campaign = tables.campaigns.get(campaign_id)
        if campaign is None:
            return None
        return campaign, tables.units[campaign.unit_id].name, progress_of(tables, campaign_id)


def progress_of(tables: Tables, campaign_id: CampaignId) -> Progress:
    states = [row.state for row in _rows(tables, campaign_id)]
    later = len([campaign for campaign, _ in tables.put_off if campaign == campaign_id])
    stopped = campaign_id in tables.campaigns and tables.campaigns[campaign_id].state is CampaignState.STOPPED
    return Progress(
        sent=states.count(RowState.SENT),
        waiting=states.count(RowState.PENDING) + states.count(RowState.PAUSED),
        blocked=states.count(RowState.UNREACHABLE),
        failed=states.count(RowState.DEAD),
        dropped=states.count(RowState.SUPERSEDED) + (later if stopped else 0),
        later=0 if stopped else later,
    )


def _rows(tables: Tables, campaign_id: CampaignId) -> list[FakeOutboxRow]:
    rows = tables.outbox.values()
    return [r for r in rows if r.item.campaign_id == campaign_id and r.item.operation is Operation.SEND]


def _people(tables: Tables, audience: Audience) -> list[Recipient]:
    found: list[Recipient] = []
    for resident in sorted(tables.residents.values(), key=lambda each: each.id):
        choice = tables.subscriptions.get(resident.id) or Subscription(
            resident_id=resident.id,
            quiet=QUIET,
            since=resident.consented_at or datetime.min,  # noqa: DTZ901 - of nobody
        )
        wanted = resident.unit_id in audience.units and choice.rhythm in audience.rhythms
        reached = resident.consented and resident.unreachable_since is None
        if wanted and reached and _has_role(tables, resident, audience):
            found.append(Recipient(telegram_id=resident.telegram_id, unit_id=resident.unit_id, choice=choice))
    return found


def _has_role(tables: Tables, resident: Resident, audience: Audience) -> bool:
    lines = [entry for entry in tables.roster.values() if entry.resident_id == resident.id]
    return audience.role is None or any(audience.role in entry.roles for entry in lines)
