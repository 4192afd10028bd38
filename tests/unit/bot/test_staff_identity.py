"""Looking at who filed a case: for a reason, by the presser alone, written down; and the committee's log of it."""

from dataclasses import replace
from typing import Any

import pytest

from core.people.model import Level, Purpose
from core.people.roster import PHONE_PURPOSE
from core.petitions.model import Petition
from core.privacy.model import LOOKED
from core.shared.actions import Action, ActionCode
from core.shared.ids import RosterId
from tests.factories.cases import a_roster_entry, a_staff_chat
from tests.group_rig import Group, a_group

pytestmark = pytest.mark.unit
PHONE = "13812345678"


async def on_the_roster(group: Group) -> None:
    core = group.rig.core
    entry = replace(
        a_roster_entry(core.unit, id=RosterId("r1"), name="王秀英", building="3号楼", room="501"),
        phone_cipher=core.secrets.seal(PHONE),
        phone_hash=core.secrets.keyed_hash(PHONE_PURPOSE, PHONE),
        resident_id=core.wang.resident_id,
    )
    core.tables.roster[entry.id] = entry


async def press(group: Group, data: str, chat: dict[str, Any] | None = None) -> None:
    message = {"message_id": 900, "date": 1_760_000_000, "chat": chat or group.chat}
    who = {"id": 7001, "is_bot": False, "first_name": "刘敏"}
    callback = {"id": data, "from": who, "chat_instance": "i", "data": data, "message": message}
    await group.rig.handle({"callback_query": callback})


def looks(group: Group) -> list[tuple[str, str, str]]:
    return [(row.actor, row.subject, row.detail) for row in group.rig.core.tables.audit if row.action == LOOKED]


def case(group: Group) -> Petition:
    return group.rig.core.case(group.case_id)


def alert(group: Group) -> str:
    return str(group.rig.session.answers[-1])


async def test_the_reason_is_asked_first_and_the_presser_alone_is_told() -> None:
    group = await a_group()
    await on_the_roster(group)
    await group.says("/identity", **group.topic())
    assert case(group).number in group.told
    assert looks(group) == []

    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.call").pack())

    assert looks(group) == [("7001", group.case_id, "call 刘敏")]
    assert all(part in alert(group) for part in ("王秀英", PHONE, "3号楼 501"))
    assert PHONE not in group.told


@pytest.mark.parametrize("how", ["answer", "number", "button"])
async def test_it_is_aimed_at_a_case_like_every_command(how: str) -> None:
    group = await a_group()
    if how == "answer":
        await group.says("/identity", **group.answering(500))
    elif how == "number":
        await group.says(f"/identity {case(group).number}")
    else:
        await press(group, ActionCode(Action.ASK_IDENTITY, group.case_id).pack())

    assert "🔒" in group.told
    await group.says("/identity 999")
    assert "🔒" not in group.told


async def test_of_an_anonymous_case_and_of_another_desks_nothing_is_told() -> None:
    group = await a_group()
    core = group.rig.core
    core.at_stage(group.case_id, resident_id=None)
    await group.says("/identity", **group.topic())
    assert "🔒" not in group.told
    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.call").pack())
    core.at_stage(group.case_id, resident_id=core.wang.resident_id)
    for forged in (f"{group.case_id}.why", f"{group.case_id}", "x.call"):
        await press(group, ActionCode(Action.IDENTITY, forged).pack())
    core.tables.cards.clear()
    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.call").pack())

    assert looks(group) == []
    assert not any("王秀英" in text for text in group.rig.session.answers)


async def test_who_keeps_out_of_a_case_learns_nothing_of_its_author() -> None:
    group = await a_group()
    await group.rig.core.use.flow.recuse(group.rig.core.liu, group.case_id)
    await group.says("/identity", **group.topic())
    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.call").pack())

    assert looks(group) == []
    assert "🔒" not in group.told


async def test_above_the_community_the_look_also_tells_what_the_card_hides() -> None:
    group = await a_group()
    core = group.rig.core
    core.tables.units[core.unit.id] = replace(core.unit, level=Level.STREET)
    core.at_stage(group.case_id, text=f"找我：{PHONE}" + "很长" * 200)
    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.visit").pack())

    assert PHONE in alert(group)
    assert len(alert(group)) <= 200
    assert looks(group) == [("7001", group.case_id, "visit 刘敏")]


async def committee(group: Group) -> dict[str, Any]:
    core = group.rig.core
    chat = replace(a_staff_chat(core.unit), purposes=frozenset({Purpose.SUPERVISION}))
    core.tables.staff_chats[chat.chat_id] = chat
    group.rig.session.members.add((chat.chat_id, 7001))
    return {"id": chat.chat_id, "type": "supergroup", "title": "监督"}


async def test_the_committee_reads_who_looked_and_nobody_else_does() -> None:
    group = await a_group()
    there = await committee(group)
    await group.says("/audit", chat=there)
    assert "没有这样的查看记录" in group.told
    for _ in range(12):
        await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.check").pack())
    await group.says("/audit", chat=there)

    assert group.told.count(case(group).number) == 10
    assert "刘敏" in group.told
    assert "王秀英" not in group.told
    assert "楼道灯坏了" not in group.told
    await press(group, ActionCode(Action.LOOKS, "刘敏", 1).pack(), there)
    assert group.rig.session.messages[there["id"], 900]["text"].count(case(group).number) == 2
    await group.says("/audit", chat=group.chat)
    assert case(group).number not in group.told


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("刘敏", 1),
        ("陈杰", 0),
        ("2025-01", 0),
        ("XF-2026-000001", 1),
        ("１ 刘敏", 1),
        ("2026-13", 0),
        ("77", 0),
    ],
)
async def test_the_log_is_filtered_by_case_month_and_person(typed: str, found: int) -> None:
    group = await a_group()
    there = await committee(group)
    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.help").pack())
    await group.says(f"/audit {typed}", chat=there)

    assert group.told.count("有人有危险") == found


async def test_a_committee_of_another_community_reads_nothing_of_it() -> None:
    group = await a_group()
    there = await committee(group)
    core = group.rig.core
    await press(group, ActionCode(Action.IDENTITY, f"{group.case_id}.call").pack())
    chat = core.tables.staff_chats[there["id"]]
    other = replace(core.unit, id="u-other", invite="other")
    core.tables.units[other.id] = other
    core.tables.staff_chats[chat.chat_id] = replace(chat, unit_id=other.id)
    await group.says("/audit", chat=there)

    assert case(group).number not in group.told
