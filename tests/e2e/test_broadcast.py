"""Friday evening, notices and what people choose: over HTTP, with the clock moved and the sender held up."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e import broadcasts
from tests.e2e.ballots import moved_in, shows_who
from tests.e2e.bookings import arrived, code_of, forged
from tests.e2e.broadcasts import Friday, NoticeOfDesk, digests, progress, slow, subscriber, told, waits_for
from tests.e2e.desk import DESK
from tests.e2e.house import House, open_house
from tests.e2e.people import said
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log
    assert "text missing" not in opened.log, opened.log


@pytest.fixture(scope="module")
def friday(house: House) -> Friday:
    return Friday(house)


async def test_a_notice_is_aimed_and_confirmed_twice(house: House) -> None:
    resident = await moved_in(house, "resident-li")
    await shows_who(resident)
    other = await arrived(house, "另一个人")
    desk = NoticeOfDesk(house)
    asked = await desk.writes("明天上午<停水>")
    assert "明天上午<停水>" in said(asked)
    role = next(text for text in buttons(asked) if "（1）" in text)
    await desk.press(role)
    await desk.shows("1 人")
    await desk.press("看一看")
    looked = said(await desk.shows("居民看到的是"))
    assert "幸福社区 通知" in looked
    assert "1 人" in looked
    await desk.press("改成紧急")
    await desk.shows("不管几点")
    await desk.press("改回普通")
    await desk.shows("到点再收到")
    await desk.press("换一些人")
    await desk.press("所有居民")
    await desk.press("幸福三组")
    await desk.press("幸福社区")
    await desk.press(role)
    await desk.press("看一看")
    await desk.press("改成紧急")
    await desk.shows("不管几点")
    await desk.press("发给")
    assert "收不回来" in said(await desk.shows("真的要发给"))
    await desk.press("再看看")
    await desk.shows("居民看到的是")
    await desk.press("发给")
    await desk.shows("真的要发给")
    await desk.press("确定")
    notice = await resident.look("<停水>")
    assert "紧急通知" in said(notice)
    assert buttons(notice) == ["改一改", "不要再发"]
    await desk.shows("发完了")
    assert "<停水>" not in "".join(said(m) for m in await house.box.messages(other.ref))

    await desk.writes("算了")
    await desk.press("不发了")
    await desk.shows("这个通知不发了")


async def test_on_friday_those_who_want_it_get_the_digest(house: House, friday: Friday) -> None:
    reader = await arrived(house, "想看消息的人")
    await reader.walk(broadcasts.WALK)
    english = await subscriber(house, "Reader", "en")
    silent = await arrived(house, "没订的人")

    await friday.comes()
    digest = said(await reader.look("本周消息"))
    assert all(wanted in digest for wanted in ("幸福社区", "接下来一周可以来", "法律咨询日"))
    await english.look("this week")
    shown = said(await progress(house, "发完了"))
    assert all(wanted in shown for wanted in ("每周消息", "幸福社区", "送到 2/2 人"))

    await reader.press("改一改", "您想收到什么")
    stopped = await reader.house.box.wait_message(reader.ref, "本周消息")
    await house.box.press(reader.ref, stopped, text="不要再发", wait_ms=8_000)
    await reader.look("不再发给您了")
    await friday.comes(weeks=3)
    await english.look("the last 3 weeks")
    assert await house.box.idle(quiet_ms=500, timeout_ms=20_000)
    assert len(await digests(house, reader.ref)) == 1
    assert await digests(house, silent.ref) == []


async def test_who_writes_gets_an_answer_before_the_rest_get_their_news(house: House, friday: Friday) -> None:
    """And the desk pauses, goes on and stops."""
    readers = [await subscriber(house, f"订户{n}") for n in range(8)]
    asker = await arrived(house, "有事的人")
    await slow(house, *readers)
    await friday.comes()
    await waits_for(house, "本周消息", readers, 1)
    await asker.write("/help", "怎么用")
    shown = await progress(house, "正在发")
    desk = NoticeOfDesk(house, message=shown["message_id"])
    await desk.press("暂停")
    await desk.shows("暂停了")
    calls = await house.box.calls(method="sendMessage")
    answered = next(c["seq"] for c in calls if c["chat_id"] == asker.ref and "怎么用" in c["params"]["text"])
    assert await house.box.idle(quiet_ms=2_000, timeout_ms=20_000)
    early = await told(house, "本周消息")
    assert len([reader for reader in readers if early[reader.ref]]) < len(readers)
    await desk.press("接着发")
    await waits_for(house, "本周消息", readers)
    await desk.shows("发完了")
    counts = await told(house, "本周消息")
    assert [counts[reader.ref] for reader in readers] == [1] * len(readers)
    last = max(c["seq"] for c in await house.box.calls(method="sendMessage") if c["chat_id"] in counts)
    assert answered < last

    notice = NoticeOfDesk(house)
    await notice.goes("不该发的话")
    await notice.press("暂停")
    await notice.press("接着发")
    await notice.press("停止")
    assert "不再发给" in said(await notice.shows("停了"))
    await house.box.clear_faults()
    assert await house.box.idle(quiet_ms=2_000, timeout_ms=20_000)
    stopped = await told(house, "不该发的话")
    assert len([reader for reader in readers if stopped[reader.ref]]) < len(readers)


async def test_whoever_has_stopped_the_bot_is_counted_and_asked_no_more(house: House) -> None:
    gone = await arrived(house, "走了的人")
    blocked = {"code": 403, "description": "Forbidden: bot was blocked by the user"}
    await house.box.fault("sendMessage", "status", chat=gone.ref, **blocked)
    desk = NoticeOfDesk(house)
    await desk.goes("第一次通知")
    assert "停用了机器人 1 人" in said(await desk.shows("发完了"))
    again = NoticeOfDesk(house)
    await again.goes("第二次通知")
    assert "停用了机器人" not in said(await again.shows("发完了"))
    assert gone.ref not in await told(house, "第二次通知")


async def test_what_cannot_be_done_is_said(house: House) -> None:
    desk = NoticeOfDesk(house)

    async def refused(step: str, wanted: str, action: str = "ntc") -> None:
        subject = f"{await desk.campaign_id()}.{step}" if step else await desk.campaign_id()
        assert wanted in await desk.forge(f"l1:{action}:{subject}:0")

    await desk.writes("还没想好")
    await refused("", "还没有发", "cps")
    draft = await desk.campaign_id()
    above = await house.box.text("street-he", "/notice 街道的话", chat="desk-street")
    theirs = await house.box.wait_message("desk-street", "发给谁", after=above["message_id"])
    assert "没有找到这个通知" in await forged(house, "street-he", f"l1:ntc:{draft}.a:0", theirs, chat="desk-street")
    await house.box.press("street-he", theirs, data=code_of(theirs, "不发了"), chat="desk-street", wait_ms=8_000)
    await desk.press("不发了")
    assert "已经停了" in await desk.forge(f"l1:ntc:{draft}.k:0".replace(".k", ".ku"))

    for words, wanted in (("", "写在 /notice 后面"), ("\u2800", "通知里没有字"), ("水" * 3_001, "太长了")):
        sent = await house.box.text(desk.ref, f"/notice {words}", chat=DESK)
        await house.box.wait_message(DESK, wanted, after=sent["message_id"])
    sent = await house.box.text("supervisor-qian", "/notice 开会", chat="supervision")
    await house.box.wait_message("supervision", "到那个群里", after=sent["message_id"])

    await house.command("unit", "add", "幸福四组", "--level", "group", "--parent", "幸福社区")
    await desk.writes("给没有人的组")
    await desk.press("幸福四组")
    await refused("y", "有人刚改过这个通知")
    for step in ("看一看", "发给"):
        await desk.press(step)
    code = code_of(await desk.shows("真的要发给"), "确定")
    assert "没有人会收到" in await desk.forge(code)

    slow_one = await arrived(house, "慢的人")
    await slow(house, slow_one, delay_ms=4_000)
    await desk.goes("慢慢发")
    await refused("r", "已经在发了")
    await desk.press("暂停")
    await desk.shows("暂停了")
    await refused("r", "现在暂停着")
    await desk.press("接着发")
    await house.box.clear_faults()
    running = await desk.campaign_id()
    await desk.shows("发完了")
    assert "已经发完了" in await desk.forge(f"l1:cps:{running}:0")

    await slow(house, slow_one, delay_ms=4_000)
    for steps in (("停止",), ("暂停", "停止")):
        ended = NoticeOfDesk(house)
        await ended.goes(f"又不发了{len(steps)}")
        for step in steps:
            await ended.press(step)
        await ended.shows("⏹ 停了")
    await house.box.clear_faults()
