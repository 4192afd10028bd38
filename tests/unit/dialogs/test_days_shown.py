"""Days as a resident finds them: by month, with what is free, and what is not theirs to see."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.booking.model import DayState, Reason
from dialogs.booking.choosing import ON_A_PAGE
from tests.booking_rig import Office
from tests.dialog_rig import DialogRig, Person
from tests.factories.days import TUESDAY, at
from tests.fakes.world import FakeCalendar

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig()


@pytest.fixture
def office(rig: DialogRig) -> Office:
    return Office(rig.core)


@pytest.fixture
def wang(rig: DialogRig, office: Office) -> Person:
    return rig.resident()


async def test_days_say_how_they_are(rig: DialogRig, office: Office, wang: Person) -> None:
    day = office.day
    for changed, label, said in (
        (replace(day, state=DayState.PLANNED), "还没开始约", "11月17日（周二）起可以预约"),
        (replace(day, state=DayState.CLOSED, reason=Reason.WEATHER), "取消了", "天气原因"),
        (replace(day, held_on=TUESDAY, planned_on=TUESDAY.replace(day=2)), "有 2 个空", "碰上节假日"),
    ):
        rig.core.tables.days[day.id] = changed
        await wang.says("/book")
        assert label in wang.labels[0]
        await wang.says("1")
        assert said in wang.shown
    office.sets(at(TUESDAY, 14))
    await wang.says("/book")
    assert "约不了了" in wang.labels[0]


async def test_what_is_not_known_of_a_year_is_said(rig: DialogRig, office: Office, wang: Person) -> None:
    await wang.says("/book")
    await wang.says("1")
    assert "放假安排还没公布" not in wang.shown
    unknown = FakeCalendar(unknown=frozenset({2026}))
    rig.core.use = replace(rig.core.use, booking=replace(rig.core.use.booking, calendar=unknown))
    rig.restart()
    await wang.says("/book")
    await wang.says("1")
    assert "2026年的放假安排还没公布" in wang.shown


async def test_months_are_turned(rig: DialogRig, office: Office, wang: Person) -> None:
    office.adds(TUESDAY.replace(year=2027, month=1, day=5))
    await wang.says("/book")
    await wang.presses("看后一个月")
    assert "2027年1月" in wang.shown
    await wang.presses("看前一个月")
    assert "2026年12月" in wang.shown


async def test_whoever_has_a_place_on_a_day_is_led_to_it(rig: DialogRig, office: Office, wang: Person) -> None:
    await office.books(rig.core.wang)
    await wang.says("/book")
    await wang.says("1")
    assert wang.labels[0] == "1. 看我这天的预约"
    await wang.presses("看我这天的预约")
    assert "YY-2026-000001" in wang.shown


async def test_what_is_not_ones_own_is_not_shown(rig: DialogRig, office: Office, wang: Person) -> None:
    theirs = await office.books(rig.core.zhao, topic="别人的事", shared=True)
    await wang.says("/start")
    await wang.forges(f"l1:bkg:{theirs.id}:0")
    assert "没有找到这个预约" in wang.shown
    assert "别人的事" not in wang.shown
    await wang.forges(f"l1:otk:{theirs.id}:0")
    assert "没有找到这个预约" in wang.shown


async def test_a_month_full_of_days_is_turned(rig: DialogRig, office: Office, wang: Person) -> None:
    for number in range(ON_A_PAGE + 3):
        office.adds(TUESDAY + timedelta(days=number % 8))
    await wang.says("/book")
    assert sum("有 2 个空" in label for label in wang.labels) == ON_A_PAGE
    await wang.presses("看后面的日子")
    assert "2026年12月" in wang.shown
    assert sum("有 2 个空" in label for label in wang.labels) == 4
    await wang.presses("看前面的日子")
    assert sum("有 2 个空" in label for label in wang.labels) == ON_A_PAGE
