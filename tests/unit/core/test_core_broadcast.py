"""Who is told what, when, and what the staff can do about it."""

from datetime import datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.broadcast.messages import LINES, spoken
from core.broadcast.model import (
    LIVE,
    TRANSITIONS,
    CampaignEvent,
    CampaignState,
    Quiet,
    Rhythm,
    Topic,
)
from core.broadcast.ports import Published, Window
from core.broadcast.usecases import SetWeekly, TellAtOnce
from core.shared.actions import Action
from core.shared.errors import DomainError
from core.shared.messages import MessageSpec
from core.shared.outbox import Priority
from core.shared.periods import Period, Weekly
from tests.broadcast_rig import FRIDAY, House, News, local
from tests.core_rig import CoreRig, a_group_below
from tests.factories.broadcast import a_campaign, a_line, some_subscribers
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


@pytest.fixture
def house(rig: CoreRig) -> House:
    return House(rig)


@pytest.mark.parametrize(
    ("hour", "ends"),
    [(20, None), (21, local(24, 8)), (23, local(24, 8)), (0, local(23, 8)), (7, local(23, 8)), (8, None), (12, None)],
)
def test_quiet_hours_may_pass_midnight(hour: int, ends: datetime | None) -> None:
    assert Quiet(21, 8).ends(local(23, hour), SHANGHAI) == ends


@given(st.integers(0, 23), st.integers(0, 23), st.integers(0, 60 * 24 * 9))
def test_quiet_hours_end_within_a_day_and_when_they_are_over(since: int, until: int, minutes: int) -> None:
    quiet, now = Quiet(since, until), local(1, 0) + timedelta(minutes=minutes)
    ends = quiet.ends(now, SHANGHAI)
    if ends is not None:
        assert now < ends <= now + timedelta(days=1)
        assert quiet.ends(ends, SHANGHAI) is None
        assert quiet.ends(ends - timedelta(minutes=1), SHANGHAI) == ends


@given(st.integers(1, 7), st.integers(0, 23), st.integers(0, 60 * 24 * 30))
def test_a_weekly_turn_is_the_last_that_has_come(weekday: int, hour: int, minutes: int) -> None:
    weekly, now = Weekly(weekday, time(hour)), local(1, 0) + timedelta(minutes=minutes)
    begins = weekly.latest(now, SHANGHAI).begins.replace(tzinfo=SHANGHAI)
    assert (begins.isoweekday(), begins.hour) == (weekday, hour)
    assert begins <= now < begins + timedelta(days=7)


def test_how_many_weeks_lie_between() -> None:
    first, later = (Period(local(day).replace(tzinfo=None)) for day in (6, 27))
    assert FRIDAY.between(first, later) == 2
    assert FRIDAY.between(first, first) == 0
    assert FRIDAY.between(Period(local(26, 12).replace(tzinfo=None)), later) == 0


def test_the_table_of_campaigns() -> None:
    for state, event in product(CampaignState, CampaignEvent):
        campaign = a_campaign(CoreRig().unit, state=state)
        if (state, event) in TRANSITIONS:
            assert campaign.apply(event).version == 2
        else:
            with pytest.raises(DomainError, match=f"campaign-state-{state}"):
                campaign.apply(event)
    over = {state for state in CampaignState if not [key for key in TRANSITIONS if key[0] is state]}
    assert over == {CampaignState.DONE, CampaignState.STOPPED}
    assert set(LIVE) == set(CampaignState) - over - {CampaignState.DRAFT}


async def test_on_friday_evening_subscribers_get_one_digest(rig: CoreRig, house: House) -> None:
    weekly, at_once, *_others = await some_subscribers(
        house.uow, rig.unit, Rhythm.WEEKLY, Rhythm.AT_ONCE, None, Rhythm.NEVER
    )
    await house.at(local(23, 9))  # the first look ever only marks where it begins
    await house.at(local(27, 17))
    assert house.digests == []
    await house.at(local(27))
    await house.at(local(27, 19))
    assert [item.chat_id for item in house.digests] == [weekly.telegram_id, at_once.telegram_id]
    assert {item.priority for item in house.digests} == {Priority.BROADCAST}
    spec = house.digests[0].spec
    assert spec is not None
    assert (spec.key, spec.args) == ("digest", {"unit": "幸福社区", "weeks": 1})
    assert [line.key for line in spec.more] == ["digest-topic-days", "digest-vote-decided"]
    assert [button.action.split(":")[1] for button in spec.buttons[0]] == [Action.SUBSCRIPTION, Action.STOP_BROADCASTS]
    assert house.source.windows == [Window(since=local(20), until=local(27))]


async def test_missed_weeks_are_one_digest_and_empty_ones_none(rig: CoreRig, house: House) -> None:
    await some_subscribers(house.uow, rig.unit, Rhythm.WEEKLY)
    await house.at(local(23, 9))
    await house.at(local(20, 9, month=12))  # three Fridays later
    (item,) = house.digests
    assert item.spec is not None
    assert item.spec.args["weeks"] == 4
    assert house.source.windows == [Window(since=local(20), until=local(18, month=12))]
    turn = next(turn for (job, _), turn in rig.tables.periods.items() if job.startswith("weekly:") and turn.follows)
    assert turn.passed_over == 3
    house.source.told = ()
    await house.at(local(27, 9, month=12))
    assert len(house.digests) == 1
    assert len(rig.tables.campaigns) == 1
    house.source.told = (a_line(rig.unit),)
    await house.at(local(3, 9, month=12) + timedelta(days=31))
    assert house.source.windows[-1].since == local(25, month=12)  # the empty week was taken too


