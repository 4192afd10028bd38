"""Answers of five parts, canned answers and satisfaction, over HTTP."""

import re

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, number_in, said
from tests.e2e.roads import Journey
from tests.e2e.test_residents import PIXEL
from tests.sandbox_client import buttons

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.parametrize("database", ["postgres"], indirect=True, scope="module"),
]
STREET = "desk-street"


class Desk(Works):
    """Somebody at a case: its menu, and prompts below it."""

    case: Staff

    async def opens(self, label: str, wanted: str) -> str:
        """Press a deed of the card's menu; what it brings is looked at from now on."""
        before = (await self.house.box.messages(self.chat))[-1]["message_id"]
        await self.case.press("更多")
        await self.sees("还可以", after=before)
        await self.presses(label)
        return await self.comes(wanted)

    async def comes(self, wanted: str) -> str:
        return await self.sees(wanted, after=self.shown["message_id"] - 1)

    async def replies(self, text: str, wanted: str) -> str:
        """Answer the message that is shown."""
        at = self.shown["message_id"]
        sent = await self.house.box.text(self.ref, text, chat=self.chat, reply_to=at, thread=self.case.thread)
        return await self.sees(wanted, after=sent["message_id"])


async def at_case(house: House, person: Person, text: str, ref: str = "staff-liu") -> Desk:
    desk = Desk(house, ref)
    desk.case = Staff(house, ref, await files_a_petition(person, text))
    await desk.case.press("我来办")
    await desk.case.card("刘敏")
    return desk


async def test_an_answer_is_written_step_by_step_by_two_and_sent_once(house: House) -> None:
    person = await consented(house, "等答复的人")
    liu = await at_case(house, person, "楼道的灯坏了")
    await liu.opens("逐项写答复", "第 1 步")
    await liu.replies("请修楼道的灯", "第 2 步")
    await liu.replies("三楼的灯坏了", "第 3 步")
    await house.kill()
    await house.start()
    await liu.replies("物业管理条例第三条", "第 4 步")
    shown = await liu.replies("后天修好", "答复草稿")
    assert "不服怎么办" in shown
    assert "请街道再看一遍" in shown
    old = dict(liu.shown)

    await liu.presses("处理决定", ref="staff-sun")
    await liu.comes("第 4 步")
    sun = Desk(house, "staff-sun", shown=liu.shown)
    sun.case = liu.case
    assert "明天修好" in await sun.replies("明天修好", "答复草稿")
    liu.shown = old
    assert "同事刚改过" in await liu.presses("发给居民")
    await sun.presses("发给居民", "由 孙伟 发出了")
    answer = said(await person.look("办理答复"))
    assert answer.index("您的诉求") < answer.index("三楼的灯") < answer.index("明天修好") < answer.index("不服怎么办")
    assert "已经发出去" in await liu.presses("发给居民")

    await liu.opens("逐项写答复", "第 1 步")
    await liu.replies("再写一份", "第 2 步")
    await liu.opens("逐项写答复", "还缺：查明的事实")
    await liu.presses("不要了", "真的不要了吗")
    await liu.presses("返回", "答复草稿")
    await liu.presses("不要了", "真的不要了吗")
    await liu.presses("是的，确定", "草稿删掉了")


async def test_the_street_must_say_all_and_loses_nothing(house: House) -> None:
    person = await consented(house, "到街道的人")
    journey = Journey(house, person, await files_a_petition(person, "拆迁补偿不对"))
    await journey.go("go_to_street", "claim")
    he = Desk(house, "street-he", STREET)
    he.case = Staff(house, "street-he", journey.number, STREET)
    await he.case.answer_prompt("办理答复", "一、诉求：补偿\n二、事实：少算了一间")
    assert "依据的规定" in await he.sees("还没发出去")
    assert not any("发给居民" in text for text in buttons(he.shown))
    await he.presses("补上依据的规定")
    await he.comes("第 3 步")
    await he.replies("补偿办法第五条", "第 4 步")
    assert "30 日内" in await he.replies("补发一间", "答复草稿")
    await he.presses("不服怎么办")
    await he.comes("找谁、多少天内")
    await he.replies("三十日内向区信访局申请复查", "区信访局")
    await he.presses("发给居民", "发出了")
    answer = said(await person.look("办理答复"))
    assert all(words in answer for words in ("少算了一间", "第五条", "补发一间", "区信访局申请复查"))


