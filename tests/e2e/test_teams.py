"""Service teams with a group of their own, over HTTP."""

import re

import pytest

from tests.e2e.bookings import code_of, forged
from tests.e2e.desk import DESK, Staff
from tests.e2e.duty import Works
from tests.e2e.house import House
from tests.e2e.people import Person, consented, number_in, said
from tests.e2e.test_petition_kinds import files

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]
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
