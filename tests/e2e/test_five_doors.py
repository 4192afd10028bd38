"""All doors in one story, on both databases: one resident who simply writes, and two of the staff."""

from datetime import date, timedelta

import pytest

from tests.e2e import ballots, bookings, news
from tests.e2e.broadcasts import Friday
from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import number_in, said
from tests.e2e.walker import Walker
from tests.sandbox_client import buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True, scope="module"),
]
MEASURED = False
SATURDAY = 5
SHED, TITLE = "充电棚", "三栋电梯维修费用"


async def complains(wang: Walker) -> Staff:
    """A petition begun by a sentence; the one of the desk takes it."""
    begun = said(await wang.say("垃圾桶三天没人清", "投诉请求"))
    assert "“垃圾桶三天没人清”" in begun
    await wang.walk("text.done place.skip preview.confirm")
    case = Staff(wang.house, "staff-liu", number_in(said(await wang.look("🧾"))))
    await case.card("垃圾桶三天没人清")
    return case


def a_saturday() -> date:
    """A day on which the demo has none."""
    soon = bookings.today() + timedelta(days=2)
    return soon + timedelta(days=(SATURDAY - soon.weekday()) % 7)


async def books_the_lawyer(wang: Walker, day: date) -> str:
    await bookings.adds_days(wang.house, bookings.own_day("", day, kind="legal_consultation"))
    await wang.say(f"{day.month}月{day.day}日想找律师问遗产", "约律师")
    await wang.walk("day.* preview.confirm")
    return bookings.number_in(said(await bookings.ticket(wang)))


async def votes(wang: Walker) -> str:
    await ballots.shows_who(wang)
    await wang.say("怎么投票", "测评和投票")
    await ballots.opens(wang, SHED)
    await wang.walk("ballot.start debrief.go")
    await ballots.grades(wang, "同意", 1)
    receipt = await ballots.receipt_of(wang)
    await wang.walk("review.*\n? 已经投进票箱")
    return receipt


async def subscribes(wang: Walker) -> None:
    await wang.say("我要订每周的消息", "您想收到什么")
    await wang.walk("main.weekly main.quiet quiet.none")


async def test_one_resident_goes_through_every_door(house: House) -> None:
    wang = await ballots.moved_in(house, "resident-wang")
    await subscribes(wang)
    li = await ballots.moved_in(house, "resident-li")
    await li.walk("> /subscribe\nmain.at_once main.quiet quiet.none")
    case = await complains(wang)
    ticket = await books_the_lawyer(wang, day := a_saturday())
    receipt = await votes(wang)
    number = await news.published(house, "三栋电梯换钢丝绳两根，共 3860 元。", TITLE)
    await li.look(TITLE)  # who wants it at once does not wait for Friday
    await wang.say("三栋电梯维修花了多少", "🔍")
    found = await house.box.wait_message(wang.ref, lambda m: any(TITLE in text for text in buttons(m)))
    await house.box.press(wang.ref, found, data=news.code_of(found, TITLE), wait_ms=8_000)
    assert number in said(await wang.look("3860"))

    await case.answer_prompt("办理答复", "垃圾桶已清，以后每天清一次。")
    await wang.look("每天清一次")
    assert ticket in said(await bookings.DaysOfDesk(house).opens(f"{day.month}月{day.day}日"))
    await Friday(house).comes()
    digest = said(await house.box.wait_message(wang.ref, "本周消息", timeout_s=90))
    assert all(words in digest for words in (TITLE, "答复", "法律咨询日", SHED)), digest
    everything = [said(message) for message in await house.box.messages(wang.ref)]
    assert not any(receipt in said(message) for message in await house.box.messages(DESK))
    assert not any("parked" in text or "Traceback" in text for text in everything)
