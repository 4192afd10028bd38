"""Rota, directory, major matters and volunteers, over HTTP across two staff chats."""

import pytest

from tests.e2e.bookings import arrived, code_of, forged
from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House
from tests.e2e.people import consented, files_a_petition, said
from tests.sandbox_client import buttons

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
STREET = "desk-street"


async def test_a_rota_is_set_swapped_and_calls_whoever_is_on_duty(house: House) -> None:
    liu, sun = Works(house), Works(house, "staff-sun")
    await sun.says("/duty", "没有人")
    assert "已经排好 7 天" in await liu.says("/duty 周一到周日 孙伟", "✅")
    await liu.presses("排每周", "每周都照这样")
    await liu.presses("周一", "谁值班")
    await liu.presses("刘敏", "谁值班")
    await liu.presses("返回", "值班表")
    await liu.presses("排某一天", "只管这一天")
    await liu.presses("孙伟", "谁值班")
    await liu.presses("刘敏", "谁值班")
    await liu.presses("这天照每周的排", "谁值班")
    resident = await consented(house, "报修的人")
    number = await files_a_petition(resident, "楼道灯坏了三天")
    card = await Staff(house, "staff-liu", number).card()
    assert "今天值班" in said(card)
    assert "孙伟" in said(card)

    await sun.says("/swap 后天 刘敏", "想请您替")
    assert "只有被请的同事" in await sun.presses("可以")
    await sun.presses("可以", ref="staff-liu")
    await sun.sees("值班表改好了", after=sun.shown["message_id"])
    await liu.says("/swap 后天 孙伟", "想请您替")
    await liu.presses("不行", ref="staff-sun")
    await liu.sees("请再找别人", after=liu.shown["message_id"])
    assert "休假，记下了" in await sun.says("/away 明天到后天", "🏖")
    await sun.says("/away", "您记下的休假")
    await sun.presses("不休了", "值班表")


async def test_a_sheet_is_looked_at_and_taken_whole(house: House) -> None:
    liu = Works(house)
    await liu.says("/duty", "值班表")
    wrong = "日期,人\n周一,刘敏\n某天,王五\n".encode()
    right = "日期,人\n周六,刘敏\n2030-01-03,无\n".encode()
    for data, wanted in ((wrong, "一天也没有排"), (right, "看看对不对")):
        sent = await house.box.media(
            "staff-liu", "document", content=data, file_name="rota.csv", chat=DESK, caption="/duty import"
        )
        await liu.sees(wanted, after=sent["message_id"])
    await liu.presses("就这样排", "值班表")
    file = house.folder / "rota.csv"
    file.write_bytes(right)
    assert "2" in await house.command("duty", "import", str(file), "--unit", "幸福社区", "--preview")
    await house.command("duty", "import", str(file), "--unit", "幸福社区")
    file.write_bytes(wrong)
    await house.command("duty", "import", str(file), "--unit", "幸福社区", expect=1)


async def test_the_directory_is_written_published_and_found(house: House) -> None:
    liu = Works(house)
    await liu.says("/who", "名录里没有")
    await liu.says("/who 社区警务室\n电话：13800138000", "手机号")
    await liu.says("/who 社区警务室\n电话：010-55500110\n关键词：派出所 民警", "居民会看到这样")
    await liu.presses("发布", "居民现在看到的")
    resident = await arrived(house, "找人的人")
    shown = await resident.write("/who 派出所电话", "010-55500110")
    assert "社区警务室" in said(shown)
    await resident.walk("office.all\nlist.*\noffice.menu\n> /who\nlist.menu")
    await house.box.text(resident.ref, "派出所电话多少")
    await resident.look("010-55500110")
    await resident.walk("office.not-meant\n> /menu\nmain.more more.who list.menu")
    file = house.folder / "who.yaml"
    file.write_text("offices:\n  - unit: 幸福社区\n    name: 妇女之家\n    phone: '010-55500202'\n", encoding="utf-8")
    await house.command("who", "import", str(file))
    await liu.says("/who", "点一个看")
    await liu.presses("妇女之家", "居民现在看到的")
    await liu.presses("撤下", "看好了再发布")
    await liu.presses("不要了", "这一条不要了")
    await liu.presses("返回", "点一个看")


