"""What broadcasts need from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.broadcast.model import Audience, Campaign, CampaignKind, DigestLine, Progress, Recipient, Subscription
from core.shared.ids import CampaignId, ResidentId, UnitId
from core.shared.messages import MessageSpec
from core.shared.periods import Weekly


class SubscriptionRepository(Protocol):
    async def of(self, resident_id: ResidentId) -> Subscription | None:
        """Return what somebody has chosen; None of whoever has chosen nothing."""
        ...

    async def save(self, subscription: Subscription) -> None:
        """Insert or replace."""
        ...

    async def weekly_of(self, unit_id: UnitId) -> tuple[bool, Weekly | None]:
        """Return whether the unit has a setting of its own for the weekly digest, and which; (True, None): none."""
        ...

    async def set_weekly(self, unit_id: UnitId, schedule: Weekly | None) -> None:
        """Let the unit have its digest then, or none."""
        ...


class CampaignRepository(Protocol):
    async def add(self, campaign: Campaign) -> bool:
        """Write it; False, and nothing is written, if there is one of its kind, unit and period."""
        ...

    async def get(self, campaign_id: CampaignId) -> Campaign:
        """Return it; raises NotFoundError("campaign-unknown")."""
        ...

    async def find(self, kind: CampaignKind, unit_id: UnitId, period: str) -> Campaign | None: ...

    async def lock(self, campaign_id: CampaignId) -> Campaign:
        """Return it and keep everybody else from changing it until this ends.

        Raises NotFoundError("campaign-unknown").
        """
        ...

    async def save(self, campaign: Campaign) -> None:
        """Raises ConflictError("campaign-changed") if somebody else has changed it since."""
        ...

    async def live(self) -> Sequence[CampaignId]:
        """Return those that are under way, paused ones too, the oldest first."""
        ...

    async def count(self, audience: Audience) -> int:
        """Return how many people an audience has."""
        ...

    async def recipients(self, audience: Audience, after: ResidentId | None, limit: int) -> Sequence[Recipient]:
        """Return people of an audience whose id comes after `after`, in the order of their ids."""
        ...

    async def put_off(self, campaign_id: CampaignId, people: Sequence[tuple[ResidentId, datetime]]) -> None:
        """Remember who is to get it at which moment (aware)."""
        ...

    async def put_off_until(self, campaign_id: CampaignId, now: datetime, limit: int) -> Sequence[ResidentId]:
        """Return who was put off to a moment that has come by `now`, and forget that they were."""
        ...

    async def among(self, audience: Audience, people: Collection[ResidentId]) -> Sequence[Recipient]:
        """Return those of `people` who are of the audience now, in the order of their ids."""
        ...

    async def progress(self, campaign_id: CampaignId) -> Progress: ...

    async def hold(self, campaign_id: CampaignId) -> int:
        """Let nothing of it be sent that is not on its way to Telegram this moment; return how many rows that holds."""
        ...

    async def let_go(self, campaign_id: CampaignId) -> int:
        """Let what was held while it was on its way be sent; the rest waits for `take_back`."""
        ...

    async def take_back(self, campaign_id: CampaignId, limit: int) -> Sequence[ResidentId]:
        """Return whose messages are held, and forget those messages."""
        ...

    async def drop(self, campaign_id: CampaignId) -> int:
        """Let nothing of it be sent any more, held or put off; return how many were to get it.

        Who was put off is remembered, and counts as dropped once it is stopped.
        """
        ...

    async def spare(self, resident_id: ResidentId, kinds: Collection[CampaignKind]) -> int:
        """Let nothing of such campaigns reach this person any more; return how much was to.

        Whoever is writing people down is waited for.
        """
        ...

    async def is_drawn(self, campaign_id: CampaignId) -> bool:
        """Tell whether its progress is on its way to the staff already: it shows what is true when it is sent."""
        ...


class CampaignReader(Protocol):
    """The delivery worker's side: a short read of its own."""

    async def drawing(self, campaign_id: CampaignId) -> tuple[Campaign, str, Progress] | None:
        """Return a campaign with its unit's name and how far it is; None if there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a digest looks back on, from `since` on and before `until` (aware); what is to come begins then."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An item that was published."""

    key: str
    """Names this publication for ever; a correction is another one."""
    unit_id: UnitId
    at: datetime
    spec: MessageSpec


class DigestSource(Protocol):
    """One area's part of the digest. The area that has something to tell implements it; `core.journeys` has them."""

    async def lines(self, units: Collection[UnitId], window: Window, /) -> Sequence[DigestLine]:
        """Return what happened to these units in the window, and what comes next; a read of its own."""
        ...


class NewsSource(Protocol):
    """Where published items come from, for those who want them at once."""

    async def published(self, units: Collection[UnitId], since: datetime, until: datetime) -> Sequence[Published]:
        """Return what was published from `since` on and before `until` (aware), oldest first."""
        ...
