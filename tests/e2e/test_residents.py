"""Residents who type, change their minds, come back later, stay anonymous or write strange things."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import consented, files_a_petition, newcomer, number_in, said
from tests.sandbox_client import buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
]


async def test_words_before_consent_are_kept_and_understood_afterwards(house: House) -> None:
    person = await newcomer(house, "张奶奶")
    await person.write("楼上漏水漏到我家了", "语言")
    await person.press("简体中文", "先说清楚")
    await person.write("不同意", "电话和窗口")
    assert "010-5550-0008" in said(person.window)
    assert "已经删掉" in said(person.window)
    await person.write("返回", "先说清楚")
    await person.write("楼上漏水漏到我家了", "替您记着")
    await person.write("好的", "境外")
    offered = await person.write("同意", "投诉请求")
    assert "楼上漏水漏到我家了" in said(offered)


async def test_choices_can_be_typed_by_number_and_by_name_in_any_script(house: House) -> None:
    person = await consented(house, "李叔")
    await person.write("１", "哪一类")
    await person.write("意見建議", "请把事情写给我")
    await person.write("返回上一步", "哪一类")
    await person.write("第二个", "请把事情写给我")
    await person.write("多装几个路灯", "已记下")
    await person.write("写完了，下一步", "什么地方")
    await person.write("一", "留名")
    await person.write("留名", "请看一遍")


async def test_back_works_everywhere_and_nothing_is_lost(house: House) -> None:
    person = await consented(house, "周阿姨")
    await person.write("/petition", "哪一类")
    await person.press("投诉请求", "请把事情写给我")
    await person.write("井盖坏了", "已记下")
    await person.press("写完了", "什么地方")
    await person.press("返回", "已记下")
    await person.press("返回", "哪一类")
    await person.press("意见建议", "什么地方")
    await person.write("东门", "留名")
    await person.press("返回", "什么地方")
    await person.press("地点不变", "留名")
    preview = await person.press("1. 留名", "请看一遍")
    assert "井盖坏了" in said(preview)
    assert "东门" in said(preview)


async def test_a_draft_survives_start_and_a_restart(house: House) -> None:
    person = await consented(house, "吴大爷")
    await person.write("/petition", "哪一类")
    await person.press("求助服务", "请把事情写给我")
    await person.write("第一段:我腿脚不好", "已记下")
    menu = await person.write("/start", "为您服务")
    assert any("第一段" in text for text in buttons(menu))
    await person.press("接着写", "请看一遍")

    await house.kill()
    await house.start()

    added = await person.write("第二段:想请人帮忙买菜", "第二段")
    assert "第一段:我腿脚不好\n第二段:想请人帮忙买菜" in said(added)
    sent = await person.press("确认提交", "收到了")
    card = await Staff(house, "staff-liu", number_in(said(sent))).card("第二段")
    assert "第一段" in said(card)


async def test_very_long_text_over_several_messages_arrives_whole(house: House) -> None:
    person = await consented(house, "话多的人")
    words = [f"第{n}句话很长很长很长。" for n in range(700)]
    text = "".join(words)
    await person.write("/petition", "哪一类")
    await person.press("投诉请求", "请把事情写给我")
    for start in range(0, len(text), 4000):
        await person.write(text[start : start + 4000], "已记下")
    await person.press("写完了", "什么地方")
    await person.press("不填", "全文")
    sent = await person.press("确认提交", "收到了")
    staff = Staff(house, "staff-liu", number_in(said(sent)))
    await staff.card()
    await house.box.wait_message(DESK, words[-1], thread=staff.thread)
    full = "".join(seen.partition("\n")[2] for seen in await staff.seen() if seen.startswith("📄"))
    assert full.replace("\n", "") == text


async def test_anonymous_suggestion_is_answered_by_code_only(house: House) -> None:
    person = await consented(house, "不留名的人")
    await person.write("/petition", "哪一类")
    await person.press("意见建议", "请把事情写给我")
    await house.box.media(person.ref, "photo", content=PIXEL, caption="建议装监控")
    await person.press("写完了", "什么地方")
    await person.press("不填", "留名")
    preview = await person.press("2. 不留名", "请先记下")
    code = said(preview).split("找不回来：\n")[1].split("\n")[0]
    sent = await person.press("确认提交", "没有留下您的名字")
    number = number_in(said(sent))
    staff = Staff(house, "staff-liu", number)
    card = await staff.card("匿名")
    assert "不留名的人" not in said(card)
    await house.box.wait_message(DESK, lambda m: "photo" in m, thread=staff.thread)
    await staff.write("谢谢建议，已列入计划")
    await house.box.wait_message(DESK, "凭查询码看", thread=staff.thread)

    assert not [m for m in await house.box.messages(person.ref) if "已列入计划" in said(m)]
    await person.write("/start", "为您服务")
    await person.press("用查询码", "请输入查询码")
    await person.write("ABCD-EFGH-JKMN", "没有这个查询码")
    shown = await person.write(code.replace("-", " ").lower(), "已列入计划")
    assert number in said(shown)
    await person.write("再补一句", "已补充到")
    await house.box.wait_message(DESK, "再补一句", thread=staff.thread)
    everything = " ".join(await staff.seen())
    assert "不留名的人" not in everything
    files = [house.folder / "linli.db", house.folder / "linli.db-wal"]
    assert await _is_gone(code.encode(), files)


async def test_free_words_go_to_an_open_case_or_a_closed_one_says_so(house: House) -> None:
    person = await consented(house, "陈先生")
    number = await files_a_petition(person, "电梯坏了")
    await person.write("今天又坏了", "要怎么办")
    await person.press(f"补充到 {number}", "已补充到")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    await house.box.wait_message(DESK, "今天又坏了", thread=staff.thread)

    await person.write("/cases", "1 件事")
    await person.press(number, "今天又坏了")
    await person.press("撤回", "真的要撤回")
    await person.press("确定撤回", "已撤回")
    await house.box.wait_message(DESK, "居民已撤回", thread=staff.thread)
    receipt = await house.box.wait_message(person.ref, "🧾")
    kept = await person.write("还是想说一句", "不能再改", reply_to=receipt["message_id"])
    assert "还是想说一句" in said(kept)
    assert any("新的事" in text for text in buttons(kept))


async def test_pressing_twice_and_updates_that_come_twice_make_one_case(house: House) -> None:
    person = await consented(house, "手快的人")
    await person.write("门禁坏了-双击", "投诉请求")
    await person.press("写完了", "什么地方")
    await person.press("不填", "请看一遍")
    confirm = next(b for b in buttons(person.window) if "确认提交" in b)
    await house.box.press(person.ref, person.window, text=confirm)
    await house.box.press(person.ref, person.window, text=confirm)
    sent = await person.look("收到了")
    for update in (await house.box.updates())[-4:]:
        await house.box.replay(update["update_id"])
    assert await house.box.idle(quiet_ms=1_500, timeout_ms=20_000)
    cards = [m for m in await house.box.messages(DESK) if "门禁坏了-双击" in said(m)]
    assert len(cards) == 1
    assert number_in(said(sent)) in said(cards[0])
    receipts = [m for m in await house.box.messages(person.ref) if "🧾" in said(m)]
    assert len(receipts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "我的提案 ❤\u200d\u200d",
        "\u200c\U0001d173",
        "<b>不是</b> & 标记 {number} { $x }",
        "\u202eמימין לשמאל שלום",
        "🙏🏽" * 1000,
        "%s %(name)s {} \\ ' \" ; DROP TABLE petitions",
    ],
)
async def test_strange_texts_are_only_texts(house: House, text: str) -> None:
    person = await consented(house, "怪字")
    await person.write("/petition", "哪一类")
    await person.press("投诉请求", "请把事情写给我")
    await person.write(text)  # and see the answer
    assert await house.box.idle(quiet_ms=400, timeout_ms=10_000)
    after = await house.box.messages(person.ref)
    assert "对不起" not in said(after[-1])
    assert not any("收到了" in said(m) for m in after)


async def test_old_windows_and_forged_presses_do_nothing_but_answer(house: House) -> None:
    person = await consented(house, "旧窗口")
    other = await consented(house, "别人")
    number = await files_a_petition(other, "别人的事")
    receipt = await house.box.wait_message(other.ref, "🧾")
    code = receipt["reply_markup"]["inline_keyboard"][0][0]["callback_data"]

    menu = await person.write("/start", "为您服务")
    old = menu["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await person.write("/petition", "哪一类")
    kinds = person.window
    await person.write("/start", "为您服务")
    await house.box.forge(person.ref, menu, old)
    stale = await person.look("为您服务")
    assert stale
    await house.box.forge(person.ref, kinds, code)
    refused = await person.look("没有找到这件事")
    assert number not in said(refused)
    await house.box.forge(person.ref, kinds, "l1:clm:" + "0" * 32 + ":1")
    await house.box.forge(person.ref, kinds, "\x00\xff garbage")
    assert await house.box.idle(quiet_ms=500, timeout_ms=10_000)


async def test_messages_we_cannot_pass_on_are_answered_with_what_to_do(house: House) -> None:
    person = await consented(house, "发投票的人")
    await house.box.other(person.ref, "poll")
    await person.look("请发文字、语音")
    await person.write("/nonsense", "没有这个命令")


async def _is_gone(secret: bytes, files: list[Path]) -> bool:
    """Tell whether what was erased has left the disk within some seconds: file, free pages and log."""
    for _ in range(60):
        if not any(secret in file.read_bytes() for file in files if file.exists()):
            return True
        await asyncio.sleep(0.5)
    return False


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
"""One red pixel as PNG."""


async def test_a_voice_and_a_document_make_a_petition_and_photos_are_added_later(house: House) -> None:
    box, person = house.box, await consented(house, "说话的人")
    await person.write("/petition", "哪一类")
    await person.press("求助服务", "请把事情写给我")
    voice = await box.media(person.ref, "voice", size=900)
    person.seen = voice["message_id"]
    await person.look("1 个文件")
    await box.media(person.ref, "document", content=b"%PDF-1.4 a paper", file_name="诊断 <b>.pdf")
    await person.look("2 个文件")
    await person.press("写完了", "什么地方")
    await person.press("不填", "请看一遍")
    sent = await person.press("确认提交", "收到了")
    staff = Staff(house, "staff-liu", number_in(said(sent)))
    await staff.card("语音 1 段 文件 1 个")
    await box.wait_message(DESK, lambda m: "voice" in m, thread=staff.thread)
    paper = await box.wait_message(DESK, lambda m: "document" in m, thread=staff.thread)
    assert paper["document"]["file_name"] == "诊断 <b>.pdf"

    receipt = await person.look("🧾")
    for caption in ("从窗口拍的", ""):
        photo = await box.media(person.ref, "photo", content=PIXEL, caption=caption, reply_to=receipt["message_id"])
        person.seen = photo["message_id"]
        await person.look("已补充到")
    await box.wait_message(DESK, lambda m: "photo" in m and "从窗口拍的" in said(m), thread=staff.thread)
