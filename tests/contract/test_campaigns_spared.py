"""Who says that they want no more is left alone, over the fake, SQLite and PostgreSQL."""

import asyncio

import pytest

from core.broadcast.model import CampaignKind, Content, Progress, Rhythm
from core.broadcast.usecases import Subscribe
from tests.contract.test_campaigns import begun, progress_of, tending
from tests.core_rig import actor_of
from tests.factories.broadcast import a_campaign, some_subscribers
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


async def test_who_wants_no_more_gets_nothing_that_is_on_its_way(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    weary, other = await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY, Rhythm.WEEKLY)
    digest = await begun(ports, a_campaign(scene.unit))
    notice = await begun(ports, a_campaign(scene.unit, kind=CampaignKind.NOTICE, content=Content(text="停水")))
    await tending(ports)()
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=20)
    leased = next(r for r in rows if (r.item.chat_id, r.item.campaign_id) == (weary.telegram_id, digest.id))
    async with ports.uow() as uow:
        assert await uow.campaigns.spare(weary.id, [CampaignKind.WEEKLY, CampaignKind.ITEM]) == 1
        assert await uow.campaigns.spare(weary.id, [CampaignKind.WEEKLY]) == 0
        await uow.commit()
    assert await ports.queue.is_held(leased)
    assert await progress_of(ports, digest) == Progress(waiting=1, dropped=1)
    assert await progress_of(ports, notice) == Progress(waiting=2)
    async with ports.uow() as uow:
        await uow.campaigns.hold(notice.id)
        assert await uow.campaigns.spare(other.id, [CampaignKind.NOTICE]) == 1
        await uow.commit()
    assert await progress_of(ports, notice) == Progress(waiting=1, dropped=1)


async def test_who_says_never_while_people_are_written_down_is_left_out(ports: StoragePorts) -> None:
    """Whichever of the two is first: the other waits for it."""
    scene = await set_scene(ports.uow)
    people = await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY, Rhythm.WEEKLY)
    campaign = await begun(ports, a_campaign(scene.unit))
    subscribe = Subscribe(uow=ports.uow, clock=ports.clock)
    async with asyncio.TaskGroup() as group, ports.uow() as uow:
        locked = await uow.campaigns.lock(campaign.id)
        await tending(ports)._expand(uow, locked)
        never = [group.create_task(subscribe.rhythm(actor_of(person), Rhythm.NEVER)) for person in people]
        await asyncio.wait(never, timeout=0.2)  # as far as they come
        await uow.commit()
    await tending(ports)()
    assert await progress_of(ports, campaign) == Progress(dropped=2)
