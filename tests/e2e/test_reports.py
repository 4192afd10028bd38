"""A report about a staff member, with everything that member can see or ask for collected and searched.

The accused works at the desk, sits on the supervision committee, is in both groups, and presses and asks everything.
"""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from tests.e2e.ballots import GROUP, QIAN, codes, moved_in, shows_who
from tests.e2e.desk import DESK
from tests.e2e.house import House, open_house
from tests.e2e.people import said
from tests.e2e.reports import LATER, PATHS, WAYS, Matter, others_supervise, starts, street_committee, supervisor, told
from tests.e2e.walker import Walker
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

WORDS, ANSWER, NOTE, FILE, MORE = (f"marker-{each}-7Q" for each in ("words", "answer", "note", "file", "more"))
WU = "supervisor-wu"
WROTE = "resident-wang"


@dataclass
class Stage:
    """Who takes part; `number` and `code` are those of the report."""

    house: House
    zhang: Walker
    qian: Walker
    wu: Walker
    wang: Walker
    number: str = ""
    code: str = ""
    above: list[Walker] = field(default_factory=list)
    """The street's committee; nobody before the first report that may climb."""
    lying: list[Matter] = field(default_factory=list)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False, watched=True) as house:
        user = await house.box.add_user("张卫国", phone="+8613800002001", language_code="zh-hans")
        for chat in (GROUP, DESK):
            await house.box.join(user["id"], chat)
        roster = [{"unit": "幸福社区", "name": "张卫国", "phone": "13800002001", "roles": ["staff", "supervision"]}]
        file = house.folder / "more.json"
        file.write_text(json.dumps({"units": [], "roster": roster}), encoding="utf-8")
        await house.command("seed", str(file))
        zhang = Walker(house, user["id"])
        await zhang.start("u_XINGFU")
        await zhang.walk("language.zh-cn privacy.yes abroad.yes")
        people = [await moved_in(house, ref) for ref in (QIAN, WU, WROTE)]
        for person in (zhang, *people[:2]):
            await shows_who(person)
        yield Stage(house, zhang, *people)
        assert await house.stop() == 0, house.log
    assert "Traceback" not in house.log, house.log
    assert "parked" not in house.log, house.log


async def follows(stage: Stage, who: Walker, number: str = "") -> str:
    """Press the committee's button as somebody of it does, go where it leads, and return what is shown there."""
    notice = await stage.house.box.wait_message(GROUP, stage.number)
    pressed = await stage.house.box.press(who.ref, notice, text="🔒 到私聊里看", chat=GROUP, wait_ms=8_000)
    payload = pressed["answer"]["url"].partition("start=")[2]
    return said(await starts(who, number.replace("-", "_") or payload))


async def test_it_is_written_without_a_name_and_the_group_hears_number_and_date(stage: Stage) -> None:
    wang = stage.wang
    await wang.say(f"我要举报张卫国收红包 {WORDS}", "不会发到任何群里")
    await wang.walk("rep_told.unnamed")
    file = await stage.house.box.upload(FILE.encode(), file_name="evidence-of-wang.txt", mime_type="text/plain")
    await stage.house.box.media(wang.ref, "document", file_id=file)
    await wang.house.box.wait_message(wang.ref, "1 个文件")
    await wang.walk("rep_words.done\n> 张卫国\nrep_accused.who-* rep_accused.done")
    check = await wang.house.box.wait_message(wang.ref, "请看一遍")
    stage.code = said(check).partition("查询码：")[2][:14]
    await wang.walk("rep_check.confirm")
    receipt = said(await wang.house.box.wait_message(wang.ref, "举报收到了"))
    assert stage.code in receipt
    stage.number = receipt[receipt.index("JB-") :][:9]
    notice = await stage.house.box.wait_message(GROUP, stage.number)
    assert "张卫国" not in said(notice)
    assert buttons(notice) == ["🔒 到私聊里看"]
    for reviewer in (stage.qian, stage.wu):
        await stage.house.box.wait_message(reviewer.ref, stage.number)


async def test_the_accused_is_told_what_everybody_is_told(stage: Stage) -> None:
    shown = {await follows(stage, stage.zhang), await follows(stage, stage.zhang, "j_JB_000000")}
    stranger = await moved_in(stage.house, "resident-li")
    shown.add(said(await starts(stranger, "j_" + stage.number.replace("-", "_"))))

    assert len({text.partition("\n")[0] for text in shown}) == 1
    assert all("打不开" in text for text in shown)


