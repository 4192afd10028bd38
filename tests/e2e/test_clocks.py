"""Dates: explained, put off by two people, moved by the calendar; and what desks read of them in the morning."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
import pytest_asyncio

from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House, open_house
from tests.e2e.people import Person, consented, files_a_petition, said
from tests.sandbox_client import Json, buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

SHANGHAI = timedelta(hours=8)
DAYS_OFF = 7


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), measured=False) as opened:
        yield opened
        assert await opened.stop() == 0, opened.log
    for trouble in ("Traceback", "text broken", "text missing"):
        assert trouble not in opened.log, opened.log


async def a_case(house: House, text: str, who: Person | None = None) -> tuple[Person, Staff]:
    resident = who or await consented(house, f"{text}的人")
    staff = Staff(house, "staff-liu", await files_a_petition(resident, text))
    await staff.card(text)
    return resident, staff


async def asks(staff: Staff, reason: str) -> Json:
    """Ask for more time by the command, and wait for the question before the others."""
    sent = await staff.write(f"/extend {reason}")
    return await staff.house.box.wait_message(
        DESK, lambda m: reason in said(m) and any("同意 10 天" in b for b in buttons(m)), after=sent["message_id"]
    )


async def decides(house: House, who: str, question: Json, label: str) -> str:
    pressed = await house.box.press(who, question, text=label, chat=question["chat"]["id"], wait_ms=8000)
    return (pressed["answer"] or {}).get("text") or ""


async def test_more_time_is_asked_for_agreed_to_by_another_and_explained(house: House) -> None:
    box = house.box
    resident, liu = await a_case(house, "墙体开裂")
    await liu.press("我来办")
    await liu.press("更多")
    menu = await box.wait_message(DESK, lambda m: any("申请延期" in b for b in buttons(m)), thread=liu.thread)
    await box.press("staff-liu", menu, text=next(b for b in buttons(menu) if "怎么算" in b), chat=DESK)
    shown = await box.wait_message(DESK, "是这样算的", thread=liu.thread)
    await box.press("staff-liu", shown, text=next(b for b in buttons(shown) if "返回" in b), chat=DESK)
    menu = await box.wait_message(DESK, lambda m: any("申请延期" in b for b in buttons(m)), thread=liu.thread)
    await box.press("staff-liu", menu, text=next(b for b in buttons(menu) if "申请延期" in b), chat=DESK)
    prompt = await box.wait_message(DESK, "为什么要延期", thread=liu.thread)
    await box.text("staff-liu", "要等检测结果", chat=DESK, thread=liu.thread, reply_to=prompt["message_id"])
    question = await box.wait_message(DESK, lambda m: any("同意 20 天" in b for b in buttons(m)), thread=liu.thread)
    above = await box.wait_message("desk-street", "要等检测结果")
    assert "墙体开裂" not in said(above)

    assert "另一位同事" in await decides(house, "staff-liu", question, "同意 20 天")
    await decides(house, "staff-sun", question, "同意 20 天")
    got = await resident.look("要多等些日子")
    assert "要等检测结果" in said(got)
    code = re.search(r"l1:kxd:\w+\.\d+:0", str(above))
    assert code is not None
    assert "已经定过了" in await liu.forge(question, code[0])
    unknown = code[0].replace(code[0][7:39], "0" * 32)
    assert "没有找到" in await liu.forge(question, unknown)
    sent = await liu.write("/extend 再来一次")
    await box.wait_message(DESK, "已经延过一次", after=sent["message_id"])
    sent = await liu.write("/dates")
    await box.wait_message(DESK, "延长了 20 天", after=sent["message_id"])

    await resident.write("/cases")
    await resident.write("1")
    explained = await resident.press("日期是怎么算的", "是这样算的")
    assert "要等检测结果" in said(explained)
    assert "第 34 条" in said(explained)
    await resident.press("返回", "墙体开裂")


@pytest.mark.parametrize("stage", ["accepted", "in_progress", "more_info"])
async def test_at_every_stage_it_may_be_refused_and_asked_for_again(house: House, stage: str) -> None:
    _, liu = await a_case(house, f"阶段{stage}")
    await liu.press("我来办")
    if stage == "in_progress":
        await liu.write("正在看")
    elif stage == "more_info":
        await liu.answer_prompt("请补充", "哪一栋？")
    await liu.card({"accepted": "已受理", "in_progress": "办理中", "more_info": "等居民补充"}[stage])

    await decides(house, "staff-sun", await asks(liu, "料没到"), "不同意")
    await house.box.wait_message(DESK, "延期没有同意", thread=liu.thread)
    sun = Staff(house, "staff-sun", liu.number, thread=liu.thread)
    sent = await sun.write("/extend 替他说")
    await house.box.wait_message(DESK, "不在您手上", after=sent["message_id"])
    await decides(house, "staff-sun", await asks(liu, "料真没到"), "同意 10 天")
    await house.box.wait_message(DESK, "延期 10 天", thread=liu.thread)


async def test_what_was_answered_meanwhile_needs_no_more_time(house: House) -> None:
    _, liu = await a_case(house, "很快修好")
    await liu.press("我来办")
    question = await asks(liu, "也许要等")
    await liu.answer_prompt("办理答复", "已经修好")
    await liu.card("已答复")
    await decides(house, "staff-sun", question, "同意 10 天")
    await house.box.wait_message(DESK, "延期申请还没人定", thread=liu.thread)


def holidays(today: date) -> str:
    """Two years' arrangement in which the next days are off."""
    lines = {date(year, 10, 1): f"{year}-10-01,holiday,国庆节" for year in (today.year, today.year + 1)}
    lines |= {day: f"{day},holiday,社区庆" for n in range(DAYS_OFF) for day in [today + timedelta(days=1 + n)]}
    return "\n".join(["day,kind,name", *(lines[day] for day in sorted(lines))])


