"""Mediation over HTTP: a link, both willing, a mediator, a session, an agreement both confirm; and those that end."""

import re

import pytest

from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House
from tests.e2e.people import consented, newcomer, number_in, said
from tests.e2e.walker import Walker, walks_in
from tests.sandbox_client import Json

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
MEASURED = True


async def asks(house: House, name: str, text: str, other: str = "") -> tuple[Walker, Staff]:
    """File a request for mediation; return whoever asked and its card."""
    person = await walks_in(await consented(house, name))
    await person.write("/petition", "哪一类")
    await person.press("请人调解")
    await person.write(text, "已记下")
    await person.press("写完了", "和谁有纠纷")
    if other:
        await person.write(other, "什么地方")
    else:
        await person.press("不填", "什么地方")
    await person.press("不填", "请看一遍")
    await person.walk("preview.other other.back preview.other")
    await person.press("不填", "请看一遍") if not other else await person.write(other, "请看一遍")
    sent = await person.press("确认提交", "收到了，编号")
    staff = Staff(house, "staff-liu", number_in(said(sent)))
    await staff.card("等对方同意")
    return person, staff


async def invites(person: Walker, line: str) -> str:
    """Write the line for the other party; return what the link carries."""
    await person.walk("> /cases\nmine.* view.mediation\n? 写一句话告诉对方\npage.invite line.back page.invite")
    await person.write(line * 60, "这句话太长了")
    await person.walk("line.menu\n> /cases\nmine.* view.mediation page.invite")
    await person.write(line, "请把链接转给对方")
    payload = re.search(r"start=(m_[0-9a-f]+)", said(await person.look(line)))
    assert payload
    await person.walk("page.qr")
    await person.house.box.wait_message(person.ref, lambda m: "photo" in m and line in m.get("caption", ""))
    return payload[1]