async def test_a_major_matter_climbs_and_is_answered(house: House) -> None:
    liu, he = Works(house), Works(house, "street-he", STREET)
    await he.says("/duty", "值班表")
    await Works(house, "staff-sun").says("/duty", "值班表")
    resident = await consented(house, "反映大事的人")
    number = await files_a_petition(resident, "住3号楼2单元501，13800138000，地下室进水")
    staff = Staff(house, "staff-liu", number)
    await staff.press("我来办")
    await liu.says(f"/major {number}", "由谁包案")
    await liu.presses("何主任", "包案：何主任")
    await resident.look("由 何主任 包案")
    told = await he.sees("由您包案")
    assert number in told
    await liu.presses("调查组", "点名字加上")
    await liu.presses("孙伟", "点名字加上")
    await staff.card("调查组：孙伟")
    await staff.write("/finding 是水泵坏了")
    await resident.look("调查结果")
    await staff.write("/reportup 请派抽水车")
    report = await he.sees("请派抽水车")
    assert "地下室进水" in report
    assert not any(part in report for part in ("13800138000", "501"))
    await house.box.text("street-he", "车已派出", chat=STREET, reply_to=he.shown["message_id"])
    await house.box.wait_message(DESK, "车已派出")
    await he.sees("已经转给办这件事的同事")
    await house.box.text("staff-sun", f"/recuse {number}", chat=DESK)
    await house.box.wait_message(DESK, f"孙伟 回避 {number}")
    await liu.says(f"/major {number}", "包案：何主任")
    await liu.presses("调查组", "点名字加上")
    assert "已经回避了" in await liu.presses("孙伟")


async def test_volunteers_sign_up_are_called_and_thanked(house: House) -> None:
    liu = Works(house)
    helper = await arrived(house, "热心人")
    await helper.walk("> /volunteer\nmain.join main.order main.weekends main.order")
    for each in ["carrying", "cleaning", "medical", "repairs", "teaching", "visits", "weekdays", "evenings"]:
        await helper.walk(f"main.{each}")
    await liu.says("/call", "志愿者")
    await liu.says("/call 1 周六搬书", "志愿者会看到这样")
    await liu.presses("搬东西", "搬东西")
    await liu.presses("谁都行", "谁都行")
    await liu.presses("发给他们", "来的 0 人")
    invited = await helper.look("请志愿者帮忙")
    assert buttons(invited) == ["我去", "这次不行"]
    pressed = await house.box.press(helper.ref, invited, text="我去", wait_ms=8_000)
    assert "记下了" in (pressed["answer"] or {}).get("text", "")
    await house.box.wait_message(DESK, "志愿者够了")
    await liu.presses("看现在有谁", "热心人")
    await house.box.press(helper.ref, invited, text="这次不行", wait_ms=8_000)
    await liu.presses("办完了", "🌷")
    await helper.walk("> /volunteer\nmain.leave main.menu\n> /menu\nmain.more more.volunteer main.menu")
    await forged(house, helper.ref, code_of(invited, "我去"), invited)
    await helper.look("没有找到")


async def test_a_major_matter_is_handled_at_every_stage(house: House) -> None:
    """Each stage that is open: lead, another lead, team, report, answer, and where it may be the finding."""
    he = Works(house, "street-he", STREET)
    await he.says("/duty", "值班表")
    for stage in ("submitted", "accepted", "in_progress", "more_info", "answered"):
        resident = await consented(house, f"大事{stage}")
        number = await files_a_petition(resident, f"地下室进水了 {stage}")
        staff, liu = Staff(house, "staff-liu", number), Works(house)
        await staff.card()
        if stage != "submitted":
            await staff.press("我来办")
        if stage == "in_progress":
            await staff.write("在看")
            await resident.look("在看")
        if stage == "more_info":
            await staff.answer_prompt("请补充", "几号楼？")
            await resident.look("几号楼？")
        if stage == "answered":
            await staff.answer_prompt("办理答复", "水泵已换")
            await resident.look("水泵已换")
        await liu.says(f"/major {number}", "由谁包案")
        await liu.presses("刘敏", "包案：刘敏")
        await liu.presses("换包案的人", "改由谁包案")
        before = (await house.box.messages(DESK))[-1]["message_id"]
        await liu.presses("何主任")
        prompt = await house.box.wait_message(DESK, "为什么换包案的人", after=before, thread=staff.thread)
        await house.box.text("staff-liu", "刘敏休假", chat=DESK, thread=staff.thread, reply_to=prompt["message_id"])
        await staff.card("包案：何主任")
        await liu.says(f"/major {number}", "是重大事项")
        await liu.presses("调查组", "点名字加上")
        await liu.presses("刘敏", "点名字加上")
        await staff.card("调查组：刘敏")
        await liu.says(f"/major {number}", "是重大事项")
        await liu.presses("向上级报告", "上级会看到这些")
        await staff.write(f"/reportup 请支援 {stage}")
        await he.sees(f"请支援 {stage}")
        await house.box.text("street-he", f"同意 {stage}", chat=STREET, reply_to=he.shown["message_id"])
        await house.box.wait_message(DESK, f"同意 {stage}")
        if stage != "submitted":
            await staff.write(f"/finding 查明 {stage}")
            await resident.look(f"查明 {stage}")


