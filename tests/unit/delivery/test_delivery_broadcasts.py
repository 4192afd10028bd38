"""What goes to many keeps nobody waiting who is waited for; the staff see how far it is, and can hold it."""

import asyncio
from dataclasses import replace

import pytest

from core.broadcast.model import CampaignState
from core.shared.ids import CampaignId, ChatId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority, RowState
from delivery.errand import BROADCASTS
from tests.delivery_rig import PERSON, Rig, until
from tests.factories.broadcast import a_campaign
from tests.factories.cases import a_staff_chat, a_unit, an_item
from tests.telegram_double import RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
CAMPAIGN = CampaignId("campaign")
DESK = ChatId(-1001)


async def under_way(rig: Rig, people: int = 0) -> None:
    unit = a_unit()
    async with rig.database.transaction() as tables:
        tables.units[unit.id] = unit
        tables.staff_chats[DESK] = a_staff_chat(unit, chat_id=DESK)
        tables.campaigns[CAMPAIGN] = a_campaign(unit, id=CAMPAIGN, state=CampaignState.SENDING)
    await rig.put(*(to_one_of_many(n) for n in range(people)))


def to_one_of_many(number: int) -> OutboxItem:
    spec = MessageSpec("say", {"text": f"大家好{number}"})
    return an_item(PERSON + number, spec=spec, priority=Priority.BROADCAST, campaign_id=CAMPAIGN)


def a_drawing() -> OutboxItem:
    return an_item(DESK, operation=Operation.PROGRESS, priority=Priority.EDIT, spec=None, campaign_id=CAMPAIGN)


async def test_whoever_waits_for_an_answer_gets_it_while_a_broadcast_hangs(
    rig: Rig, telegram: RecordingTelegram
) -> None:
    await under_way(rig, people=40)
    telegram.hold, held = asyncio.Event(), [PERSON + n for n in range(40)]
    telegram.held_chats = set(held)
    async with asyncio.timeout(10), rig.running():
        await until(lambda: telegram.waiting == BROADCASTS)
        await rig.put(an_item(5, spec=MessageSpec("answer")), an_item(6, spec=MessageSpec("answer")))
        rig.worker.wake.set()
        await until(lambda: [call.said for call in telegram.calls] == ["answer"] * 2)
        telegram.hold.set()
        await until(lambda: len(telegram.calls) == 42)
    assert rig.states == [RowState.SENT] * 42


async def test_what_is_paused_stops_but_for_what_is_on_its_way(rig: Rig, telegram: RecordingTelegram) -> None:
    await under_way(rig, people=10)
    telegram.hold, telegram.held_chats = asyncio.Event(), {PERSON + n for n in range(10)}
    async with asyncio.timeout(10), rig.running():
        await until(lambda: telegram.waiting == BROADCASTS)
        await turned(rig, RowState.PENDING, RowState.PAUSED)
        telegram.hold.set()
        await until(lambda: not any(row.lease_until for row in rig.rows if row.state is RowState.PAUSED))
        assert [row.state for row in rig.rows].count(RowState.SENT) == BROADCASTS
        await turned(rig, RowState.PAUSED, RowState.PENDING)
        rig.worker.wake.set()
        await until(lambda: len(telegram.calls) == 10)
    assert {call.said for call in telegram.calls} == {f"say 大家好{n}" for n in range(10)}


async def turned(rig: Rig, before: RowState, after: RowState) -> None:
    async with rig.database.transaction() as tables:
        for row in list(tables.outbox.values()):
            if row.state is before:
                tables.outbox[row.id] = replace(row, state=after)


async def test_progress_is_one_message_that_is_edited(rig: Rig, telegram: RecordingTelegram) -> None:
    await under_way(rig)
    await rig.put(a_drawing())
    await rig.deliver()
    placed = rig.database.committed.campaigns[CAMPAIGN]
    assert (placed.chat_id, placed.message_id is not None) == (DESK, True)
    await rig.put(a_drawing())
    await rig.deliver()
    assert [call.method for call in telegram.calls] == ["sendMessage", "editMessageText"]
    assert telegram.calls[1].params["message_id"] == placed.message_id
    assert "campaign" in telegram.calls[1].said


@pytest.mark.parametrize(
    ("description", "methods"),
    [
        ("Bad Request: message to edit not found", ["sendMessage", "sendMessage"]),
        ("Bad Request: message is not modified", ["sendMessage"]),
    ],
)
async def test_progress_that_was_deleted_is_shown_anew(
    rig: Rig, telegram: RecordingTelegram, description: str, methods: list[str]
) -> None:
    await under_way(rig)
    await rig.put(a_drawing())
    await rig.deliver()
    first = rig.database.committed.campaigns[CAMPAIGN].message_id
    telegram.goes_wrong("editMessageText", Wrong(code=400, description=description))
    await rig.put(a_drawing())
    await rig.deliver()
    assert [call.method for call in telegram.calls] == methods
    assert (rig.database.committed.campaigns[CAMPAIGN].message_id != first) is (len(methods) == 2)
    assert rig.states == [RowState.SENT] * 2


async def test_progress_of_nothing_is_nothing(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(a_drawing())
    await rig.deliver()
    assert telegram.calls == []
    assert rig.states == [RowState.SENT]
