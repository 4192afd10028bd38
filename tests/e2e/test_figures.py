"""Figures over HTTP: what was filed and answered is counted, year beside year, and comes as files."""

import csv
import io
import zipfile
from datetime import datetime

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import consented, files_a_petition, said
from tests.e2e.test_queue import Asked
from tests.sandbox_client import Json, buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
STREET = "desk-street"
HEAD = "统计"


async def fetched(house: House, sent: Json) -> bytes:
    held = sent["document"] if "document" in sent else sent["photo"][-1]
    return await house.box.file(held["file_id"])


async def file_of(asked: Asked, label: str, kind: str, name: str = "") -> bytes:
    """Press for a file and return what comes."""
    box, before = asked.house.box, (await asked.house.box.messages(DESK))[-1]["message_id"]
    text = next(text for text in buttons(asked.shown) if label in text)
    await box.press(asked.ref, asked.shown, text=text, chat=DESK, wait_ms=8000)
    sent = await box.wait_message(DESK, lambda m: kind in m, after=before)
    assert not name or sent["document"]["file_name"] == name
    return await fetched(asked.house, sent)


async def test_what_was_filed_and_answered_is_counted(house: House) -> None:
    person = await consented(house, "数数的人")
    numbers = [await files_a_petition(person, f"电梯第{n}次坏了，没人来修") for n in range(5)]
    for number in numbers[:2]:
        staff = Staff(house, "staff-liu", number)
        await staff.card()
        await staff.press("🙋")
        await staff.card(button="📄")
        await staff.answer_prompt("📄", "已经修好了")
        answer = await house.box.wait_message(person.ref, lambda m, n=number: n in said(m) and "修好了" in said(m))
        label = next(label for label in buttons(answer) if "😊" in label)
        await house.box.press(person.ref, answer, text=label, wait_ms=8000)
        await staff.card(button="✅")
    asked = await Asked.send(house, "staff-liu", "/figures", HEAD)
    assert "收到：5（0，—）" in said(asked.shown)
    assert "答复：2（0，—）" in said(asked.shown)
    assert "按自己的承诺答复：100.0%" in said(asked.shown)
    await asked.press("热词", "电梯：5 件")
    assert "没人" not in said(asked.shown)
    await asked.press("回到统计", "收到：5")
    await asked.press("按季", "季度统计")
    await asked.press("按年", "年度统计")
    assert "实名：5" in said(asked.shown)
    assert "集体来信：0（0，—）" in said(asked.shown)
    assert "满意率（满意和基本满意）：—" in said(asked.shown)
    assert "答复率（目标 100%）：—" in said(asked.shown)
    assert "党员：太少，不单列" in said(asked.shown)


async def test_figures_come_as_files_with_numbers(house: House) -> None:
    asked = await Asked.send(house, "staff-liu", "/figures", HEAD)
    rows = [*csv.reader(io.StringIO((await file_of(asked, "CSV", "document")).decode("utf-8-sig")))]
    assert ["来信办理", "收到", "5", "0", "", "件"] in rows
    assert ["来信办理", "答复", "2", "0", "", "件"] in rows
    assert ["集体来信", "联名人数", "0", "0", "", "人"] in rows
    packed = zipfile.ZipFile(io.BytesIO(await file_of(asked, "XLSX", "document")))
    assert b"<v>5</v>" in packed.read("xl/worksheets/sheet1.xml")
    assert (await file_of(asked, "图表", "photo"))[:3] in {b"\x89PN", b"\xff\xd8\xff"}
    year = str(datetime.fromtimestamp(asked.shown["date"]).astimezone().year)
    assert (await file_of(asked, "年度表", "document", f"{year}.pdf")).startswith(b"%PDF")
    printed = await house.command("export", "figures", "--year", year, "--unit", "幸福社区", "--to", "year.csv")
    assert "year.csv" in printed
    assert ["来信办理", "收到", "5", "0", "", "件"][2:4] in [
        row[2:4] for row in csv.reader((house.folder / "year.csv").read_text(encoding="utf-8-sig").splitlines())
    ]
    for form in ("xlsx", "pdf", "png"):
        await house.command("export", "figures", "--year", year, "--month", "1", "--format", form, "--to", form)
        assert (house.folder / form).stat().st_size > 1000
    assert "absent" not in await house.command("export", "figures", "--year", year, "--unit", "absent", expect=1)


async def test_a_quarters_figures_become_a_draft_for_the_board(house: House) -> None:
    asked = await Asked.send(house, "staff-liu", "/figures", HEAD)
    await asked.press("按季", "季度统计")
    text = next(text for text in buttons(asked.shown) if "公开稿" in text)
    await house.box.press(asked.ref, asked.shown, text=text, chat=DESK, wait_ms=8000)
    draft = await house.box.wait_message(DESK, "【来信办理】", after=asked.shown["message_id"])
    assert "收到：5（去年 0，增减 —）" in said(draft)
    assert any("居务" in label for label in buttons(draft))


async def test_only_units_of_ones_own(house: House) -> None:
    box = house.box
    sent = await box.text("street-he", "/figures", chat=STREET)
    shown = await box.wait_message(STREET, HEAD, after=sent["message_id"])
    assert "收到：5" in said(shown)
    await box.press("street-he", shown, text=next(b for b in buttons(shown) if "下面" in b), chat=STREET)
    below = await box.wait_message(STREET, lambda m: any("幸福社区" in b for b in buttons(m)))
    await box.press("street-he", below, text=next(b for b in buttons(below) if "幸福社区" in b), chat=STREET)
    await box.wait_message(STREET, lambda m: m["message_id"] == shown["message_id"] and "幸福社区" in said(m))
    code = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    asked = await Asked.send(house, "staff-liu", "/figures", HEAD)
    staff = Staff(house, "staff-liu", "")
    assert "只能看本单位" in await staff.forge(asked.shown, code)
    own = asked.shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(".")
    assert "还没到" in await staff.forge(asked.shown, f"l1:zfg:2999.{own[1]}")
    await box.text("supervisor-qian", "/figures", chat="supervision")
    await box.wait_message("supervision", "接待办理的工作群")


async def test_a_year_later_the_change_is_told(house: House) -> None:
    asked = await Asked.send(house, "staff-liu", "/figures", HEAD)
    today = datetime.fromtimestamp(asked.shown["date"]).astimezone().date()
    later = today.replace(year=today.year + 1, day=min(today.day, 28) if today.month == 2 else today.day)
    await house.move_time(days=(later - today).days)
    person = await consented(house, "后来的人")
    for n in range(2):
        await files_a_petition(person, f"路灯第{n}次不亮")
    again = await Asked.send(house, "staff-liu", "/figures", HEAD)
    await again.press("按年", "年度统计")
    assert "收到：2（5，−60.0%）" in said(again.shown)
    assert "评价：0（太少，不单列，—）" in said(again.shown)
    await again.press("上一期", "收到：5（0，—）")
    await again.press("下一期", "收到：2")
