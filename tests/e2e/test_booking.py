"""The booking door from end to end: a resident's phone, the desk's group, the clock, and what goes wrong between."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta

import pytest
import pytest_asyncio

from tests.e2e import bookings
from tests.e2e.bookings import (
    SHANGHAI,
    DaysOfDesk,
    adds_days,
    answer_to,
    arrived,
    books,
    calendar,
    cancels,
    code_of,
    forged,
    id_of,
    number_in,
    on_the_day,
    opens,
    own_day,
    ticket,
    today,
    waits,
)
from tests.e2e.house import House, open_house
from tests.e2e.people import said
from tests.sandbox_client import buttons

SHIFTED = 15 * 3600 + 60
"""Seconds after which an offer has ended, whatever the hour: four hours, and the night."""

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    settings = {"LINLI_REMIND_HOUR": "9"}
    async with open_house(tmp_path_factory.mktemp("house"), settings=settings) as opened:
        on = today() + timedelta(days=6)
        await adds_days(
            opened,
            own_day("普法", on, "12:00", "mobile_station"),
            own_day("讲座", on, "12:00", "lecture"),
            own_day("插花", on),
            own_day("下棋", on, "11:00"),
            own_day("品茶", on + timedelta(days=1), "11:00"),
            own_day("唱歌", on + timedelta(days=2)),
            own_day("走棋", on + timedelta(days=3)),
            own_day("常来", on, when=f"weekly: {(on - timedelta(days=1)).isoweekday()}"),
        )
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


async def test_a_day_is_booked_and_the_desk_sees_it(house: House) -> None:
    walker = await arrived(house, "想见律师的人")
    await opens(walker, "领导接待日")
    number = await books(walker, "流动普法站", "想问遗产怎么分")
    sent = await ticket(walker)
    assert "冯律师" in said(sent)
    assert sent["document"]["file_name"] == f"{number}.ics"
    file = await calendar(house, sent)
    for line in ("METHOD:PUBLISH", "SUMMARY:流动普法站", "SEQUENCE:1", "STATUS:CONFIRMED"):
        assert f"\r\n{line}\r\n" in file

    desk = DaysOfDesk(house)
    shown = said(await desk.opens("流动普法站"))
    assert all(wanted in shown for wanted in ("想见律师的人", "想问遗产怎么分", number))
    await desk.press("看有哪些日子")
    other = await house.box.text("street-he", "/days", chat="desk-street")
    theirs = await house.box.wait_message("desk-street", "接待日子", after=other["message_id"])
    assert not any("流动普法站" in text for text in buttons(theirs))


async def test_every_choice_leads_somewhere(house: House) -> None:
    walker = await arrived(house, "到处看的人")
    await opens(walker, "流动普法站")
    await walker.walk(bookings.WALK)
    for way in (bookings.TURNS, f"day.*{bookings.PREVIEW}"):
        await opens(walker, "流动普法站")
        await walker.walk(way)
    await books(walker, "流动普法站")
    await walker.walk(bookings.AFTERWARDS)
    await opens(walker, "流动普法站")
    await walker.walk("day.theirs view.end cancel.no view.end cancel.yes view.book month.menu")


async def test_quick_fingers_and_old_windows_make_one_booking(house: House) -> None:
    walker = await arrived(house, "手快的人")
    await opens(walker, "下棋")
    await walker.walk("day.*")
    old = await walker.look("想问什么事")
    await walker.walk("topic.skip")
    preview = await walker.look("请看对不对")
    confirm = code_of(preview, "确认预约")
    await asyncio.gather(*(house.box.press(walker.ref, preview, data=confirm, wait_ms=8_000) for _ in range(3)))
    number = number_in(said(await ticket(walker)))
    assert "过期" in await forged(house, walker.ref, code_of(old, "返回"), old)
    assert await house.box.idle(quiet_ms=400)
    assert [number_in(said(m)) for m in await house.box.messages(walker.ref) if "document" in m] == [number]


async def test_the_last_place_goes_to_one_and_the_other_keeps_what_was_written(house: House) -> None:
    first, second = await arrived(house, "先到的人"), await arrived(house, "后到的人")
    for walker in (first, second):
        await opens(walker, "下棋")
        await walker.walk("day.*\n> 带自己的棋\nshare.no\n? 请看对不对")
    await first.walk("preview.confirm")
    await ticket(first)
    assert "刚刚约满" in await answer_to(house, second, "确认预约")
    assert "带自己的棋" in said(await second.look("请看对不对"))
    await second.walk("preview.time day.wait\n? 您排在第一个\nview.leave cancel.yes\n? 已取消")
    await waits(second, "下棋")
    await second.walk("view.leave")
    await cancels(first)  # meanwhile the place is offered, and given up all the same
    await house.box.wait_message(second.ref, "有空位了")
    await second.walk("> /book\nmonth.mine mine.* view.decline decline.no view.decline decline.yes\n? 给下一位了")


async def test_a_free_place_is_offered_declined_and_taken(house: House) -> None:
    holder, unsure, keen, last = [await arrived(house, name) for name in ("有位子的", "拿不准的", "想去的", "最后的")]
    number = await books(holder, "插花")
    for walker in (unsure, keen, last):
        await waits(walker, "插花")
    await last.walk("view.leave")
    await cancels(holder)
    assert "\r\nMETHOD:CANCEL\r\n" in await calendar(house, await ticket(holder, f"预约 {number}"))

    offer = await house.box.wait_message(unsure.ref, "有空位了")
    take, decline = (code_of(offer, label) for label in ("要这个位子", "不要了"))
    await forged(house, holder.ref, take, (await house.box.messages(holder.ref))[-1])
    await house.box.wait_message(holder.ref, "没有找到这个预约")
    await house.box.press(unsure.ref, offer, data=decline, wait_ms=8_000)
    await unsure.walk("? 真的让给下一位吗\ndecline.yes\n? 给下一位了")
    refused = await house.box.press(unsure.ref, offer, data=take, wait_ms=8_000)
    assert "您说不要了" in refused["answer"]["text"]

    offer = await house.box.wait_message(keen.ref, "有空位了")
    for _ in range(2):
        await house.box.press(keen.ref, offer, data=code_of(offer, "要这个位子"), wait_ms=8_000)
    await ticket(keen, "预约单")
    assert "已经约好" in await forged(house, keen.ref, code_of(offer, "不要了"), offer)
    assert await house.box.idle(quiet_ms=400)
    assert sum("预约单" in said(m) for m in await house.box.messages(keen.ref)) == 1
    await cancels(keen)
    await house.box.wait_message(last.ref, "有空位了")
    await last.walk("cancel.yes\n? 已取消")


async def test_rules_say_no_in_words(house: House) -> None:
    walker = await arrived(house, "什么都想约")
    await books(walker, "法律讲座")
    mine, shown = await id_of(walker), await ticket(walker)
    await opens(walker, "插花")
    await walker.walk("day.* topic.skip")
    assert "这个时间您已有预约" in await answer_to(house, walker, "确认预约")
    await books(walker, "常来")
    await opens(walker, "常来 · 有 1 个空")
    await walker.walk("day.* topic.skip")
    assert "每人最多 1 个" in await answer_to(house, walker, "确认预约")
    for _ in range(2):
        await cancels(walker)
    assert "已经取消" in await forged(house, walker.ref, f"l1:otk:{mine}:0", shown)
    await adds_days(house, own_day("讲座", today() + timedelta(days=9), "12:00", "lecture"))

    desk = DaysOfDesk(house)
    await desk.opens("走棋")
    day = await desk.day_id()
    assert "只能当天用" in await desk.forge(f"l1:wlk:{day}:1")
    assert "没有找到这一天" in await desk.forge("l1:day:nobody:0")
    assert "明天或以后" in await desk.forge(f"l1:dmv:{day}.20200101.0.y:0")
    player = await arrived(house, "下棋的人")
    await books(player, "走棋")
    assert "日子还没到" in await desk.forge(f"l1:arr:{await id_of(player)}:0")
    await desk.opens("还没开始预约")
    assert "还没开始预约" in await desk.forge(f"l1:wlk:{await desk.day_id()}:1")
    await desk.moves("节假日调整")
    await desk.closes("工作安排有变")
    for title, act, why in (("走棋", desk.moves, "节假日调整"), ("插花", desk.closes, "天气原因")):
        await desk.opens(title)
        await act(why)


async def test_everybody_books_in_their_own_language(house: House) -> None:
    for language, title, on_it in (("en", "Law lecture", "Ticket YY-"), ("zh-hant", "法律講座", "預約單 YY-")):
        walker = await arrived(house, "Emma", language)
        await books(walker, title, "rent")
        assert f"\r\nSUMMARY:{title}\r\n" in await calendar(house, await ticket(walker, on_it))


async def test_a_day_moves_and_is_called_off_and_everybody_hears_why(house: House) -> None:
    names = ("约了的人", "品茶的人", "排队的人", "也排队的人", "在看的人")
    booked, second, offered, waiting, looking = people = [await arrived(house, name) for name in names]
    await opens(looking, "品茶")
    await looking.walk("day.* topic.skip\n? 请看对不对")
    number = await books(booked, "品茶")
    await books(second, "品茶")
    await waits(offered, "品茶")
    await waits(waiting, "品茶")
    await cancels(second)
    await house.box.wait_message(offered.ref, "有空位了")
    desk = DaysOfDesk(house)
    await desk.opens("品茶")
    to = await desk.moves("场地用不了")
    told = await ticket(booked, "改期了")
    assert to.partition("（")[0] in said(told)
    assert "场地用不了" in said(told)
    assert "\r\nSEQUENCE:2\r\n" in await calendar(house, told)
    await house.box.wait_message(offered.ref, "给您留的位子也跟着改了")
    await looking.walk("preview.confirm\n? 刚刚改期了")
    assert to.partition("（")[0] in said(await looking.look("请看对不对"))
    shown = await house.box.wait_message(waiting.ref, "您还在排队")
    assert "还没有空位" in await forged(house, waiting.ref, f"l1:otk:{await id_of(waiting)}:0", shown)
    await desk.moves("接待的人临时有事")

    await booked.press_code(re.compile("^l1:bkg:"))
    await booked.walk("view.anew month.menu")
    assert "正在通知 3 个人" in await desk.closes("天气原因")
    for walker in (booked, offered, waiting):
        await house.box.wait_message(walker.ref, "天气原因")
    gone = await calendar(house, await ticket(booked, number))
    assert "\r\nMETHOD:CANCEL\r\n" in gone
    assert "\r\nSEQUENCE:4\r\n" in gone
    assert "随活动取消" in await forged(house, booked.ref, f"l1:otk:{await id_of(booked)}:0", told)
    assert "已经取消" in await desk.forge(f"l1:dcl:{await desk.day_id()}.0.y:0")
    await opens(people[1], "品茶")
    await people[1].look("这一天取消了")


async def test_an_offer_ends_while_nobody_is_there(house: House) -> None:
    holder, slow, keen = [await arrived(house, name) for name in ("不来了的人", "不看手机的人", "排第二的人")]
    await books(holder, "唱歌")
    await waits(slow, "唱歌")
    await waits(keen, "唱歌")
    await cancels(holder)
    stale = await house.box.wait_message(slow.ref, "有空位了")
    assert await house.stop() == 0  # a kill, as below, would take along what coverage has seen until here
    await house.box.move_time(seconds=SHIFTED)
    await house.start()
    await house.box.wait_message(slow.ref, "已经给下一位了")
    for code, told in (("要这个位子", "晚了一步"), ("不要了", "已经过期")):
        assert told in await forged(house, slow.ref, code_of(stale, code), stale)
    await house.box.wait_message(keen.ref, "有空位了")
    await keen.walk("> /book\nmonth.mine mine.* view.take")
    await ticket(keen, "预约单")
    assert sum("已经给下一位了" in said(m) for m in await house.box.messages(slow.ref)) == 1


async def test_what_time_brings_comes_once_whatever_happens(house: House) -> None:
    """Reminders, the day itself and its end, while the program is killed or away meanwhile. Follows the test above."""
    shifted = SHIFTED
    on = today(shifted) + timedelta(days=2)
    await adds_days(house, own_day("跳舞", on, "11:30"), own_day("静坐", on, walk_ins=False))
    names = ("要提醒的人", "会来的人", "退了的人", "等位子的人", "白等的人", "没按确认的人")
    booked, comes, leaves, offered, in_vain, hesitant = [await arrived(house, name) for name in names]
    numbers = [await books(walker, "跳舞") for walker in (booked, comes, leaves)]
    for walker in (offered, in_vain):
        await waits(walker, "跳舞")
    await opens(hesitant, "静坐")
    await hesitant.walk("day.* topic.skip")

    async def until(moment: datetime) -> None:
        nonlocal shifted
        by = int((moment - datetime.now(SHANGHAI)).total_seconds()) - shifted
        shifted += by
        await house.box.move_time(seconds=by)

    await until(datetime.combine(on - timedelta(days=1), time(9, 1), SHANGHAI))
    await house.box.wait_message(booked.ref, "明天有预约")
    await until(datetime.combine(on, time(9, 5), SHANGHAI))
    await house.box.wait_message(booked.ref, "快到时间了")
    await cancels(leaves)
    await house.box.wait_message(offered.ref, "有空位了")
    desk = DaysOfDesk(house)
    assert numbers[0] in said(await desk.opens("跳舞"))
    assert "等居民答复" in await desk.forge(f"l1:arr:{await id_of(offered)}:0")
    await booked.walk("> /book\nmonth.mine mine.* view.end")
    await until(datetime.combine(on, time(10, 5), SHANGHAI))
    await house.box.wait_message(comes.ref, "快到时间了")
    assert "不能再取消" in await answer_to(house, booked, "确定取消")
    assert "已经截止预约" in await answer_to(house, hesitant, "确认预约")
    await on_the_day(house, desk, booked, comes, shifted)

    await house.kill()
    await until(datetime.combine(on + timedelta(days=30), time(12, 0), SHANGHAI))
    await house.start()
    await house.box.wait_message(in_vain.ref, "没能轮到您")
    assert "已经结束" in await desk.forge(f"l1:dcl:{await desk.day_id()}.0.y:0")
    assert await house.box.idle(quiet_ms=500, timeout_ms=20_000)
    for walker, wanted in ((booked, "明天有预约"), (comes, "快到时间了")):
        assert sum(wanted in said(m) for m in await house.box.messages(walker.ref)) == 1
