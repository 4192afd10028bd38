"""What each area tells in the digest."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.ballots.model import BallotState
from core.booking.model import DayState
from core.broadcast.model import Topic
from core.broadcast.ports import DigestSource, Window
from core.journeys.digest import News, digest_sources
from core.petitions.model import Event, HistoryRow, Stage
from core.shared.actions import Action, ActionCode
from core.shared.messages import MessageSpec, Term
from tests.booking_rig import Office
from tests.core_rig import CoreRig
from tests.factories.ballots import a_ballot
from tests.factories.days import TUESDAY
from tests.factories.news import publish
from tests.fakes.booking import FakeBookingReader
from tests.fakes.disclosure import FakeDisclosureReader
from tests.fakes.queries import FakeCaseReader
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START

pytestmark = pytest.mark.unit
WEEK = Window(since=START - timedelta(days=7), until=START)


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


def sources(rig: CoreRig) -> list[DigestSource]:
    uow = InMemoryUnitOfWorkFactory(rig.database)
    news = News(disclosure=FakeDisclosureReader(rig.database))
    cases, booking = FakeCaseReader(rig.database), FakeBookingReader(rig.database)
    return [*digest_sources(uow, cases, booking, news, rig.clock)]


async def told(rig: CoreRig) -> list[tuple[Topic, MessageSpec]]:
    units = [rig.unit.id, rig.street.id]
    lines = [line for source in sources(rig) for line in await source.lines(units, WEEK)]
    assert {line.unit_id for line in lines} <= {rig.unit.id}
    return [(line.topic, line.spec) for line in lines]


async def test_a_quiet_week_has_nothing_to_tell(rig: CoreRig) -> None:
    assert await told(rig) == []


async def test_work_is_counted_and_never_named(rig: CoreRig) -> None:
    case = await rig.submitted()
    for event, ago in ((Event.ANSWER, 2), (Event.ANSWER, 1), (Event.CLOSE, 1), (Event.CLOSE, 9)):
        row = HistoryRow(
            petition_id=case,
            event=event,
            actor_kind="staff",
            actor_id="7",
            actor_name="刘敏",
            at=START - timedelta(days=ago),
            from_stage=Stage.ACCEPTED,
            to_stage=Stage.ANSWERED,
        )
        rig.tables.history.append(row)
    assert await told(rig) == [
        (Topic.WORK, MessageSpec("digest-work", {"unit": "幸福社区", "answered": 1, "closed": 1}))
    ]


async def test_the_coming_week_with_what_is_free(rig: CoreRig) -> None:
    office = Office(rig)
    await office.books(rig.wang)
    rig.clock.move(timedelta(days=3))
    office.adds(TUESDAY + timedelta(days=1), state=DayState.CLOSED)
    office.adds(TUESDAY + timedelta(days=7))
    ((topic, spec),) = await told(rig)
    assert (topic, spec.key) == (Topic.DAYS, "digest-day")
    assert (spec.args["day"], spec.args["free"]) == (TUESDAY, 1)


@pytest.mark.parametrize(
    ("state", "closed", "key"),
    [
        (BallotState.OPEN, timedelta(days=-3), "digest-vote-open"),
        (BallotState.PUBLISHED, timedelta(days=3), "digest-vote-decided"),
        (BallotState.PUBLISHED, timedelta(days=9), None),
        (BallotState.WITHHELD, timedelta(days=3), None),
        (BallotState.APPROVED, timedelta(days=-3), None),
        (BallotState.DRAFT, timedelta(days=-3), None),
    ],
)
async def test_votes_that_are_open_and_those_that_were_decided(
    rig: CoreRig, state: BallotState, closed: timedelta, key: str | None
) -> None:
    ballot = replace(a_ballot(rig.unit), state=state, closes_at=START - closed)
    rig.tables.ballots[ballot.id] = ballot
    found = await told(rig)
    assert [(topic, spec.key) for topic, spec in found] == ([(Topic.VOTES, key)] if key else [])


async def test_what_was_published_by_its_title_and_at_once_with_a_button(rig: CoreRig) -> None:
    uow = InMemoryUnitOfWorkFactory(rig.database)
    first = await publish(uow, rig.unit, at=START - timedelta(days=2))
    await publish(uow, rig.unit, at=START - timedelta(days=1), item=first)
    await publish(uow, rig.unit, at=START - timedelta(days=8))
    found = await told(rig)
    args = {"category": Term("news-category-affairs"), "title": "通知"}
    assert found == [(Topic.NEWS, MessageSpec("digest-news", {**args, "n": 2}))]  # and not what was wrong
    news = News(disclosure=FakeDisclosureReader(rig.database))
    items = await news.published([rig.unit.id], START - timedelta(days=3), START)
    assert [(item.key, item.unit_id) for item in items] == [(f"{first.id}.{n}", rig.unit.id) for n in (1, 2)]
    (row,) = items[1].spec.buttons
    assert row[0].action == ActionCode(Action.SHOW_ITEM, first.id).pack()
