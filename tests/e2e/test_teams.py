"""Service teams with a group of their own, and volunteers called for a request for help, over HTTP."""

import re

import pytest

from tests.e2e.bookings import arrived, code_of, forged
from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House
from tests.e2e.people import Person, consented, number_in, said
from tests.e2e.test_petition_kinds import files

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
MEASURED = True
BRIGADE = "fresh-group"


async def helped_in(person: Person, text: str, chat: str = BRIGADE) -> Staff:
    """Ask for help; return its card in a group."""
    await files(person, "求助服务", text)
    sent = await person.press("确认提交", "收到了，编号")
    staff = Staff(person.house, "staff-liu", number_in(said(sent)), chat=chat)
    await staff.card()
    return staff


async def test_a_service_team_works_in_a_group_of_its_own(house: House) -> None:
    """Bound like any group; its cases stand there, the desk sees them, takes one back, and one goes up."""
    box, liu, team = house.box, Works(house), Works(house, "staff-liu", BRIGADE)
    rights = {"can_delete_messages": True, "can_pin_messages": True, "can_manage_topics": True}
    await box.promote("staff-liu", BRIGADE, "bot", rights)
    bind = ("unit", "bind", "幸福社区", "--purpose", "team")
    assert "--team" in await house.command(*bind, expect=1)
    code = re.search(r"/bind (\S+)", await house.command(*bind, "--team", "emergency"))
    assert code
    assert "服务队：便民应急" in await team.says(f"/bind {code[1]}", "已绑定到")
    person = await consented(house, "被困的人")
    staff = await helped_in(person, "电梯困住人了，快来")
    await box.wait_message(BRIGADE, "请队里看到的人")
    await liu.sees(f"紧急求助 {staff.number}")
    await staff.press("我来办")
    await staff.write("师傅五分钟到")
    await person.look("师傅五分钟到")
    assert staff.number in await liu.says("/queue", "待办")
    await team.says("/queue", staff.number)
    assert not [m for m in await box.messages(DESK) if "电梯困住人了" in said(m) and "⏳" in said(m)]
    found = await liu.says(f"/case {staff.number}", "在“便民应急”队的群里办")
    assert "电梯困住人了" in found
    await box.text("staff-liu", "我来说两句", chat=DESK, reply_to=liu.shown["message_id"])
    await box.wait_message(DESK, "您的话没有发给居民")
    fetch = code_of(liu.shown, "拿回")
    await liu.presses("拿回接待台办", "拿回来了")
    assert "现在不在服务队" in await forged(house, "staff-liu", fetch, liu.shown, chat=DESK)
    back = Staff(house, "staff-liu", staff.number)
    await back.card("便民应急")
    await back.press("我来办")
    await box.wait_message(BRIGADE, lambda m: staff.number in said(m) and "现在由" in said(m))
    other = await helped_in(person, "煤气漏气了")
    await other.press("更多")
    await team.sees(f"{other.number} 还可以")
    await team.says(f"/escalate {other.number} 要街道的抢修车", "已交给和平街道")
    await box.wait_message("desk-street", other.number)


async def test_volunteers_are_called_for_a_request_for_help(house: House) -> None:
    """They read what kind and where about; the desk hears who comes, and the resident from the desk alone."""
    box, liu = house.box, Works(house)
    helper, person = await arrived(house, "会修灯的人"), await consented(house, "求人修灯的人")
    await helper.walk("> /volunteer\nmain.join main.repairs main.menu")
    staff = await helped_in(person, "我是三单元的老孙13800138000，楼道路灯坏了", DESK)
    number = staff.number
    await staff.press("更多")
    await liu.sees(f"{number} 还可以")
    late = code_of(liu.shown, "请志愿者")
    await liu.presses("请志愿者", "要请几位志愿者")
    await liu.presses("返回", "还可以")
    await liu.presses("请志愿者", "要请几位志愿者")
    await liu.presses("2 人", "什么时候来")
    await liu.presses("返回", "要请几位志愿者")
    await liu.presses("1 人", "什么时候来")
    await liu.presses("今天晚上", "志愿者会看到这样")
    await liu.presses("发给他们", "来的 0 人")
    invited = await helper.look("请志愿者帮忙")
    assert "什么事：物业" in said(invited)
    assert "什么时候：今天晚上" in said(invited)
    assert not any(part in said(invited) for part in ("老孙", "138", "三单元", number, "求人修灯的人"))
    await box.press(helper.ref, invited, text="我去", wait_ms=8_000)
    await box.wait_message(DESK, "会修灯的人 答应来", thread=staff.thread)
    await liu.presses("看现在有谁", "来的 1 人：会修灯的人")
    await box.press(helper.ref, invited, text="这次不行", wait_ms=8_000)
    await box.wait_message(DESK, "会修灯的人 来不了", thread=staff.thread)
    await box.press(helper.ref, invited, text="我去", wait_ms=8_000)
    assert not [m for m in await box.messages(person.ref) if "会修灯的人" in said(m)]
    await staff.press("更多")
    await liu.sees(f"{number} 还可以")
    await liu.presses("请志愿者", "居民还不知道谁来")
    await liu.presses("办完了", "🌷")
    await helper.look("谢谢您来帮忙")
    await person.write(number, "楼道路灯坏了")
    await person.press("撤回", "真的要撤回")
    await person.press("撤回")
    await staff.card("已撤回")
    assert "不是正在办的求助" in await forged(house, "staff-liu", late, liu.shown, chat=DESK)
