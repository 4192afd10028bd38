from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime, time
from typing import Any

from sqlalchemy import RowMapping, Select, and_, case, delete, exists, func, select, update

from core.broadcast.model import (
    LIVE,
    QUIET,
    Audience,
    Campaign,
    CampaignKind,
    CampaignState,
    Content,
    Progress,
    Quiet,
    Recipient,
    Rhythm,
    Subscription,
    Topic,
)
from core.people.model import CONSENT_VERSION, Role
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import CampaignId, ResidentId, TelegramUserId, UnitId
from core.shared.outbox import Operation, RowState
from core.shared.periods import Weekly
from storage.outbox_rows import DROPPED
from storage.rows import Run
from storage.tables import (
    campaign_later,
    campaigns,
    digest_settings,
    outbox,
    residents,
    roster_entries,
    roster_roles,
    subscriptions,
)
from storage.work import Values, Work

_PLAIN = [field.name for field in fields(Campaign) if field.name not in {"content", "units"}]
_NAMES = ("rhythm", "topics", "quiet_since", "quiet_until", "since")


class SqlSubscriptionRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, resident_id: ResidentId) -> Subscription | None:
        wanted = select(subscriptions).where(subscriptions.c.resident_id == resident_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else _subscription(row)

    async def save(self, subscription: Subscription) -> None:
        quiet = subscription.quiet
        values: Values = {
            "resident_id": subscription.resident_id,
            "rhythm": subscription.rhythm,
            "topics": " ".join(sorted(subscription.topics)),
            "quiet_since": quiet.since if quiet else None,
            "quiet_until": quiet.until if quiet else None,
            "since": subscription.since,
        }
        await self._work.run(self._work.upsert(subscriptions, values))

    async def weekly_of(self, unit_id: UnitId) -> tuple[bool, Weekly | None]:
        wanted = select(digest_settings).where(digest_settings.c.unit_id == unit_id)
        row = (await self._work.run(wanted)).one_or_none()
        if row is None or row.weekday is None:
            return row is not None, None
        return True, Weekly(row.weekday, time.fromisoformat(row.at))

    async def set_weekly(self, unit_id: UnitId, schedule: Weekly | None) -> None:
        values: Values = {"unit_id": unit_id, "weekday": None, "at": None}
        if schedule is not None:
            values |= {"weekday": schedule.weekday, "at": schedule.at.isoformat(timespec="minutes")}
        await self._work.run(self._work.upsert(digest_settings, values))


class SqlCampaignRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, campaign: Campaign) -> bool:
        added = self._work.insert_new(campaigns, _values(campaign)).returning(campaigns.c.id)
        return (await self._work.run(added)).first() is not None

    async def get(self, campaign_id: CampaignId) -> Campaign:
        return await self._known(select(campaigns).where(campaigns.c.id == campaign_id))

    async def find(self, kind: CampaignKind, unit_id: UnitId, period: str) -> Campaign | None:
        theirs = and_(campaigns.c.kind == kind, campaigns.c.unit_id == unit_id, campaigns.c.period == period)
        row = (await self._work.run(select(campaigns).where(theirs))).mappings().one_or_none()
        return None if row is None else campaign_of(row)

    async def lock(self, campaign_id: CampaignId) -> Campaign:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        return await self._known(select(campaigns).where(campaigns.c.id == campaign_id).with_for_update(key_share=True))

    async def _known(self, wanted: Select[Any]) -> Campaign:
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("campaign-unknown")
        return campaign_of(row)

    async def save(self, campaign: Campaign) -> None:
        unchanged = (campaigns.c.id == campaign.id) & (campaigns.c.version == campaign.version - 1)
        done = await self._work.run(update(campaigns).where(unchanged).values(_values(campaign)))
        if done.rowcount != 1:
            raise ConflictError("campaign-changed")

    async def live(self) -> Sequence[CampaignId]:
        wanted = select(campaigns.c.id).where(campaigns.c.state.in_(LIVE))
        return (await self._work.run(wanted.order_by(campaigns.c.made_at, campaigns.c.id))).scalars().all()

    async def count(self, audience: Audience) -> int:
        people = _people(audience).with_only_columns(func.count())
        return int((await self._work.run(people)).scalar_one())

    async def recipients(self, audience: Audience, after: ResidentId | None, limit: int) -> Sequence[Recipient]:
        return await self._people(_people(audience).where(residents.c.id > (after or "")).limit(limit))

    async def among(self, audience: Audience, people: Collection[ResidentId]) -> Sequence[Recipient]:
        return await self._people(_people(audience).where(residents.c.id.in_(people)))

    async def _people(self, wanted: Select[Any]) -> Sequence[Recipient]:
        rows = (await self._work.run(wanted.order_by(residents.c.id))).mappings()
        return [
            Recipient(
                telegram_id=TelegramUserId(row["telegram_id"]), unit_id=UnitId(row["unit_id"]), choice=_choice(row)
            )
            for row in rows
        ]

    async def put_off(self, campaign_id: CampaignId, people: Sequence[tuple[ResidentId, datetime]]) -> None:
        rows = [{"campaign_id": campaign_id, "resident_id": who, "due_at": due} for who, due in people]
        if rows:
            await self._work.run(self._work.insert_new(campaign_later, rows))

    async def put_off_until(self, campaign_id: CampaignId, now: datetime, limit: int) -> Sequence[ResidentId]:
        theirs = campaign_later.c.campaign_id == campaign_id
        due = select(campaign_later.c.resident_id).where(theirs, campaign_later.c.due_at <= now)
        people = (await self._work.run(due.order_by(campaign_later.c.resident_id).limit(limit))).scalars().all()
        if people:
            await self._work.run(delete(campaign_later).where(theirs, campaign_later.c.resident_id.in_(people)))
        return people

    async def progress(self, campaign_id: CampaignId) -> Progress:
        return await progress_of(self._work.run, campaign_id)

    async def hold(self, campaign_id: CampaignId) -> int:
        waits = and_(_of(campaign_id), outbox.c.state == RowState.PENDING)
        held = {"state": RowState.PAUSED, "waits_since": None}
        return (await self._work.run(update(outbox).where(waits).values(held))).rowcount

    async def let_go(self, campaign_id: CampaignId) -> int:
        held = and_(_of(campaign_id), outbox.c.state == RowState.PAUSED, outbox.c.owner.is_not(None))
        return (await self._work.run(update(outbox).where(held).values(state=RowState.PENDING))).rowcount

    async def take_back(self, campaign_id: CampaignId, limit: int) -> Sequence[ResidentId]:
        held = and_(_of(campaign_id), outbox.c.state == RowState.PAUSED, outbox.c.owner.is_(None))
        some = select(outbox.c.id).where(held).order_by(outbox.c.id).limit(limit)
        gone = delete(outbox).where(held, outbox.c.id.in_(some)).returning(outbox.c.chat_id)
        chats = (await self._work.run(gone)).scalars().all()
        people = select(residents.c.id).where(residents.c.telegram_id.in_(chats)).order_by(residents.c.id)
        return (await self._work.run(people)).scalars().all()

    async def drop(self, campaign_id: CampaignId) -> int:
        still = outbox.c.state.in_((RowState.PENDING, RowState.PAUSED))
        waits = and_(_of(campaign_id), still)
        dropped = (await self._work.run(update(outbox).where(waits).values(DROPPED))).rowcount
        later = select(func.count()).where(campaign_later.c.campaign_id == campaign_id)
        return dropped + int((await self._work.run(later)).scalar_one())

    async def spare(self, resident_id: ResidentId, kinds: Collection[CampaignKind]) -> int:
        live = select(campaigns.c.id).where(campaigns.c.state.in_(LIVE), campaigns.c.kind.in_(kinds))
        live = live.order_by(campaigns.c.id).with_for_update(key_share=True)
        found = (await self._work.run(live)).scalars().all()
        chat = select(residents.c.telegram_id).where(residents.c.id == resident_id).scalar_subquery()
        waits = outbox.c.state.in_((RowState.PENDING, RowState.PAUSED))
        message = and_(outbox.c.campaign_id.in_(found), outbox.c.operation == Operation.SEND, waits)
        theirs = update(outbox).where(message, outbox.c.chat_id == chat).values(DROPPED)
        return (await self._work.run(theirs)).rowcount

    async def is_drawn(self, campaign_id: CampaignId) -> bool:
        drawing = and_(outbox.c.campaign_id == campaign_id, outbox.c.operation == Operation.PROGRESS)
        waits = and_(drawing, outbox.c.state == RowState.PENDING, outbox.c.owner.is_(None))
        return bool((await self._work.run(select(exists().where(waits)))).scalar_one())


