"""Each kind of petition with rules of its own, from filing to its end, over HTTP."""

import pytest

from tests.e2e.ballots import WU, Committee
from tests.e2e.bookings import code_of, forged
from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House
from tests.e2e.people import Person, consented, number_in, said
from tests.e2e.walker import walks_in
from tests.sandbox_client import buttons

TEAMS = ("desk", "emergency", "environment", "fire", "health", "jobs", "medical", "police", "property", "tenancy")
pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
MEASURED = True


async def files(person: Person, kind: str, text: str) -> None:
    """Write a petition of this kind, as far as its preview."""
    await person.write("/petition", "哪一类")
    await person.press(kind)
    await person.write(text, "已记下")
    await person.press("写完了", "什么地方")
    await person.press("不填")


async def hands_in(person: Person) -> Staff:
    sent = await person.press("确认提交", "收到了，编号")
    staff = Staff(person.house, "staff-liu", number_in(said(sent)))
    await staff.card()
    return staff


async def test_a_suggestion_is_adopted_and_says_why(house: House) -> None:
    person = await consented(house, "提建议的人")
    await files(person, "意见建议", "建议在小广场装长椅")
    await person.press("留名")
    staff = await hands_in(person)
    prompt = await staff.prompted("办理答复", verdict="🔶 部分采纳")
    assert "部分采纳" in said(prompt)
    sent = await house.box.text(
        "staff-liu", "先装两张，剩下的明年装", chat=DESK, thread=staff.thread, reply_to=prompt["message_id"]
    )
    assert await staff.reacted(sent)
    told = await house.box.wait_message(person.ref, "先装两张")
    assert "您的建议部分采纳" in said(told)
    await staff.card("采纳结果：部分采纳")
    late = await house.box.text(
        "staff-liu", "还要再想想", chat=DESK, thread=staff.thread, reply_to=prompt["message_id"]
    )
    await staff.press("办结")
    await person.look("已办结")
    assert not [m for m in await house.box.messages(person.ref) if "正式" in said(m) and "再想想" in said(m)]
    assert late["message_id"] > sent["message_id"]


async def test_a_request_for_help_goes_to_its_team_and_on(house: House) -> None:
    person, liu = await consented(house, "求助的人"), Works(house)
    await files(person, "求助服务", "楼道路灯坏了")
    assert "服务队：物业" in said(await person.look("服务队"))
    await person.press("换服务队", "交给哪一队")
    await person.press("返回", "服务队：物业")
    await person.press("换服务队", "交给哪一队")
    await person.press("救助", "服务队：救助")
    staff = await hands_in(person)
    await staff.card("服务队：救助")
    await staff.press("更多")
    await liu.sees(f"{staff.number} 还可以")
    await liu.presses("换服务队", "交给哪一队")
    await liu.presses("返回", "还可以")
    await liu.presses("换服务队", "交给哪一队")
    await liu.presses("物业", "交给了“物业”")
    await person.look("由“物业”服务队办")
    await staff.card("服务队：物业")
    await staff.press("更多")
    await liu.sees(f"{staff.number} 还可以")
    await liu.presses("换服务队", "交给哪一队")
    await person.write(staff.number, "楼道路灯坏了")
    await person.press("撤回", "真的要撤回")
    await person.press("撤回")
    await staff.card("已撤回")
    assert "不能换服务队" in await liu.presses("救助")


async def test_what_cannot_wait_is_called_out_at_once_and_again(house: House) -> None:
    person = await consented(house, "着急的人")
    await files(person, "求助服务", "楼上着火了，快来人")
    staff = await hands_in(person)
    card = await staff.card("紧急求助")
    assert "前要有人接手" in said(card)
    assert "急救 120" in said(await person.look("紧急求助，正在叫值班人员"))
    await house.box.wait_message(DESK, "现在没有人值班", thread=staff.thread)
    await staff.press("我来办")
    await staff.card("前要告诉居民怎么办")


