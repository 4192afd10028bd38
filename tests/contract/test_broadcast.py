"""Subscriptions and campaigns mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from core.broadcast.model import (
    QUIET,
    Audience,
    Campaign,
    CampaignKind,
    CampaignState,
    Content,
    Progress,
    Quiet,
    Rhythm,
    Subscription,
    Topic,
)
from core.broadcast.usecases import TendCampaigns
from core.people.model import Role
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import CampaignId, ResidentId
from core.shared.periods import Weekly
from tests.factories.broadcast import a_campaign, a_line, one_who_agreed, some_subscribers
from tests.factories.cases import a_resident, a_roster_entry
from tests.factories.scene import set_scene
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


async def test_what_was_chosen_is_kept_and_changed(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    choice = Subscription(
        resident_id=scene.resident.id,
        rhythm=Rhythm.AT_ONCE,
        topics=frozenset({Topic.NEWS, Topic.VOTES}),
        quiet=Quiet(20, 9),
        since=START,
    )
    async with ports.uow() as uow:
        assert await uow.subscriptions.of(scene.resident.id) is None
        await uow.subscriptions.save(choice)
        await uow.subscriptions.save(replace(choice, topics=frozenset(), quiet=None))
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.subscriptions.of(scene.resident.id) == replace(choice, topics=frozenset(), quiet=None)
        await uow.subscriptions.save(choice)
        assert await uow.subscriptions.of(scene.resident.id) == choice


async def test_who_is_unknown_cannot_choose(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        with pytest.raises(StorageError):
            await uow.subscriptions.save(Subscription(resident_id=ResidentId("nobody"), since=START))


async def test_when_a_unit_has_its_digest(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    friday = Weekly(5, time(18, 30))
    async with ports.uow() as uow:
        assert await uow.subscriptions.weekly_of(scene.unit.id) == (False, None)
        await uow.subscriptions.set_weekly(scene.unit.id, friday)
        assert await uow.subscriptions.weekly_of(scene.unit.id) == (True, friday)
        await uow.subscriptions.set_weekly(scene.unit.id, None)
        assert await uow.subscriptions.weekly_of(scene.unit.id) == (True, None)


async def test_a_campaign_is_kept_and_its_period_is_taken_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    campaign = a_campaign(
        scene.unit,
        content=Content(text="停水", lines=(a_line(scene.unit), a_line(scene.unit, at=START)), weeks=3),
        role=Role.PARTY_MEMBER,
        by=77,
        units=frozenset({scene.unit.id, scene.street.id}),
    )
    campaign = await begun(ports, replace(campaign, content=Content.from_json(campaign.content.to_json())))
    async with ports.uow() as uow:
        assert not await uow.campaigns.add(replace(campaign, id=CampaignId("another")))
        assert await uow.campaigns.add(replace(campaign, id=CampaignId("third"), kind=CampaignKind.NOTICE))
        assert await uow.campaigns.get(campaign.id) == campaign
        assert await uow.campaigns.find(campaign.kind, scene.unit.id, campaign.period) == campaign
        assert await uow.campaigns.find(campaign.kind, scene.street.id, campaign.period) is None
        with pytest.raises(NotFoundError):
            await uow.campaigns.lock(CampaignId("another"))
    async with ports.uow.reading() as uow:
        with pytest.raises(StorageError):
            await uow.campaigns.lock(campaign.id)


async def test_of_two_who_change_a_campaign_one_is_told(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    campaign = await begun(ports, a_campaign(scene.unit))
    async with ports.uow() as uow:
        await uow.campaigns.save(campaign.changed(drawings=3))
        with pytest.raises(ConflictError, match="campaign-changed"):
            await uow.campaigns.save(campaign.changed(drawings=4))


async def test_what_is_under_way_the_oldest_first(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    states = [*CampaignState]
    made = [
        await begun(ports, a_campaign(scene.unit, state=state, made_at=START - timedelta(hours=n)))
        for n, state in enumerate(states)
    ]
    async with ports.uow.reading() as uow:
        live = await uow.campaigns.live()
    assert live == [campaign.id for campaign in reversed(made[1:4])]


async def test_only_who_agreed_and_can_be_reached_is_an_audience(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)  # the scene's resident has agreed to nothing
    chosen = await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY, None, Rhythm.NEVER)
    (elsewhere,) = await some_subscribers(ports.uow, scene.street, Rhythm.WEEKLY)
    half = a_resident(scene.unit).agrees(START)
    gone = one_who_agreed(scene.unit, unreachable_since=START)
    old = replace(one_who_agreed(scene.unit), consent_version="2020-01")
    async with ports.uow() as uow:
        for person in (half, gone, old):
            await uow.residents.save(person)
        await uow.commit()
    here = Audience(units=frozenset({scene.unit.id}), rhythms=EVERYBODY)
    both = replace(here, units=frozenset({scene.unit.id, scene.street.id}))
    async with ports.uow.reading() as uow:
        found = await uow.campaigns.recipients(here, None, 9)
        assert [each.choice.resident_id for each in found] == sorted(person.id for person in chosen)
        assert {each.choice.rhythm for each in found} == {Rhythm.WEEKLY, Rhythm.NOTICES, Rhythm.NEVER}
        unasked = next(each for each in found if each.choice.rhythm is Rhythm.NOTICES)
        assert (unasked.choice.quiet, unasked.choice.topics) == (QUIET, frozenset(Topic))
        assert await uow.campaigns.count(here) == 3
        assert await uow.campaigns.count(both) == 4
        assert await uow.campaigns.count(replace(both, rhythms=frozenset({Rhythm.WEEKLY}))) == 2
        everybody = sorted(person.id for person in (*chosen, elsewhere))
        page = await uow.campaigns.recipients(both, everybody[1], 1)
        assert [each.choice.resident_id for each in page] == [everybody[2]]
        among = await uow.campaigns.among(here, [half.id, chosen[0].id, elsewhere.id])
        assert [each.choice.resident_id for each in among] == [chosen[0].id]


async def test_an_audience_by_role(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    people = await some_subscribers(ports.uow, scene.unit, Rhythm.WEEKLY, None, None)
    async with ports.uow() as uow:
        for person, roles in zip(people, ({Role.DEPUTY, Role.PARTY_MEMBER}, {Role.LAWYER}, set()), strict=True):
            entry = a_roster_entry(scene.unit, roles=frozenset(roles))
            uow.roster.add(entry)
            assert await uow.roster.bind(entry.id, person.id)
        await uow.commit()
    members = Audience(units=frozenset({scene.unit.id}), rhythms=EVERYBODY, role=Role.PARTY_MEMBER)
    async with ports.uow.reading() as uow:
        found = await uow.campaigns.recipients(members, None, 9)
        assert [each.telegram_id for each in found] == [people[0].telegram_id]
        assert await uow.campaigns.count(members) == 1