async def test_canned_answers_are_kept_in_the_group_and_filled_in_for_a_case(house: House) -> None:
    liu = Desk(house)
    await liu.says("/tpl", "还没有常用答复")
    await liu.presses("新增")
    await liu.comes("的名字")
    liu.case = Staff(house, "staff-liu", "")
    await liu.replies("取消", "不写了")
    await liu.says("/tpl", "还没有常用答复")
    await liu.presses("新增")
    await liu.comes("的名字")
    name = dict(liu.shown)
    await liu.replies("很长" * 20, "最多 30 个字")
    liu.shown = name
    await liu.replies("上门", "的内容")
    asked = dict(liu.shown)
    for wrong, why in (("{身份证号}", "没有“身份证号”"), ("13800138000", "不要写电话"), ("长" * 3001, "最多 3,000")):
        liu.shown = asked
        await liu.replies(wrong, why)
    liu.shown = asked
    await liu.replies("{姓名}您好，{编号} 我们{日期}上门，电话{phone}。", "存好了")
    await liu.presses("返回", "共 1 条")
    await liu.presses("新增")
    await liu.comes("的名字")
    await liu.replies("上门", "换个名字")


async def test_a_canned_answer_is_filled_in_for_a_case_then_changed_and_thrown_away(house: House) -> None:
    """What the scene before has left on the shelf."""
    liu = Desk(house)
    liu.case = Staff(house, "staff-liu", "")
    person = await consented(house, "周阿姨")
    case = await at_case(house, person, "下水道堵了")
    await case.opens("常用答复", "用哪一条")
    filled = await case.presses("上门", "居民会看到")
    assert "周阿姨您好" in filled
    assert number_in(filled) == case.case.number
    assert re.search(r"\d月\d+日.*上门", filled.replace(" ", ""))
    await case.presses("返回", "用哪一条")
    await case.presses("上门", "居民会看到")
    await case.presses("当回复发", "发出去了")
    assert "周阿姨您好" in said(await person.look("上门"))
    for label, asks in (("改了再回复", "请回复本条消息"), ("改了再答复", "写办理答复")):
        await case.says(f"/tpl {case.case.number}", "用哪一条")
        await case.presses("上门", "居民会看到")
        await case.presses(label, "点一下就复制")
        await case.comes(asks)
    await case.replies("改过的答复", "下次写全")
    await person.look("改过的答复")
    await case.says(f"/tpl {case.case.number}", "用哪一条")
    await case.presses("上门", "居民会看到")
    await case.presses("当答复发", "发出去了")

    await liu.says("/tpl", "共 1 条")
    await liu.presses("上门", "我们{日期}上门")
    await liu.presses("删掉", "删了就没有了")
    unsure = dict(liu.shown)
    await liu.says("/tpl", "共 1 条")
    await liu.presses("上门", "我们{日期}上门")
    stale = dict(liu.shown)
    await liu.presses("改内容")
    await liu.comes("的内容")
    await liu.replies("{居民}您好，明天上门。", "存好了")
    fresh = dict(liu.shown)
    liu.shown = unsure
    assert "刚改过" in await liu.presses("是的，确定")
    liu.shown = stale
    await liu.presses("删掉", "删了就没有了")
    await liu.presses("返回", "明天上门")
    await liu.presses("删掉", "删了就没有了")
    await liu.presses("是的，确定", "删掉了")
    liu.shown = unsure
    assert "已经删掉" in await liu.presses("返回")
    liu.shown = fresh
    await liu.presses("返回", "还没有常用答复")


async def test_what_the_level_above_keeps_is_used_and_not_changed(house: House) -> None:
    he, liu = Desk(house, "street-he", STREET), Desk(house)
    he.case = Staff(house, "street-he", "", STREET)
    await he.says("/tpl", "还没有常用答复")
    await he.presses("新增")
    await he.comes("的名字")
    await he.replies("收到", "的内容")
    await he.replies("{单位}收到了。", "存好了")
    await liu.says("/tpl", "共 1 条")
    code = liu.shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await liu.presses("收到", "上级的，只能用")
    assert not any("改内容" in text for text in buttons(liu.shown))
    forged = code.replace(".v:", ".y:")
    assert "只能用，不能改" in await Staff(house, "staff-liu", "").forge(liu.shown, forged)


