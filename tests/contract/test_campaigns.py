"""How a campaign goes out means the same over the fake, SQLite and PostgreSQL."""

import asyncio
from datetime import timedelta

import pytest

from core.broadcast.messages import told
from core.broadcast.model import (
    Audience,
    Campaign,
    CampaignEvent,
    CampaignState,
    Progress,
    Quiet,
    Rhythm,
    Subscription,
)
from core.broadcast.usecases import TendCampaigns
from core.shared.ids import CampaignId
from core.shared.outbox import Operation, Priority, Sent
from tests.factories.broadcast import a_campaign, some_subscribers
from tests.factories.cases import an_item
from tests.factories.scene import enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

EVERYBODY = frozenset(Rhythm)


async def begun(ports: StoragePorts, campaign: Campaign) -> Campaign:
    async with ports.uow() as uow:
        assert await uow.campaigns.add(campaign)
        await uow.commit()
    return campaign


async def state_of(ports: StoragePorts, campaign: Campaign) -> Campaign:
    async with ports.uow.reading() as uow:
        return await uow.campaigns.get(campaign.id)


async def progress_of(ports: StoragePorts, campaign: Campaign) -> Progress:
    async with ports.uow.reading() as uow:
        return await uow.campaigns.progress(campaign.id)


def tending(ports: StoragePorts, chunk: int = 2) -> TendCampaigns:
    return TendCampaigns(uow=ports.uow, clock=ports.clock, chunk=chunk)


async def test_everybody_is_written_down_once_in_chunks(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    people = await some_subscribers(ports.uow, scene.unit, *[Rhythm.WEEKLY] * 5, Rhythm.NEVER)
    campaign = await begun(ports, a_campaign(scene.unit))
    tend = tending(ports)
    assert any(await asyncio.gather(*(tend() for _ in range(4))))
    after = await state_of(ports, campaign)
    assert (after.state, (await progress_of(ports, campaign)).people) == (CampaignState.SENDING, 5)
    assert await tend() is False  # nothing has changed since
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=20)
    chats = [row.item.chat_id for row in rows if row.item.operation is Operation.SEND]
    assert sorted(chats) == sorted(person.telegram_id for person in people[:5])
    drawings = [row for row in rows if row.item.operation is Operation.PROGRESS]
    assert [(row.item.chat_id, row.item.campaign_id) for row in drawings] == [(scene.desk.chat_id, campaign.id)]


async def test_a_chunk_that_was_not_committed_is_written_again(ports: StoragePorts) -> None:
    """A kill between two chunks, and one in the middle of a chunk."""
    scene = await set_scene(ports.uow)
    await some_subscribers(ports.uow, scene.unit, *[Rhythm.WEEKLY] * 5)
    campaign = await begun(ports, a_campaign(scene.unit))
    tend = tending(ports)
    assert await tend._step(campaign.id)
    async with ports.uow() as uow:
        half = await uow.campaigns.lock(campaign.id)
        found = await uow.campaigns.recipients(
            Audience(units=half.units, rhythms=frozenset({Rhythm.WEEKLY})), half.cursor, 2
        )
        items = [told(half, "", {scene.unit.id}, to) for to in found]
        await uow.outbox.add_all([item for item in items if item])  # and no commit
    assert await tend()
    assert (await ports.queue.depth())["pending"] == 6  # five people and the drawing
    assert await progress_of(ports, campaign) == Progress(waiting=5)


async def test_how_far_it_is(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    people = await some_subscribers(ports.uow, scene.unit, *[Rhythm.WEEKLY] * 4)
    campaign = await begun(ports, a_campaign(scene.unit))
    await tending(ports)()
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=20)
    first, second, third, _ = [row for row in rows if row.item.operation is Operation.SEND]
    drawing = next(row for row in rows if row.item.operation is Operation.PROGRESS)
    await ports.queue.mark_sent(first, None, now=2)
    await ports.queue.mark_unreachable(second, error="Forbidden")
    await ports.queue.mark_dead(third, error="BadRequest")
    await ports.queue.mark_sent(drawing, Sent(chat_id=scene.desk.chat_id, message_id=41), now=2)
    found = await ports.campaigns.drawing(campaign.id)
    assert found is not None
    shown, name, progress = found
    assert (shown.chat_id, shown.message_id, name) == (scene.desk.chat_id, 41, scene.unit.name)
    assert progress == Progress(sent=1, waiting=1, blocked=1, failed=1)
    assert await ports.campaigns.drawing(CampaignId("none")) is None
    async with ports.uow.reading() as uow:
        marked = await uow.residents.by_telegram(second.item.chat_id)
        assert marked is not None
        assert marked.unreachable_since is not None
        audience = Audience(units=campaign.units, rhythms=EVERYBODY)
        assert await uow.campaigns.count(audience) == len(people) - 1


