"""Cases on their side roads, over HTTP: from a claim in the group to the second review, and every row between."""

import pytest
import pytest_asyncio

from tests.e2e.desk import Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, number_in, said
from tests.e2e.roads import Journey, staff_everywhere
from tests.e2e.walker import walks_in
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
    await box.wait_message("desk-community", "reply-3", thread=community.thread)
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


async def told(house: House, chat: str, who: str, typed: str, wanted: str) -> None:
    """Type a command into a staff chat, and wait for the sentence that answers it."""
    sent = await house.box.text(who, typed, chat=chat)
    await house.box.wait_message(chat, wanted, after=sent["message_id"])


async def test_what_staff_cannot_do_is_refused_with_what_to_do_instead(house: House) -> None:
    box, desk = house.box, "desk-community"
    person = await consented(house, "不能这样办")
    other = await files_a_petition(person, "先来的事")
    case = await begun(house, person, "后来的事", other=other)
    number, liu = case.number, Staff(house, "staff-liu", case.number)

    for typed, wanted in (
        ("/handback", "要对哪一件事"),
        ("/handback 99999 不办", "没有这个编号"),
        (f"/handback {number} 不办", "不在您手上"),
        (f"/same {number} 没有编号", "没有找到这位居民"),
        (f"/same {number} {number}", "就是这一件"),
        (f"/transfer {number}", "要转给哪个单位"),
    ):
        await told(house, desk, "staff-liu", typed, wanted)
    await box.text(person.ref, "/cases")
    for typed in (other, "撤回", "确定撤回"):
        await box.text(person.ref, typed)
    await box.wait_message(desk, f"{other} 居民已撤回")
    await told(house, desk, "staff-liu", f"/same {number} {other}", "已经不在办了")

    await liu.press("更多")
    menu = await box.wait_message(desk, "还可以", thread=liu.thread)
    for label, shown in (("➡️ 转办", "要转给哪个单位"), ("← 返回", "还可以"), ("➡️ 转办", "要转给哪个单位")):
        await box.press("staff-liu", menu, text=label, chat=desk, wait_ms=8_000)
        await box.wait_message(desk, shown, after=menu["message_id"] - 1, thread=liu.thread)
    await box.press("staff-liu", menu, text="幸福三组", chat=desk, wait_ms=8_000)
    prompt = await box.wait_message(desk, "为什么转给", thread=liu.thread)
    answer = {"chat": desk, "thread": liu.thread, "reply_to": prompt["message_id"]}
    await box.text("staff-liu", "取消", **answer)
    await box.wait_message(desk, "好的，不写了", thread=liu.thread)
    await box.text("staff-liu", "该他们管", **answer)
    await box.wait_message(desk, "请先选要转给哪个单位", thread=liu.thread)
    await box.press("staff-liu", menu, text="← 返回", chat=desk, wait_ms=8_000)
    await box.press("staff-liu", menu, text="🔂 同一件事在办", chat=desk, wait_ms=8_000)
    prompt = await box.wait_message(desk, "先写正在办的那件的编号", thread=liu.thread)
    photo = {"chat": desk, "thread": liu.thread, "reply_to": prompt["message_id"]}
    await box.media("staff-liu", "photo", size=400, **photo)
    await box.wait_message(desk, "请写几句原因", thread=liu.thread)


async def test_what_a_stage_does_not_take_is_said_by_its_name(house: House) -> None:
    person = await consented(house, "每一步都问")
    case = await begun(house, person, "一步一步来")
    number = case.number

    async def at_desk(typed: str, wanted: str) -> None:
        await told(house, case.chat, {"desk-street": "street-he"}.get(case.chat, "staff-liu"), typed, wanted)

    await case.go("claim")
    await at_desk(f"/object {number} 不归我们", "不是别的单位交来的")
    await case.go("transfer:S")
    await at_desk(f"/reopen {number} 再办", "转来后还没有人接手")
    await at_desk(f"/refuse {number} 不收", "已经受理，不能再说不受理")
    await at_desk(f"/escalate {number} 再上", "已经在街道")
    await case.go("transfer:C", "escalate")
    await at_desk(f"/reopen {number} 再办", "上交后还没有人接手")
    await case.go("claim", "answer", "reopen")
    await at_desk(f"/reopen {number} 再办", "重新办理后还没有人接手")
    await case.go("transfer:C", "claim", "answer", "reconsider")
    await at_desk(f"/reopen {number} 再办", "在等人接手复议")
    await case.go("claim", "answer", "ask_review")
    await at_desk(f"/reopen {number} 再办", "正在复查")
    await case.go("review_done")
    await at_desk(f"/reopen {number} 再办", "已经复查完了")
    await case.go("ask_rereview")
    await at_desk(f"/reopen {number} 再办", "正在复核")
    await case.go("rereview_done")
    await at_desk(f"/reopen {number} 再办", "已经复核终结")
    refused = await begun(house, person, "不收的事")
    await refused.go("not_accept")
    await told(house, "desk-community", "staff-liu", f"/escalate {refused.number} 再上", "没有受理")


async def test_the_author_can_turn_everywhere(house: House) -> None:
    walker = await walks_in(await consented(house, "每条路都看看"))
    first = await files_a_petition(walker, "路灯不亮")
    await walker.walk("> /petition\nkind.complaint\n> 路灯，不亮。\ntext.done place.skip preview.whither")
    await walker.walk("? 直接交到街道\npreview.whither preview.confirm\n? 同样的话")
    await walker.walk("same.back preview.confirm same.see view.menu main.draft preview.confirm same.anew\n? 🧾")
    second = number_in(said(await walker.look("🧾")))
    await walker.walk(f"> /cases\n> {second}\nview.roads roads.back view.roads roads.go-to-street why.back")
    case = Journey(house, walker, second, other=first)
    await case.go("same_matter")
    await walker.walk(f"> /cases\n> {second}\nview.pending view.mine\n> {second}\nview.roads roads.go-to-street")
    await walker.walk("why.without\n? 已直接交到和平街道")
    assert (case.unit, case.stage) == ("和平街道", "escalated")
    case = Journey(house, walker, first)
    await walker.walk(f"> /cases\n> {first}\nview.roads roads.go-to-street")
    await case.go("escalate")
    await walker.walk("> 快来看看\n? 已经在街道了")


async def test_days_that_have_passed_are_said(house: House) -> None:
    """The last scene: civil time moves on for everybody."""
    walker = await walks_in(await consented(house, "过了期限"))
    case = await begun(house, walker, "拖了很久")
    await case.go("transfer:S", "claim", "answer", "close")
    back = await begun(house, walker, "退晚了")
    await back.go("escalate")
    await walker.walk(f"> /cases\n> {case.number}\nview.roads roads.reopen")
    await house.move_time(days=31)
    past = "已过承诺日期"
    await house.box.wait_message("desk-street", lambda m: back.number in said(m) and past in said(m))
    await walker.walk("> 又坏了\n? 不能再重新办理")
    await told(house, "desk-street", "street-he", f"/object {back.number} 不归我们", "不能再退回")