async def test_two_read_it_ask_and_answer_and_its_author_follows_by_code(stage: Stage) -> None:
    box, qian, wang = stage.house.box, stage.qian, stage.wang
    warning = await follows(stage, qian)
    assert "泄露" in warning
    assert WORDS not in warning
    await qian.walk("rev_warn.open")
    opened = await box.wait_message(qian.ref, WORDS)
    assert opened["has_protected_content"]
    assert "张卫国" in said(opened)
    await qian.walk("rev_open.take rev_open.do-note")
    await qian.say(NOTE, NOTE)
    await qian.walk("rev_open.do-ask rev_write.back rev_open.do-ask")
    await qian.say("哪一天？")
    await wang.say(stage.code, "哪一天？")
    await wang.say(MORE, MORE)
    assert NOTE not in said(await wang.look())
    await follows(stage, stage.wu)
    await stage.wu.walk("rev_warn.open rev_open.full")
    await box.wait_message(stage.wu.ref, lambda m: "document" in m and m.get("has_protected_content"))
    await stage.wu.walk("rev_open.leave")
    await qian.walk("rev_open.do-answer")
    await qian.say(ANSWER, ANSWER)
    await wang.walk("rep_view.full")
    await box.wait_message(wang.ref, lambda m: said(m).startswith("🔒") and ANSWER in said(m) and not buttons(m))
    await qian.walk("rev_open.do-close rev_sure.no rev_open.do-close rev_sure.yes")
    await box.wait_message(qian.ref, "已办结")
    await wang.walk("rep_view.leave")
    await wang.say("/menu")


async def test_nothing_the_accused_can_see_or_ask_for_has_any_of_it(stage: Stage) -> None:
    box, zhang = stage.house.box, stage.zhang
    number = stage.number
    for chat, asked in (
        (DESK, ("/queue", "/mine", "/days", "/help", "/reports", f"/case {number}", f"/case {number[3:]}", "/ballots")),
        (GROUP, ("/reports", "/ballots", "/queue", f"/case {number}", "/help")),
        (None, ("/cases", f"/case {number}", number, "/news", "/vote", "/why", "/report", "/help", "张卫国", "/menu")),
    ):
        for text in asked:
            await box.text(zhang.ref, text, chat=chat)
    await box.wait_message(GROUP, "打开看过")
    await box.idle()
    window = await box.wait_message(zhang.ref, lambda m: bool(buttons(m)))
    for data in (f"l1:jop:{number}:0", "l1:cas:1:1", *(code for code in codes(window) if "c:" in code)):
        await box.forge(zhang.ref, window, data.replace("main.menu", "rev_open.full"))
    notice = await box.wait_message(GROUP, number)
    for data in ("l1:jop:JB-000000:0", "l1:clm:1:1", f"l1:jop:{number}:0"):
        await box.forge(zhang.ref, notice, data, chat=GROUP)
    await box.idle()
    seen = [message for chat in (zhang.ref, DESK, GROUP) for message in await box.messages(chat, include_deleted=True)]
    answers = await box.callbacks(zhang.ref)
    everything = json.dumps([seen, answers], ensure_ascii=False)
    for marker in (WORDS, ANSWER, NOTE, MORE, FILE, stage.code, "evidence-of-wang", "收红包"):
        assert marker not in everything, marker
    told = [said(m) for m in await box.messages(GROUP) if number in said(m) and m["from"].get("is_bot")]
    assert told
    assert not any("张卫国" in text for text in told)
    assert any("钱监督：打开看过" in said(m) for m in await box.messages(GROUP))
    assert not any(said(m) for m in await box.messages(DESK) if number in said(m) and m["from"].get("is_bot"))


async def test_no_file_log_or_list_joins_it_with_who_wrote_it(stage: Stage) -> None:
    house = stage.house
    wang = next(user for user in (await house.box.world())["users"] if user["slug"] == WROTE)["id"]
    await house.box.idle()
    await house.stop()
    await house.start()
    for path in sorted(house.folder.rglob("*")):
        if path.is_file() and path.name != "world.json":
            data = path.read_bytes()
            for marker in (WORDS, ANSWER, NOTE, MORE, FILE, stage.code, "evidence-of-wang"):
                assert marker.encode() not in data, (path, marker)
    with closing(sqlite3.connect(house.folder / "linli.db")) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        of_reports = [row for t in tables if t.startswith("report") for row in database.execute(f"SELECT * FROM {t}")]  # noqa: S608 - our own tables
        rows = list(database.execute("SELECT chat_id, spec, dedupe FROM outbox"))
        drafts = list(database.execute("SELECT key FROM dialog_state WHERE key LIKE 'sealed:%'"))
        numbered = list(database.execute("SELECT count(*) FROM petitions"))
    assert of_reports
    assert str(wang) not in repr(of_reports)
    assert not [row for row in rows if row[0] == wang]
    assert not [row for row in rows if stage.number in repr(row)]
    assert drafts == []
    assert numbered == [(0,)]
    assert stage.number not in house.log
    assert stage.number not in await house.command("outbox")
    counted = [name.lower() for name in await house.metrics() if "_jobs_" not in name and "_job_" not in name]
    assert not [name for name in counted if "report" in name or "review" in name]


