"""When people are at the office, and what is said while they are not."""

from datetime import datetime, timedelta

import pytest

from bot.adapters.calendar import ChineseCalendar
from core.petitions.first_answer import away
from core.petitions.model import Kind
from core.shared.ids import DraftId
from core.shared.office import USUAL, OfficeHours
from tests.core_rig import CoreRig
from tests.factories.said import a_draft, an_anonymous_draft
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit

CHINA = ChineseCalendar()


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "text",
    [
        "1-5 9:00-12:00 14:00-17:30",
        "1,2,3-5 09:00-12:00 14:00-17:30",
        " 1-5  9：00–12:00 14:00~17:30 ；",
        USUAL.write(),
    ],
)
def test_hours_are_read_as_people_write_them(text: str) -> None:
    assert OfficeHours.read(text) == USUAL


@pytest.mark.parametrize(
    "text",
    [
        *("", ";", "1-5", "9:00-12:00", "0 9:00-12:00", "8 9:00-12:00", "1 12:00-9:00", "1 9:00", "1 25:00-26:00"),
        *("1 9:00-12:00; 1 14:00-15:00", "1 9:00-12:00 11:00-13:00", "mon 9:00-12:00", "1 9:60-12:00"),
    ],
)
def test_what_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the part that is wrong is the message
        OfficeHours.read(text)


@pytest.mark.parametrize(
    ("moment", "back"),
    [
        (at(11, 23, 10), None),
        (at(11, 23, 9), None),
        (at(11, 23, 12), at(11, 23, 14)),
        (at(11, 23, 8, 59), at(11, 23, 9)),
        (at(11, 23, 17, 30), at(11, 24, 9)),
        (at(11, 27, 18), at(11, 30, 9)),
        (at(11, 28, 10), at(11, 30, 9)),
        (at(9, 30, 18), at(10, 8, 9)),
        (at(10, 3, 10), at(10, 8, 9)),
        (at(10, 10, 10), None),  # a Saturday that is worked on
        (at(10, 9, 18), at(10, 10, 9)),
        (at(2, 14, 18), at(2, 24, 9)),
    ],
)
def test_people_are_back_when_the_calendar_says_so(moment: datetime, back: datetime | None) -> None:
    assert USUAL.open_at(moment, CHINA, SHANGHAI) is (back is None)
    if back is not None:
        assert USUAL.back_at(moment, CHINA, SHANGHAI) == (back, True)


def test_an_office_with_saturdays_is_closed_on_holidays_all_the_same() -> None:
    hours = OfficeHours.read("1-5 9:00-17:00; 6 9:00-12:00")
    assert hours.open_at(at(11, 28, 10), CHINA, SHANGHAI)
    assert not hours.open_at(at(10, 3, 10), CHINA, SHANGHAI)
    assert hours.open_at(at(10, 10, 10), CHINA, SHANGHAI)
    assert not hours.open_at(at(10, 10, 14), CHINA, SHANGHAI)
    assert OfficeHours.read("1 9:00-17:00").open_at(at(10, 10, 14), CHINA, SHANGHAI)


def test_what_is_said_names_the_holiday_and_owns_up_to_what_is_not_known() -> None:
    (line,) = away(USUAL, at(10, 3, 10), CHINA, SHANGHAI)
    assert (line.args["holiday"], line.args["back"]) == ("yes", at(10, 8, 9))
    assert [line.key for line in away(USUAL, at(1, 1, 10, year=2027), CHINA, SHANGHAI)] == []  # a Friday
    assert [line.key for line in away(USUAL, at(1, 2, 10, year=2027), CHINA, SHANGHAI)] == ["away", "away-uncertain"]
    assert away(USUAL, at(11, 23, 10), CHINA, SHANGHAI) == ()


async def test_the_receipt_says_it_once() -> None:
    rig = CoreRig()
    rig.clock.move(timedelta(hours=10))
    draft = a_draft()
    await rig.use.submit(rig.wang, draft)
    await rig.use.submit(rig.wang, draft)

    (receipt,) = (item for item in rig.sent_to(rig.wang) if item.dedupe.startswith("receipt"))
    assert receipt.spec is not None
    assert [line.key for line in receipt.spec.more] == ["away"]


async def test_whoever_needs_help_at_once_is_not_told_to_wait_for_the_office() -> None:
    rig = CoreRig()
    rig.clock.move(timedelta(hours=10))
    await rig.submitted(kind=Kind.SERVICE, parts=["我妈摔倒了起不来"])

    (receipt,) = (item for item in rig.sent_to(rig.wang) if item.dedupe.startswith("receipt"))
    assert receipt.spec is not None
    assert (receipt.spec.key, [line.key for line in receipt.spec.more]) == ("receipt-urgent", ["away-urgent"])


async def test_while_people_are_there_nothing_is_said() -> None:
    rig = CoreRig()
    await rig.submitted()
    (receipt,) = (item for item in rig.sent_to(rig.wang) if item.dedupe.startswith("receipt"))
    assert receipt.spec is not None
    assert receipt.spec.more == []


async def test_an_anonymous_author_is_told_on_the_page() -> None:
    rig = CoreRig()
    rig.clock.move(timedelta(hours=10))
    receipt = await rig.use.submit(rig.wang, an_anonymous_draft(id=DraftId("d1")))
    assert [line.key for line in receipt.away] == ["away"]


async def test_a_unit_has_its_own_hours_else_those_above() -> None:
    rig = CoreRig()
    for unit, text, told in ((rig.street, "1 20:00-21:00", True), (rig.unit, "1-7 0:00-23:59", False)):
        rig.tables.hours[unit.id] = text
        receipt = await rig.use.submit(rig.wang, a_draft())
        assert bool(receipt.away) is told