async def test_what_is_held_goes_on_or_never_goes(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    people = await some_subscribers(ports.uow, scene.unit, *[Rhythm.WEEKLY] * 4)
    campaign = await begun(ports, a_campaign(scene.unit))
    await tending(ports)()
    (drawing,) = await ports.queue.claim(owner="a", now=1, lease=10, limit=1)
    assert drawing.item.operation is Operation.PROGRESS
    await ports.queue.mark_sent(drawing, None, now=1)
    going, waits = await ports.queue.claim(owner="a", now=1, lease=10, limit=2)
    assert not await ports.queue.is_held(waits)
    async with ports.uow() as uow:
        assert await uow.campaigns.hold(campaign.id) == 4
        await uow.commit()
    assert await ports.queue.claim(owner="b", now=1, lease=10, limit=20) == []
    assert await ports.queue.is_held(waits)
    await ports.queue.give_back(waits)
    await ports.queue.mark_sent(going, None, now=2)  # it was on its way already
    assert await progress_of(ports, campaign) == Progress(sent=1, waiting=3)
    async with ports.uow() as uow:
        assert await uow.campaigns.let_go(campaign.id) == 0
        assert len(await uow.campaigns.take_back(campaign.id, 2)) == 2  # and nobody commits
    assert await progress_of(ports, campaign) == Progress(sent=1, waiting=3)
    await tending(ports)()
    rows = [row for row in await ports.queue.claim(owner="c", now=1, lease=10, limit=20) if row.item.spec]
    assert {row.item.chat_id for row in rows} == {person.telegram_id for person in people} - {going.item.chat_id}
    assert {row.attempts for row in rows} == {1}
    async with ports.uow() as uow:
        await uow.campaigns.put_off(campaign.id, [(scene.resident.id, START)])
        assert await uow.campaigns.drop(campaign.id) == 4
        await uow.commit()
    assert await ports.queue.is_held(rows[0])
    await ports.queue.give_back(rows[0])
    await ports.queue.mark_sent(rows[1], None, now=3)
    async with ports.uow() as uow:
        stopped = (await uow.campaigns.lock(campaign.id)).apply(CampaignEvent.STOP)
        await uow.campaigns.save(stopped)
        await uow.commit()
    assert await progress_of(ports, campaign) == Progress(sent=2, dropped=3)  # one of them had quiet hours
    assert not any(row.item.spec for row in await ports.queue.claim(owner="d", now=100, lease=10, limit=20))


async def test_what_fails_while_it_is_held_waits_for_the_rest(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY, Rhythm.WEEKLY)
    campaign = await begun(ports, a_campaign(scene.unit))
    await tending(ports)()
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=9)
    late, gone = [row for row in rows if row.item.operation is Operation.SEND]
    async with ports.uow() as uow:
        await uow.campaigns.hold(campaign.id)
        await uow.commit()
    await ports.queue.mark_retry(late, not_before=5, error="TimedOut")
    await ports.queue.mark_unreachable(gone, error="Forbidden")
    assert await progress_of(ports, campaign) == Progress(waiting=1, blocked=1)
    assert await ports.queue.claim(owner="b", now=6, lease=10, limit=9) == []
    async with ports.uow() as uow:
        assert await uow.campaigns.let_go(campaign.id) == 0
        await uow.commit()
    await tending(ports)()
    again = await ports.queue.claim(owner="b", now=6, lease=10, limit=9)
    assert [row.item.chat_id for row in again if row.item.spec] == [late.item.chat_id]


