"""One resident cannot flood a desk, and a desk can ask somebody to pause: told, in time, and with every right kept."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import Person, consented, files_a_petition, number_in, said
from tests.e2e.walker import walks_in
from tests.sandbox_client import Json, buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]
FEW, WORDS, STICKERS = 8, 100, 5
"""As the limits stand in docs/operations.md."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """As fast as tests are, but with the desk's peace as installed."""
    folder: Path = tmp_path_factory.mktemp("house")
    async with open_house(folder, measured=False, settings={"LINLI_CASE_PER_MINUTE": str(FEW)}) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log


async def a_case(house: House, name: str) -> tuple[Person, Staff, Json]:
    """A person with a case at the desk, and the receipt they answer."""
    person = await consented(house, name)
    staff = Staff(house, "staff-liu", await files_a_petition(person, f"{name}的事"))
    await staff.card()
    return person, staff, person.window


async def pressed(house: House, message: Json, label: str, wanted: str = "") -> Json:
    """Press a button of a message in the desk's group; return the message as it is once it says `wanted`."""
    text = next(text for text in buttons(message) if label in text)
    await house.box.press("staff-liu", message, text=text, chat=DESK, wait_ms=8000)
    return await house.box.wait_message(DESK, wanted, after=message["message_id"] - 1)


async def test_a_flood_reaches_the_staff_whole_in_order_and_as_few_messages(house: House) -> None:
    person, staff, receipt = await a_case(house, "话很多的人")
    box = house.box
    for n in range(WORDS):
        await box.text(person.ref, f"第{n}句。", reply_to=receipt["message_id"])
    await box.wait_message(DESK, f"第{WORDS - 1}句。", thread=staff.thread)
    over = await box.text(person.ref, "多出来的一句", reply_to=receipt["message_id"])
    kept = await box.wait_message(person.ref, "替您留着", after=over["message_id"])
    await box.wait_message(person.ref, "多出来的一句", after=kept["message_id"] - 1)

    told = [text for text in await staff.seen() if "补充" in text]
    whole = "".join(told)
    places = [whole.index(f"第{n}句。") for n in range(WORDS)]
    assert places == sorted(places)
    assert FEW < len(told) <= FEW + 6
    assert "多出来的一句" not in whole


async def test_stickers_have_an_end_and_whoever_is_asked_answers_without_any(house: House) -> None:
    person, staff, receipt = await a_case(house, "贴纸很多的人")
    box, here = house.box, {"reply_to": receipt["message_id"]}
    for _ in range(STICKERS):
        await box.media(person.ref, "sticker", size=400, **here)
    over = await box.media(person.ref, "sticker", size=400, **here)
    await box.wait_message(person.ref, "贴纸和动图太多", after=over["message_id"])
    await staff.press("我来办")
    await staff.answer_prompt("请补充", "请多发几张")
    asked = await box.wait_message(person.ref, "请多发几张")
    sent = await box.media(person.ref, "sticker", size=400, reply_to=asked["message_id"])
    await box.wait_message(person.ref, "已补充到", after=sent["message_id"])


async def test_a_program_is_refused_and_an_archive_comes_with_a_warning(house: House) -> None:
    person, staff, receipt = await a_case(house, "发附件的人")
    box, here = house.box, {"reply_to": receipt["message_id"]}
    sent = await box.media(person.ref, "document", content=b"MZ", file_name="发票.pdf.exe", **here)
    refused = await box.wait_message(person.ref, "没有收", after=sent["message_id"])
    assert refused["reply_to_message"]["message_id"] == sent["message_id"]
    await box.media(person.ref, "document", content=b"PK", file_name="照片.zip", **here)
    arrived = await box.wait_message(DESK, lambda m: "document" in m, thread=staff.thread)
    assert "照片.zip" in said(arrived)
    assert "压缩包" in said(arrived)


async def test_a_sticker_is_not_handed_in(house: House) -> None:
    person = await consented(house, "写事情的人")
    for typed in ("/petition", "1"):
        await person.write(typed)
    sent = await house.box.media(person.ref, "sticker", size=401)
    await house.box.wait_message(person.ref, "没有加上", after=sent["message_id"])


