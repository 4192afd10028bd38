"""What was imported over what is known, and open petitions that follow it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.adapters.calendar import ChineseCalendar, KnownCalendar
from core.petitions.clocks import anew
from core.petitions.model import Event, Stage
from core.petitions.usecases import FollowCalendar
from core.shared.calendar import NAMED, ArrangedCalendar, ArrangedDay, Arrangement, Off
from core.shared.clock import local_day
from core.shared.ids import PetitionId
from tests.core_rig import CoreRig, a_group_below, staff_of, words
from tests.factories.said import a_draft
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit

CHINA = ChineseCalendar()


def off(*day: int, name: str = "national-day") -> ArrangedDay:
    return ArrangedDay(day=date(*day), kind=Off.HOLIDAY, name=name)


def worked(*day: int) -> ArrangedDay:
    return ArrangedDay(day=date(*day), kind=Off.WORKDAY)


def over_china(*days: ArrangedDay, version: int = 1) -> ArrangedCalendar:
    return ArrangedCalendar(CHINA, Arrangement(days={each.day: each for each in days}, version=version))


def test_of_a_year_that_was_imported_the_import_alone_counts() -> None:
    calendar = over_china(off(2026, 10, 1), worked(2026, 10, 3))

    assert calendar.is_workday(date(2026, 10, 2))
    assert calendar.is_workday(date(2026, 10, 3))
    assert not calendar.is_workday(date(2026, 10, 1))
    assert not calendar.is_workday(date(2026, 10, 4))
    assert calendar.holiday(date(2026, 10, 1)) == "national-day"
    assert calendar.holiday(date(2026, 10, 3)) == ""


def test_another_year_is_as_it_was() -> None:
    calendar = over_china(off(2027, 10, 1))

    assert calendar.knows(2027)
    assert calendar.knows(2026)
    assert not calendar.knows(2028)
    assert not calendar.is_workday(date(2026, 10, 2))
    assert calendar.holiday(date(2026, 10, 2)) == "national-day"
    assert calendar.is_workday(date(2028, 10, 2))
    assert calendar.holiday(date(2028, 10, 1)) == ""


def test_later_imports_and_later_libraries_have_greater_stamps() -> None:
    class Next(ChineseCalendar):
        @property
        def stamp(self) -> str:
            return "2027"

    stamps = [CHINA, over_china(version=0), ArrangedCalendar(Next()), over_china(version=1), over_china(version=10)]
    assert all(one.stamp < other.stamp for one, other in pairwise(stamps[1:]))


def test_every_holiday_of_the_library_has_a_name_in_our_languages() -> None:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(365))
    assert {name for day in days if (name := CHINA.holiday(day))} == NAMED == set(CHINA.names())


class Office:
    """A community on the 30th of September, and a calendar that can be changed."""

    def __init__(self) -> None:
        self.arrangement = Arrangement(days={})
        self.calendar = KnownCalendar(self._read)
        self.rig = CoreRig(calendar=self.calendar)
        self.rig.clock.set(datetime(2026, 9, 30, 2, tzinfo=UTC))
        uow = InMemoryUnitOfWorkFactory(self.rig.database)
        self.follow = FollowCalendar(uow=uow, clock=self.rig.clock, calendar=self.calendar)

    async def _read(self) -> Arrangement:
        return self.arrangement

    def bring(self, *days: ArrangedDay) -> None:
        self.arrangement = Arrangement(days={each.day: each for each in days}, version=self.arrangement.version + 1)

    def dates(self, case: PetitionId) -> tuple[date, date]:
        promises = self.rig.case(case).promises
        return local_day(promises.claim_by, SHANGHAI), local_day(promises.reply_by, SHANGHAI)


@pytest.fixture
async def office() -> Office:
    made = Office()
    await made.calendar.refresh()
    return made


ONE_DAY = (off(2026, 10, 1),)


async def test_when_the_holiday_shrinks_open_dates_move_and_everybody_is_told(office: Office) -> None:
    case = await office.rig.submitted()
    assert office.dates(case) == (date(2026, 10, 8), date(2026, 10, 13))
    office.bring(*ONE_DAY)

    assert await office.follow.moved() == 1

    assert office.dates(case) == (date(2026, 10, 2), date(2026, 10, 8))
    row = office.rig.history(case)[-1]
    assert (row.event, row.actor_kind, row.reason) == (Event.REDATE, "system", "2026-10-08 2026-10-02")
    told = [item.spec for item in office.rig.sent_to(office.rig.wang) if item.spec][-1]
    assert (told.key, told.args["from"], told.args["to"]) == ("notice-redated", date(2026, 10, 8), date(2026, 10, 2))
    assert office.rig.said(office.rig.desk.chat_id)[-1] == "staff-redated"
    law = office.rig.case(case).promises
    assert local_day(law.answer_by, SHANGHAI) == date(2026, 11, 29)


async def test_once_is_enough(office: Office) -> None:
    await office.rig.submitted()
    office.bring(*ONE_DAY)
    assert await office.follow()

    said = len(office.rig.items)
    assert not await office.follow()
    assert len(office.rig.items) == said


async def test_what_does_not_move_is_not_talked_about(office: Office) -> None:
    case = await office.rig.submitted()
    office.bring(off(2027, 10, 1))
    said = len(office.rig.items)

    assert not await office.follow()

    assert office.rig.case(case).promises.calendar_stamp == office.calendar.stamp
    assert len(office.rig.items) == said
    assert office.rig.history(case)[-1].event is Event.SUBMIT


async def test_a_taken_case_keeps_the_date_of_its_taking(office: Office) -> None:
    case = await office.rig.submitted()
    await office.rig.use.claim(office.rig.liu, case)
    office.bring(*ONE_DAY)

    await office.follow()

    assert office.dates(case) == (date(2026, 10, 8), date(2026, 10, 8))


async def test_no_date_moves_into_the_past(office: Office) -> None:
    case = await office.rig.submitted()
    office.rig.clock.set(datetime(2026, 10, 6, 2, tzinfo=UTC))
    office.bring(*ONE_DAY)

    await office.follow()

    assert office.dates(case) == (date(2026, 10, 6), date(2026, 10, 8))


@pytest.mark.parametrize("stage", [Stage.ANSWERED, Stage.CLOSED, Stage.WITHDRAWN])
async def test_what_is_done_stays_as_it_was(office: Office, stage: Stage) -> None:
    case = await office.rig.submitted()
    office.rig.at_stage(case, stage=stage)
    office.bring(*ONE_DAY)

    assert not await office.follow()
    assert office.dates(case) == (date(2026, 10, 8), date(2026, 10, 13))


async def test_dates_from_before_it_was_noted_how_many_days_were_pledged_stay(office: Office) -> None:
    case = await office.rig.submitted()
    promises = replace(office.rig.case(case).promises, claim_days=None, reply_days=None, calendar_stamp="")
    office.rig.at_stage(case, promises=promises)
    office.bring(*ONE_DAY)

    assert not await office.follow()
    assert office.dates(case) == (date(2026, 10, 8), date(2026, 10, 13))


async def test_an_anonymous_author_is_told_nothing_and_the_desk_is_not_told_otherwise(office: Office) -> None:
    await office.rig.submitted_anonymously()
    said = len(office.rig.sent_to(office.rig.wang))
    office.bring(*ONE_DAY)

    assert await office.follow()

    assert len(office.rig.sent_to(office.rig.wang)) == said
    word = next(item.spec for item in office.rig.items if item.spec and item.spec.key == "staff-redated")
    assert word.args["told"] == "no"


async def test_more_cases_than_are_looked_for_at_a_time(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.petitions.usecases.redating.AT_ONCE", 2)
    for n in range(5):
        await office.rig.use.submit(office.rig.zhao if n % 2 else office.rig.wang, a_draft())
    office.bring(*ONE_DAY)

    assert await office.follow.moved() == 5


async def test_what_was_filed_by_a_process_that_had_not_heard_yet_follows(office: Office) -> None:
    office.bring(*ONE_DAY)
    stale = await office.rig.submitted()
    assert office.dates(stale)[0] == date(2026, 10, 8)

    assert await office.follow()
    assert office.dates(stale)[0] == date(2026, 10, 2)


async def test_a_process_with_an_older_library_undoes_nothing(office: Office) -> None:
    case = await office.rig.submitted()
    promises = replace(office.rig.case(case).promises, calendar_stamp="000000.2099")
    office.rig.at_stage(case, promises=promises)

    assert not await office.follow()
    assert office.rig.case(case).promises == promises


async def gone_up(office: Office) -> PetitionId:
    """A case filed with a group on 25 September that goes up to the community on the 30th."""
    rig, leader = office.rig, staff_of(a_group_below(office.rig), 7009, "赵组长")
    rig.clock.set(datetime(2026, 9, 25, 2, tzinfo=UTC))
    case = await rig.submitted()
    rig.clock.set(datetime(2026, 9, 30, 2, tzinfo=UTC))
    await rig.use.flow.escalate(leader, case, words("要动用社区的钱"))
    return case


async def test_pledges_of_a_moved_case_follow_from_the_day_of_its_move(office: Office) -> None:
    case = await gone_up(office)
    assert office.dates(case) == (date(2026, 10, 8), date(2026, 10, 13))
    law = office.rig.case(case).promises.answer_by
    office.bring(*ONE_DAY)

    assert await office.follow.moved() == 1

    assert office.dates(case) == (date(2026, 10, 2), date(2026, 10, 8))
    assert office.rig.case(case).promises.answer_by == law
    row = office.rig.history(case)[-1]
    assert (row.event, row.actor_kind, row.reason) == (Event.REDATE, "system", "2026-10-08 2026-10-02")
    assert [item.spec.key for item in office.rig.sent_to(office.rig.wang) if item.spec][-1] == "notice-redated"


async def test_more_time_that_was_agreed_to_before_the_move_puts_off_nothing_after_it(office: Office) -> None:
    case = await gone_up(office)
    promises = replace(office.rig.case(case).promises, extended_days=10)
    moved_at = promises.pledged_at
    assert moved_at is not None
    petition = replace(office.rig.case(case), promises=promises)
    office.bring(*ONE_DAY)
    await office.calendar.refresh()

    def reply_by(agreed: datetime) -> date:
        return local_day(anew(petition, office.calendar, office.rig.clock, agreed).reply_by, SHANGHAI)

    assert reply_by(moved_at - timedelta(days=1)) == date(2026, 10, 8)
    assert reply_by(moved_at + timedelta(days=1)) == date(2026, 10, 19)