def campaign_of(row: RowMapping) -> Campaign:
    known: dict[str, Any] = {
        **{name: row[name] for name in _PLAIN},
        "kind": CampaignKind(row["kind"]),
        "state": CampaignState(row["state"]),
        "role": None if row["role"] is None else Role(row["role"]),
        "content": Content.from_json(row["content"]),
        "units": frozenset(UnitId(unit) for unit in row["units"]),
    }
    return Campaign(**known)


async def progress_of(run: Run, campaign_id: CampaignId) -> Progress:
    """Return how far a campaign is, from its rows."""
    states = select(outbox.c.state, func.count()).where(_of(campaign_id)).group_by(outbox.c.state)
    counts = dict(tuple(row) for row in await run(states))
    put_off = select(func.count()).where(campaign_later.c.campaign_id == campaign_id)
    later = int((await run(put_off)).scalar_one())
    state = (await run(select(campaigns.c.state).where(campaigns.c.id == campaign_id))).scalar()
    stopped = state == CampaignState.STOPPED
    return Progress(
        sent=counts.get(RowState.SENT, 0),
        waiting=counts.get(RowState.PENDING, 0) + counts.get(RowState.PAUSED, 0),
        blocked=counts.get(RowState.UNREACHABLE, 0),
        failed=counts.get(RowState.DEAD, 0),
        dropped=counts.get(RowState.SUPERSEDED, 0) + (later if stopped else 0),
        later=0 if stopped else later,
    )


