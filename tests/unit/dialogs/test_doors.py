"""Free text goes through the right door, shows what was understood, and comes back by one press."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.booking.model import DayKind
from core.routing.model import Intent
from dialogs.doors import DOORS
from tests.ballot_rig import Hall
from tests.booking_rig import Office
from tests.dialog_rig import DialogRig, Person
from tests.door_rig import NOT_MEANT, ROUTER, WAITING, came_back_with
from tests.factories.news import publish
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit

ABOUT_MONEY = "上个月电梯维修花了多少"


@pytest.fixture
def rig() -> DialogRig:
    return DialogRig(route=ROUTER)


@pytest.fixture
def office(rig: DialogRig) -> Office:
    return Office(rig.core)


@pytest.fixture
def wang(rig: DialogRig) -> Person:
    return rig.resident()


async def has_booked(rig: DialogRig, _wang: Person) -> None:
    await Office(rig.core).books(rig.core.wang)


async def has_a_ballot(rig: DialogRig, _wang: Person) -> None:
    await Hall(rig.core).opens()


async def has_news(rig: DialogRig, _wang: Person) -> None:
    await publish(InMemoryUnitOfWorkFactory(rig.core.database), rig.core.unit, ABOUT_MONEY)


async def has_a_case(rig: DialogRig, _wang: Person) -> None:
    await rig.core.submitted()


async def test_a_day_that_is_named_is_opened_with_the_topic(rig: DialogRig, office: Office, wang: Person) -> None:
    text = "下周二想找律师问遗产"
    await wang.says(text)
    assert f"“{text}”" in wang.shown
    assert "约律师" in wang.shown
    assert "二楼调解室" in wang.shown
    await came_back_with(wang, text)
    await wang.presses("不要了")
    await wang.presses("确定不要了")

    await wang.says(text)
    await wang.presses("14:00")
    assert "请看对不对" in wang.shown
    await wang.presses("确认预约")
    (booking,) = rig.core.tables.bookings.values()
    assert (booking.topic, booking.shared) == (text, False)
    assert wang.words is None


async def test_what_was_said_on_the_way_is_kept_while_waiting(rig: DialogRig, office: Office, wang: Person) -> None:
    text = "下周二想找律师问遗产"
    await office.full()
    await wang.says(text)
    await wang.presses("排队等空位")
    assert f"只有您自己看得到）：“{text}”" in wang.shown
    waits = next(b for b in rig.core.tables.bookings.values() if b.resident_id == rig.core.wang.resident_id)
    assert (waits.topic, waits.shared) == (text, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("想找律师", "12月"),
        ("12月3日想找律师", "12月3日（周四）没有这样的接待日子"),
        ("12月1日想见书记", "12月1日（周二）没有这样的接待日子"),
        ("书法班还能报名吗，我们两个人", "报名活动"),
    ],
)
async def test_without_its_day_the_month_is_shown(office: Office, wang: Person, text: str, said: str) -> None:
    await wang.says(text)
    assert "📅" in wang.shown
    assert said in wang.shown
    await came_back_with(wang, text)


async def test_who_asks_for_a_lawyer_sees_no_other_days_until_they_want_to(
    rig: DialogRig, office: Office, wang: Person
) -> None:
    Office(rig.core, kind=DayKind.LEADERS_RECEPTION)
    await wang.says("想找律师")
    assert not any("领导接待日" in label for label in wang.labels)
    await wang.presses("看全部日子")
    assert any("领导接待日" in label for label in wang.labels)
    assert any("法律咨询日" in label for label in wang.labels)
    assert "看全部日子" not in " ".join(wang.labels)


async def test_the_month_is_that_of_the_day(office: Office, wang: Person) -> None:
    office.adds(date(2027, 1, 5))
    await wang.says("1月6日想找律师")
    assert "1月" in wang.shown
    assert any("1月5日" in label for label in wang.labels)
    await wang.says("想找律师")
    assert any("12月1日" in label for label in wang.labels)


@pytest.mark.parametrize(
    ("text", "before", "shown"),
    [
        ("明天的预约取消", has_booked, "14:00 法律咨询日"),
        ("我那个事怎么样了", has_a_case, "1 件事"),
        ("XF-2026-000001办到哪了", has_a_case, "楼道灯坏了"),
        ("XF-2026-000077办到哪了", has_a_case, "没有"),
        ("我要换成英文", None, "English"),
        ("换手机号了怎么改", None, "这里有您的"),
        ("怎么投票", has_a_ballot, "年终测评"),
        (ABOUT_MONEY, has_news, "找到 1 项"),
        ("我不想收通知了", None, "您想收到什么"),
        ("转人工", None, "怎么用"),
        ("谢谢你们", None, "您好"),
    ],
)
async def test_the_other_doors(rig: DialogRig, wang: Person, text: str, before: Any, shown: str) -> None:
    if before is not None:
        await before(rig, wang)
    await wang.says(text)
    assert shown in wang.shown + " ".join(wang.labels)
    assert wang.words is None
    await came_back_with(wang, text)


async def test_what_is_on_no_board_can_be_written_instead_and_is_not_looked_for_again(
    rig: DialogRig, wang: Person
) -> None:
    await publish(InMemoryUnitOfWorkFactory(rig.core.database), rig.core.unit)
    await wang.says(ABOUT_MONEY)
    assert "没有找到" in wang.shown
    assert not any("写给社区" in label for label in wang.labels)
    await came_back_with(wang, ABOUT_MONEY)
    await wang.presses("不要了")
    await wang.presses("确定不要了")

    await wang.says(f"/news {ABOUT_MONEY}")
    await wang.presses("写给社区")
    assert WAITING in wang.shown
    assert wang.words is not None
    assert wang.words.parts == [ABOUT_MONEY]


@pytest.mark.parametrize("text", ["怎么投票", ABOUT_MONEY, "下周二想找律师问遗产"])
async def test_what_is_not_here_is_said_and_the_words_are_offered(wang: Person, text: str) -> None:
    await wang.says(text)
    assert "现在还办不了" in wang.shown
    assert WAITING in wang.shown
    assert wang.words is not None
    assert wang.words.parts == [text]


def test_every_intent_has_its_door_or_is_known_to_have_none_yet() -> None:
    assert set(Intent) - set(DOORS) == {Intent.NONE}


@pytest.mark.parametrize(
    "more",
    [
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "老李", "date": 1}},
        {"photo": [{"file_id": "f", "file_unique_id": "f", "width": 1, "height": 1}], "caption": "垃圾桶三天没人清"},
    ],
    ids=["of somebody else", "with a file"],
)
async def test_what_is_more_than_their_own_words_is_offered(wang: Person, more: dict[str, Any]) -> None:
    await wang.says("" if "photo" in more else "垃圾桶三天没人清", **more)
    assert WAITING in wang.shown
    assert "垃圾桶三天没人清" in wang.shown


async def test_words_no_door_is_known_for_are_offered(wang: Person) -> None:
    await wang.says("今天天气真好")
    assert WAITING in wang.shown
    assert not any(NOT_MEANT in label for label in wang.labels)


async def test_while_words_wait_to_be_told_what_to_become_more_words_join_them(wang: Person) -> None:
    await wang.says("今天天气真好")
    await wang.says("/help")
    await wang.says("转人工")
    assert "2 条消息" in wang.shown


async def test_two_messages_of_one_moment_come_back_together(rig: DialogRig, wang: Person) -> None:
    await wang.says("换手机号了怎么改")
    await wang.says("转人工")
    await came_back_with(wang, "换手机号了怎么改", "转人工")
    await wang.presses("不要了")
    await wang.presses("确定不要了")

    await wang.says("换手机号了怎么改")
    rig.core.clock.move(timedelta(minutes=3))
    await wang.says("转人工")
    await came_back_with(wang, "转人工")


@pytest.mark.parametrize("text", ["垃圾桶三天没人清", "想找律师问遗产"])
async def test_after_a_restart_and_pressed_twice_the_words_are_there_once(
    rig: DialogRig, office: Office, wang: Person, text: str
) -> None:
    await wang.says(text)
    rig.restart()
    await wang.presses_twice(NOT_MEANT)
    assert wang.words is not None
    assert wang.words.parts == [text]


async def test_further_on_the_way_back_is_not_in_the_way(wang: Person) -> None:
    await wang.says("转人工")
    await wang.presses("返回")
    assert "为您服务" in wang.shown
    assert not any(NOT_MEANT in label for label in wang.labels)


@pytest.mark.parametrize("typed", ["不是这个意思", "不对", "Not what I meant"])
async def test_it_can_be_typed(wang: Person, typed: str) -> None:
    await wang.says("垃圾桶三天没人清")
    await wang.says(typed)
    assert WAITING in wang.shown
    assert "垃圾桶三天没人清" in wang.shown


async def test_before_consent_nothing_is_led_anywhere(rig: DialogRig) -> None:
    stranger = rig.person()
    await stranger.says("转人工")
    assert "语言" in stranger.shown
    assert stranger.words is not None
    assert stranger.words.parts == ["转人工"]


@pytest.mark.parametrize("text", ["删除我的资料", "刪除我的資料", "改个人信息"])
async def test_whoever_writes_about_their_data_is_shown_what_is_kept(wang: Person, text: str) -> None:
    await wang.says(text)
    assert "这里有您的" in wang.shown
    assert any("删除我的资料" in label for label in wang.labels)
    await came_back_with(wang, text)
