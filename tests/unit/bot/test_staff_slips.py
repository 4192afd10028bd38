"""What stands on the slip of somebody who came to the counter: what is really pledged for their case."""

from dataclasses import replace
from typing import Any

import pytest

from core.people.intake import Intake
from core.petitions.model import KINDS, Kind
from core.shared.actions import Action, ActionCode
from tests.group_rig import LIU, Group, a_group

pytestmark = pytest.mark.unit


@pytest.fixture
async def group() -> Group:
    return await a_group()


async def slip_for(group: Group, chat: dict[str, Any], user: int, kind: str, text: str) -> list[str]:
    """The lines of the slip for what is filed in a group."""
    who, core = {"id": user, "is_bot": False, "first_name": "刘敏"}, group.rig.core
    typed = f"/intake 类别：{kind}\n姓名：王大爷\n电话：无\n房号：无\n内容：{text}"
    message = {"message_id": 9_001, "date": 0, "chat": chat, "from": who, "text": typed}
    message["entities"] = [{"type": "bot_command", "offset": 0, "length": 7}]
    await group.rig.handle({"message": message})
    form = await core.use.people.intakes.get(user)
    assert form is not None
    form.said |= {"phone": "", "room": ""}
    await core.use.people.intakes.put(user, form)
    data = ActionCode(Action.INTAKE, f"{form.id}.f").pack()
    shown = {"message_id": group.rig.session.ids, "date": 1, "chat": chat, "text": "?"}
    press = {"id": "c9", "from": who, "chat_instance": "i", "data": data, "message": shown}
    await group.rig.handle({"callback_query": press})
    return [*core.slips.made[-1].lines]


async def test_days_where_days_are_pledged(group: Group) -> None:
    lines = await slip_for(group, group.chat, LIU, "投诉", "楼道灯坏了")
    assert "我们自己的承诺" in lines[1]
    assert "小时" not in lines[1]


async def test_hours_for_what_cannot_wait(group: Group) -> None:
    lines = await slip_for(group, group.chat, LIU, "求助", "楼上着火了")
    assert "按小时算" in lines[1]


async def test_only_the_law_where_a_street_takes_it(group: Group) -> None:
    street = {**group.chat, "id": group.rig.core.other_desk.chat_id}
    group.rig.session.members.add((group.rig.core.other_desk.chat_id, LIU))
    lines = await slip_for(group, street, LIU, "投诉", "楼道灯坏了")
    assert "法律规定" in lines[1]
    assert not [line for line in lines if "承诺" in line]


async def test_a_button_chooses_no_kind_that_is_not_for_the_counter(group: Group) -> None:
    who, core = {"id": LIU, "is_bot": False, "first_name": "刘敏"}, group.rig.core
    form = Intake(id="f1", chat_id=core.desk.chat_id, code="WXYZ-2345-6789")
    await core.use.people.intakes.put(LIU, form)
    shown = {"message_id": group.rig.session.ids, "date": 1, "chat": group.chat, "text": "?"}
    chosen: dict[Kind, Kind | None] = {}
    for kind in Kind:
        await core.use.people.intakes.put(LIU, replace(form))
        data = ActionCode(Action.INTAKE, f"f1.k{kind}").pack()
        press = {"id": f"c-{kind}", "from": who, "chat_instance": "i", "data": data, "message": shown}
        await group.rig.handle({"callback_query": press})
        kept = await core.use.people.intakes.get(LIU)
        chosen[kind] = kept.kind if kept else None
    assert chosen == {kind: kind if KINDS[kind].walk_in else None for kind in Kind}