async def test_a_digest_looks_back_eight_weeks_at_most(rig: CoreRig, house: House) -> None:
    await some_subscribers(house.uow, rig.unit, Rhythm.WEEKLY)
    await house.at(local(23, 9))
    await house.at(local(23, 9) + timedelta(days=200))
    (window,) = house.source.windows
    assert window.until - window.since == timedelta(weeks=8)


async def test_each_reads_of_their_own_unit_and_of_what_they_chose(rig: CoreRig, house: House) -> None:
    group = a_group_below(rig)
    group_unit = rig.tables.units[group.unit_id]
    del rig.tables.staff_chats[group.chat_id]  # so the community's desk sees to the group
    house.source.told = (
        a_line(rig.unit),
        a_line(group_unit, Topic.VOTES),
        a_line(rig.street, Topic.WORK),
        a_line(rig.unit, Topic.NEWS),
    )
    (above,) = await some_subscribers(house.uow, rig.unit, Rhythm.WEEKLY)
    (below,) = await some_subscribers(house.uow, group_unit, Rhythm.WEEKLY)
    (choosy,) = await some_subscribers(house.uow, group_unit, Rhythm.WEEKLY, topics=frozenset({Topic.VOTES}))
    (indifferent,) = await some_subscribers(house.uow, rig.unit, Rhythm.WEEKLY, topics=frozenset({Topic.VOTES}))
    (quick,) = await some_subscribers(house.uow, rig.unit, Rhythm.AT_ONCE)
    await house.at(local(23, 9))
    await house.at(local(27))
    read = {
        item.chat_id: [line.key for line in item.spec.more if line.key.startswith("digest-topic-")]
        for item in house.digests
        if item.spec
    }
    news, work, days, votes = (f"digest-topic-{topic}" for topic in Topic)
    assert read == {
        above.telegram_id: [news, work, days],
        below.telegram_id: [news, work, days, votes],
        choosy.telegram_id: [votes],
        quick.telegram_id: [work, days],
    }
    assert indifferent.telegram_id not in read


@pytest.mark.parametrize(
    ("published", "since", "looked", "reads"),
    [
        (local(24, 9), local(26, 9), local(27), True),  # they did not want it at once then
        (local(26, 10), local(26, 9), local(27), False),  # told at once
        (local(23, 9), local(1, 9), local(27) + timedelta(days=9), True),  # too old for it when somebody looked again
        (None, local(26, 9), local(27), False),  # written before moments were kept
    ],
)
async def test_who_wants_news_at_once_reads_in_the_digest_what_they_were_not_told(
    rig: CoreRig, house: House, published: datetime | None, since: datetime, looked: datetime, reads: bool
) -> None:
    house.source.told = (a_line(rig.unit, Topic.NEWS, at=published),)
    await some_subscribers(house.uow, rig.unit, Rhythm.AT_ONCE, since=since)
    await house.at(local(23, 8))
    await house.at(looked)
    assert len(house.digests) == (1 if reads else 0)


async def test_a_unit_has_a_time_of_its_own_or_none(rig: CoreRig, house: House) -> None:
    await some_subscribers(house.uow, rig.unit, Rhythm.WEEKLY)
    await house.at(local(23, 9))
    change = SetWeekly(uow=house.uow, clock=rig.clock)
    await change(rig.street, Weekly(3, time(10)))
    await house.at(local(23, 10))  # a change alone tells nobody anything
    assert house.digests == []
    await house.at(local(25, 11))
    assert len(house.digests) == 1
    await change(rig.unit, None)
    await house.at(local(23, 9) + timedelta(days=30))
    assert len(house.digests) == 1


async def test_long_digests_say_how_much_more_there_is(rig: CoreRig) -> None:
    lines = tuple(a_line(rig.unit) for _ in range(LINES + 3))
    spec = spoken(a_campaign(rig.unit), "幸福社区", lines)
    assert spec is not None
    assert len(spec.more) == 1 + LINES + 1
    assert spec.more[-1] == MessageSpec("digest-more", {"count": 3})


async def test_what_is_published_is_told_at_once_and_once(rig: CoreRig, house: House) -> None:
    early, _ = await some_subscribers(house.uow, rig.unit, Rhythm.AT_ONCE, Rhythm.WEEKLY)
    (late,) = await some_subscribers(house.uow, rig.unit, Rhythm.AT_ONCE, since=local(23, 9))
    await some_subscribers(house.uow, rig.unit, Rhythm.AT_ONCE, topics=frozenset({Topic.VOTES}))
    news = News(
        Published(key="a:1", unit_id=rig.street.id, at=local(22, 11), spec=MessageSpec("digest-more", {"count": 1})),
        Published(key="b:1", unit_id=rig.unit.id, at=local(23, 9), spec=MessageSpec("digest-more", {"count": 2})),
        Published(key="old", unit_id=rig.unit.id, at=local(1, 9), spec=MessageSpec("digest-more", {"count": 3})),
    )
    tell = TellAtOnce(uow=house.uow, clock=rig.clock, ids=rig.ids, news=news)
    house.go_to(local(23, 10))
    assert await tell()
    assert not await tell()
    await house.tends()
    told = sorted((item.dedupe.split(":")[2], item.chat_id) for item in house.digests)
    assert told == sorted([("a", early.telegram_id), ("b", early.telegram_id), ("b", late.telegram_id)])
