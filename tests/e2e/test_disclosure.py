"""The disclosure door from end to end: the desk writes, others review, residents read, ask, and see the answer."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.news import (
    FINANCE,
    STREET,
    SUPERVISION,
    Group,
    accounts,
    agrees,
    arrived,
    code_of,
    drafts,
    number_in,
    published,
    says_what_is_missing,
)
from tests.e2e.people import number_in as case_in
from tests.e2e.people import said
from tests.e2e.walker import Walker
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


async def test_residents_read_the_board(house: House) -> None:
    walker = await arrived(house, "看公示的人")
    assert any("看公示" in text for text in buttons(await house.box.wait_message(walker.ref, "为您服务")))
    await walker.walk("""
        main.news
        ? 公开栏
        board.finance
        ? 财务
        list.*
        ? 三季度居委会经费收支
        item.board board.all list.older list.newer list.board board.menu
    """)
    found = await walker.say("/news 电梯大修", "找到")
    assert any("5栋电梯大修" in text for text in buttons(found))
    await walker.walk("found.* item.file-1")
    sent = await house.box.wait_message(walker.ref, lambda m: "document" in m)
    assert (await house.box.file(sent["document"]["file_id"])).startswith(b"%PDF")
    await walker.walk("> /news GK-3\n? 更正以后的第 2 版\nitem.versions versions.v1")
    assert "18,350.00" in said(await house.box.wait_message(walker.ref, "以前的第 1 版"))
    await walker.walk("item.now")
    assert "19,600.00" in said(await house.box.wait_message(walker.ref, "更正以后"))
    await walker.walk("item.versions versions.v2 item.versions versions.back item.menu main.help")
    assert "/news" in said(await house.box.wait_message(walker.ref, "怎么用"))


async def test_money_goes_through_both_reviews(house: House) -> None:
    """A table from a spreadsheet, a picture added, both groups, then residents, a question, and the answer."""
    desk = Group(house)
    file = await house.box.media(
        desk.ref, "document", content=accounts(), file_name="十月收支.xlsx", chat=DESK, caption="十月收支见表"
    )
    await desk.finds("要把这条拿去公示吗", after=file["message_id"])
    await desk.press("公示")
    await desk.shows("放在哪一栏")
    await house.box.media(desk.ref, "photo", chat=DESK, reply_to=desk.message)
    await desk.shows("文件 2 个")
    await desk.answers("标题：十月居委会收支")
    await desk.shows("十月居委会收支")
    await desk.press("财务")
    await desk.press("月")
    panel = said(await desk.shows("居民看到的就是这样"))
    assert "清洁        1,234.50" in panel.replace("\xa0", " ") or "1,234.50" in panel
    await desk.press("换时期")
    await desk.press("不分时期")
    await desk.press("换栏目")
    await desk.press("财务")
    await asyncio.gather(desk.press("送审"), desk.press("送审"))
    await desk.shows("已送居务监督委员会")

    supervisor = await agrees(house, "十月居委会收支")
    await supervisor.shows("转民主理财小组")
    treasurer = Group(house, "finance-zheng", FINANCE)
    card = await treasurer.finds("请审核财务公示")
    agree = code_of(card, "同意公示")
    assert "正等民主理财小组" in await supervisor.forge(agree.replace(".f:", ".s:"))
    assert "没有找到这项公示" in await supervisor.forge(agree)
    assert "第一道审核" in await Group(house, "supervisor-qian", FINANCE, treasurer.message).forge(agree)
    answers = await asyncio.gather(*(treasurer.forge(agree) for _ in range(2)))
    assert sorted(map(bool, answers)) == [False, True]
    await treasurer.shows("已公示，编号")
    number = number_in(said(await desk.finds("十月居委会收支 已公示")))

    await desk.press("打印公示单")
    sheet = await house.box.wait_message(DESK, lambda m: number in str(m.get("document")))
    assert (await house.box.file(sheet["document"]["file_id"])).startswith(b"%PDF")

    asker = await arrived(house, "问钱的人", payload=f"d_{number}")
    await asker.walk("item.file-1 item.file-2 item.ask\n? 正式答复会显示\n> 清洁费为什么这么多？\ntext.done place.skip")
    assert number in said(await asker.look("问的是公示"))
    await asker.walk("preview.confirm")
    case = Staff(house, desk.ref, case_in(said(await asker.look("🧾"))))
    assert "质询公示" in said(await case.card())
    await case.answer_prompt("办理答复", "清洁费含两次消杀，发票在一楼可查。")
    await asker.look("两次消杀")
    reader = await arrived(house, "别的居民", payload=f"d_{number}")
    await reader.walk("item.next\n? 两次消杀\nitem.before item.menu")
    told = [said(message) for message in await house.box.messages(reader.ref)]
    assert not any("问钱的人" in text or "为什么这么多" in text for text in told)


async def test_what_is_sent_back_is_mended(house: House) -> None:
    text = await house.box.text("staff-sun", "垃圾分类奖励名单：3号楼 13800001234", chat=DESK)
    desk = Group(house, "staff-sun")
    await desk.writes("/publish 奖励名单", "准备公示", reply_to=text["message_id"])
    await desk.press("党务")
    await desk.press("年第")
    await desk.press("送审")
    assert "13800001234" in said(await desk.shows("公示后谁都能看到"))
    await desk.press("可以公开，送审")
    judge = Group(house, "supervisor-wu", SUPERVISION)
    card = await judge.finds("：奖励名单\n")
    assert "请看清楚能不能公开" in said(card)
    agree, send_back = code_of(card, "同意公示"), code_of(card, "退回")
    await judge.press("退回")
    await judge.shows("为什么退回")
    await judge.press("有居民的隐私")
    await judge.shows("已退回")
    assert "还没有重新送审" in await judge.forge(agree)
    back = await desk.finds("没有通过审核")
    assert "有居民的隐私" in said(back)
    await house.box.edit("staff-sun", text, text="垃圾分类奖励名单：共 12 户", chat=DESK)
    await desk.finds("共 12 户")
    await desk.press("送审")
    await judge.finds("：奖励名单\n", after=card["message_id"])
    assert "请看最新的那张" in await judge.forge(send_back)
    await judge.press("退回")
    await judge.shows("为什么退回")
    await judge.answers("请写清楚是哪个月的")
    await judge.shows("已退回")
    await desk.finds("哪个月的")
    await desk.press("接着改")
    await desk.press("换栏目")
    await desk.press("财务")
    await desk.press("送审")
    await house.box.edit("staff-sun", text, text="又改了", chat=DESK)
    await desk.finds("改这条消息不会改它")
    await agrees(house, "奖励名单")
    treasurer = Group(house, "finance-zheng", FINANCE)
    await treasurer.finds("：奖励名单\n")
    await treasurer.press("退回")
    await treasurer.press("数字对不上")
    await desk.finds("数字对不上")
    await desk.press("接着改")
    await desk.shows("准备公示")
    await desk.press("不公示了")
    await desk.shows("不公示了")
    assert not any("送审" in text for text in buttons(await desk.shows("奖励名单")))


async def test_what_waits_is_taken_back(house: House) -> None:
    desk = await drafts(house, "灭火器 3,200 元", "灭火器", "财务")
    await desk.press("送审")
    await desk.press("拿回来改")
    taken = await Group(house, chat=SUPERVISION).finds("拿回去改了")
    await desk.press("送审")
    await agrees(house, "灭火器", after=taken["message_id"])
    await Group(house, chat=FINANCE).finds("：灭火器\n")
    await desk.press("拿回来改")
    await Group(house, chat=FINANCE).finds("拿回去改了")
    await desk.press("不公示了")


async def test_a_correction_leaves_the_old_version_readable(house: House) -> None:
    number = await published(house, "五保户慰问 20 户", "慰问名单")
    desk = Group(house)
    new = await house.box.text(desk.ref, "更正：五保户慰问 21 户", chat=DESK)
    before = (await house.box.messages(SUPERVISION))[-1]["message_id"]
    await desk.writes(f"/publish {number.lower().replace('-', ' ')}", "准备更正", reply_to=new["message_id"])
    other_section = (await desk.offers("送审")).replace(":dsb:", ":dpn:")[:-2] + ".c.party:0"
    assert "沿用原来的" in await desk.forge(other_section)
    again = await desk.writes(f"/publish {number}", "正有人在更正", reply_to=new["message_id"])
    assert number in said(again)
    await desk.finds("准备更正")
    await desk.press("送审")
    await agrees(house, "慰问名单", after=before)
    await desk.finds("第 2 版")
    await house.box.edit(desk.ref, new, text="更正：五保户慰问 22 户", chat=DESK)
    await desk.finds("改这条消息不会改公示")
    reader = await arrived(house, "细心的人")
    await reader.walk(
        f"> /news {number}\n? 21 户\nitem.versions versions.v1\n? 20 户\nitem.board board.affairs list.menu"
    )
    listed = await reader.say(f"/news {number}", "21 户")
    await reader.walk("item.versions versions.menu")
    item = await house.box.forge(reader.ref, listed, f"l1:dit:{await _id_of(reader)}:0")
    assert item is not None
    await reader.look("21 户")


async def _id_of(reader: Walker) -> str:
    """The id of an item as a list shows it: the newest stands first."""
    listed = await reader.say("/news", "公开栏")
    await reader.choose("board.all")
    shown = await reader.house.box.wait_message(reader.ref, "新的在前", after=listed["message_id"] - 1)
    return re.findall(r"c:list\.([0-9a-f]{32})", str(shown))[0]


async def test_rules_say_no_in_words(house: House) -> None:
    desk = Group(house)
    await desk.writes("/publish", "要公示什么")
    heic = b"\0\0\0\x18ftypheic" + b"\0" * 40
    picture = await house.box.media(desk.ref, "document", content=heic, file_name="IMG_1.heic", chat=DESK)
    await desk.writes("/publish", "当照片再发一次", reply_to=picture["message_id"])
    await desk.writes("/publish 空的", "还没有内容")
    await says_what_is_missing(house, desk)
    await desk.press("居务")
    await desk.press("不分时期")
    assert "还没有内容" in await desk.press("送审")
    drop = await desk.offers("不公示了")
    for code, said_no in (
        (f"{drop.replace(':ddr:', ':dpn:')[:-2]}.c.nothing:0", "没有找到"),
        ("l1:dpn:nobody:0", "没有找到"),
        ("l1:dsh:nobody:0", "没有找到"),
    ):
        assert said_no in await desk.forge(code)
    await desk.answers("标题：")
    await desk.finds("还没有标题")
    other = Group(house, "supervisor-qian", SUPERVISION)
    await other.writes("/publish 试试", "接待办理的工作群")
    await drafts(house, "写好的", "自己写的")
    mine = Group(house)
    await mine.finds("居民看到的就是这样")
    panel = mine.message
    await mine.press("送审")
    await house.box.text(desk.ref, "再加一句", chat=DESK, reply_to=panel)
    await mine.finds("现在不能改")
    await house.box.add("supervisor-qian", SUPERVISION, desk.ref)
    judge = Group(house, desk.ref, SUPERVISION)
    card = await judge.finds("：自己写的\n")
    assert "另一位来审" in await judge.forge(code_of(card, "同意公示"))
    await mine.finds("已送居务监督委员会")
    wu = Group(house, "supervisor-wu", SUPERVISION, judge.message)
    await wu.press("退回")
    await wu.shows("为什么退回")
    await house.box.media(wu.ref, "photo", chat=SUPERVISION, reply_to=wu.message)
    await wu.finds("请写几个字说明")


async def test_where_nobody_reviews_it_is_said_what_to_do(house: House) -> None:
    street = Group(house, "street-he", STREET)
    sent = await house.box.text(street.ref, "街道收支", chat=STREET)
    await street.writes("/publish", "准备公示", reply_to=sent["message_id"])
    await street.press("财务")
    await street.press("不分时期")
    assert "还没有居务监督工作群" in await street.press("送审")
    made = await house.box.add_chat("街道监督", [street.ref])
    bound = await house.command("unit", "bind", "和平街道", "--purpose", "supervision")
    await house.box.text(street.ref, bound[bound.index("/bind") :].split("\n")[0].strip(), chat=made["id"])
    await house.box.wait_message(made["id"], "本群已绑定")
    assert "还没有民主理财工作群" in await street.press("送审")


async def test_the_board_on_the_wall_opens_the_board(house: House) -> None:
    sent = await house.box.text("staff-liu", "/board", chat=DESK)
    sheet = await house.box.wait_message(DESK, lambda m: "document" in m, after=sent["message_id"])
    assert (await house.box.file(sheet["document"]["file_id"])).startswith(b"%PDF")
    passer = await arrived(house, "路过的人", payload="b_XINGFU")
    await passer.walk("""
        board.search
        > 低保
        ? 找到 1 项
        found.search search.board board.search
        > 低保
        found.board board.search
        > 低保
        found.menu main.news board.search search.menu
    """)
    await passer.start("b_NOBODY")
    await passer.look("链接现在打不开")
    await passer.start("b_XINGFU")
    await passer.walk("> /news 火星移民计划\n? 没有找到\nfound.write\n? 火星移民计划")


@pytest.mark.parametrize(("language", "title"), [("en", "Notice board of"), ("zh-hant", "公開欄")])
async def test_everybody_reads_in_their_own_language(house: House, language: str, title: str) -> None:
    walker = await arrived(house, "Emma", language)
    await walker.walk(f"> /news\n? {title}\nboard.party list.* item.ask")
    await walker.walk("> /news 電梯大修\nfound.*\n? 轮流大修")
