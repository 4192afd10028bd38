"""Whom the service can reach: who writes, presses or takes the bot back, and not who has just blocked it."""

from dataclasses import replace

import pytest

from tests.dialog_rig import DATE, DialogRig, Person
from tests.fakes.world import START

pytestmark = pytest.mark.unit


async def becomes(rig: DialogRig, person: Person, status: str) -> None:
    """Let Telegram say that somebody has blocked the bot, or taken it back."""
    bot = {"id": 42, "is_bot": True, "first_name": "邻里"}
    until = {"until_date": 0} if status == "kicked" else {}
    change = {
        "chat": {"id": person.telegram_id, "type": "private", "first_name": person.name},
        "from": {"id": person.telegram_id, "is_bot": False, "first_name": person.name},
        "date": DATE,
        "old_chat_member": {"status": "left", "user": bot},
        "new_chat_member": {"status": status, "user": bot, **until},
    }
    await rig.handle({"my_chat_member": change})


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("left", False), ("member", True)])
async def test_to_block_is_not_to_be_reached(rig: DialogRig, wang: Person, status: str, reachable: bool) -> None:
    residents, known = rig.core.tables.residents, rig.core.wang.resident_id
    residents[known] = replace(residents[known], unreachable_since=START)

    await becomes(rig, wang, status)

    assert (rig.core.tables.residents[known].unreachable_since is None) == reachable


async def test_whoever_writes_again_is_reached(rig: DialogRig, wang: Person) -> None:
    residents, known = rig.core.tables.residents, rig.core.wang.resident_id
    residents[known] = replace(residents[known], unreachable_since=START)
    await becomes(rig, wang, "kicked")

    await wang.says("/start")

    assert rig.core.tables.residents[known].unreachable_since is None
