"""Campaigns on their way: people are written into the outbox in chunks, and the staff see how far it is.

What a kill leaves behind is a cursor and whole chunks; whoever looks next goes on from there. Two who look at once
take turns, because each chunk begins by locking the campaign.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.broadcast.access import ways_up
from core.broadcast.messages import drawn, told
from core.broadcast.model import (
    Audience,
    Campaign,
    CampaignEvent,
    CampaignKind,
    CampaignState,
    Recipient,
    Rhythm,
)
from core.people.model import Purpose
from core.shared.clock import Clock
from core.shared.ids import CampaignId, UnitId
from core.shared.trace import seen
from core.uow import UnitOfWork, UnitOfWorkFactory

CHUNK = 200
"""People written down in one transaction: a tenth of a second, after which others may write."""
RHYTHMS = {
    CampaignKind.WEEKLY: frozenset({Rhythm.WEEKLY, Rhythm.AT_ONCE}),
    CampaignKind.ITEM: frozenset({Rhythm.AT_ONCE}),
    CampaignKind.NOTICE: frozenset(Rhythm) - {Rhythm.NEVER},
    CampaignKind.URGENT: frozenset(Rhythm) - {Rhythm.NEVER},
}


def audience_of(campaign: Campaign) -> Audience:
    return Audience(units=campaign.units, rhythms=RHYTHMS[campaign.kind], role=campaign.role)


async def happens(uow: UnitOfWork, campaign: Campaign, event: CampaignEvent, by: str, clock: Clock) -> Campaign:
    """Save the campaign after `event`, and note who brought it about."""
    after = campaign.apply(event)
    seen("campaign", f"{campaign.state}+{event}")
    uow.audit.record(f"campaign.{event}", by, campaign.id, at=clock.now())
    await uow.campaigns.save(after)
    return after


@dataclass(frozen=True, slots=True, kw_only=True)
class TendCampaigns:
    """A chore: everything that is under way is taken as far as it can be taken now."""

    uow: UnitOfWorkFactory
    clock: Clock
    chunk: int = CHUNK

    @property
    def name(self) -> str:
        return "campaigns"

    async def __call__(self) -> bool:
        """Do it, chunk by chunk; tell whether there is anything to send. Safe twice and late."""
        async with self.uow.reading() as uow:
            live = await uow.campaigns.live()
        changed = [await self.one(campaign_id) for campaign_id in live]
        return any(changed)

    async def one(self, campaign_id: CampaignId) -> bool:
        """Take one campaign as far as it goes now; tell whether there is anything to send."""
        changed = False
        while await self._step(campaign_id):
            changed = True
        return await self._draw(campaign_id) or changed

    async def _step(self, campaign_id: CampaignId) -> bool:
        """Write down the next people, if there are any."""
        async with self.uow() as uow:
            campaign = await uow.campaigns.lock(campaign_id)
            if campaign.state is CampaignState.PREPARING:
                await self._expand(uow, campaign)
            elif campaign.state is CampaignState.SENDING:
                if not await self._catch_up(uow, campaign):
                    return False
            else:
                return False
            await uow.commit()
        return True

    async def _expand(self, uow: UnitOfWork, campaign: Campaign) -> None:
        people = await uow.campaigns.recipients(audience_of(campaign), campaign.cursor, self.chunk)
        await self._now_or_later(uow, campaign, people)
        cursor = people[-1].choice.resident_id if people else campaign.cursor
        campaign = campaign.changed(cursor=cursor)
        await uow.campaigns.save(campaign)
        if len(people) < self.chunk:
            await happens(uow, campaign, CampaignEvent.EXPANDED, "system", self.clock)

    async def _catch_up(self, uow: UnitOfWork, campaign: Campaign) -> bool:
        """Write down those whose quiet hours have ended, and those whom a pause held back, if they still want it."""
        people = await uow.campaigns.put_off_until(campaign.id, self.clock.now(), self.chunk)
        people = people or await uow.campaigns.take_back(campaign.id, self.chunk)
        if not people:
            return False
        await self._now_or_later(uow, campaign, await uow.campaigns.among(audience_of(campaign), people))
        return True

    async def _now_or_later(self, uow: UnitOfWork, campaign: Campaign, people: Sequence[Recipient]) -> None:
        """Write a message for each of them; whose hours are quiet now is remembered."""
        ends = {to.choice.resident_id: self._quiet_until(campaign, to) for to in people}
        await _write(uow, campaign, [to for to in people if ends[to.choice.resident_id] is None])
        await uow.campaigns.put_off(campaign.id, [(who, end) for who, end in ends.items() if end is not None])

    async def _draw(self, campaign_id: CampaignId) -> bool:
        """Let the staff see how far it is, once for each change, and end what has gone out."""
        async with self.uow() as uow:
            campaign = await uow.campaigns.lock(campaign_id)
            if campaign.state is CampaignState.PAUSED:
                await uow.campaigns.hold(campaign_id)  # what was under way then and has come back
            progress = await uow.campaigns.progress(campaign_id)
            if campaign.state is CampaignState.SENDING and progress.waiting + progress.later == 0:
                campaign = await happens(uow, campaign, CampaignEvent.FINISH, "system", self.clock)
            shown = f"{campaign.state}:{progress}"
            desk = await uow.staff_chats.serving(campaign.unit_id, Purpose.DESK)
            nobody = progress.people == 0 and campaign.message_id is None
            if desk is None or nobody or shown == campaign.shown or await uow.campaigns.is_drawn(campaign_id):
                await uow.commit()
                return False
            campaign = campaign.changed(shown=shown, drawings=campaign.drawings + 1)
            await uow.campaigns.save(campaign)
            uow.outbox.add(drawn(campaign, desk.chat_id))
            await uow.commit()
        return True

    def _quiet_until(self, campaign: Campaign, to: Recipient) -> datetime | None:
        if campaign.kind is CampaignKind.URGENT or to.choice.quiet is None:
            return None
        return to.choice.quiet.ends(self.clock.now(), self.clock.zone)


async def _write(uow: UnitOfWork, campaign: Campaign, people: Sequence[Recipient]) -> None:
    """Write a message for each of them who gets one."""
    units = await uow.units.all()
    ways: Mapping[UnitId, frozenset[UnitId]] = ways_up(units)
    name = next(unit.name for unit in units if unit.id == campaign.unit_id)
    items = [item for to in people if (item := told(campaign, name, ways[to.unit_id], to)) is not None]
    await uow.outbox.add_all(items)