async def test_one_tap_says_how_the_answer_was_and_staff_see_counts_only(house: House) -> None:
    person = await consented(house, "打分的人")
    liu = await at_case(house, person, "路灯不亮")
    await liu.case.answer_prompt("办理答复", "后天修好")
    await person.look("办理答复")
    await person.press("😊 满意", "您选了“满意”")
    await person.press("🙂 基本满意", "您选了“基本满意”")
    await person.press("🙁 不满意", "哪里不满意")
    await person.press("不说了", "还可以这样")
    await person.press("😊 满意", "您选了“满意”")
    await person.press("菜单", "为您服务")
    await person.write("/cases", "件事")
    await person.press(liu.case.number, "路灯不亮")
    await person.press("基本满意", "您选了“基本满意”")
    await person.press("🙁 不满意", "哪里不满意")
    await house.box.media(person.ref, "photo", content=PIXEL)
    await person.write("没有人来修", "记下了")
    await person.press("请上级再看", "请和平街道复议")
    await person.press("返回", "路灯不亮")
    await person.press("😊 满意", "您选了“满意”")
    await person.press("返回", "路灯不亮")
    await person.press("🙁 不满意", "哪里不满意")
    await person.write("还是没有人来", "记下了")
    seen = " ".join(await liu.case.seen())
    assert "没有人来" not in seen
    assert "不满意" not in seen
    await person.press("补充给办事的人", "已补充到")
    await house.box.wait_message(DESK, "还是没有人来")
    await liu.says("/stats", "今年评价不到 5 件")

    await person.write("/me", "这里有您的")
    await person.press("不再提醒我评价", "不再提醒您评价")
    await person.press("提醒我评价", "会提醒您一次")
    await person.press("预约不用提醒我", "排队轮到您、时间改了或者取消了，还是会告诉您")
    await person.press("预约还是提醒我", "前一小时会提醒您")


async def test_an_anonymous_author_rates_by_the_code(house: House) -> None:
    person = await consented(house, "凭码打分的人")
    await person.write("/petition", "哪一类")
    await person.press("意见建议", "请把事情写给我")
    await person.write("建议装个路灯")
    await person.press("写完了", "什么地方")
    await person.press("不填", "留名")
    preview = await person.press("2. 不留名", "请先记下")
    code = said(preview).split("找不回来：\n")[1].split("\n")[0]
    number = number_in(said(await person.press("确认提交", "没有留下您的名字")))
    staff = Staff(house, "staff-liu", number)
    await staff.card("匿名")
    await staff.answer_prompt("办理答复", "明年装")
    await house.box.wait_message(DESK, "凭查询码看", thread=staff.thread)
    await person.write(code, "明年装")
    await person.press("😊 满意", "您选了“满意”")
    await person.press("🙁 不满意", "哪里不满意")
    await person.press("不说了", "还可以这样")
    await person.press("😊 满意", "您选了“满意”")
    await person.press("🙂 基本满意", "您选了“基本满意”")
    await person.press("返回", "明年装")
    await person.press("🙁 不满意", "哪里不满意")
    await person.write("太晚了", "记下了")
    await person.press("补充给办事的人", "已补充到")
    await house.box.wait_message(DESK, "太晚了", thread=staff.thread)
    await person.press("🙂 基本满意", "您选了“基本满意”")
    await person.press("离开", "为您服务")


async def test_a_reminder_comes_once_and_can_be_refused_and_rating_ends(house: House) -> None:
    """Last: it moves the time."""
    person = await consented(house, "没空打分的人")
    liu = await at_case(house, person, "井盖松了")
    await liu.case.answer_prompt("办理答复", "已经换了")
    await person.look("办理答复")
    await house.move_time(days=6)
    reminder = await person.look("您还满意吗")
    assert liu.case.number in said(reminder)
    await person.press("不用再问我", "不再提醒您评价")
    other = await consented(house, "后来的人")
    later = await at_case(house, other, "另一个井盖")
    await later.case.answer_prompt("办理答复", "也换了")
    await other.look("办理答复")
    await house.move_time(days=10)
    await other.look("您还满意吗")  # so the program has seen the time
    await house.box.press(person.ref, reminder, text="😊 满意")
    await person.look("评价的时间过了")