async def test_every_other_way_through_the_windows(stage: Stage) -> None:
    """A named report that nobody here may read, a call, and all the ways back."""
    wang, qian, box = stage.wang, stage.qian, stage.house.box
    await wang.walk(WAYS)
    await wang.walk("> /report\nrep_told.named\n> 钱监督和吴监督一起拿了钱\nrep_words.done")
    await wang.walk("> 钱监督\nrep_accused.who-* rep_accused.done rep_named.yes")
    await box.media(wang.ref, "document", file_id=await box.upload(b"x", file_name="x.txt", mime_type="text/plain"))
    await wang.walk("rep_check.no-files rep_check.confirm\n? 12388")
    await wang.walk("> /report\nrep_told.mine rep_mine.back rep_told.mine rep_mine.* rep_view.print rep_view.leave")
    await qian.walk("> /report\nrep_told.call\n> 有人来电话说刘敏拿了钱\nrep_words.done")
    await qian.walk("> 刘敏\nrep_accused.who-* rep_accused.done rep_check.confirm\n? 来电人的查询码")
    called = said(await box.wait_message(qian.ref, "举报收到了"))
    number = called[called.index("JB-") :][:9]
    await box.wait_message(GROUP, number)
    drawn = stage.wu
    for person in (stage.wu, qian):
        if "泄露" in said(await starts(person, "j_" + number.replace("-", "_"))):
            drawn = person
            break
    await drawn.walk("rev_warn.leave")
    await starts(drawn, "j_" + number.replace("-", "_"))
    await drawn.walk("rev_warn.open rev_open.take rev_open.do-climb rev_sure.no rev_open.do-hand_out rev_sure.yes")
    await wang.walk("> /petition\nkind.report rep_told.menu")


async def filed(stage: Stage, accused: str = "张卫国") -> Matter:
    """A report that may climb; about this one the other two of the committee are drawn, and nobody else."""
    stage.above = stage.above or await street_committee(stage.house)
    return await Matter(stage.wang, [stage.qian, stage.wu], stage.above).is_filed(accused)


@pytest.mark.parametrize("path", PATHS)
async def test_a_report_goes_every_way_there_is(stage: Stage, path: str) -> None:
    matter = await filed(stage)
    await matter.is_opened()
    for deed in path.split():
        await matter.do(deed)
    if "hand_out" not in path:
        stage.lying.append(matter)


async def test_of_two_who_read_it_the_second_is_told_that_it_has_moved(stage: Stage) -> None:
    matter, box, qian, wu = await filed(stage), stage.house.box, stage.qian, stage.wu
    await matter.is_opened(qian, wu)
    await box.idle()
    await box.fault("getChatMember", "delay", after=1, delay_ms=4_000)  # her window is looked at, and then her press

    async def overtakes() -> None:
        while not (await box.faults())[0]["hits"]:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)
        await wu.walk("rev_open.take")

    await asyncio.gather(qian.walk("rev_open.take"), overtakes())
    assert "先接了" in await told(qian)
    await box.clear_faults()

    await matter.is_opened(qian)
    for reader in (qian, wu):
        await reader.walk("rev_open.do-ask")
    await wu.say("哪一天？", "哪一天？")
    await qian.say("哪一处？", "正等举报人补充")
    await qian.walk("rev_write.back")
    for reader in (qian, wu):
        await reader.walk("rev_open.do-answer")
    await wu.say("查清了", "查清了")
    await qian.say("也查清了", "已经答复了")
    await qian.walk("rev_write.back rev_open.do-close")
    await matter.adds("还没有查清")
    await qian.walk("rev_sure.yes")
    assert "正在查" in await told(qian)
    await qian.walk("rev_sure.no rev_open.do-answer")
    await qian.say("真的查清了", "真的查清了")
    await qian.walk("rev_open.do-close rev_sure.yes")
    await matter.adds("还有一句", "已经办结")


async def test_what_is_named_later_takes_it_from_who_is_named(stage: Stage) -> None:
    """One of the two who read it is named: somebody else is drawn, while the other is writing and goes on."""
    matter = await filed(stage, "郑会计")
    names = {"张卫国": stage.zhang, "钱监督": stage.qian, "吴监督": stage.wu}
    drawn = [name for name, who in names.items() if "泄露" in await matter.shown_to(who)]
    named, writes = drawn[0], names[drawn[1]]
    await writes.walk("rev_warn.open rev_open.take rev_open.do-note")
    await matter.adds(f"{named}也拿了")
    await writes.say("先查账", "先查账")
    assert "泄露" not in await matter.shown_to(names[named])


async def test_others_are_drawn_and_what_was_begun_is_refused_when_the_roster_changes(stage: Stage) -> None:
    house, box, wang, gone = stage.house, stage.house.box, stage.wang, stage.above[0]
    await gone.walk("> /report\nrep_told.call\n> 有人来电话说刘敏拿了钱\nrep_words.done\n> 刘敏")
    await gone.walk("rep_accused.who-* rep_accused.done")
    await wang.walk("> /report\nrep_told.unnamed\n> 上官察也知道\nrep_words.done\n> 刘敏")
    await wang.walk("rep_accused.who-* rep_accused.done")
    await wang.look("上官察")
    await others_supervise(house)
    await wang.walk("rep_named.yes rep_named.onward rep_check.discard rep_drop.yes")
    await gone.walk("rep_check.confirm")
    assert "由居务监督委员记" in await told(gone)

    new = await supervisor(house, *LATER)
    await house.move_time(days=1)
    for matter in stage.lying:
        await box.wait_message(new.ref, matter.number)
