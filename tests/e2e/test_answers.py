"""The answer that ends a case, given by its button; and the answer to somebody who left no name."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Any

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.kinds import Case, content, open_case
from tests.e2e.people import Person, names, number_in, said
from tests.sandbox_client import Json, buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ANSWER = "办理答复"
FILES = ("photo", "document", "voice", "video", "audio", "animation")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("answers"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def case(house: House) -> Case:
    return await open_case(house, "等答复的人")


async def answering(case: Case) -> dict[str, Any]:
    """Press the button; return where its prompt is answered from."""
    prompt = await case.staff.prompted(ANSWER)
    return {**case.there, "reply_to": prompt["message_id"]}


async def answers_at_home(house: House, case: Case) -> list[str]:
    return [said(m) for m in await house.box.messages(case.person.ref) if said(m).startswith("📄")]


async def test_what_is_no_answer_is_refused_and_the_button_waits_on(house: House, case: Case) -> None:
    box, here = house.box, await answering(case)
    sticker = await box.media("staff-liu", "sticker", size=500, **here)
    await case.at_desk("所以没有发出", after=sticker["message_id"])
    place = await box.location("staff-liu", 30.5, 104.25, **here)
    await case.at_desk("所以没有发出", after=place["message_id"])
    poll = await box.other("staff-liu", "poll", **here)
    await case.at_desk("这种消息送不出去", after=poll["message_id"])
    nothing = await box.text("staff-liu", "\u200c\U0001d173", **here)
    await case.at_desk("没有内容", after=nothing["message_id"])
    slip = await box.text("staff-liu", "/sned", **here)
    await case.at_desk("没有这个命令", after=slip["message_id"])
    note = await box.text("staff-liu", "// 先等等", **here)
    await case.at_desk("内部备注", after=note["message_id"])
    other = await box.text("staff-sun", "我来答", **here)
    await case.at_desk("没有发给居民", after=other["message_id"])
    masked = await box.text("staff-liu", "匿名的答复", as_chat=True, **here)
    await case.at_desk("匿名管理员", after=masked["message_id"])
    assert await answers_at_home(house, case) == []
    assert not any("办结" in label for label in buttons(await case.staff.card()))
    given = await box.text("staff-liu", "已查明，本周修好", **here)
    await case.at_home("本周修好")
    assert await case.staff.reacted(given)
    assert len(await answers_at_home(house, case)) == 1
    await case.staff.card("已答复", button="办结")


async def test_a_button_pressed_by_mistake_is_cancelled(house: House) -> None:
    case = await open_case(house, "按错了按钮")
    box, here = house.box, await answering(case)
    cancelled = await box.text("staff-liu", "算了", **here)
    await case.at_desk("什么都没有发给居民", after=cancelled["message_id"])
    here = await answering(case)
    cancelled = await box.text("staff-liu", "/undo", **here)
    await case.at_desk("什么都没有发给居民", after=cancelled["message_id"])
    await box.text("staff-liu", "只是一句话", **case.there)
    assert said(await case.at_home("只是一句话")).startswith("💬")
    assert await answers_at_home(house, case) == []
    assert not any("办结" in label for label in buttons(await case.staff.card()))


@pytest.mark.parametrize("kind", FILES)
async def test_each_kind_of_file_can_be_the_answer(house: House, case: Case, kind: Any) -> None:
    here = await answering(case)
    sent = await house.box.media("staff-liu", kind, size=2_000, caption=f"答复见{kind}", **here)
    arrived = await case.at_home(lambda m: kind in m and f"答复见{kind}" in said(m))
    assert said(arrived).startswith("📄")
    assert await content(house, arrived, kind) == await content(house, sent, kind)


async def test_a_round_video_and_an_album_can_be_the_answer(house: House, case: Case) -> None:
    box, here = house.box, await answering(case)
    before = len(await answers_at_home(house, case))
    await box.media("staff-liu", "video_note", size=2_000, **here)
    await case.at_home(lambda m: "video_note" in m)
    assert len(await answers_at_home(house, case)) == before + 1
    here = await answering(case)
    items = [{"kind": "document", "size": 100 + n, "caption": "" if n else "答复共两页"} for n in range(2)]
    await box.album("staff-liu", items, **here)
    await case.at_home(lambda m: m.get("document", {}).get("file_size") == 101)
    assert said(await case.at_home("答复共两页")).startswith("📄")
    assert len(await answers_at_home(house, case)) == before + 2, "the second page is no second answer"


async def test_an_edited_answer_stays_the_answer(house: House, case: Case) -> None:
    box = house.box
    given = await box.text("staff-liu", "周一修", **await answering(case))
    await case.at_home("周一修")
    await box.edit("staff-liu", given, text="周二修")
    first = said(await case.at_home("✏️ 周二修"))
    await box.edit("staff-liu", given, text="<b>周三</b>修", parse_mode="HTML")
    second = said(await case.at_home("✏️ 周三修"))
    picture = await box.media("staff-liu", "document", content=b"one", caption="一号文", **await answering(case))
    await case.at_home("一号文")
    await box.edit("staff-liu", picture, kind="document", data_base64="dHdvLg==", caption="二号文")
    third = await case.at_home("✏️ 二号文")
    assert await content(house, third, "document") == b"two."
    for text in (first, second, said(third)):
        assert text.startswith(f"📄 {case.staff.number} {ANSWER}")
    await case.person.write("/cases", "1 件事")
    await case.person.write("1", "✏️ 二号文")


async def test_two_who_answer_at_once_are_both_read_and_the_case_is_answered_once(house: House) -> None:
    case = await open_case(house, "两个人答")
    box, sun = house.box, Staff(house, "staff-sun", case.staff.number, thread=case.staff.thread)
    here = await answering(case)
    theirs = await sun.prompted(ANSWER)
    await box.text("staff-liu", "刘的答复", **here)
    await box.text("staff-sun", "孙的答复", **{**here, "reply_to": theirs["message_id"]})
    for words in ("刘的答复", "孙的答复"):
        assert said(await case.at_home(words)).startswith("📄")
    assert len(await answers_at_home(house, case)) == 2
    card = await case.staff.card("已答复", button="办结")
    assert card["message_id"] == case.card
    await sun.press("办结")
    assert "已办结" in await case.staff.forge(card, closes(card))
    late = await box.text("staff-liu", "还有一句", **here)
    await case.at_desk("这条没有送出", after=late["message_id"])
    assert len([m for m in await box.messages(case.person.ref) if "已办结" in said(m)]) == 1


def closes(card: Json) -> str:
    codes = [button for row in card["reply_markup"]["inline_keyboard"] for button in row]
    return next(button["callback_data"] for button in codes if "办结" in button["text"])


NAME, USERNAME = "贾隐名", "jia_yinming"


async def nameless(house: House) -> tuple[Person, str, Staff]:
    """Somebody who hands in a suggestion without a name; return their code, and the desk."""
    box = house.box
    user = await box.add_user(NAME, username=USERNAME, last_name="某", language_code="zh-hans")
    person = Person(house, user["id"])
    await person.start()
    for typed in ("1", "1", "1"):
        await person.write(typed)
    await person.write("/petition", "哪一类")
    await person.press("意见建议", "请把事情写给我")
    me = {"type": "text_mention", "offset": 2, "length": 2, "user": {"id": user["id"]}}
    await person.write("我叫小贾，建议种树", "已记下", entities=[me])
    own = (await box.messages(person.ref))[-2]
    await box.forward(person.ref, own)
    await box.media(person.ref, "photo", size=900)
    await box.media(person.ref, "document", size=900, file_name=f"{NAME}.pdf")
    await box.idle()
    await person.press("写完了", "什么地方")
    await box.location(person.ref, 30.5, 104.25)
    preview = await person.press("不留名", "请先记下")
    code = said(preview).split("找不回来：\n")[1].split("\n")[0]
    sent = await person.press("确认提交", "没有留下您的名字")
    staff = Staff(house, "staff-liu", number_in(said(sent)))
    await staff.card("匿名")
    return person, code, staff


def rows_of(house: House) -> dict[str, list[str]]:
    """Everything the database holds, a row a text, by table."""
    with closing(sqlite3.connect(house.folder / "linli.db", timeout=30)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [repr(row) for row in database.execute(f'SELECT * FROM "{name}"')] for name in tables}  # noqa: S608 - names from SQLite's own list


async def test_nothing_leads_from_a_nameless_case_to_its_author(house: House) -> None:
    box = house.box
    person, code, staff = await nameless(house)
    case = Case(person, staff, 0, (await staff.card())["message_id"])

    async def staff_says(words: str, **where: Any) -> Json:
        sent = await box.text("staff-liu", words, **{**case.there, **where})
        await case.at_desk("凭查询码看", after=sent["message_id"])
        return sent

    await staff_says("谢谢建议")
    await person.write(code, "谢谢建议")
    await person.write("再种两棵", "已补充到")
    await box.media(person.ref, "voice", size=900)
    await case.at_desk(lambda m: "voice" in m)
    await staff_says("种在哪里？", reply_to=(await staff.prompted("请补充"))["message_id"])
    await person.write(code, "种在哪里")
    await person.write("北门", "已补充到")
    added = await case.at_desk("北门")
    await staff_says("北门好", reply_to=added["message_id"])
    given = await staff_says("下周种", **await answering(case))
    await staff.card("已答复")
    seen = (await box.messages(DESK))[-1]["message_id"]
    await box.edit("staff-liu", given, text="下月种")
    await case.at_desk("凭查询码看", after=seen)
    shown = said(await person.write(code, "✏️ 下月种"))
    told = ["谢谢建议", "再种两棵", "请您补充", "种在哪里", "北门", "北门好", "办理答复", "下周种", "✏️ 下月种"]
    assert sorted(told, key=shown.index) == told, shown

    house.environment["LINLI_UNDO_SECONDS"] = "300"
    await house.stop()
    await house.start()
    slip = await box.text("staff-liu", "写错了的话", **case.there)
    await box.idle()
    assert "写错了的话" not in said(await person.write(code, "下月种"))
    await box.text("staff-liu", "/undo", **{**case.there, "reply_to": slip["message_id"]})
    await case.at_desk("已撤回", after=slip["message_id"])
    assert "写错了的话" not in said(await person.write(code, "下月种"))
    await person.press("撤回", "真的要撤回")
    await person.press("确定撤回", "已撤回")
    await case.at_desk("居民已撤回")
    await person.write("/start", "为您服务")
    assert await box.idle(quiet_ms=1_000)

    who = (NAME, USERNAME, str(person.ref))
    for chat in ("desk-community", "desk-group", "desk-street", "supervision", "finance"):
        seen = str([m for m in await box.messages(chat) if m["from"].get("is_bot")])
        assert not [word for word in who if names(seen, word)], chat
    assert not [word for word in who if names(house.log, word)]
    rows = rows_of(house)
    leads = {table: word for table, kept in rows.items() for word in who for row in kept if names(row, word)}
    assert set(leads) <= {"residents"}, leads
    waiting = [row for row in rows["outbox"] if "'pending'" in row]
    assert waiting == []
    assert not [row for row in rows["outbox"] for words in told if words in row]
