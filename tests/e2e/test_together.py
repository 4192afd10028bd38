"""Petitions of several people over HTTP: a link, joining, speaking, merging, one answer for all."""

import re

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, newcomer, number_in, said
from tests.e2e.walker import walks_in
from tests.sandbox_client import Json, buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["postgres"], indirect=True, scope="module"),
]
MEASURED = True


async def menu_of(house: House, number: str, label: str, wanted: str) -> Json:
    """Press a button of the menu below a case's card."""
    staff = Staff(house, "staff-liu", number)
    await staff.press("更多")
    shown = await house.box.wait_message(
        DESK,
        lambda m: number in said(m) and any(label in text for text in buttons(m)) and "更多" not in str(buttons(m)),
    )
    return await pressed(house, shown, label, wanted)


async def pressed(house: House, shown: Json, label: str, wanted: str) -> Json:
    text = next(text for text in buttons(shown) if label in text)
    answered = await house.box.press("staff-liu", shown, text=text, chat=DESK, wait_ms=8_000)
    if wanted in ((answered["answer"] or {}).get("text") or ""):
        return answered
    return await house.box.wait_message(DESK, wanted, after=shown["message_id"] - 1)


async def test_neighbours_join_speak_and_are_answered_together(house: House) -> None:
    author, signer = await walks_in(await consented(house, "发起人")), await consented(house, "联名人甲")
    number = await files_a_petition(author, "8号楼电梯坏了三天没人来修")
    await author.walk("> /cases\nmine.* view.together\n? 请邻居一起联名\npage.open")
    shown = await author.look("把这个链接转给邻居")
    payload = re.search(r"start=(g_[0-9a-f]+)", said(shown))
    assert payload
    staff = Staff(house, "staff-liu", number)
    await staff.press("我来办")

    late = await newcomer(house, "联名人乙")
    await late.start(payload[1])
    for typed in ("1", "1", "1"):
        await late.write(typed)
    await late.look("邻居请您一起联名")
    second = await walks_in(late)
    await second.walk("join.join\n? 您已加入联名\npage.leave leave.back page.leave leave.left\n? 您已退出联名")
    await second.start(payload[1])
    await second.walk("join.menu")
    await second.start(payload[1])
    await second.walk("join.join\n? 您已加入联名")
    await second.start(payload[1])
    await second.walk("join.show page.menu\n> /cases\nmine.joined-* page.menu")
    first = await walks_in(signer)
    await first.start(payload[1])
    await first.walk("join.join\n? 您已加入联名")
    await staff.card("联名 3 人")
    await first.start("g_nothing")
    await first.look("打不开")

    await author.walk("> /cases\nmine.* view.together page.people people.back page.people")
    await author.press("联名人甲", "已去问 联名人甲")
    await author.press("联名人乙", "已去问 联名人乙")
    await first.press("我愿意当代表", "您现在是代表了")
    await second.walk("> /cases\nmine.joined-* page.speak\n? 您现在是代表了")
    await first.walk("page.case view.write")
    await first.write("我也说一句", "已补充到")
    await house.box.wait_message(DESK, "我也说一句")

    names = await menu_of(house, number, "联名名单", "点一页")
    answered = await pressed(house, names, "第 1 页", "联名人乙")
    assert "发起人" in answered["answer"]["text"]
    await staff.answer_prompt("答复", "电梯修好了")
    for person in (author, first, second):
        await person.look("电梯修好了")
    await second.press("👥 联名", f"{number} 联名")


async def test_alike_cases_are_merged_parted_and_closed_with_their_main(house: House) -> None:
    one, two = await consented(house, "反映人一"), await consented(house, "反映人二")
    main = await files_a_petition(one, "烧烤店油烟太大熏得没法开窗")
    other = await files_a_petition(two, "楼下烧烤店的油烟太大了没法开窗")
    found = await menu_of(house, other, "相似的事", "还没办结")
    assert main in said(found)
    await pressed(house, found, f"合并到 {main}", "随它一起答复")
    await two.look("合并办理")
    staff, under = Staff(house, "staff-liu", main), Staff(house, "staff-liu", other)
    await staff.card("联名 2 人")
    await under.card(f"合并到 {main}")
    merged = await menu_of(house, other, "相似的事", "已合并到")
    await pressed(house, merged, "撤销合并", "为什么撤销")
    prompt = await house.box.wait_message(DESK, "为什么撤销")
    await house.box.text(
        "staff-liu", "不是同一家店", chat=DESK, reply_to=prompt["message_id"], thread=prompt.get("message_thread_id")
    )
    await two.look("恢复单独办理")
    found = await menu_of(house, other, "相似的事", "还没办结")
    await pressed(house, found, f"合并到 {main}", "随它一起答复")
    await staff.press("我来办")
    await staff.answer_prompt("答复", "已责令安装净化器")
    await two.look("已责令安装净化器")
    await staff.press("办结")
    await under.card("已办结")