async def test_who_writes_that_they_want_to_be_called_is_asked_for_the_number(house: House) -> None:
    another = await consented(house, "想说别的的人")
    await another.write("給我回個電話吧", "打哪个号码")
    assert "給我回個電話吧" in said(await another.press("不是这个意思", "怎么办"))
    person = await consented(house, "不爱打字的人")
    await person.write("請給我回個電話", "给我回电话")
    await person.write("13912345678", "什么时候")
    await person.press("下午", "给我回电话")
    await person.press("确认提交", "收到了，编号")


async def test_a_call_back_is_tried_made_and_forgets_the_number(house: House) -> None:
    person = await consented(house, "等电话的人")
    await person.write("/petition", "哪一类")
    await person.press("给我回电话", "打哪个号码")
    await person.write("一二三", "号码")
    await person.write("138-0013-8000", "什么时候打给您")
    await person.write("明天下午三点", "请把事情写给我")
    await person.write("想问老年证", "已记下")
    shown = said(await person.press("写完了", "尾号 8000"))
    assert "👥" not in shown
    assert "明天下午三点" in shown
    await person.press("改时间", "什么时候打给您")
    await person.press("上午", "🕐 上午")
    staff = await hands_in(person)
    card = said(await staff.card("请回电话"))
    assert "13800138000" not in card
    assert "8000" not in card
    assert "13800138000" in await staff.press("电话")
    for n in (1, 2, 3):
        assert f"没打通 {n} 次" in await staff.press("没打通")
        await staff.card(f"没打通 {n} 次")
    await person.look("打了 3 次电话都没打通")
    tried = next(m for m in await house.box.messages(DESK) if staff.number in said(m) and "没打通" in str(buttons(m)))
    again = code_of(tried, "没打通")
    answer = ":".join(["l1", "ans", *again.split(":")[2:]])
    assert "请用卡片上的按钮办" in await forged(house, "staff-liu", answer, tried, chat=DESK)
    await staff.answer_prompt("打通了", "让他带身份证来")
    await person.look("已经和您通过电话")
    await staff.card("已办结")
    assert "已经办完了" in await forged(house, "staff-liu", again, tried, chat=DESK)
    assert not [m for m in await house.box.messages(person.ref) if "让他带身份证来" in said(m)]


async def test_somebody_is_called_about_their_case(house: House) -> None:
    person = await consented(house, "问进度的人")
    await files(person, "投诉请求", "门禁又坏了")
    first = await hands_in(person)
    await person.write(first.number, "门禁又坏了")
    await person.press("请人回电话", "打哪个号码")
    await house.box.text(person.ref, "13900139000")
    await person.look("什么时候打给您")
    await person.press("什么时候都行", "尾号 9000")
    second = await hands_in(person)
    await second.card(f"关于 {first.number}")
    await second.press("我来办")
    await second.write("马上打给您")
    await second.card("办理中")
    await Works(house).says(f"/called {second.number} 说好了", "号码已删掉")
    await person.look("已经和您通过电话")


async def test_the_door_for_proposals_is_there_for_nobody_else(house: House) -> None:
    person = await consented(house, "不是代表的人")
    shown = await person.write("/petition", "哪一类")
    assert not any("议案" in text for text in buttons(shown))
    await person.write("提案", "由人大代表、政协委员提")
    await person.press("给我回电话", "打哪个号码")
    await person.press("返回", "哪一类")
    await person.press("给我回电话", "打哪个号码")
    await person.write("13700137000", "什么时候打给您")
    await person.press("返回", "打哪个号码")
    await person.write("13700137000", "什么时候打给您")
    await person.press("先存着，回主菜单")


async def test_every_team_and_every_part_of_a_day_can_be_chosen(house: House) -> None:
    walker = await walks_in(await consented(house, "挑选的人"))
    await files(walker, "求助服务", "楼道路灯坏了")
    for team in [
        "desk",
        "emergency",
        "environment",
        "fire",
        "health",
        "jobs",
        "medical",
        "police",
        "property",
        "tenancy",
    ]:
        await walker.walk(f"preview.team team.{team}")
    await walker.walk("""
        preview.kind kind.callback phone.menu main.draft
    """)
    preview = await walker.look("这是您上次没写完的")
    assert "还缺号码或时间" in await forged(house, walker.ref, code_of(preview, "确认提交"), preview)
    await walker.walk("""
        preview.phone phone.back kind.callback
        > 138-0013-8000
        when.back
        > 13900139000
        when.menu main.draft preview.when when.afternoon preview.when when.evening preview.discard discard.yes
    """)


