"""Petitions of several people over HTTP: a link, joining, speaking, merging, one answer for all."""

import re

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import consented, files_a_petition, newcomer, said
from tests.e2e.walker import walks_in
from tests.sandbox_client import Json, buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["postgres"], indirect=True, scope="module"),
]


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
