"""The rota in the desk's group, before the production dispatcher."""

from typing import Any

import pytest

from core.shared.actions import Action, ActionCode
from core.shared.ids import TelegramUserId
from tests.dialog_rig import DATE
from tests.group_rig import LIU, Group, a_group

pytestmark = pytest.mark.unit
CHEN = 7002


async def commands(group: Group, text: str, user: int = LIU, name: str = "刘敏", **more: Any) -> str:
    head = text.split(" ", maxsplit=1)[0]
    entities = [{"type": "bot_command", "offset": 0, "length": len(head)}, *more.pop("entities", [])]
    await group.says(text, user=user, name=name, entities=entities, **more)
    return group.told


async def presses(group: Group, code: ActionCode, user: int = LIU) -> None:
    message = {"message_id": 600, "date": DATE, "chat": group.chat, "text": "?"}
    who = {"id": user, "is_bot": False, "first_name": "刘敏" if user == LIU else "陈杰"}
    callback = {"id": "d1", "from": who, "chat_instance": "i", "data": code.pack(), "message": message}
    await group.rig.handle({"callback_query": callback})


async def test_whoever_acts_is_known_and_can_be_put_on_duty() -> None:
    group = await a_group()
    assert "没有人" in await commands(group, "/duty", user=CHEN, name="陈杰")
    assert "已经排好 2 天" in await commands(group, "/duty 周一到周二 陈杰")
    assert "<b>今天值班</b>：陈杰" in group.told
    await presses(group, ActionCode(Action.ROTA, f"t.w1.{LIU}"))
    rows = group.rig.core.tables.duty_slots
    assert list(rows.values()) == [(CHEN, LIU), (CHEN,)]


async def test_a_person_without_user_name_is_mentioned() -> None:
    group = await a_group()
    await commands(group, "/duty", user=CHEN, name="陈杰")
    who = {"id": CHEN, "is_bot": False, "first_name": "陈"}
    mention = {"type": "text_mention", "offset": 9, "length": 2, "user": who}
    await commands(group, "/duty 周一 老陈", entities=[mention])
    assert list(group.rig.core.tables.duty_slots.values()) == [(TelegramUserId(CHEN),)]


@pytest.mark.parametrize("subject", ["s.x", "t.w9.7001", "t.w1.x", "t.2026-13-01.7001", "e.", "zz", ""])
async def test_a_forged_button_sets_nothing(subject: str) -> None:
    group = await a_group()
    await commands(group, "/duty")
    await presses(group, ActionCode(Action.ROTA, subject))
    assert group.rig.core.tables.duty_slots == {}


async def test_an_import_without_a_sheet_says_what_to_send() -> None:
    group = await a_group()
    assert "/duty import" in await commands(group, "/duty import")


async def test_days_off_are_listed_and_taken_back() -> None:
    group = await a_group()
    assert "没有记下休假" in await commands(group, "/away")
    assert "12月1日" in await commands(group, "/away 12月1日到12月5日")
    assert "12月5日" in await commands(group, "/away")
    away = next(iter(group.rig.core.tables.aways))
    await presses(group, ActionCode(Action.COME_BACK, away), user=CHEN)
    assert list(group.rig.core.tables.aways) == [away]
    await presses(group, ActionCode(Action.COME_BACK, away))
    assert group.rig.core.tables.aways == {}


async def test_swap_alone_says_how() -> None:
    group = await a_group()
    assert "/swap 12月3日" in await commands(group, "/swap")