async def test_a_main_case_withdrawn_leaves_the_other_to_the_desk(house: House) -> None:
    one, two = await walks_in(await consented(house, "撤回人")), await consented(house, "另一位")
    main = await files_a_petition(one, "河边路灯全坏了晚上看不见路")
    other = await files_a_petition(two, "河边的路灯全都坏了晚上看不见")
    found = await menu_of(house, other, "相似的事", "还没办结")
    await pressed(house, found, f"合并到 {main}", "随它一起答复")
    await one.walk("> /cases\nmine.* view.end withdraw.yes")
    await two.look("恢复单独办理")
    await house.box.wait_message(DESK, f"原来合并进去的 {other}")
    assert not any("已撤回" in said(m) for m in await house.box.messages(two.ref))
    staff = Staff(house, "staff-liu", other)
    await staff.press("我来办")
    await staff.card("刘敏")


async def test_neighbours_are_told_and_join_before_they_file(house: House) -> None:
    author = await walks_in(await consented(house, "路灯发起人"))
    number = await files_a_petition(author, "幼儿园门口的路灯坏了晚上接孩子看不见路")
    staff = Staff(house, "staff-liu", number)
    assert "还没有同意" in said(await menu_of(house, number, "给邻居看", "还没有同意"))
    await author.press("让邻居知道", "让邻居知道有人反映了吗")
    await author.walk("neighbours.allow\n? 您已同意")
    await house.box.wait_message(DESK, f"{number} 的发起人同意")

    prompt = await asks_for_a_line(house, staff, await menu_of(house, number, "给邻居看", "请写一句话"))
    for line, wanted in (
        ("路灯发起人说灯坏了", "有发起人的名字"),
        ("灯坏了" * 40, "太长了"),
        ("幼儿园门口路灯坏了，已报修，电话13812345678", "邻居现在看到"),
    ):
        await house.box.text("staff-liu", line, chat=DESK, thread=staff.thread, reply_to=prompt["message_id"])
        await house.box.wait_message(DESK, wanted)
    await author.look("已报修，电话***********")

    one = await walks_in(await consented(house, "路灯邻居甲"))
    await about_to_file(one, "幼儿园门口路灯坏了接孩子看不见，摔了一跤")
    asked = await one.look("已经有人反映过")
    assert "路灯发起人" not in said(asked)
    await one.walk("reported.back preview.confirm reported.join-*\n? 您已加入\njoined.with\n? 没有带您的名字")
    told = await house.box.wait_message(DESK, "摔了一跤")
    assert "路灯邻居甲" not in said(told)
    await staff.card("联名 2 人")

    two = await walks_in(await consented(house, "路灯邻居乙"))
    await about_to_file(two, "幼儿园门口的路灯不亮了，晚上接孩子看不见路")
    await two.walk("reported.anyway")
    own = number_in(said(await two.look("🧾")))
    await Staff(house, "staff-liu", own).card(f"可能是同一件事：{number}")
    for typed, way in (("留着", "joined.keep\n? 留在草稿里"), ("不留", "joined.drop\n? 您已加入联名")):
        more = await walks_in(await consented(house, f"路灯邻居{typed}"))
        await about_to_file(more, "幼儿园门口的路灯坏了，接孩子看不见路")
        await more.walk(f"reported.join-*\n{way}")

    prompt = await asks_for_a_line(house, staff, await menu_of(house, number, "给邻居看", "邻居要写"))
    await author.start()
    await author.walk("> /cases\nmine.* view.together page.neighbours neighbours.back-out\n? 已收回")
    await house.box.text("staff-liu", "另一句话", chat=DESK, thread=staff.thread, reply_to=prompt["message_id"])
    await house.box.wait_message(DESK, "没有同意让邻居知道")
    late = await walks_in(await consented(house, "路灯晚来的"))
    await about_to_file(late, "幼儿园门口的路灯坏了接孩子看不见路")
    await late.look("🧾")

    await author.walk("neighbours.allow neighbours.case view.together page.neighbours neighbours.menu")
    await house.box.text("staff-liu", "灯坏了", chat=DESK, thread=staff.thread, reply_to=prompt["message_id"])
    await author.look("“灯坏了”")
    shown = await menu_of(house, number, "给邻居看", "邻居要写")
    await pressed(house, shown, "撤下", "现在什么也没有显示")
    await author.look("已经撤下")


async def about_to_file(person: Person, text: str) -> None:
    """Write a complaint and press what would file it."""
    for typed in ("/petition", "1", text, "1", "1", "1"):
        await person.write(typed)


async def asks_for_a_line(house: House, staff: Staff, opened: Json) -> Json:
    """Press what asks for a line; return the prompt."""
    before = (await house.box.messages(DESK))[-1]["message_id"]
    text = next(text for text in buttons(opened) if "一句话" in text)
    await house.box.press("staff-liu", opened, text=text, chat=DESK, wait_ms=8_000)
    prompt = await house.box.wait_message(DESK, "用一句话写", after=before)
    staff.thread = prompt.get("message_thread_id")
    return prompt
