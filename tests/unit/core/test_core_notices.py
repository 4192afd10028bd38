"""What the staff write to many, and what they can do while it goes out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.broadcast.messages import progress_message
from core.broadcast.model import (
    CampaignEvent,
    CampaignKind,
    CampaignState,
    Content,
    Progress,
    Quiet,
    Rhythm,
    Topic,
)
from core.broadcast.usecases import TendCampaigns
from core.people.model import Role
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import CampaignId, MessageId
from core.shared.outbox import Operation, Priority, RowState
from tests.broadcast_rig import House, local
from tests.core_rig import CoreRig, a_group_below, staff_of
from tests.factories.broadcast import a_campaign, a_line, some_subscribers
from tests.factories.cases import a_roster_entry
from tests.fakes.world import START

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


@pytest.fixture
def house(rig: CoreRig) -> House:
    return House(rig)


async def confirm(rig: CoreRig, who: StaffActor, campaign_id: CampaignId, message: MessageId) -> None:
    """Say yes to what is there now."""
    seen = rig.tables.campaigns[campaign_id].version
    await rig.use.broadcast.confirm(who, campaign_id, message, seen)


async def test_a_yes_is_to_what_was_seen(rig: CoreRig, house: House) -> None:
    """Two look at it; one aims it at others, and the other says yes to what they saw before."""
    use, street = rig.use.broadcast, staff_of(rig.other_desk)
    draft = await use.draft(street, "小范围的通知", MessageId(9))
    seen = await use.aim.unit(street, draft.campaign.id, rig.street.id)
    await use.aim.unit(street, draft.campaign.id, rig.unit.id)
    with pytest.raises(DomainError, match="notice-changed"):
        await use.confirm(street, draft.campaign.id, MessageId(30), seen.campaign.version)
    assert house.digests == []


async def test_a_notice_is_aimed_looked_at_and_confirmed(rig: CoreRig, house: House) -> None:
    use = rig.use.broadcast
    await some_subscribers(house.uow, rig.unit, Rhythm.WEEKLY, Rhythm.NEVER)
    draft = await use.draft(rig.liu, "  明天停水 ", MessageId(9))
    again = await use.draft(rig.liu, "明天停水", MessageId(9))
    assert again.campaign.id == draft.campaign.id
    assert (draft.count, draft.at, draft.roles) == (3, rig.unit, {})  # the rig's two residents, and one of ours
    entry = replace(a_roster_entry(rig.unit, roles=frozenset({Role.PARTY_MEMBER})), resident_id=rig.wang.resident_id)
    rig.tables.roster[entry.id] = entry
    with pytest.raises(NotFoundError):
        await use.aim.role(rig.liu, draft.campaign.id, "no_such_role")
    aimed = await use.aim.role(rig.liu, draft.campaign.id, Role.PARTY_MEMBER)
    assert (aimed.count, dict(aimed.roles)) == (1, {Role.PARTY_MEMBER: 1})
    urgent = await use.aim.kind(rig.liu, draft.campaign.id, CampaignKind.URGENT)
    assert urgent.campaign.kind is CampaignKind.URGENT
    assert (await use.draft(rig.liu, "明天停水", MessageId(9))).campaign.id == draft.campaign.id
    assert house.digests == []
    for _ in range(2):
        await confirm(rig, rig.liu, draft.campaign.id, MessageId(30))
    (item,) = house.digests
    assert (item.chat_id, item.priority) == (rig.wang.telegram_id, Priority.BRIEF)
    assert item.spec is not None
    assert (item.spec.key, item.spec.args["text"]) == ("broadcast-urgent", "明天停水")
    placed = rig.tables.campaigns[draft.campaign.id]
    assert (placed.chat_id, placed.message_id, placed.by) == (rig.desk.chat_id, 30, rig.liu.user_id)
    with pytest.raises(DomainError, match="campaign-state-sending"):
        await use.aim.role(rig.liu, draft.campaign.id, "")


async def test_an_emergency_waits_for_no_morning(rig: CoreRig, house: House) -> None:
    house.go_to(local(23, 22))
    use = rig.use.broadcast
    calm = await use.draft(rig.liu, "明天开会", MessageId(9))
    await confirm(rig, rig.liu, calm.campaign.id, MessageId(30))
    assert house.digests == []
    urgent = await use.draft(rig.liu, "着火了，快下楼", MessageId(10))
    await use.aim.kind(rig.liu, urgent.campaign.id, CampaignKind.URGENT)
    await confirm(rig, rig.liu, urgent.campaign.id, MessageId(31))
    assert len(house.digests) == 2
    house.go_to(local(24, 8))
    await house.tends()
    assert len(house.digests) == 4


async def test_a_notice_reaches_the_chosen_unit_and_those_below(rig: CoreRig, house: House) -> None:
    group = a_group_below(rig)  # the first resident lives there
    use, street = rig.use.broadcast, staff_of(rig.other_desk)
    draft = await use.draft(street, "街道通知", MessageId(9))
    assert [unit.name for unit in draft.units] == ["平安街道", "幸福社区", "幸福三组"]
    assert draft.count == 2
    aimed = await use.aim.unit(street, draft.campaign.id, group.unit_id)
    assert (aimed.at.id, aimed.count) == (group.unit_id, 1)
    with pytest.raises(NotFoundError):
        await use.aim.unit(street, draft.campaign.id, "nowhere")
    await confirm(rig, street, draft.campaign.id, MessageId(30))
    assert [item.chat_id for item in house.digests] == [rig.wang.telegram_id]


@pytest.mark.parametrize(
    ("text", "code"), [(" \u200b", "notice-empty"), ("水" * 3001, "notice-long"), ("😀" * 1501, "notice-long")]
)
async def test_a_notice_that_says_nothing_or_too_much(rig: CoreRig, text: str, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        await rig.use.broadcast.draft(rig.liu, text, MessageId(9))


async def test_whose_notice_it_is(rig: CoreRig) -> None:
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天停水", MessageId(9))
    for attempt in (
        use.notice(rig.stranger, draft.campaign.id),
        use.see(rig.stranger, draft.campaign.id),
        use.confirm(rig.stranger, draft.campaign.id, MessageId(1), 1),
        use.aim.drop(rig.stranger, draft.campaign.id, rig.clock),
        use.steer(rig.stranger, draft.campaign.id, CampaignEvent.STOP),
    ):
        with pytest.raises(NotFoundError, match="campaign-unknown"):
            await attempt
    rig.tables.staff_chats[rig.desk.chat_id] = replace(rig.desk, purposes=frozenset())
    with pytest.raises(DomainError, match="notice-elsewhere"):
        await use.draft(rig.liu, "明天停水", MessageId(10))


async def test_a_notice_for_nobody_or_given_up_does_not_go(rig: CoreRig) -> None:
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天停水", MessageId(9))
    for actor in (rig.wang, rig.zhao):
        await use.subscribe.rhythm(actor, Rhythm.NEVER)
    with pytest.raises(DomainError, match="notice-nobody"):
        await confirm(rig, rig.liu, draft.campaign.id, MessageId(1))
    await use.subscribe.rhythm(rig.wang, Rhythm.NOTICES)
    await use.aim.drop(rig.liu, draft.campaign.id, rig.clock)
    with pytest.raises(DomainError, match="campaign-state-stopped"):
        await confirm(rig, rig.liu, draft.campaign.id, MessageId(1))
    assert rig.items == []


async def test_pause_go_on_and_stop(rig: CoreRig, house: House) -> None:
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天停水", MessageId(9))
    await confirm(rig, rig.liu, draft.campaign.id, MessageId(30))

    def states() -> list[RowState]:
        rows = rig.tables.outbox.values()
        return [row.state for row in rows if row.item.operation is Operation.SEND]

    for _ in range(2):
        sheet = await use.steer(rig.liu, draft.campaign.id, CampaignEvent.PAUSE)
    assert (sheet.campaign.state, states()) == (CampaignState.PAUSED, [RowState.PAUSED] * 2)
    await house.tends()
    assert states() == [RowState.PAUSED] * 2
    sheet = await use.steer(rig.liu, draft.campaign.id, CampaignEvent.RESUME)
    assert (sheet.campaign.state, states()) == (CampaignState.SENDING, [RowState.PENDING] * 2)
    await house.tends()
    assert rig.tables.campaigns[draft.campaign.id].state is CampaignState.SENDING
    sheet = await use.steer(rig.liu, draft.campaign.id, CampaignEvent.STOP)
    assert (sheet.campaign.state, states()) == (CampaignState.STOPPED, [RowState.SUPERSEDED] * 2)
    with pytest.raises(DomainError, match="campaign-state-stopped"):
        await use.steer(rig.liu, draft.campaign.id, CampaignEvent.RESUME)
    await house.tends()
    assert len(states()) == 2


async def test_a_pause_in_the_middle_of_writing_down_loses_and_repeats_nobody(rig: CoreRig, house: House) -> None:
    await some_subscribers(house.uow, rig.unit, *[Rhythm.WEEKLY] * 7)
    campaign = a_campaign(rig.unit)
    rig.tables.campaigns[campaign.id] = campaign
    tend = TendCampaigns(uow=house.uow, clock=rig.clock, chunk=3)
    await tend._step(campaign.id)
    await rig.use.broadcast.steer(rig.liu, campaign.id, CampaignEvent.PAUSE)
    await tend()
    assert len(house.digests) == 3
    await rig.use.broadcast.steer(rig.liu, campaign.id, CampaignEvent.RESUME)
    await tend()
    chats = [item.chat_id for item in house.digests]
    assert len(chats) == len(set(chats)) == 7


def test_what_can_be_done_is_offered(rig: CoreRig) -> None:
    offered = {}
    for state in CampaignState:
        spec = progress_message(a_campaign(rig.unit, state=state), "幸福社区", Progress(sent=1, waiting=3, later=2))
        offered[state] = [button.label.rpartition("-")[2] for row in spec.buttons for button in row]
        assert (spec.args["sent"], spec.args["all"]) == (1, 6)
    assert offered == {
        CampaignState.DRAFT: [],
        CampaignState.PREPARING: ["pause", "stop"],
        CampaignState.SENDING: ["pause", "stop"],
        CampaignState.PAUSED: ["resume", "stop"],
        CampaignState.DONE: [],
        CampaignState.STOPPED: [],
    }


async def test_a_campaign_for_nobody_ends_without_a_word(rig: CoreRig, house: House) -> None:
    rig.tables.campaigns["c"] = a_campaign(rig.unit, id="c", content=Content(lines=(a_line(rig.unit),)))
    await house.tends()
    assert rig.tables.campaigns["c"].state is CampaignState.DONE
    assert rig.items == []


async def test_what_was_chosen_holds_until_it_is_changed(rig: CoreRig) -> None:
    use = rig.use.broadcast
    assert (await use.choice(rig.wang)).rhythm is Rhythm.NOTICES
    first = await use.subscribe.rhythm(rig.wang, Rhythm.AT_ONCE)
    rig.clock.move(timedelta(hours=1))
    assert (await use.subscribe.rhythm(rig.wang, Rhythm.AT_ONCE)).since == first.since == START
    assert (await use.subscribe.rhythm(rig.wang, Rhythm.WEEKLY)).since == START + timedelta(hours=1)
    await use.subscribe.topic(rig.wang, Topic.WORK, wanted=False)
    await use.subscribe.quiet(rig.wang, None)
    choice = await use.choice(rig.wang)
    assert (choice.topics, choice.quiet) == (frozenset(Topic) - {Topic.WORK}, None)
    assert (await use.subscribe.topic(rig.wang, Topic.WORK, wanted=True)).topics == frozenset(Topic)


async def test_who_stops_it_while_it_is_on_its_way_is_spared_and_counted(rig: CoreRig, house: House) -> None:
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天停水", MessageId(9))
    await confirm(rig, rig.liu, draft.campaign.id, MessageId(30))
    await use.subscribe.rhythm(rig.wang, Rhythm.NEVER)
    await use.subscribe.rhythm(rig.zhao, Rhythm.WEEKLY)
    rows = {row.item.chat_id: row.state for row in rig.tables.outbox.values() if row.item.spec}
    assert rows == {rig.wang.telegram_id: RowState.SUPERSEDED, rig.zhao.telegram_id: RowState.PENDING}
    sheet = await use.see(rig.liu, draft.campaign.id)
    assert sheet.progress == Progress(waiting=1, dropped=1)
    spec = progress_message(sheet.campaign, sheet.unit, sheet.progress)
    assert [line.key for line in spec.more] == ["campaign-waiting", "campaign-dropped"]


async def test_of_what_is_stopped_everybody_is_still_counted(rig: CoreRig, house: House) -> None:
    """In the night everybody is put off until the morning."""
    house.go_to(local(23, 22))
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天停水", MessageId(9))
    await confirm(rig, rig.liu, draft.campaign.id, MessageId(30))
    sheet = await use.steer(rig.liu, draft.campaign.id, CampaignEvent.STOP)
    assert sheet.progress == Progress(dropped=2)
    house.go_to(local(24, 9))
    await house.tends()
    assert house.digests == []


async def test_what_is_taken_up_in_the_night_waits_for_the_morning(rig: CoreRig, house: House) -> None:
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天开会", MessageId(9))
    await confirm(rig, rig.liu, draft.campaign.id, MessageId(30))
    await use.steer(rig.liu, draft.campaign.id, CampaignEvent.PAUSE)
    house.go_to(local(23, 22))
    sheet = await use.steer(rig.liu, draft.campaign.id, CampaignEvent.RESUME)
    assert (sheet.progress, house.digests) == (Progress(later=2), [])
    house.go_to(local(24, 9))
    await house.tends()
    assert (await use.see(rig.liu, draft.campaign.id)).progress == Progress(waiting=2)


async def test_whose_morning_nobody_kept_is_not_woken_the_night_after(rig: CoreRig, house: House) -> None:
    """Nothing ran from one night to the next; or somebody lies in longer than they used to."""
    house.go_to(local(23, 22))
    use = rig.use.broadcast
    draft = await use.draft(rig.liu, "明天开会", MessageId(9))
    await confirm(rig, rig.liu, draft.campaign.id, MessageId(30))
    house.go_to(local(24, 23))
    await house.tends()
    assert house.digests == []
    await use.subscribe.quiet(rig.wang, Quiet(20, 10))
    house.go_to(local(25, 9))
    await house.tends()
    assert [item.chat_id for item in house.digests] == [rig.zhao.telegram_id]
    house.go_to(local(25, 10))
    await house.tends()
    assert len(house.digests) == 2
