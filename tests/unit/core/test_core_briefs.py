"""The morning's brief, the branch meeting's, and the list of a reception day."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.adapters.calendar import ChineseCalendar
from core.booking.model import DayKind
from core.figures.usecases import TellWords
from core.jobs import Job, TakeTurn
from core.journeys.reception import ReceptionList
from core.petitions.briefs import BranchBrief, DailyBrief, WeekWords
from core.petitions.model import Stage
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from tests.booking_rig import Office
from tests.core_rig import CoreRig
from tests.factories.days import TUESDAY
from tests.factories.said import words
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit

CHINA = ChineseCalendar()
DAY = timedelta(days=1)


def morning(month: int, day: int, hour: int = 8, minute: int = 30) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


class Desk:
    def __init__(self, rig: CoreRig, job: Job) -> None:
        self.rig, self.job = rig, job
        self.read = 0

    async def at(self, moment: datetime) -> dict[ChatId, MessageSpec]:
        """Look at a moment; what each chat is told by the job that it was not told before."""
        self.rig.clock.set(moment)
        self.read = len(self.rig.items)
        await TakeTurn(uow=InMemoryUnitOfWorkFactory(self.rig.database), clock=self.rig.clock)(self.job)
        return {item.chat_id: item.spec for item in self.rig.items[self.read :] if item.spec}


@pytest.fixture
def rig() -> CoreRig:
    return CoreRig()


@pytest.fixture
def daily(rig: CoreRig) -> Desk:
    return Desk(rig, DailyBrief(clock=rig.clock, calendar=CHINA))


def words_of(rig: CoreRig) -> WeekWords:
    return TellWords(uow=InMemoryUnitOfWorkFactory(rig.database), make=rig.use.figures.see.make)


def figures(spec: MessageSpec) -> dict[str, Any]:
    return {name: spec.args[name] for name in ("new", "waiting", "due", "overdue", "answered", "open")}


async def test_the_brief_counts_since_the_last_workday(daily: Desk) -> None:
    rig = daily.rig
    rig.clock.set(morning(11, 23, 10))
    taken, answered = await rig.submitted(), await rig.submitted()
    for case in (taken, answered):
        await rig.use.claim(rig.liu, case)
    await rig.use.answer(rig.liu, answered, words("已经修好"))
    await rig.submitted()

    told = await daily.at(morning(11, 24))

    brief = told[rig.desk.chat_id]
    assert brief.key == "brief"
    assert (brief.args["day"], brief.args["since"]) == (date(2026, 11, 24), date(2026, 11, 23))
    assert figures(brief) == {"new": 3, "waiting": 1, "due": 1, "overdue": 0, "answered": 1, "open": 3}
    assert rig.other_desk.chat_id not in told

    later = (await daily.at(morning(11, 26)))[rig.desk.chat_id]
    assert figures(later) == {"new": 0, "waiting": 1, "due": 0, "overdue": 1, "answered": 0, "open": 3}


async def test_on_monday_it_tells_of_the_weekend_and_every_desk_hears(daily: Desk) -> None:
    daily.rig.clock.set(morning(11, 28, 10))
    await daily.rig.submitted()

    told = await daily.at(morning(11, 30))
    assert told[daily.rig.desk.chat_id].args["since"] == date(2026, 11, 27)
    assert told[daily.rig.desk.chat_id].args["new"] == 1
    assert told[daily.rig.other_desk.chat_id].key == "brief-quiet"


@pytest.mark.parametrize(
    ("moment", "heard"),
    [
        (morning(11, 27), False),  # a Friday with nothing to say
        (morning(11, 28), False),
        (morning(10, 1), False),
        (morning(10, 8), True),  # the first working day after National Day, of another week
        (morning(10, 10), False),  # a Saturday that is worked on, of the same week
        (morning(11, 30, 8, 29), False),
        (morning(11, 30, 20), True),
    ],
)
async def test_who_hears_when_nothing_happens(daily: Desk, moment: datetime, heard: bool) -> None:
    assert [spec.key for spec in (await daily.at(moment)).values()] == ["brief-quiet"] * 2 * heard


async def test_a_saturday_that_is_worked_on_has_its_brief(daily: Desk) -> None:
    daily.rig.clock.set(morning(10, 9, 10))
    await daily.rig.submitted()
    assert (await daily.at(morning(10, 10)))[daily.rig.desk.chat_id].args["new"] == 1


async def test_a_day_brings_one_brief_and_yesterdays_is_not_made_up_for(daily: Desk) -> None:
    daily.rig.clock.set(morning(11, 23, 10))
    await daily.rig.submitted()
    assert await daily.at(morning(11, 24))
    assert not await daily.at(morning(11, 24, 9))
    assert not await daily.at(morning(11, 26, 3))
    assert await daily.at(morning(11, 26))


async def test_before_the_branch_meeting_each_desk_has_the_week_and_those_below(rig: CoreRig) -> None:
    branch = Desk(rig, BranchBrief(clock=rig.clock, day=1, words=words_of(rig)))
    rig.clock.set(morning(11, 24, 10))
    await rig.submitted()

    told = await branch.at(morning(11, 30))

    desk, street = told[rig.desk.chat_id], told[rig.other_desk.chat_id]
    assert figures(desk) == {"new": 1, "waiting": 1, "due": 0, "overdue": 1, "answered": 0, "open": 1}
    assert [line.key for line in desk.more] == ["branch-brief-hint"]
    below = street.more[0]
    assert (below.key, below.args["name"], below.args["overdue"]) == ("branch-brief-below", "幸福社区", 1)
    assert street.args["new"] == 0
    assert not await branch.at(morning(12, 4))
    assert await branch.at(morning(12, 7))


async def test_the_week_has_its_hot_words_by_desk_with_those_below(rig: CoreRig) -> None:
    branch = Desk(rig, BranchBrief(clock=rig.clock, day=1, words=words_of(rig)))
    rig.clock.set(morning(11, 24, 10))
    for _ in range(5):
        await rig.submitted(parts=["电梯 坏了"])

    told = await branch.at(morning(11, 30))

    for chat in (rig.desk, rig.other_desk):
        (line,) = [line for line in told[chat.chat_id].more if line.key == "branch-brief-words"]
        assert "电梯 5" in str(line.args["words"])
    later = await branch.at(morning(12, 7))
    assert "branch-brief-words" not in [line.key for line in later[rig.desk.chat_id].more]


async def test_who_is_on_duty_stands_in_the_one_brief_of_the_morning(daily: Desk) -> None:
    rig = daily.rig
    await rig.use.duty.know(rig.desk.chat_id, rig.liu.user_id, "刘敏", "")
    await rig.use.duty.set.words(rig.liu, "周一到周日 刘敏")
    rig.clock.set(morning(11, 23, 10))
    await rig.submitted()

    busy = (await daily.at(morning(11, 24)))[rig.desk.chat_id]
    assert (busy.key, [line.key for line in busy.more]) == ("brief", ["duty-brief-on"])
    saturday = await daily.at(morning(11, 28))
    assert [(chat, spec.key) for chat, spec in saturday.items()] == [(rig.desk.chat_id, "duty-brief")]
    assert rig.items[-1].purge_at_once


async def test_weeks_passed_over_are_no_news(rig: CoreRig) -> None:
    branch = Desk(rig, BranchBrief(clock=rig.clock, day=1, words=words_of(rig)))
    assert await branch.at(morning(11, 30))
    assert not await branch.at(morning(12, 30))


@pytest.fixture
def reception(rig: CoreRig) -> tuple[Office, Desk]:
    return Office(rig, kind=DayKind.LEADERS_RECEPTION), Desk(rig, ReceptionList(clock=rig.clock))


TUESDAY_MORNING = datetime.combine(TUESDAY, datetime.min.time().replace(hour=8, minute=30), tzinfo=SHANGHAI)


async def test_the_list_has_people_by_time_and_what_waits(rig: CoreRig, reception: tuple[Office, Desk]) -> None:
    office, desk = reception
    await office.books(rig.zhao, 1, topic="楼上漏水", shared=True)
    await office.books(rig.wang, 0, topic="家里的事", shared=False)
    waits, answered = await rig.submitted(), await rig.submitted()
    rig.at_stage(answered, stage=Stage.ANSWERED)

    told = (await desk.at(TUESDAY_MORNING))[rig.desk.chat_id]

    lines = [(line.key, line.args.get("topic")) for line in told.more]
    assert lines[:2] == [("reception-person", ""), ("reception-person", "楼上漏水")]
    assert [line.args["number"] for line in told.more if line.key == "reception-case"] == [rig.case(waits).number]
    assert "家里的事" not in str(told)
    assert not await desk.at(TUESDAY_MORNING + timedelta(hours=1))


async def test_where_nobody_has_booked_the_list_says_so(rig: CoreRig, reception: tuple[Office, Desk]) -> None:
    _, desk = reception
    told = (await desk.at(TUESDAY_MORNING))[rig.desk.chat_id]
    assert [line.key for line in told.more] == ["reception-nobody"]
    assert not await desk.at(TUESDAY_MORNING + DAY)


async def test_other_days_have_no_such_list(rig: CoreRig) -> None:
    Office(rig, kind=DayKind.LECTURE)
    assert not await Desk(rig, ReceptionList(clock=rig.clock)).at(TUESDAY_MORNING)
