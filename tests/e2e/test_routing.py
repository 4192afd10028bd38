"""Free text over HTTP: through the right door with what it names, asked where it is not sure, and back by one press."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest
import pytest_asyncio

from tests.e2e.bookings import adds_days, arrived, own_day, today
from tests.e2e.desk import Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import files_a_petition, newcomer, number_in, said
from tests.e2e.walker import Walker, walks_in
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

SATURDAY = 5


def a_saturday() -> date:
    """A day on which the demo has none."""
    soon = today() + timedelta(days=2)
    return soon + timedelta(days=(SATURDAY - soon.weekday()) % 7)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        await adds_days(opened, own_day("", a_saturday(), kind="legal_consultation"))
        yield opened
        assert await opened.stop() == 0, opened.log
    for never in ("Traceback", "parked", "text broken", "text missing", "垃圾桶", "律师", "lawyer"):
        assert never not in opened.log, opened.log


async def comes_back(walker: Walker, window: str, text: str) -> None:
    await walker.choose(f"{window}.not-meant")
    offered = await walker.look("要怎么办")
    assert f"“{text}”" in said(offered)
    await walker.walk("ask.drop drop.yes\n? 为您服务")


async def test_a_complaint_is_begun_and_handed_in_as_written(house: House) -> None:
    walker = await arrived(house, "倒垃圾的人")
    begun = await walker.say("垃圾桶三天没人清", "投诉请求")
    assert "“垃圾桶三天没人清”" in said(begun)
    await walker.say("臭得很", "已记下")
    await house.kill()
    await house.start()
    await walker.walk("text.not-meant\n? 2 条消息\nask.new kind.complaint place.skip preview.confirm")
    staff = Staff(house, "staff-liu", number_in(said(await walker.look("🧾"))))
    assert "臭得很" in said(await staff.card("垃圾桶三天没人清"))


async def test_a_day_that_is_named_is_booked_for_what_was_written(house: House) -> None:
    walker, day = await arrived(house, "问遗产的人"), a_saturday()
    text = f"{day.month}月{day.day}日想找律师问遗产"
    assert "活动室" in said(await walker.say(text, "约律师"))
    await comes_back(walker, "day", text)
    await walker.say(text, "约律师")
    await walker.walk("day.*")
    assert f"“{text}”" in said(await walker.look("请看对不对"))
    await walker.walk("preview.confirm")
    assert "YY-" in said(await walker.look("🎫"))


async def test_what_was_written_before_agreeing_leads_there_too(house: House) -> None:
    walker = await walks_in(await newcomer(house, "先说再同意的人"))
    await walker.say("想找律师", "语言")
    await walker.walk("language.zh-cn privacy.yes abroad.yes")
    assert "“想找律师”" in said(await walker.look("约律师"))
    await comes_back(walker, "month", "想找律师")


DOORS = (
    ("text", "垃圾桶三天没人清"),
    ("rep_told", "我要举报主任收红包"),
    ("month", "想找律师"),
    ("mine", "看我的预约"),
    ("list", "怎么投票"),
    ("mine", "我那个事怎么样了"),
    ("main", "我不想收通知了"),
    ("found", "上个月电梯维修花了多少"),
    ("language", "我要换成英文"),
    ("help", "转人工"),
    ("main", "谢谢你们"),
)


async def test_one_press_leads_back_from_every_door(house: House) -> None:
    walker = await arrived(house, "不是这个意思")
    for window, text in DOORS:
        await walker.say(text)
        await comes_back(walker, window, text)


async def test_a_case_that_is_named_is_shown(house: House) -> None:
    walker = await arrived(house, "记得编号的人")
    number = await files_a_petition(walker, "门口的树")
    text = f"{number}办到哪了"
    assert number in said(await walker.say(text, "门口的树"))
    await comes_back(walker, "view", text)


async def test_where_it_is_not_sure_it_is_asked(house: House) -> None:
    walker = await arrived(house, "说得不清楚的人")
    text = "墙裂了，见附件"
    for door in ("petition-complaint", "petition-service"):
        assert len(buttons(await walker.say(text, "您是想"))) == 3
        await walker.choose(f"meant.{door}")
        await walker.look("已记下")
        await comes_back(walker, "text", text)
    await walker.say(text, "您是想")
    await walker.choose("meant.something-else")
    await walker.look("要怎么办")


async def test_what_cannot_be_done_yet_is_said_and_nothing_is_lost(house: House) -> None:
    walker = await walks_in(await newcomer(house, "街道的居民"))
    await walker.start("u_HEPING")  # nothing is voted on there
    await walker.walk("language.zh-cn privacy.yes abroad.yes")
    assert "“怎么投票”" in said(await walker.say("怎么投票", "现在还办不了"))
    await walker.walk("ask.drop drop.yes")
    await walker.say("今天天气真好", "要怎么办")
    await walker.say("我不想收通知了", "2 条消息")
    await walker.walk("ask.last-leads main.menu")
    await walker.say("/menu", "为您服务")
    await walker.walk("main.words ask.drop drop.yes")


async def test_why_says_which_words_decided(house: House) -> None:
    walker = await arrived(house, "想知道为什么的人")
    await walker.say("/why", "最近没有")
    await walker.say("想找律师", "约律师")
    assert "律师\n" in said(await walker.say("/why", "这些词"))
    await walker.walk("month.all month.menu")


@pytest.mark.parametrize(
    ("language", "text", "understood", "window"),
    [("zh-hant", "垃圾桶三天沒人清", "投訴請求", "text"), ("en", "lawyer", "a lawyer", "month")],
)
async def test_in_every_language(house: House, language: str, text: str, understood: str, window: str) -> None:
    walker = await arrived(house, "外地人", language)
    assert text in said(await walker.say(text, understood))
    await walker.choose(f"{window}.not-meant")
    assert text in said(await walker.look())
    await walker.choose("ask.drop")
