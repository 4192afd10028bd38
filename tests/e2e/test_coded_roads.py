"""Whoever comes back with a code goes on from there, and stays unknown; over HTTP."""

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, number_in, said
from tests.e2e.roads import WHOLE, Journey

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
STREET = "desk-street"


async def suggests(person: Person, text: str) -> tuple[str, str]:
    """Make a suggestion without a name; return its number and code."""
    await person.write("/petition", "哪一类")
    await person.press("意见建议", "请把事情写给我")
    await person.write(text)
    await person.press("写完了", "什么地方")
    await person.press("不填", "留名")
    preview = await person.press("2. 不留名", "请先记下")
    code = said(preview).split("找不回来：\n")[1].split("\n")[0]
    return number_in(said(await person.press("确认提交", "没有留下您的名字"))), code


async def takes(house: House, who: str, number: str, name: str, chat: str = DESK) -> Staff:
    staff = Staff(house, who, number, chat=chat)
    await staff.press("我来办")
    await staff.card(name)
    return staff


async def test_an_anonymous_author_goes_further_by_the_code_and_stays_unknown(house: House) -> None:
    """Above, and outside with a paper; no row of the database joins them with the case, before or afterwards."""
    person = await consented(house, "凭码再问的人")
    number, code = await suggests(person, "建议后门也装个灯")
    await person.write(code, "后门也装个灯")
    await person.press("直接交到街道", "直接交到和平街道")
    await person.press("返回", "后门也装个灯")
    liu = await takes(house, "staff-liu", number, "刘敏")
    await liu.answer_prompt("办理答复", "不装")
    await house.box.wait_message(DESK, "凭查询码看", thread=liu.thread)
    await person.write(code, "不装")
    await person.press("🙁 不满意", "哪里不满意")
    await person.press("不说了", "还可以这样")
    await person.press("请上级再看", "请和平街道复议")
    await person.press("请和平街道复议", "哪里不满意")
    await person.press("返回", "请和平街道复议")
    await person.press("请和平街道复议", "哪里不满意")
    await person.write(code, "后门也装个灯")
    await person.press("不满意？还可以", "请和平街道复议")
    await person.press("请和平街道复议", "哪里不满意")
    await person.write("晚上看不见路", "已请和平街道复议")

    await house.box.wait_message(STREET, "晚上看不见路")
    he = await takes(house, "street-he", number, "何", chat=STREET)
    await he.answer_prompt("办理答复", WHOLE.format("也不装"))
    await house.box.wait_message(STREET, "凭查询码看", thread=he.thread)
    await person.write(code, "也不装")
    await person.press("不满意？还可以", "申请复查")
    await person.press("申请复查", "会印在申请书上")
    await person.write("请再看看后门", "申请书在上面")
    papers = [m["document"] for m in await house.box.messages(person.ref) if "document" in m]
    assert [paper["file_name"] for paper in papers] == [f"{number}.pdf"]
    await house.box.wait_message(STREET, "请再看看后门")
    journey = Journey(house, person, number)
    case, account = journey.case, person.ref
    who = journey.row("SELECT id FROM residents WHERE telegram_id = ?", account)
    for asked in (
        "SELECT count(*) FROM outbox WHERE petition_id = ? AND chat_id = ?",
        "SELECT count(*) FROM message_links WHERE petition_id = ? AND chat_id = ?",
        "SELECT count(*) FROM petition_history WHERE petition_id = ? AND actor_id = ?",
        "SELECT count(*) FROM audit WHERE subject = ? AND actor = ?",
    ):
        assert [journey.row(asked, case, each) for each in (account, who)] == [0, 0], asked
    names = "SELECT group_concat(author_name, '') FROM case_messages WHERE petition_id = ? AND author = 'resident'"
    assert journey.row(names, case) == ""


async def test_it_is_taken_up_again_and_goes_straight_to_the_street(house: House) -> None:
    person = await consented(house, "凭码催办的人")
    number, code = await suggests(person, "建议修修栏杆")
    liu = await takes(house, "staff-liu", number, "刘敏")
    await liu.answer_prompt("办理答复", "不修")
    await house.box.wait_message(DESK, "凭查询码看", thread=liu.thread)
    await person.write(code, "不修")
    await person.press("不满意？还可以", "请原单位重新办理")
    await person.press("请重新办理", "为什么要重新办理")
    await person.write("栏杆断了", "会有人接手")
    await house.box.wait_message(DESK, "栏杆断了", thread=liu.thread)
    await person.press("直接交到街道", "直接交到和平街道")
    await person.press("直接交到和平街道", "想对街道说什么")
    await person.press("不用写", "已直接交到和平街道")
    await house.box.wait_message(STREET, number)
