"""A notice of the staff: written, aimed at people, looked at, confirmed twice; then it is a campaign like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.broadcast.access import access_campaign, below, own_units
from core.broadcast.model import Campaign, CampaignEvent, CampaignKind, CampaignState, Content
from core.broadcast.usecases.tending import TendCampaigns, audience_of, happens
from core.people.model import Role, Unit
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import CampaignId, IdSource, MessageId, UnitId
from core.shared.text import is_blank, utf16_len
from core.uow import UnitOfWork, UnitOfWorkFactory

MAX_NOTICE = 3_000
"""UTF-16 units: with what stands around it, a notice is one message."""
BEGINS = 12
"""Characters by which a unit's id or a role's name is told from others; a button's code has to hold it."""
NOTICES = (CampaignKind.NOTICE, CampaignKind.URGENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSheet:
    """A notice with whom it is for: `at` and all units below it."""

    campaign: Campaign
    at: Unit
    units: Sequence[Unit]
    """What can be chosen instead."""
    roles: Mapping[Role, int]
    """Roles that somebody in `at` has who would get it, with how many do."""
    count: int


async def _sheet(uow: UnitOfWork, actor: StaffActor, campaign: Campaign) -> NoticeSheet:
    units = await own_units(uow, actor)
    at = next((unit for unit in units if unit.id in campaign.units), units[0])
    audience = audience_of(campaign)
    counts = {role: await uow.campaigns.count(replace(audience, role=role)) for role in Role}
    return NoticeSheet(
        campaign=campaign,
        at=at,
        units=units,
        roles={role: count for role, count in counts.items() if count},
        count=await uow.campaigns.count(audience),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNotice:
    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, actor: StaffActor, text: str, source: MessageId) -> NoticeSheet:
        """Take the words in, for everybody of the desk's; the same message twice is one notice.

        Raises DomainError("notice-elsewhere", "notice-empty", "notice-long").
        """
        text = text.strip()
        if is_blank(text):
            raise DomainError("notice-empty")
        if utf16_len(text) > MAX_NOTICE:
            raise DomainError("notice-long", count=MAX_NOTICE)
        async with self.uow() as uow:
            units = await own_units(uow, actor)
            period = f"{actor.chat_id}:{source}"
            campaign = Campaign(
                id=CampaignId(self.ids.new()),
                kind=CampaignKind.NOTICE,
                unit_id=units[0].id,
                period=period,
                content=Content(text=text),
                made_at=self.clock.now(),
                units=frozenset(unit.id for unit in units),
                by=actor.user_id,
                state=CampaignState.DRAFT,
            )
            known = None
            for kind in NOTICES:
                known = known or await uow.campaigns.find(kind, units[0].id, period)
            if known is None:
                await uow.campaigns.add(campaign)
            sheet = await _sheet(uow, actor, known or campaign)
            await uow.commit()
        return sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeNotice:
    uow: UnitOfWorkFactory

    async def __call__(self, actor: StaffActor, campaign_id: CampaignId) -> NoticeSheet:
        """Raises NotFoundError("campaign-unknown")."""
        async with self.uow.reading() as uow:
            return await _sheet(uow, actor, await access_campaign(uow, actor, campaign_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class AimNotice:
    """Say whom a notice is for, and whether it waits for the end of quiet hours; as long as nobody has got it."""

    uow: UnitOfWorkFactory

    async def unit(self, actor: StaffActor, campaign_id: CampaignId, begins: str) -> NoticeSheet:
        """For the unit whose id begins so, and those below it. Raises NotFoundError("campaign-unknown")."""
        async with self.uow() as uow:
            campaign = await _draft(uow, actor, campaign_id)
            chosen = [unit for unit in await own_units(uow, actor) if unit.id[:BEGINS] == begins]
            if len(chosen) != 1:
                raise NotFoundError("campaign-unknown")
            units = frozenset[UnitId](unit.id for unit in await below(uow, chosen[0].id))
            return await self._save(uow, actor, campaign.changed(units=units, role=None))

    async def role(self, actor: StaffActor, campaign_id: CampaignId, begins: str) -> NoticeSheet:
        """For those who have the role whose name begins so, for everybody if that is empty.

        Raises NotFoundError("campaign-unknown") for a role there is not: it must not become everybody.
        """
        async with self.uow() as uow:
            campaign = await _draft(uow, actor, campaign_id)
            role = next((role for role in Role if role[:BEGINS] == begins), None)
            if begins and role is None:
                raise NotFoundError("campaign-unknown")
            return await self._save(uow, actor, campaign.changed(role=role))

    async def kind(self, actor: StaffActor, campaign_id: CampaignId, kind: CampaignKind) -> NoticeSheet:
        async with self.uow() as uow:
            campaign = await _draft(uow, actor, campaign_id)
            return await self._save(uow, actor, campaign.changed(kind=kind))

    async def drop(self, actor: StaffActor, campaign_id: CampaignId, clock: Clock) -> None:
        """Give a notice up. Raises DomainError("campaign-state-<state>") for one that has been sent."""
        async with self.uow() as uow:
            campaign = await _draft(uow, actor, campaign_id)
            await happens(uow, campaign, CampaignEvent.STOP, str(actor.user_id), clock)
            await uow.commit()

    async def _save(self, uow: UnitOfWork, actor: StaffActor, campaign: Campaign) -> NoticeSheet:
        await uow.campaigns.save(campaign)
        sheet = await _sheet(uow, actor, campaign)
        await uow.commit()
        return sheet


async def _draft(uow: UnitOfWork, actor: StaffActor, campaign_id: CampaignId) -> Campaign:
    """Return a notice nobody has got yet, locked; raises DomainError("campaign-state-<state>") for any other."""
    campaign = await access_campaign(uow, actor, campaign_id, locked=True)
    if campaign.state is not CampaignState.DRAFT:
        raise DomainError(f"campaign-state-{campaign.state}")
    return campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmNotice:
    """The second yes: from now on it is on its way."""

    uow: UnitOfWorkFactory
    clock: Clock
    tend: TendCampaigns

    async def __call__(self, actor: StaffActor, campaign_id: CampaignId, message: MessageId, seen: int) -> None:
        """`message` is where its progress is shown, `seen` the version that was. Pressed again it changes nothing.

        Raises DomainError("notice-changed", "notice-nobody", "campaign-state-stopped").
        """
        async with self.uow() as uow:
            campaign = await access_campaign(uow, actor, campaign_id, locked=True)
            if campaign.state in {CampaignState.DRAFT, CampaignState.STOPPED}:
                if campaign.state is CampaignState.DRAFT and campaign.version != seen:
                    raise DomainError("notice-changed")
                if not await uow.campaigns.count(audience_of(campaign)):
                    raise DomainError("notice-nobody")
                placed = campaign.changed(by=actor.user_id, chat_id=actor.chat_id, message_id=message)
                await uow.campaigns.save(placed)
                await happens(uow, placed, CampaignEvent.CONFIRM, str(actor.user_id), self.clock)
                await uow.commit()
        await self.tend.one(campaign_id)
