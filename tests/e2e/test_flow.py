"""Cases on their side roads, over HTTP: from a claim in the group to the second review, and every row between."""

import pytest
import pytest_asyncio

from tests.e2e.desk import Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, said
from tests.e2e.roads import Journey, staff_everywhere
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def wang(house: House) -> Person:
    return await consented(house, "王秀英")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def staff(house: House) -> list[int]:
    return await staff_everywhere(house, 6)


async def begun(house: House, person: Person, words: str, **given: object) -> Journey:
    return Journey(house, person, await files_a_petition(person, words), **given)


async def test_a_case_is_handed_back_with_a_reason_and_taken_by_a_colleague(house: House, wang: Person) -> None:
    box = house.box
    liu = Staff(house, "staff-liu", await files_a_petition(wang, "楼道的灯坏了好几天"))
    await liu.press("我来办")
    await liu.card("刘敏")
    await liu.press("更多")
    menu = await box.wait_message(liu.chat, "还可以", thread=liu.thread)
    await box.press(liu.ref, menu, text="↩️ 退回待办", chat=liu.chat, wait_ms=8_000)
    prompt = await box.wait_message(liu.chat, "为什么退回", thread=liu.thread)
    await box.text(liu.ref, "下周休假", chat=liu.chat, thread=liu.thread, reply_to=prompt["message_id"])
    await box.wait_message(liu.chat, "退回了待办", thread=liu.thread)
    await liu.card("还没人接手")
    await wang.look("马上会有同事接着办")

    sun = Staff(house, "staff-sun", liu.number, thread=liu.thread)
    await sun.press("更多")
    menu = await box.wait_message(sun.chat, "还可以", after=menu["message_id"], thread=sun.thread)
    for label, shown in (("🙅 我要回避", "不能改回来"), ("← 返回", "还可以"), ("🙅 我要回避", "不能改回来")):
        await box.press(sun.ref, menu, text=label, chat=sun.chat, wait_ms=8_000)
        await box.wait_message(sun.chat, shown, after=menu["message_id"] - 1, thread=sun.thread)
    await box.press(sun.ref, menu, text="是的，确定", chat=sun.chat, wait_ms=8_000)
    await box.wait_message(sun.chat, "以后由别的同事办", thread=sun.thread)
    await sun.write("我还是去看看")
    await box.wait_message(sun.chat, "已经回避", thread=sun.thread)
    await box.text("staff-gao", f"/recuse {liu.number}", chat=liu.chat)
    await box.wait_message(liu.chat, "高某 回避", thread=liu.thread)


async def test_one_complaint_from_the_group_to_the_second_review(house: House) -> None:
    """Three levels, three staff chats, and two bodies outside: everybody sees where it is, after each move."""
    box = house.box
    person = await consented(house, "张大爷")
    case = await begun(house, person, "楼上漏水没人管")
    await case.go("transfer:G", "claim", "reply", "escalate")
    await box.wait_message("desk-group", f"{case.number} 已交给幸福社区")
    gone = await box.wait_message("desk-group", lambda m: "现在由幸福社区办理" in said(m))
    assert not buttons(gone)
    community = Staff(house, "staff-liu", case.number)
    await community.card("已上交")
    assert any("reply-3" in text for text in await community.seen())
    await case.go("object", "claim", "answer", "close", "reconsider")
    await box.wait_message("desk-community", "请上级复议")
    await case.go("claim", "answer", "reconsider", "claim", "answer")
    street = Staff(house, "street-he", case.number, chat="desk-street")
    await street.card("已答复")
    await case.go("ask_review")
    paper = await box.wait_message(person.ref, lambda m: "document" in m)
    assert paper["document"]["file_name"] == f"{case.number}.pdf"
    assert "复查申请书" in said(paper)
    await street.card("外单位")
    await case.go("review_done")
    await box.wait_message(person.ref, "不服可以在三十日内申请复核")
    await case.go("ask_rereview", "rereview_done")
    await box.wait_message(person.ref, "到此终结")
    assert case.stage == "final"
    shown = await person.write("/cases", "件事")
    assert f"{case.number} 楼上漏水没人管（已终结）" in str(buttons(shown))


ROADS = {
    "up and down": "recuse transfer:G claim answer hand_back recuse go_to_street claim hand_back recuse transfer:G"
    " resident_adds recuse note transfer:C escalate resident_adds recuse note transfer:G object withdraw",
    "not accepted": "escalate object go_to_street not_accept note reopen claim reply hand_back recuse transfer:G claim"
    " escalate escalate withdraw",
    "the same matter": "go_to_street same_matter reopen resident_adds recuse note transfer:G not_accept go_to_street"
    " transfer:G same_matter reopen escalate go_to_street claim ask_more hand_back recuse transfer:G claim object claim"
    " answer reopen withdraw",
    "outside": "not_accept reopen_mine go_to_street claim_x answer ask_review reply resident_adds recuse take_over_x"
    " note review_done note ask_rereview reply resident_adds recuse take_over note rereview_done note",
    "again and again": "same_matter reopen claim go_to_street claim answer close reopen claim answer close ask_review"
    " review_redo transfer:G claim reply escalate claim reply object claim reply go_to_street transfer:G claim ask_more"
    " escalate claim ask_more object claim ask_more go_to_street transfer:G claim answer reconsider claim answer close"
    " go_to_street transfer:G claim answer close reconsider resident_adds recuse note transfer:G claim answer"
    " reconsider escalate transfer:G claim answer reconsider go_to_street transfer:G claim answer reconsider withdraw",
}
"""Together they go over every row of the table that other scenes do not; a letter behind a colon is the unit's."""


@pytest.mark.parametrize("road", ROADS)
async def test_a_case_goes_every_side_road_there_is(house: House, staff: list[int], road: str) -> None:
    person = await consented(house, f"走遍岔路：{road}")
    other = await files_a_petition(person, "先来的那件事") if "same_matter" in ROADS[road] else ""
    case = await begun(house, person, "后来的这件事", other=other, spare=[*staff])
    await case.go(*ROADS[road].split())


async def test_what_is_shown_to_the_author_of_the_same_matter_leads_to_the_pending_one(house: House) -> None:
    person = await consented(house, "同一件事")
    first = await files_a_petition(person, "井盖不见了")
    for typed in ("/petition", "1", "井盖不见了！", "1", "1", "1"):
        await person.write(typed)
    await person.look(f"您正在办的 {first} 写的是同样的话")
    await person.press("照样提交", "🧾")
