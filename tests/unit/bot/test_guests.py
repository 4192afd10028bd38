"""Groups of strangers: whoever brings us there again and again keeps nobody else waiting."""

from typing import Any

import pytest
from aiogram.types import ChatMemberAdministrator

from core.people.guests import STAY
from core.shared.outbox import Operation, RowState
from core.shared.tries import NEWCOMINGS
from tests.dialog_rig import DATE, DialogRig

pytestmark = pytest.mark.unit

ME = {"id": 42, "is_bot": True, "first_name": "邻里"}
STRANGER = {"id": 6001, "is_bot": False, "first_name": "陌生人", "language_code": "zh-hans"}
FIRST = -1_009_000_000_100


def member(status: str) -> dict[str, Any]:
    rights = {name: False for name in ChatMemberAdministrator.model_fields if name.startswith(("can_", "is_"))}
    return {"status": status, "user": ME, **(rights if status == "administrator" else {})}


async def becomes(rig: DialogRig, chat: int, old: str, new: str) -> None:
    both = {"old_chat_member": member(old), "new_chat_member": member(new)}
    group = {"id": chat, "type": "supergroup", "title": "别处"}
    await rig.handle({"my_chat_member": {"chat": group, "from": STRANGER, "date": DATE, **both}})


@pytest.mark.timeout(10)
async def test_whoever_brings_us_in_and_out_again_and_again_makes_nobody_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While we wait to hear what a group has become, one of four places at which people are handled is taken."""
    rig = DialogRig()
    monkeypatch.setattr("bot.handlers.groups.MIGRATION", 0)
    for number in range(NEWCOMINGS.count):
        await becomes(rig, FIRST - number, "left", "member")
    told = len(rig.session.messages)
    assert told == NEWCOMINGS.count
    monkeypatch.setattr("bot.handlers.groups.MIGRATION", 600)

    await becomes(rig, FIRST, "member", "administrator")
    await becomes(rig, FIRST - NEWCOMINGS.count, "left", "member")

    assert len(rig.session.messages) == told
    leaving = [row for row in rig.core.tables.outbox.values() if row.item.operation is Operation.LEAVE]
    assert len(leaving) == NEWCOMINGS.count + 1, "it is left in an hour all the same"


async def test_put_out_and_brought_back_the_hour_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    rig = DialogRig()
    monkeypatch.setattr("bot.handlers.groups.MIGRATION", 0)
    await becomes(rig, FIRST, "left", "member")
    await becomes(rig, FIRST - 1, "left", "member")
    rig.core.elapsed.pass_by(3_000)
    await becomes(rig, FIRST, "member", "left")
    await becomes(rig, FIRST, "left", "member")

    now = rig.core.elapsed.seconds()
    rows = [row for row in rig.core.tables.outbox.values() if row.item.operation is Operation.LEAVE]
    due = {row.item.chat_id: row.not_before - now for row in rows if row.state is RowState.PENDING}
    assert [row.state for row in rows].count(RowState.PENDING) == len(due)
    assert due == {FIRST: STAY, FIRST - 1: STAY - 3_000}


@pytest.mark.parametrize("words", ["", "/help", "/bind"])
async def test_a_group_that_lets_us_say_nothing_is_no_incident(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else any stranger could have the operators told of one after the other."""
    rig = DialogRig()
    monkeypatch.setattr("bot.handlers.groups.MIGRATION", 0)
    rig.session.refuse["sendMessage"] = "not enough rights to send text messages to the chat"
    if words:
        group = {"id": FIRST, "type": "supergroup", "title": "别处"}
        await rig.handle({"message": {"message_id": 5, "date": DATE, "chat": group, "from": STRANGER, "text": words}})
    else:
        await becomes(rig, FIRST, "left", "member")

    assert rig.session.refuse == {}
