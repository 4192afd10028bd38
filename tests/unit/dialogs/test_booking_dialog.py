"""Booking as a resident meets it: every page, by press and by words, and what is said where something cannot be."""

from datetime import timedelta

import pytest

from core.booking.model import Reason
from core.booking.places import BookingState
from tests.booking_rig import Office
from tests.dialog_rig import DialogRig, Person
from tests.factories.days import TUESDAY, at

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


async def at_the_preview(wang: Person, topic: str = "想问遗产") -> None:
    await wang.says("/book")
    await wang.presses("法律咨询日")
    await wang.presses("14:00")
    await wang.says(topic)
    await wang.presses("可以给他们看")


async def test_without_days_the_door_is_not_offered(rig: DialogRig) -> None:
    wang = rig.resident()
    await wang.says("/start")
    assert not any("约律师" in label for label in wang.labels)
    await wang.says("/help")
    assert "/book" not in wang.shown
    await wang.says("/book")
    assert "还没有可以约的日子" in wang.shown


@pytest.mark.parametrize("typed", ["两点半", "下午2点半吧", "14:30–15:00"])
async def test_day_and_time_can_be_typed_as_people_say_them(wang: Person, typed: str) -> None:
    await wang.says("/book")
    await wang.says("12月1号吧")
    assert "请选时间" in wang.shown
    await wang.says(typed)
    await wang.presses("不")  # says nothing of the topic
    assert "14:30" in wang.shown


async def test_a_time_or_day_that_is_not_there_is_said_and_nothing_is_begun(wang: Person) -> None:
    await wang.says("/book")
    await wang.says("12月1号")
    await wang.says("八点")
    assert "“八点”没有空位" in wang.shown
    assert "请选时间" in wang.shown
    await wang.says("12月2号")
    assert "没有这样的接待日子" in wang.shown
    assert any("法律咨询日" in label for label in wang.labels)
    assert wang.words is None
    await wang.says("1")
    await wang.says("八点停水了")
    assert "要怎么办" in wang.shown


async def test_from_the_menu_to_the_ticket(rig: DialogRig, wang: Person) -> None:
    await wang.says("/help")
    assert "/book" in wang.shown
    await wang.says("/start")
    await wang.presses("约律师")
    assert "12月" in wang.shown
    assert "12月1日（周二） 法律咨询日 · 有 2 个空" in wang.labels[0]
    await wang.says("1")
    assert "二楼调解室" in wang.shown
    assert "冯律师" in wang.shown
    await wang.says("2")
    await wang.says("想问遗产")
    assert "“想问遗产”" in wang.shown
    await wang.says("可以")
    assert "接待的人可以先看" in wang.shown
    await wang.says("确认")
    assert "YY-2026-000001" in wang.shown
    (booking,) = rig.core.tables.bookings.values()
    assert (booking.state, booking.topic, booking.shared) == (BookingState.CONFIRMED, "想问遗产", True)


async def test_pressed_twice_and_handled_twice_it_is_one_place(rig: DialogRig, wang: Person) -> None:
    await at_the_preview(wang)
    rig.dies = True
    await wang.presses("确认预约")
    rig.restart()
    await rig.repeat()
    assert len(rig.core.tables.bookings) == 1
    assert "YY-2026-000001" in wang.shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [("好" * 501, "最多 500 字"), ("\u200b", "没有内容"), ("", "只要文字")],
    ids=["long", "nothing", "a file"],
)
async def test_a_topic_that_cannot_be_kept_is_said(rig: DialogRig, wang: Person, typed: str, said: str) -> None:
    await wang.says("/book")
    await wang.says("1")
    await wang.presses("14:00")
    await wang.says(
        typed, **({} if typed else {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]})
    )
    assert said in wang.shown
    assert "想问什么事" in wang.shown


async def test_words_at_the_preview_belong_to_the_topic_and_are_asked_about(rig: DialogRig, wang: Person) -> None:
    await at_the_preview(wang)
    await wang.says("还有房产")
    assert "想问遗产\n还有房产" in wang.shown
    await wang.presses("不给看")
    assert "只有您自己看得到" in wang.shown
    await wang.says("好" * 495)
    assert "没有记上" in wang.shown
    assert "想问遗产\n还有房产" in wang.shown
    await wang.presses("改给不给看")
    await wang.presses("返回")
    await wang.says("换一件事")
    await wang.presses("可以给")
    assert "“换一件事”" in wang.shown


async def test_who_was_slower_is_told_and_keeps_what_was_written(rig: DialogRig, office: Office, wang: Person) -> None:
    await at_the_preview(wang)
    await office.books(rig.core.zhao)
    await wang.presses("确认预约")
    assert "刚刚约满" in rig.session.answers[-1]
    await wang.presses("换时间")
    assert [label for label in wang.labels if "有 1 个空" in label] == ["1. 14:30–15:00 · 有 1 个空"]
    await wang.presses("14:30")
    assert "想问遗产" in wang.shown
    await wang.presses("确认预约")
    assert "YY-2026-000002" in wang.shown


async def test_a_full_day_is_waited_for_and_left(rig: DialogRig, office: Office, wang: Person) -> None:
    await office.full()
    await wang.says("/book")
    assert "满了，可排队" in wang.labels[0]
    await wang.says("1")
    await wang.presses("排队等空位")
    assert "排上队了" in wang.shown
    assert "您排在第一个" in wang.shown
    await wang.presses("不排了")
    await wang.presses("不取消")
    assert "还给您留着" in wang.shown
    await wang.presses("不排了")
    await wang.says("是的")
    assert "已取消" in wang.shown
    await wang.presses("看有哪些日子")
    await wang.says("1")
    assert "排队等空位" in wang.labels[0]