def today() -> date:
    return (datetime.now(UTC) + SHANGHAI).date()


async def test_a_changed_calendar_moves_dates_and_tells_then_days_off_and_mornings(house: House) -> None:
    box, cases = house.box, []
    for text, deeds in (("等人接", ()), ("接了", ("我来办",)), ("在办", ("我来办", "说")), ("要补", ("我来办", "问"))):
        resident, liu = await a_case(house, text)
        for deed in deeds:
            if deed == "说":
                await liu.write("正在看")
            elif deed == "问":
                await liu.answer_prompt("请补充", "哪一栋？")
            else:
                await liu.press(deed)
        cases.append(resident)
    file = house.folder / "holidays.csv"
    file.write_text("day,kind,name\n2027-13-01,holiday,没有\n", encoding="utf-8")
    assert "Line 2" in await house.command("calendar", "import", str(file), expect=1)
    file.write_text(holidays(today()), encoding="utf-8")
    await house.command("calendar", "import", str(file))
    for resident in cases:
        await resident.look("日期改了")
    assert "社区庆" in await house.command("calendar", "show", str((today() + timedelta(days=1)).year))

    await Works(house).says("/duty 周一到周日 刘敏", "✅")
    await house.move_time(days=1)
    late = await consented(house, "放假写信的人")
    await files_a_petition(late, "放假时写的")
    receipt = await late.look("🧾")
    assert "社区庆放假" in said(receipt)

    monday = today() + timedelta(days=DAYS_OFF + 2)
    monday += timedelta(days=(7 - monday.weekday()) % 7)
    ten = datetime.combine(monday, time(10)) - SHANGHAI
    moved = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    await box.move_time(seconds=int((ten - moved).total_seconds()))
    assert "今天值班：刘敏" in said(await box.wait_message(DESK, "早报"))
    brief = await box.wait_message("desk-street", "支部例会简报")
    assert "幸福社区" in said(brief)
    await house.move_time(days=1)
    await box.wait_message(DESK, "还等着的事项")


async def test_after_the_laws_limit_nothing_is_put_off(house: House) -> None:
    _, liu = await a_case(house, "拖了很久")
    await liu.press("我来办")
    before = (await house.box.messages(DESK))[-1]["message_id"]
    await house.move_time(days=62)
    await house.box.wait_message(DESK, "⏰", after=before)  # so the program has seen the time
    sent = await liu.write("/extend 还要再等")
    await house.box.wait_message(DESK, "法定期限已经过了", after=sent["message_id"])