REFUSED = (
    ("/duty 刘敏", "没看出是哪一天"),
    ("/duty 周一", "没看出是谁"),
    ("/duty 周一 王五", "不认识"),
    ("/duty import", "/duty import"),
    ("/away 随便", "没看出是哪几天"),
    ("/away 2020-01-05", "已经过去了"),
    ("/away 今天到2029-01-01", "最长一年"),
    ("/swap 刘敏", "请这样写"),
    ("/swap 2020-01-05 孙伟", "已经过去了"),
    ("/swap 2030-06-01 孙伟", "那天您不值班"),
    ("/swap 2030-06-02 刘敏", "不用和自己换"),
    ("/swap 2030-06-02 孙伟 2030-06-03", "那位同事不值班"),
    ("/swap 2030-06-04 孙伟", "休假"),
    ("/who 甲\n电话：问门卫", "电话没看懂"),
    ("/who 甲\n类别：没有的", "没有这个类别"),
    ("/who " + "甲" * 61 + "\n电话：110", "太长了"),
    ("/call x", "请这样写"),
    ("/call 3 " + "长" * 1_600, "太长了"),
)


async def test_what_cannot_be_done_is_said_in_one_sentence(house: House) -> None:
    liu, sun = Works(house), Works(house, "staff-sun")
    await sun.says("/duty", "值班表")
    await liu.says("/duty", "值班表")
    await liu.says("/duty 2030-06-01 无", "已经排好")
    await liu.says("/duty 2030-06-02 刘敏", "已经排好")
    await liu.says("/duty 2030-06-03 无", "已经排好")
    await liu.says("/duty 2030-06-04 刘敏", "已经排好")
    await sun.says("/away 2030-06-04", "记下了")
    for typed, wanted in REFUSED:
        await liu.says(typed, wanted)
    elsewhere = Works(house, "supervisor-qian", "supervision")
    await elsewhere.says("/duty", "在受理群里用")
    await elsewhere.says("/who", "在受理群里改")
    await elsewhere.says("/call", "在受理群里用")


async def test_what_is_over_cannot_be_pressed_again(house: House) -> None:
    """Old buttons, and two that were made up."""
    liu, sun, nothing = Works(house), Works(house, "staff-sun"), "f" * 32

    async def again(who: Works, data: str) -> str:
        return await forged(house, who.ref, data, who.shown, chat=DESK)

    await sun.says("/duty", "值班表")
    await liu.says("/duty 2031-01-06 刘敏", "已经排好")
    await sun.says("/away 2031-01-05", "记下了")
    back = code_of(sun.shown, "不休了")
    await sun.presses("不休了", "值班表")
    assert "没有找到这段休假" in await again(sun, back)
    await liu.says("/swap 2031-01-06 孙伟", "想请您替")
    no = code_of(liu.shown, "不行")
    await liu.presses("不行", ref="staff-sun")
    assert "已经有结果" in await forged(house, "staff-sun", no, liu.shown, chat=DESK)
    assert "没有找到这次换班" in await again(liu, f"l1:usy:{nothing}:0")
    assert "已经排过了" in await again(liu, "l1:upl::0")

    await liu.says("/who 家电维修点\n电话：010-55500999", "居民会看到这样")
    first = code_of(liu.shown, "发布")
    await liu.says("/who 家电维修点\n电话：010-55500998", "居民会看到这样")
    assert "同事刚改过" in await again(liu, first)
    assert "没有找到这一条" in await again(liu, f"l1:uof:{nothing}.s:1")

    await liu.says("/call 1 没人会的事", "志愿者会看到这样")
    await liu.presses("医疗护理", "医疗护理")
    assert "还没有合适的志愿者" in await liu.presses("发给他们")
    send = code_of(liu.shown, "发给他们")
    await liu.presses("不请了", "这次不请了")
    assert "同事刚处理过" in await again(liu, send)

    resident = await consented(house, "按旧按钮的人")
    number = await files_a_petition(resident, "围墙要倒了")
    staff = Staff(house, "staff-liu", number)
    await staff.press("我来办")
    sent = await staff.write("/finding 查明了")
    await house.box.wait_message(DESK, "还不是重大事项", after=sent["message_id"])
    await liu.says(f"/major {number}", "由谁包案")
    lead = code_of(liu.shown, "刘敏")
    await liu.presses("刘敏", "包案：刘敏")
    assert "已经是重大事项了" in await again(liu, lead)
    await liu.presses("告知调查结果")
    prompt = await house.box.wait_message(DESK, "写调查结果", after=liu.shown["message_id"])
    await staff.write("是地基下沉", reply_to=prompt["message_id"])
    await resident.look("是地基下沉")
    await liu.says(f"/major {number}", "是重大事项")
    await liu.presses("向上级报告", "上级会看到这些")
    await liu.presses("发给上级")
    prompt = await house.box.wait_message(DESK, "写请上级帮什么", after=liu.shown["message_id"])
    await staff.write("请派专家", reply_to=prompt["message_id"])
    await house.box.wait_message(STREET, "请派专家")
