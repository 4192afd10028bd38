"""A day or a time that is typed instead of pressed: what is listed is opened, and nothing else is claimed."""

from datetime import date, time, timedelta

import pytest

from core.booking.model import DayKind, Session
from core.petitions.model import Stage
from tests.booking_rig import Office
from tests.dialog_rig import DialogRig, Person
from tests.door_rig import ROUTER, WAITING
from tests.factories.days import TUESDAY

pytestmark = pytest.mark.unit


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig(route=ROUTER)


@pytest.fixture
def office(rig: DialogRig) -> Office:
    return Office(rig.core)


@pytest.fixture
def wang(rig: DialogRig, office: Office) -> Person:
    return rig.resident()


async def test_a_day_that_is_over_is_none(wang: Person, office: Office) -> None:
    office.adds(date(2026, 11, 20))
    await wang.says("/book")
    await wang.says("11月20号")
    assert "没有这样的接待日子" in wang.shown
    assert "好几场" not in wang.shown


async def test_of_several_on_a_day_the_one_that_is_listed_is_opened(rig: DialogRig, wang: Person) -> None:
    Office(rig.core, kind=DayKind.LEADERS_RECEPTION)
    await wang.says("想找律师")
    await wang.says("12月1号")
    assert "法律咨询日" in wang.shown
    assert "请选时间" in wang.shown
    await wang.says("/book")
    await wang.says("12月1号")
    assert "有好几场" in wang.shown
    assert len([label for label in wang.labels if "12月1日" in label]) == 2


async def test_several_on_a_day_of_another_month_are_shown(rig: DialogRig, wang: Person, office: Office) -> None:
    later = TUESDAY + timedelta(days=35)
    for each in (office, Office(rig.core, kind=DayKind.LEADERS_RECEPTION)):
        each.adds(later)
    await wang.says("/book")
    await wang.says("1月5号")
    assert "有好几场" in wang.shown
    assert len([label for label in wang.labels if "1月5日" in label]) == 2


async def test_from_a_lawyers_day_the_way_leads_to_the_lawyers_days(rig: DialogRig, wang: Person) -> None:
    Office(rig.core, kind=DayKind.LEADERS_RECEPTION)
    await wang.says("下周二想找律师")
    assert "请选时间" in wang.shown
    await wang.says("返回")
    assert any("法律咨询日" in label for label in wang.labels)
    assert not any("领导接待日" in label for label in wang.labels)


async def test_what_the_staff_wait_for_is_no_day_and_no_time(rig: DialogRig, wang: Person) -> None:
    rig.core.at_stage(await rig.core.submitted(), stage=Stage.MORE_INFO)
    await wang.says("/book")
    await wang.says("12月1号")
    assert WAITING in wang.shown
    await wang.says("/book")
    await wang.presses("法律咨询日")
    await wang.says("下午两点")
    assert wang.words is not None
    assert wang.words.parts == ["12月1号", "下午两点"]


async def test_where_no_time_can_be_chosen_none_is_promised(wang: Person, office: Office) -> None:
    await office.full()
    await wang.says("/book")
    await wang.says("12月1号")
    await wang.says("两点")
    assert "这一天现在不能选时间" in wang.shown
    assert "请在下面选一个时间" not in wang.shown
    assert any("排队" in label for label in wang.labels)


async def test_a_time_of_the_morning_and_the_evening_is_asked(rig: DialogRig, wang: Person) -> None:
    sessions = (Session(time(8), time(9), 30, 1), Session(time(20), time(21), 30, 1))
    Office(rig.core, kind=DayKind.LEADERS_RECEPTION, sessions=sessions)
    await wang.says("/book")
    await wang.presses("领导接待日")
    await wang.says(f"那{' ' * 3000}八点")
    assert "“那 八点”有好几个时间" in wang.shown
    await wang.says("晚上八点")
    await wang.presses("不")  # says nothing of the topic
    assert "20:00–20:30" in wang.shown
