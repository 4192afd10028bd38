"""What the staff do with a campaign that is under way."""

from dataclasses import dataclass

from core.broadcast.access import access_campaign
from core.broadcast.messages import drawn
from core.broadcast.model import TRANSITIONS, Campaign, CampaignEvent, Progress
from core.broadcast.usecases.tending import TendCampaigns, audience_of, happens
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.ids import CampaignId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignSheet:
    campaign: Campaign
    unit: str
    progress: Progress


async def sheet_of(uow: UnitOfWork, campaign: Campaign) -> CampaignSheet:
    unit = await uow.units.get(campaign.unit_id)
    return CampaignSheet(campaign=campaign, unit=unit.name, progress=await uow.campaigns.progress(campaign.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeCampaign:
    uow: UnitOfWorkFactory

    async def __call__(self, actor: StaffActor, campaign_id: CampaignId) -> CampaignSheet:
        """Raises NotFoundError("campaign-unknown")."""
        async with self.uow.reading() as uow:
            return await sheet_of(uow, await access_campaign(uow, actor, campaign_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class SteerCampaign:
    """Pause, go on, stop. What is on its way to Telegram this very moment still arrives."""

    uow: UnitOfWorkFactory
    clock: Clock
    tend: TendCampaigns

    async def __call__(self, actor: StaffActor, campaign_id: CampaignId, event: CampaignEvent) -> CampaignSheet:
        """Pressed again it changes nothing. Raises DomainError("campaign-state-<state>")."""
        async with self.uow() as uow:
            campaign = await access_campaign(uow, actor, campaign_id, locked=True)
            brought_about = {target for (_, its), target in TRANSITIONS.items() if its is event}
            if campaign.state not in brought_about:
                campaign = await happens(uow, campaign, event, str(actor.user_id), self.clock)
                campaign = await self._follow(uow, campaign, event)
                campaign = campaign.changed(drawings=campaign.drawings + 1)
                await uow.campaigns.save(campaign)
                uow.outbox.add(drawn(campaign, actor.chat_id))
                await uow.commit()
        if event is CampaignEvent.RESUME:
            await self.tend.one(campaign_id)
        async with self.uow.reading() as uow:
            return await sheet_of(uow, await uow.campaigns.get(campaign_id))

    async def _follow(self, uow: UnitOfWork, campaign: Campaign, event: CampaignEvent) -> Campaign:
        match event:
            case CampaignEvent.PAUSE:
                await uow.campaigns.hold(campaign.id)
            case CampaignEvent.RESUME:
                await uow.campaigns.let_go(campaign.id)
                if not await uow.campaigns.recipients(audience_of(campaign), campaign.cursor, 1):
                    return await happens(uow, campaign, CampaignEvent.EXPANDED, "system", self.clock)
            case _:
                await uow.campaigns.drop(campaign.id)
        return campaign