async def test_a_booking_is_seen_moved_and_cancelled(rig: DialogRig, office: Office, wang: Person) -> None:
    await at_the_preview(wang)
    await wang.presses("确认预约")
    await wang.presses("看这个预约")
    assert "想问遗产" in wang.shown
    await wang.presses("改到别的时间")
    assert "原来的才取消" in wang.shown
    await wang.says("1")
    await wang.presses("14:30")
    assert "原来的 YY-2026-000001 就取消" in wang.shown
    assert "想问遗产" in wang.shown
    await wang.presses("确认预约")
    assert [b.state for b in rig.core.tables.bookings.values()] == [BookingState.CANCELLED, BookingState.CONFIRMED]
    await wang.says("/book")
    await wang.presses("我的预约（1 个）")
    assert "14:30" in wang.labels[0]
    await wang.says("1")
    await wang.presses("不去了")
    await wang.presses("确定取消")
    assert "YY-2026-000002 已取消" in wang.shown
    assert [slot.taken for slot in office.slots()] == [0, 0]


async def test_leave_to_read_is_for_those_it_was_given_to(rig: DialogRig, office: Office, wang: Person) -> None:
    await at_the_preview(wang)
    await wang.presses("确认预约")
    Office(rig.core, title="书法班")
    await wang.presses("看这个预约")
    await wang.presses("改到别的时间")
    await wang.presses("书法班")
    await wang.presses("14:30–15:00")
    assert "只有您自己看得到）：“想问遗产”" in wang.shown


async def test_whoever_turns_to_another_kind_of_day_is_asked_anew_who_may_read(
    rig: DialogRig, office: Office, wang: Person
) -> None:
    Office(rig.core, title="书法班")
    office.adds(TUESDAY + timedelta(days=7))
    await wang.says("/book")
    await wang.presses("12月1日（周二） 法律咨询日")
    await wang.presses("14:00–14:30")
    await wang.says("？")
    assert "这里只要文字" in wang.shown
    await wang.says("想问遗产")
    await wang.presses("可以给他们看")
    for day, asked in (("12月8日（周二） 法律咨询日", False), ("书法班", True)):
        await wang.presses("换时间")
        await wang.presses("看有哪些日子")
        await wang.presses(day)
        await wang.presses("14:00–14:30")
        assert ("不给看也能约" in wang.shown) is asked
    await wang.presses("不给看")
    assert "只有您自己看得到）：“想问遗产”" in wang.shown


async def test_an_offer_is_answered_in_its_window(rig: DialogRig, office: Office, wang: Person) -> None:
    booked, other = await office.full()
    mine = await office.waits(rig.core.wang)
    for gone in (booked, other):
        who = next(r for r in rig.core.tables.residents.values() if r.id == gone.resident_id)
        await rig.core.use.booking.cancel(office.of(who), gone.id)
    await wang.says("/book")
    await wang.presses("我的预约")
    await wang.says("1")
    assert "请在" in wang.shown
    await wang.says("好的")
    assert "位子是您的了" in wang.shown
    assert office.now(mine).state is BookingState.CONFIRMED


async def test_a_day_that_moves_while_somebody_looks_is_looked_at_again(
    rig: DialogRig, office: Office, wang: Person
) -> None:
    await at_the_preview(wang)
    friday = TUESDAY + timedelta(days=3)
    await rig.core.use.booking.move_day(rig.core.liu, office.day_id, friday, Reason.PLACE)
    await wang.presses("确认预约")
    assert "刚刚改期了" in wang.shown
    assert "12月4日（周五） 14:00" in wang.shown
    assert "想问遗产" in wang.shown
    assert not rig.core.tables.bookings
    await wang.presses("确认预约")
    assert "YY-2026-000001" in wang.shown
    await wang.says("/book")
    await wang.says("1")
    assert "原来是 12月1日（周二），改到了这一天，因为场地用不了" in wang.shown


async def test_what_is_over_is_no_longer_to_come(rig: DialogRig, office: Office, wang: Person) -> None:
    await at_the_preview(wang)
    await wang.presses("确认预约")
    office.adds(TUESDAY + timedelta(days=7))
    office.sets(at(TUESDAY, 16))
    await office.tend()
    await wang.says("/book")
    await wang.presses("我的预约（0 个）")
    assert "已过" in wang.labels[0]
    await wang.says("1")
    assert "YY-2026-000001</b> 法律咨询日 · 已过" in wang.shown
    assert wang.labels[0] == "1. 看有哪些日子"


async def test_what_it_is_about_can_be_said_hidden_and_erased_later(
    rig: DialogRig, office: Office, wang: Person
) -> None:
    """Also by who has waited; leave to read is taken back as easily as it was given."""
    await office.full()
    mine = await office.waits(rig.core.wang)
    await wang.says("/start")
    await wang.forges(f"l1:bkg:{mine.id}:0")
    await wang.presses("写要问的事")
    await wang.presses("返回")
    await wang.presses("写要问的事")
    await wang.says("想问遗产")
    await wang.presses("可以给他们看")
    assert "记下了" in wang.shown
    assert "要问的事（接待的人可以先看）：“想问遗产”" in wang.shown
    assert (office.now(mine).topic, office.now(mine).shared) == ("想问遗产", True)
    await wang.presses("改给不给看")
    assert "“想问遗产”" in wang.shown
    await wang.presses("不给看")
    assert "只有您自己看得到" in wang.shown
    assert (office.now(mine).topic, office.now(mine).shared) == ("想问遗产", False)
    listed = await rig.core.use.booking.see_day(rig.core.liu, office.day_id)
    assert "想问遗产" not in {booking.topic for booking in listed.bookings}
    await wang.presses("改要问的事")
    await wang.presses("不写了")
    assert "没有留下" in wang.shown
    assert office.now(mine).topic == ""
