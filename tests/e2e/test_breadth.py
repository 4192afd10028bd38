"""Everything that can be chosen, done to a case, commanded or refused, once each: see tests/breadth.py.

Walks go where other scenes do not; what matters is that every step is answered and no update is parked.
"""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from tests.e2e import walks
from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import newcomer, number_in, said
from tests.e2e.walker import Walker, walks_in
from tests.sandbox_client import Json, buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """With a second community, which nobody serves yet."""
    async with open_house(tmp_path_factory.mktemp("house"), started=False) as opened:
        await opened.command("unit", "add", "远方街道", "--level", "street")
        await opened.command("unit", "add", "远方社区", "--level", "community", "--parent", "远方街道")
        await opened.start()
        yield opened
        assert await opened.stop() == 0, opened.log
    assert "Traceback" not in opened.log, opened.log
    assert "parked" not in opened.log, opened.log


async def arrived(house: House, name: str, poster: str = "u_XINGFU") -> Walker:
    """Somebody who has agreed and lives where the poster hangs."""
    walker = await walks_in(await newcomer(house, name))
    await walker.start(poster)
    await walker.walk("language.zh-cn privacy.yes abroad.yes")
    return walker


async def files(walker: Walker, words: str) -> str:
    """File a complaint; return its number once the receipt is there."""
    await walker.say("/petition")
    await walker.walk(f"kind.complaint\n> {words}\ntext.done place.skip preview.confirm")
    return number_in(said(await walker.look("🧾")))


@pytest.mark.parametrize("way", [walks.ONBOARDING, walks.WITHOUT_POSTER], ids=["everywhere", "no-poster"])
async def test_a_newcomer_can_turn_everywhere(house: House, way: str) -> None:
    await (await walks_in(await newcomer(house, "新来的人"))).walk(way)


@pytest.mark.parametrize("way", [walks.MENU, walks.PETITION, walks.OFFER], ids=["menu", "petition", "offer"])
async def test_every_choice_leads_somewhere(house: House, way: str) -> None:
    await (await arrived(house, "每个按钮都按")).walk(way)


@dataclass
class Case:
    """A case, its author and the staff member who works on it; each deed waits until it has arrived."""

    walker: Walker
    staff: Staff
    receipt: Json
    deeds: int = field(default=0)

    async def do(self, deed: str) -> None:
        self.deeds += 1
        words = f"{deed}-{self.deeds}-{self.staff.number[-3:]}"
        box, thread = self.walker.house.box, self.staff.thread
        match deed:
            case "claim" | "close":
                await self.staff.press({"claim": "我来办", "close": "办结"}[deed])
                await self.walker.look({"claim": "已受理", "close": "已办结"}[deed])
            case "note":
                written = await self.staff.write(f"// {words}")
                await box.wait_message(DESK, "已记为内部备注", after=written["message_id"], thread=thread)
            case "reply":
                await self.staff.write(words)
                await self.walker.look(words)
            case "ask" | "answer":
                await self.staff.answer_prompt({"ask": "请补充", "answer": "办理答复"}[deed], words)
                await self.walker.look(words)
            case "add":
                await self.walker.say(words, "已补充到", reply_to=self.receipt["message_id"])
                await box.wait_message(DESK, words, thread=thread)
            case "withdraw":
                await self.walker.walk("> /cases\nmine.* view.end withdraw.yes\n? 已撤回")
                await box.wait_message(DESK, "居民已撤回", thread=thread)


async def a_case(house: House, name: str) -> Case:
    walker = await arrived(house, name)
    number = await files(walker, f"事情-{name}")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    return Case(walker, staff, await house.box.wait_message(walker.ref, "🧾"))


@pytest.mark.parametrize("path", walks.STAGES)
async def test_a_case_goes_every_way_there_is(house: House, path: str) -> None:
    case = await a_case(house, "走完每一步")
    for deed in path.split():
        await case.do(deed)


async def test_buttons_under_what_was_sent_work_for_ever(house: House) -> None:
    case = await a_case(house, "老按钮")
    walker, staff, box = case.walker, case.staff, house.box
    await walker.press_code(re.compile("^l1:mnu:"))
    await walker.walk(walks.CASES)
    for label in ("回复", "备注"):
        await case.do("claim" if label == "回复" else "reply")
        await staff.answer_prompt(label, f"按了{label}")
    await walker.look("按了回复")
    await walker.press_code(re.compile("^l1:add:"))
    await walker.walk("write.back")
    await walker.press_code(re.compile("^l1:cas:"))
    await case.do("ask")

    await walker.walk("view.menu main.petition kind.service\n> 写错地方的话\ntext.for-*")
    await box.wait_message(DESK, "写错地方的话", thread=staff.thread)
    await case.do("ask")
    await walker.walk("> /petition\nkind.service\n> 真是新的事\ntext.done place.skip\n> 又错了\npreview.for-*")
    await box.wait_message(DESK, "又错了", thread=staff.thread)
    await walker.walk("preview.discard discard.yes\n> 也是答那件的\nask.add-*")
    await box.wait_message(DESK, "也是答那件的", thread=staff.thread)
    await case.do("answer")
    await case.do("close")
    await walker.walk("> /cases\nmine.* view.new kind.menu")


