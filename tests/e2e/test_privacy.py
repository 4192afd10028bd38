"""What is shown of people, what they take along, and what is left of them: over HTTP and in the house's files."""

import asyncio
import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House, open_house
from tests.e2e.people import consented, files_a_petition, newcomer, number_in, said
from tests.sandbox_client import Json, buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
PHONE = "13812345678"
SUPERVISION, STREET = "supervision", "desk-street"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("house")
    async with open_house(folder, measured=False, settings={"LINLI_MASK_AFTER_DAYS": "30"}) as opened:
        yield opened
        assert "Traceback" not in opened.log, opened.log


def rows(house: House) -> set[tuple[Any, ...]]:
    """Every row of every table, as it rests in the file."""
    with sqlite3.connect(f"file:{house.folder}/linli.db?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {(name, *map(str, row)) for name in tables for row in database.execute(f'SELECT * FROM "{name}"')}  # noqa: S608 - its own tables


def resting(house: House) -> bytes:
    """Everything that rests on the disk, logs included: database, write-ahead log, blobs."""
    files = [path for path in Path(house.folder).rglob("*") if path.is_file() and not path.name.startswith("trace")]
    return b"".join(path.read_bytes() for path in files)


async def look(staff: Staff, reason: str) -> str:
    """Open the menu below the card, ask who filed the case, press a reason; return what the presser is shown."""
    box, before = staff.house.box, (await staff.house.box.messages(staff.chat))[-1]["message_id"]
    await staff.press("更多")
    menu = await box.wait_message(staff.chat, lambda m: any("来件人" in b for b in buttons(m)), after=before)
    await box.press(staff.ref, menu, text=_button(menu, "来件人"), chat=staff.chat)
    asked = await box.wait_message(staff.chat, "请先点原因", after=menu["message_id"])
    pressed = await box.press(staff.ref, asked, text=_button(asked, reason), chat=staff.chat, wait_ms=8000)
    return (pressed["answer"] or {}).get("text") or ""


def _button(message: Json, label: str) -> str:
    return next(text for text in buttons(message) if label in text)


async def test_a_street_reads_what_a_matter_is_and_not_whose_number_to_dial(house: House) -> None:
    person = await newcomer(house, "街道的人")
    await person.start("u_HEPING")
    for typed in ("1", "1", "1"):
        await person.write(typed)
    number = await files_a_petition(person, f"下水道堵了，我住3号楼2单元501室，电话{PHONE}")
    staff = Staff(house, "street-he", number, chat=STREET)
    card = await staff.card("*号楼*单元***室")
    assert PHONE not in said(card)
    await house.box.idle()
    assert not [m for m in await house.box.messages(STREET) if PHONE in said(m)]

    assert PHONE in await look(staff, "电话")


async def test_each_look_is_written_down_and_read_by_the_committee(house: House) -> None:
    box = house.box
    number = await files_a_petition(await consented(house, "被看的人"), "楼道灯坏了")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    assert "被看的人" in await look(staff, "核实")
    asked = await box.text("staff-liu", f"/identity {number}", chat=DESK)
    why = await box.wait_message(DESK, "请先点原因", after=asked["message_id"])
    for _ in range(11):
        await box.press("staff-liu", why, text=_button(why, "上门"), chat=DESK, wait_ms=8000)

    asked = await box.text("supervisor-qian", f"/audit {number}", chat=SUPERVISION)
    log = await box.wait_message(SUPERVISION, number, after=asked["message_id"])
    assert said(log).count("上门") == 10
    assert "被看的人" not in said(log)
    assert "楼道灯" not in said(log)
    await box.press("supervisor-qian", log, text=_button(log, "较早"), chat=SUPERVISION, wait_ms=8000)
    older = await box.wait_message(SUPERVISION, "核实", after=log["message_id"] - 1)
    assert "第 2 页" in said(older)
    asked = await box.text("staff-liu", "/audit", chat=DESK)
    await box.wait_message(DESK, "监督委员会", after=asked["message_id"])

    (seal,) = re.findall(r"封印：([0-9a-f]{12})", said(older))
    assert "is intact" in await house.command("audit", "verify", seal)
    assert "not in the chain" in await house.command("audit", "verify", "000000", expect=1)


async def test_what_cannot_be_looked_up_is_said(house: House) -> None:
    person = await consented(house, "不留名的人")
    for typed in ("/petition", "2", "多装路灯", "1", "1", "2"):
        await person.write(typed)
    number = number_in(said(await person.press("确认提交", "XF-")))
    await Staff(house, "staff-liu", number).card("匿名")
    for who, chat, typed, told in (
        ("staff-liu", DESK, f"/identity {number}", "没有留下姓名"),
        ("supervisor-qian", SUPERVISION, "/audit 999999", "找不到这个编号"),
        ("supervisor-qian", SUPERVISION, "/audit 2026-13", "没有这个月份"),
    ):
        asked = await house.box.text(who, typed, chat=chat)
        await house.box.wait_message(chat, told, after=asked["message_id"])


async def test_what_is_taken_up_again_meanwhile_gets_its_code_before_anything_goes(house: House) -> None:
    person = await consented(house, "还没删的人")
    number = await files_a_petition(person, "井盖坏了")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    await staff.press("🙋")
    await staff.answer_prompt("📄", "换好了")
    await staff.press("✅")
    await staff.card("已办结")
    await person.write("/me", "还没删的人")
    await person.press("删除我的资料", "依法要留下")
    await person.press("继续", "不能恢复")
    await house.box.text("staff-liu", f"/reopen {number} 又坏了", chat=DESK)
    await house.box.wait_message(person.ref, "又坏了")
    await person.press("确定删除", "重新抄")

    assert number in said(person.window)


async def test_a_person_sees_what_is_kept_and_takes_it_along(house: House) -> None:
    person = await consented(house, "带走资料的人")
    number = await files_a_petition(person, "路面坑洼")
    staff = Staff(house, "staff-liu", number)
    await staff.card()
    await staff.press("🙋")
    await staff.write("我们去看看")
    await person.look("我们去看看")
    await staff.answer_prompt("📝", "内部的话不能出去")
    await person.write("/me", "带走资料的人")
    await person.press("发给我", "共 1 个文件")
    sent = await house.box.wait_message(person.ref, lambda m: "document" in m, after=person.seen)

    archive = zipfile.ZipFile(io.BytesIO(await house.box.file(sent["document"]["file_id"])))
    told = archive.read("linli.json").decode()
    (case,) = json.loads(told)["cases"]
    assert (case["number"], case["text"]) == (number, "路面坑洼")
    assert "我们去看看" in told
    assert "内部的话" not in told
    assert str(person.ref) not in told
    await person.write("/start", "为您服务")
    await person.press("更多", "别的事")
    await person.press("我的资料", "带走资料的人")
    await person.press("改通知", "通知")
    await person.write("/me", "带走资料的人")
    await person.press("改语言", "请选择语言")
    await person.write("/me", "带走资料的人")
    await person.press("删除我的资料", "依法要留下")
    await person.press("返回", "带走资料的人")
    await person.press("删除我的资料", "依法要留下")
    await person.press("继续", "不能恢复")
    await person.press("不删了", "带走资料的人")
    await person.press("主菜单", "为您服务")


async def test_after_erasing_nothing_that_rests_names_the_person(house: House) -> None:
    box, name = house.box, "欧阳马克儿"
    person = await consented(house, name)
    number = await files_a_petition(person, "健身器材坏了")
    await box.media(person.ref, "document", content=b"%PDF-1.4 x", file_name=f"{name}.pdf", reply_to=person.seen)
    staff = Staff(house, "staff-liu", number)
    await staff.card(name)
    await staff.press("🙋")
    await person.look("刘敏")
    await person.write("/subscribe", "通知")
    assert name.encode() in resting(house)
    await person.write("/me", name)
    await person.press("删除我的资料", "依法要留下")
    await person.press("继续", number)
    (code,) = re.findall(rf"{number} — (\S+)", said(person.window))
    await person.press("确定删除", "都删好了")
    assert "删除姓名" in said(await staff.card("删除姓名"))

    await staff.write("修好了，请看")
    await staff.card("答 1")
    other = await consented(house, "有码的人")
    await other.write(code, number)
    await box.wait_message(other.ref, "修好了")
    await house.move_time(days=1)  # the night's cleaning comes by
    async with asyncio.timeout(60):
        while name.encode() in resting(house):  # noqa: ASYNC110 - files ring no bell
            await asyncio.sleep(0.3)
    assert [row[0] for row in rows(house) if str(person.ref) in row or f"c{person.ref}" in row] == []
    assert name not in house.log


async def test_long_after_the_close_the_name_goes(house: House) -> None:
    person = await consented(house, "办结的人")
    staff = Staff(house, "staff-liu", await files_a_petition(person, "垃圾桶满了"))
    await staff.card("办结的人")
    await staff.press("🙋")
    await staff.answer_prompt("📄", "已经清了")
    await staff.press("✅")
    await staff.card("已办结")
    await house.move_time(days=32)

    assert "办结的人" not in said(await staff.card("姓名已隐去"))


async def test_what_an_anonymous_suggestion_changes_leads_to_nobody(house: House) -> None:
    """Whoever compares the whole database before and after finds nobody's number, id or moment in what changed."""
    box, people = house.box, [await consented(house, f"提意见的{n}") for n in "一二三"]
    await box.idle()
    ids = {value for row in rows(house) if row[0] == "residents" for value in row[1:3]}
    assert {str(person.ref) for person in people} <= ids
    before = rows(house)
    for person in (people[2], people[0], people[1]):
        for typed in ("/petition", "2", "多种树", "1", "1", "2"):
            await person.write(typed)
        await person.press("确认提交", "XF-")
    await box.idle()
    async with asyncio.timeout(30):
        while any(row[0] == "dialog_state" for row in rows(house) - before):  # noqa: ASYNC110 - same
            await asyncio.sleep(0.2)

    after = rows(house)
    changed = [row for row in after ^ before if row[0] not in {"sqlite_sequence", "audit_seals"}]
    cases = [row for row in changed if row[0] == "petitions"]
    assert len(cases) == 3
    told = " ".join(" ".join(row) for row in changed)
    assert [each for each in ids if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", told)] == []
    moments = set(re.findall(r"\d{4}-\d\d-\d\d (\d\d:\d\d:\d\d)", " ".join(" ".join(row) for row in cases)))
    assert moments <= {"16:00:00", "15:59:59"}, "the ends of a day in the community, and no moment"


async def test_a_changed_row_of_the_audit_is_noticed(house: House) -> None:
    with sqlite3.connect(f"{house.folder}/linli.db", timeout=30) as database:
        database.execute("DROP TRIGGER audit_no_update")
        database.execute("UPDATE audit SET actor = 'nobody' WHERE id = 2")

    assert "do not fit" in await house.command("audit", "verify", expect=1)