async def test_an_adopted_suggestion_is_voted_on_and_its_author_hears_of_it(house: House) -> None:
    box, person, liu = house.box, await consented(house, "想装路灯的人"), Works(house)
    await files(person, "意见建议", "我住3号楼2单元501室，建议在东门装一盏路灯")
    await person.press("留名")
    staff = await hands_in(person)
    card = await staff.card(button="更多")
    case = code_of(card, "更多").split(":")[2]
    assert "采纳或部分采纳" in await staff.forge(card, f"l1:z2m:{case}:1")
    prompt = await staff.prompted("办理答复", verdict="✅ 采纳")
    there = {"chat": DESK, "thread": staff.thread}
    assert await staff.reacted(await box.text("staff-liu", "好，就装", **there, reply_to=prompt["message_id"]))
    await staff.card("采纳结果：采纳")

    async def made(words: str, wanted: str) -> None:
        await staff.press("更多")
        await liu.sees(f"{staff.number} 还可以", after=(await box.messages(DESK))[-2]["message_id"])
        await liu.presses("做成一事一议", "由谁表决")
        await liu.presses("居民会议")
        asks = await box.wait_message(DESK, "党支部是怎么研究的", after=liu.shown["message_id"])
        sent = await box.text("staff-liu", words, **there, reply_to=asks["message_id"])
        await box.wait_message(DESK, wanted, after=sent["message_id"])

    await made("支部开会研究，同意", "议题草稿写好了")
    assert "没有您的名字" in said(await box.wait_message(person.ref, "正在做成一事一议"))
    committee = Committee(house)
    committee.shown = await box.wait_message(committee.chat, "采纳的居民建议")
    await committee.press("看草稿", " 至 ")
    await committee.press("看内容", "（1/1）")
    assert "东门装一盏路灯" in said(committee.shown)
    assert "501" not in said(committee.shown)
    await committee.press("返回", " 至 ")
    await committee.press("提交审批", "等两人审批")
    await committee.press("我批准", "（1/2）")
    await committee.press("我批准", "等开始", ref=WU)
    await made("再研究", "监督委员会已经在办")
    await house.move_time(days=21)  # it opens on the twentieth day at nine: early in the morning that is still to come
    await box.wait_message(person.ref, "做成的议题开始表决了")
    await house.move_time(days=8)
    assert "参加的人不够" in said(await box.wait_message(person.ref, "做成的议题有结果了"))


async def test_a_deputy_proposes_and_must_be_answered(house: House) -> None:
    file = house.folder / "deputies.csv"
    file.write_text("姓名,手机号,住址,户号,社区,身份\n钱代表,13900000077,9号楼1单元101,9-1-101,幸福社区,人大代表\n")
    await house.command("roster", "import", str(file), "--yes")
    user = await house.box.add_user("钱代表", phone="13900000077", language_code="zh-hans")
    deputy = await walks_in(Person(house, user["id"]))
    await deputy.start("u_XINGFU")
    for typed in ("1", "1", "1"):
        await deputy.write(typed)
    await deputy.walk("> /menu\nmain.more more.identity main.verify share.share")
    await house.box.contact(deputy.ref)
    await deputy.look("核对好了")
    await files(deputy, "议案提案", "建议给老楼加装电梯")
    staff = await hands_in(deputy)
    await staff.press("我来办")
    await Works(house).says(f"/refuse {staff.number} 不归我们管", "必须答复")
    await staff.answer_prompt("办理答复", "已列入明年的计划")
    await deputy.look("已列入明年的计划")
    await staff.press("办结")
    await deputy.look("已办结")
    await Works(house).says("/figures", "答复率（目标 100%）：100.0%")