async def test_an_anonymous_case_by_its_code(house: House) -> None:
    box, walker = house.box, await arrived(house, "不留名")
    await walker.walk("main.petition kind.suggestion\n> 建议多装摄像头\ntext.done place.skip name.unnamed")
    code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", said(await walker.look("查询码")))
    assert code is not None
    photo = await box.media(walker.ref, "photo", size=400)
    walker.seen = photo["message_id"]
    await walker.walk("preview.drop-telling")
    large = await box.media(walker.ref, "document", size=21_000_000, file_name="很大.pdf")
    walker.seen = large["message_id"]
    await walker.walk("preview.drop preview.confirm")
    receipt = await walker.look("没有留下您的名字")
    staff = Staff(house, "staff-liu", number_in(said(receipt)))
    await staff.card("匿名")
    await staff.write("谢谢建议")
    await box.wait_message(DESK, "凭查询码看", thread=staff.thread)

    await walker.say("/start")
    await walker.say(code[0], "谢谢建议")
    await walker.walk("coded.full coded.write coded_write.back coded.write coded_write.leave main.code\n> ABC\n? 12 个")
    await walker.say("ABCD-EFGH-JKMN", "没有这个查询码")
    await walker.say(code[0])
    await walker.walk("coded.dates coded_dates.back coded.dates coded_dates.leave")
    for what in ("code.drop", "code.new"):
        await walker.say("答匿名的", reply_to=receipt["message_id"])
        await walker.walk(f"code.menu main.held {what}")
    await walker.walk("ask.drop drop.yes")
    await walker.say(code[0])
    await walker.walk("coded.end coded_withdraw.no coded.end coded_withdraw.yes\n? 已撤回")
    for what in ("coded.drop", "coded.new"):
        await walker.walk("coded.leave" if what == "coded.drop" else "main.code code.menu")
        await walker.say("又想起来", reply_to=receipt["message_id"])
        await walker.say(code[0])
        await walker.walk(what)


QUEUE = ("/queue", "/mine", "/overdue", "/find 1", "/stats", "/figures")
COMMANDS = {
    DESK: ("/help", "/start", "/queue", "/mine", "/case 999999", "/language", "/bind", "/nonsense"),
    "fresh-group": ("/help", "/start", *QUEUE, "/undo", "/case 1", "/bind"),
}

ONCE = {"/help", "/bind"}
"""A group that nobody has bound is told how to once an hour, and whoever binds is answered."""


@pytest.mark.parametrize("chat", COMMANDS)
async def test_every_command_of_a_group_is_answered(house: House, chat: str) -> None:
    for typed in COMMANDS[chat]:
        sent = await house.box.text("staff-liu", typed, chat=chat)
        if chat == DESK or typed in ONCE:
            await house.box.wait_message(chat, after=sent["message_id"])


async def test_what_is_said_beside_a_case_does_not_vanish(house: House) -> None:
    box, case = house.box, await a_case(house, "旁边的话")
    listed = await box.text("staff-liu", "/queue", chat=DESK)
    answer = await box.wait_message(DESK, "待办", after=listed["message_id"])
    await box.text("staff-liu", "好的", chat=DESK, reply_to=answer["message_id"])
    await box.wait_message(DESK, "没有发给居民", after=answer["message_id"])
    prompt = await case.staff.prompted("回复")
    await box.text("staff-liu", "写在外面了", chat=DESK)
    await box.wait_message(DESK, "没有记到案件里", after=prompt["message_id"])
    await case.staff.forge(prompt, "garbage")
    await box.edit("staff-liu", listed, text="/mine", chat=DESK)
    await box.edit(case.walker.ref, await box.text(case.walker.ref, "/start"), text="/help")
    await box.join((await newcomer(house, "新同事")).ref, DESK)
    small = await box.add_chat("老群", ["staff-liu"], type="group")
    await box.migrate("staff-liu", small["id"])
    assert await box.idle()