async def test_a_desk_asks_somebody_to_pause_and_they_keep_every_right(house: House) -> None:
    person, staff, receipt = await a_case(house, "骂人的人")
    box = house.box
    await box.text("staff-liu", "/block", chat=DESK, thread=staff.thread)
    asked = await box.wait_message(DESK, "暂时不能写吗", thread=staff.thread)
    asked = await pressed(house, asked, "不停了", "照样可以写")

    card = await staff.card(button="更多")
    menu = await pressed(house, card, "更多", "还可以")
    why = await pressed(house, menu, "暂停此人发言", "请选原因")
    how_long = await pressed(house, why, "辱骂", "停多久")
    await pressed(house, how_long, "7 天", "已经告诉本人")
    notice = await box.wait_message(person.ref, "请您先停一停")
    assert "辱骂" in said(notice)
    await box.wait_message(DESK, "不能再写", thread=staff.thread)

    over = await box.text(person.ref, "我还要写", reply_to=receipt["message_id"])
    await box.wait_message(person.ref, "暂时不能写", after=over["message_id"])
    await person.write("/cases", "1 件")
    assert sum("请您先停一停" in said(m) for m in await box.messages(person.ref)) == 1

    await box.text("staff-liu", "/blocked", chat=DESK)
    listed = await box.wait_message(DESK, "暂时不能写的居民 1 位")
    assert "骂人的人" in said(listed)
    assert staff.number in said(listed)
    await pressed(house, listed, "恢复", "没有被暂停")
    await box.wait_message(person.ref, "又可以")
    label = next(text for text in buttons(listed) if "恢复" in text)
    again = await box.act(
        "staff-liu", "forge", chat=DESK, message_id=listed["message_id"], wait_ms=8000, data=_code(listed, label)
    )
    assert "不用再解除" in again["result"]["answer"]["text"]
    more = await box.text(person.ref, "我好好说", reply_to=receipt["message_id"])
    await box.wait_message(DESK, "我好好说", thread=staff.thread)
    await box.wait_message(person.ref, "已补充到", after=more["message_id"])


def _code(message: Json, label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(b["callback_data"] for row in rows for b in row if b["text"] == label)


async def test_a_block_ends_by_itself(house: House) -> None:
    person, staff, receipt = await a_case(house, "刷屏一天的人")
    box = house.box
    await box.text("staff-liu", f"/block {staff.number}", chat=DESK)
    why = await box.wait_message(DESK, f"要让 {staff.number}")
    how_long = await pressed(house, why, "刷屏", "停多久")
    await pressed(house, how_long, "1 天", "已经告诉本人")
    await box.wait_message(person.ref, "请您先停一停")
    await house.move_time(days=1)
    for _ in range(60):  # the program reads the clock's shift now and then
        asked = await box.text("staff-liu", "/blocked", chat=DESK)
        listed = await box.wait_message(DESK, "的居民", after=asked["message_id"])
        if "刷屏一天的人" not in said(listed):
            break
        await asyncio.sleep(0.5)
    await box.text(person.ref, "过了一天", reply_to=receipt["message_id"])
    await box.wait_message(DESK, "过了一天", thread=staff.thread)


async def test_nobody_is_looked_for_behind_an_anonymous_case(house: House) -> None:
    person = await consented(house, "不留名的人")
    for typed in ("/petition", "2", "建议装灯", "1", "1", "2", "1"):
        await person.write(typed)
    staff = Staff(house, "staff-liu", number_in(said(await person.look("没有留下您的名字"))))
    await staff.card("匿名")
    await staff.write("/block")
    await house.box.wait_message(DESK, "不知道是谁写的", thread=staff.thread)


async def test_forwarded_posts_and_bare_links_are_asked_about_once(house: House) -> None:
    person, box = await consented(house, "爱转发的人"), house.box
    await person.write("https://spam.example/prize", "您要反映它吗")
    sent = await box.text(person.ref, "https://spam.example/prize")
    await box.idle()
    assert not [m for m in await box.messages(person.ref) if m["message_id"] > sent["message_id"]]
    await person.press("不是", "没有留下")
    for n in range(10):
        await box.text(person.ref, f"https://spam.example/{n}")
    await box.wait_message(person.ref, "这一条没有留下")
    await person.press("要反映", "要怎么办")
    other = await walks_in(await consented(house, "先存着的人"))
    await other.write("https://spam.example/later", "您要反映它吗")
    await other.walk("post.menu\n? 为您服务")