async def test_what_was_on_its_way_when_it_was_held_goes_on_with_it(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY)
    campaign = await begun(ports, a_campaign(scene.unit))
    await tending(ports)()
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=9)
    (under_way,) = [row for row in rows if row.item.spec]
    async with ports.uow() as uow:
        await uow.campaigns.hold(campaign.id)
        assert await uow.campaigns.take_back(campaign.id, 9) == []
        assert await uow.campaigns.let_go(campaign.id) == 1
        await uow.commit()
    assert not await ports.queue.is_held(under_way)


async def test_of_broadcasts_only_so_many_are_leased(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await some_subscribers(ports.uow, scene.unit, *[Rhythm.WEEKLY] * 6)
    await begun(ports, a_campaign(scene.unit))
    await tending(ports)()
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=20, broadcasts=2)
    assert [row.item.priority for row in rows] == [Priority.EDIT, Priority.BROADCAST, Priority.BROADCAST]
    await enqueue(ports.uow, an_item(5, priority=Priority.REPLY))
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=3, broadcasts=0)
    assert [row.item.priority for row in rows] == [Priority.REPLY]
    assert len(await ports.queue.claim(owner="a", now=1, lease=10, limit=20)) == 4


async def test_whose_hours_are_quiet_gets_it_afterwards_if_they_still_want_it(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    hour = ports.clock.now().astimezone(ports.clock.zone).hour
    quiet = Quiet((hour - 1) % 24, (hour + 2) % 24)
    first, second = await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY, Rhythm.WEEKLY, quiet=quiet)
    campaign = await begun(ports, a_campaign(scene.unit))
    tend = tending(ports)
    await tend()
    async with ports.uow() as uow:
        assert await uow.campaigns.progress(campaign.id) == Progress(later=2)
        await uow.subscriptions.save(Subscription(resident_id=second.id, rhythm=Rhythm.NEVER, since=START))
        await uow.commit()
    ports.clock.move(timedelta(hours=1))
    await tend()
    async with ports.uow.reading() as uow:
        assert (await uow.campaigns.progress(campaign.id)).later == 2
    ports.clock.move(timedelta(hours=2))
    await tend()
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=20)
    assert [row.item.chat_id for row in rows if row.item.operation is Operation.SEND] == [first.telegram_id]
    assert await progress_of(ports, campaign) == Progress(waiting=1)


async def test_a_person_who_goes_takes_what_was_chosen_with_them(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    (person,) = await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY)
    campaign = await begun(ports, a_campaign(scene.unit))
    async with ports.uow() as uow:
        await uow.campaigns.put_off(campaign.id, [(person.id, START)])
        assert await uow.residents.forget(person.id)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.subscriptions.of(person.id) is None
        assert await uow.campaigns.progress(campaign.id) == Progress()


async def test_whoever_waits_for_an_answer_goes_before_a_whole_campaign(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await some_subscribers(ports.uow, scene.unit, *[Rhythm.WEEKLY] * 30)
    await begun(ports, a_campaign(scene.unit))
    await tending(ports, chunk=20)()
    await enqueue(ports.uow, an_item(5, priority=Priority.REPLY), an_item(6, priority=Priority.BRIEF))
    rows = await ports.queue.claim(owner="a", now=1, lease=10, limit=4)
    assert [row.item.priority for row in rows] == [
        Priority.REPLY,
        Priority.EDIT,
        Priority.BRIEF,
        Priority.BROADCAST,
    ]


async def test_a_campaign_ends_when_everybody_has_been_told(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY)
    campaign = await begun(ports, a_campaign(scene.unit))
    tend = tending(ports)
    await tend()
    for row in await ports.queue.claim(owner="a", now=1, lease=10, limit=20):
        await ports.queue.mark_sent(row, None, now=2)
    assert await tend()
    done = await state_of(ports, campaign)
    assert done.state is CampaignState.DONE
    assert await tend() is False
    (last,) = await ports.queue.claim(owner="a", now=3, lease=10, limit=20)
    assert last.item.operation is Operation.PROGRESS
    with pytest.raises(Exception, match="campaign-state-done"):
        done.apply(CampaignEvent.PAUSE)