async def test_what_cannot_be_done_is_refused_with_its_reason(house: House) -> None:
    box, case = house.box, await a_case(house, "不能这样做")
    walker, staff = case.walker, case.staff
    card = await staff.card(button="我来办")
    key = re.search(r"l1:clm:(\w+):", str(card))
    assert key is not None
    subject = key[1]

    async def pressed(action: str) -> str:
        return await staff.forge(card, f"l1:{action}:{subject}:1")

    assert "还没有给居民办理答复" in await pressed("cls")
    await case.do("claim")
    await walker.say("\u200c\U0001d173", "没有内容", reply_to=case.receipt["message_id"])
    await case.do("answer")
    assert "已经答复" in await pressed("ask")
    await case.do("close")
    await walker.say("还有一句", "已经办结", reply_to=case.receipt["message_id"])
    late = await staff.write("忘了说")
    await box.wait_message(DESK, "这条没有送出", after=late["message_id"])
    case = await a_case(house, "撤回了")
    await case.do("withdraw")
    late = await case.staff.write("还没办")
    await box.wait_message(DESK, "居民已经撤回", after=late["message_id"])


async def test_a_petition_that_cannot_be_taken_is_kept(house: House) -> None:
    box, far = house.box, await walks_in(await newcomer(house, "远方的人"))
    tree = await house.command("unit", "tree")
    invite = next(re.findall(r"u_[\w-]+", line)[0] for line in tree.splitlines() if "远方社区" in line)
    await far.start(invite)
    await far.walk("language.zh-cn privacy.yes abroad.yes")
    await far.walk("main.petition kind.service\n> 没人管\ntext.done place.skip preview.confirm")
    assert "还没有开通受理" in await told(house, far)

    anonymous = await arrived(house, "文件取不到")
    await anonymous.walk("main.petition kind.suggestion\n> 带照片\ntext.done place.skip name.unnamed")
    anonymous.seen = (await box.media(anonymous.ref, "photo", size=400))["message_id"]
    await anonymous.look("照片 1 张")
    await box.fault("getFile", "status", code=400, description="Bad Request: file is too big")
    await anonymous.walk("preview.confirm\n? 超过 20 MB")
    await box.fault("getFile", "status", code=500, description="Internal Server Error", times=-1)
    await anonymous.walk("preview.confirm\n? 取不到")
    await box.clear_faults()
    await anonymous.walk("preview.confirm")

    eager = await arrived(house, "事情很多")
    for number in range(21):
        for typed in (f"第{number}件小事", "1", "1", "1", "1"):
            await box.text(eager.ref, typed)
    await box.wait_message(eager.ref, lambda m: "第20件小事" in said(m), timeout_s=100)
    await box.idle(quiet_ms=1_000, timeout_ms=40_000)
    await eager.choose("preview.confirm")
    assert "已有 20 件事在办" in await told(house, eager)


async def told(house: House, walker: Walker) -> str:
    """What the person's last press was answered with."""
    answers = [(each.get("answer") or {}).get("text") or "" for each in await house.box.callbacks(walker.ref)]
    return answers[-1]


async def test_a_group_that_is_bound_is_not_bound_to_another_unit(house: House) -> None:
    box = house.box
    rights = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}
    await box.promote("staff-liu", "fresh-group", "bot", rights)
    for unit, purpose, chat, who, refused in (
        ("幸福社区", ("desk",), "fresh-group", "staff-liu", "已有工作群"),
        ("和平街道", ("team", "--team", "fire"), "finance", "finance-zheng", "已经绑定到别的单位"),
    ):
        code = re.search(r"/bind (\S+)", await house.command("unit", "bind", unit, "--purpose", *purpose))
        assert code is not None
        sent = await box.text(who, f"/bind {code[1]}", chat=chat)
        await box.wait_message(chat, refused, after=sent["message_id"])


async def test_a_database_that_fails_or_is_empty_is_said_in_words(house: House) -> None:
    """A press is answered at once, and done after all when the database is back."""
    box, walker, stranger = house.box, await arrived(house, "系统正忙"), await newcomer(house, "太早来的人")
    menu = await walker.say("/start")
    away, back = "ALTER TABLE units RENAME TO units_away;", "ALTER TABLE units_away RENAME TO units;"
    with closing(sqlite3.connect(house.folder / "linli.db", timeout=30)) as database:
        database.executescript(away)
        answered = await box.press(walker.ref, menu, text=buttons(menu)[-1], wait_ms=8_000)
        database.executescript(back)
        assert "系统正忙" in answered["answer"]["text"]
        await box.wait_message(walker.ref, "怎么用")  # before there are no units: what is tried again finds its own
        database.executescript(f"{away} CREATE TABLE units AS SELECT * FROM units_away WHERE 0;")  # noqa: S608 - our own names
        await stranger.write("有人吗", "社区资料还没有录入")
        database.executescript(f"DROP TABLE units; {back}")