def _of(campaign_id: CampaignId) -> Any:  # noqa: ANN401 - an SQL condition
    """Messages to people, not what shows the staff how far it is."""
    return and_(outbox.c.campaign_id == campaign_id, outbox.c.operation == Operation.SEND)


def _values(campaign: Campaign) -> Values:
    plain = {name: getattr(campaign, name) for name in _PLAIN}
    return {**plain, "content": campaign.content.to_json(), "units": sorted(campaign.units)}


def _people(audience: Audience) -> Select[Any]:
    """Select an audience: who has chosen nothing counts as wanting notices."""
    wanted = case((subscriptions.c.rhythm.is_(None), Rhythm.NOTICES), else_=subscriptions.c.rhythm)
    columns = (residents.c.id, residents.c.telegram_id, residents.c.unit_id, residents.c.consented_at)
    found = select(*columns, *(subscriptions.c[name] for name in _NAMES)).join(
        subscriptions, subscriptions.c.resident_id == residents.c.id, isouter=True
    )
    found = found.where(
        residents.c.unit_id.in_(audience.units),
        residents.c.consent_version == CONSENT_VERSION,
        residents.c.abroad_consented_at.is_not(None),
        residents.c.unreachable_since.is_(None),
        wanted.in_(audience.rhythms),
    )
    if audience.role is None:
        return found
    has_role = exists().where(
        roster_entries.c.resident_id == residents.c.id,
        roster_roles.c.entry_id == roster_entries.c.id,
        roster_roles.c.role == audience.role,
    )
    return found.where(has_role)


def _choice(row: RowMapping) -> Subscription:
    if row["rhythm"] is None:
        return Subscription(resident_id=ResidentId(row["id"]), quiet=QUIET, since=row["consented_at"])
    return _subscription({**row, "resident_id": row["id"]})


def _subscription(row: Any) -> Subscription:  # noqa: ANN401 - a mapping of columns
    since, until = row["quiet_since"], row["quiet_until"]
    return Subscription(
        resident_id=ResidentId(row["resident_id"]),
        rhythm=Rhythm(row["rhythm"]),
        topics=frozenset(Topic(topic) for topic in row["topics"].split()),
        quiet=None if since is None else Quiet(since, until),
        since=row["since"],
    )