def codes(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


class Desk(Works):
    """Somebody at the page of a mediation below its card."""

    async def opens(self, staff: Staff, wanted: str) -> None:
        await staff.press("更多")
        await self.sees(f"{staff.number} 还可以")
        await self.presses("🤝 调解", wanted)


async def answers(house: House, staff: Staff, prompt: str, text: str) -> None:
    asked = await house.box.wait_message(DESK, lambda m: prompt in said(m) and staff.number in said(m))
    await house.box.text("staff-liu", text, chat=DESK, thread=staff.thread, reply_to=asked["message_id"])


async def both_are_told_who_and_when(liu: Desk, staff: Staff, *people: Walker) -> None:
    await liu.opens(staff, "对方：对方当事人")
    await liu.presses("返回", "还可以")
    await liu.presses("🤝 调解", "对方：对方当事人")
    await liu.presses("定调解员", "请谁当调解员")
    await liu.presses("返回", "对方：对方当事人")
    await liu.presses("定调解员", "请谁当调解员")
    await liu.presses("刘敏", "调解员：刘敏")
    for person in people:
        await person.look("的调解员是 刘敏")
    await liu.presses("定时间地点")
    for typed, said_back in (
        ("社区二楼", "没看出是哪天几点"),
        ("2020年1月5日下午3点 社区二楼", "这个时间已经过去了"),
        ("下周三下午3点", "请把地点也写上"),
    ):
        await answers(liu.house, staff, "的日子、时间和地点", typed)
        await liu.house.box.wait_message(DESK, said_back)
    await answers(liu.house, staff, "的日子、时间和地点", "下周三下午3点 社区二楼调解室")
    for person in people:
        await person.look("调解定在")
    await liu.presses("定时间地点")
    await answers(liu.house, staff, "的日子、时间和地点", "下周五上午9点 社区一楼")
    for person in people:
        await person.look("调解的时间地点改了")


async def test_from_the_link_to_an_agreement_both_have_confirmed(house: House) -> None:
    asker, staff = await asks(house, "申请人", "楼上漏水把墙泡坏了", "楼上老赵")
    payload = await invites(asker, "漏水赔偿的事")
    await asker.start(payload)
    await asker.look("这是您自己的调解链接")

    late = await newcomer(house, "对方当事人")
    await late.start(payload)
    for typed in ("1", "1", "1"):
        await late.write(typed)
    shown = said(await late.look("请您一起来调解"))
    assert "漏水赔偿的事" in shown
    assert "泡坏" not in shown
    other = await walks_in(late)
    await other.walk("invited.decline decline.back invited.consent\n? 您同意了调解")
    await asker.look("对方同意调解了")
    await staff.card("双方都同意调解")

    liu = Desk(house)
    await both_are_told_who_and_when(liu, staff, asker, other)
    await other.walk("> /cases\nmine.mediated-* page.write write.back page.write")
    await other.write("其实我也愿意赔", "已补充到")
    await house.box.wait_message(DESK, "不要告诉申请人")
    await other.walk("> /menu\n> 好的好的我一定到场\nask.mediated-*\n? 已补充到")
    await house.box.wait_message(DESK, "好的好的我一定到场")
    await liu.opens(staff, "社区一楼")
    await liu.presses("只告诉对方")
    await answers(house, staff, "写给", "请您带上收据")
    await other.look("请您带上收据")
    await liu.presses("只告诉申请人")
    await answers(house, staff, "申请人一个人看", "请您带上照片")
    await asker.look("请您带上照片")
    await staff.write("周五见，请准时")
    for person in (asker, other):
        await person.look("周五见，请准时")

    await liu.presses("写协议")
    await answers(house, staff, "的协议全文", "赵某赔六百元")
    old = await house.box.wait_message(asker.ref, "赵某赔六百元")
    await staff.card("协议等双方确认")
    await liu.opens(staff, "协议等双方确认")
    await liu.presses("写协议")
    await answers(house, staff, "的协议全文", "赵某赔八百元，五天内付清")
    await house.box.wait_message(asker.ref, "赵某赔八百元")
    pressed = await house.box.press(asker.ref, old, text="✅ 我确认协议", wait_ms=8_000)
    assert "协议改过了" in (pressed["answer"] or {}).get("text", "")
    await asker.press("我确认协议", "等对方也确认")
    await asker.walk("page.case view.mediation")
    await other.walk("> /cases\nmine.mediated-* page.confirm\n? 双方都确认了，调解协议")
    for person in (asker, other):
        assert "第33条" in said(await person.look("法院申请"))
    await staff.card("达成了协议")
    everything = [said(message) for message in await house.box.messages(asker.ref)]
    assert not [text for text in everything if "愿意赔" in text or "收据" in text]
    assert not [m for m in await house.box.messages(other.ref) if "带上照片" in said(m) or "泡坏" in said(m)]
    await other.start(payload)
    await other.look("打不开了")


async def test_whoever_declines_or_stops_ends_it(house: House) -> None:
    asker, staff = await asks(house, "申请人二", "和邻居为停车吵架")
    other = await walks_in(await consented(house, "对方二"))
    payload = await invites(asker, "停车的事")
    await other.start(payload)
    await other.walk("invited.menu")
    await other.start(payload)
    await other.walk("invited.decline decline.declined\n? 您的名字没有留下")
    await asker.look("对方不同意调解，这件事到此为止")
    await staff.card("对方不同意调解")

    await other.start("mediation")
    await other.look("请把事情写给我")
    await other.write("和邻居为过道吵架", "已记下")
    await other.start("mediation")
    await other.look("还有一件没写完的")
    late = await newcomer(house, "看到海报的人")
    await late.start("mediation")
    for typed in ("1", "1", "1"):
        await late.write(typed)
    await late.look("请把事情写给我")

    asker, staff = await asks(house, "申请人三", "和邻居为噪音吵架")
    other = await walks_in(await consented(house, "对方三"))
    await other.start(await invites(asker, "噪音的事"))
    await other.walk("invited.consent page.write write.menu\n> /cases\nmine.mediated-* page.menu")
    await other.walk("> /cases\nmine.mediated-* page.leave leave.back page.leave leave.left\n? 这件事不调解了")
    await asker.look("有一方不调解了，调解到此结束")
    await staff.card("已撤回")


async def test_what_is_said_at_the_office_counts_too(house: House) -> None:
    _, staff = await asks(house, "申请人四", "和弟弟为房租吵架")
    liu = Desk(house)
    await liu.opens(staff, "不在机器人上")
    await liu.presses("对方当面同意了", "真的同意调解了吗")
    await liu.presses("返回", "等对方同意")
    await liu.presses("对方当面同意了", "真的同意调解了吗")
    sure = next(m for m in await house.box.messages(DESK) if m["message_id"] == liu.shown["message_id"])
    code = next(each for each in codes(sure) if each.startswith("l1:gmd")).split(".")[0]
    await liu.presses("确定", "双方都同意调解")
    assert "不用再做这一步" in await staff.forge(sure, f"{code}.wy:0")
    assert "不能当调解员" in await staff.forge(sure, f"{code}.mzz:0")
    assert "没有“答复”" in await staff.forge(sure, f"{code.replace('gmd', 'ans')}:0")
    forged = (("gmo", "对方一个人看", "不在机器人上"), ("gms", "时间和地点", "还没有调解员"))
    for action, prompt, told in forged:
        await staff.forge(sure, f"{code.replace('gmd', action)}:0")
        await answers(house, staff, prompt, "下周三下午3点 社区二楼")
        await house.box.wait_message(DESK, lambda m, told=told: staff.number in said(m) and told in said(m))
    await liu.opens(staff, "双方都同意调解")
    await liu.presses("定调解员", "请谁当调解员")
    await liu.presses("刘敏", "调解员：刘敏")
    await liu.presses("写协议")
    await answers(house, staff, "的协议全文", "房租每月五百")
    await staff.card("协议等双方确认")
    await liu.opens(staff, "协议等双方确认")
    for whose in ("申请人签字了", "对方签字了"):
        await liu.presses(whose, "真的在书面协议上签字了吗")
        await liu.presses("确定", staff.number)
    await staff.card("达成了协议")

    asker, staff = await asks(house, "申请人五", "和物业为水费吵架")
    await liu.opens(staff, "等对方同意")
    await liu.presses("对方说不同意")
    await answers(house, staff, "对方是怎么说的", "电话里说不来")
    await asker.look("对方不同意调解")
    asker, staff = await asks(house, "申请人六", "和物业为电费吵架")
    await liu.opens(staff, "等对方同意")
    await liu.presses("有一方不调解了")
    await answers(house, staff, "哪一方不调解了", "申请人来说不办了")
    await asker.look("有一方不调解了")
    asker, staff = await asks(house, "申请人七", "和物业为暖气吵架")
    await liu.opens(staff, "等对方同意")
    await liu.presses("对方当面同意了", "真的同意调解了吗")
    await liu.presses("确定", "双方都同意调解")
    await liu.presses("没有达成协议")
    await answers(house, staff, "为什么没有达成协议", "差距太大")
    await asker.look("没有达成协议，调解到此结束")
