"""Groups that have put us out, and groups that nobody has bound."""

import pytest

from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority, RowState
from tests.delivery_rig import PERSON, Rig
from tests.factories.cases import an_item
from tests.telegram_double import RecordingTelegram, Wrong

pytestmark = pytest.mark.unit
GUEST = ChatId(-1_009_000_000_002)
KICKED = Wrong(code=403, description="Forbidden: bot was kicked from the supergroup chat")


def leaving() -> OutboxItem:
    spec = MessageSpec("guest-farewell")
    return OutboxItem(dedupe="leave:1", operation=Operation.LEAVE, chat_id=GUEST, priority=Priority.BRIEF, spec=spec)


async def test_a_group_that_nobody_bound_is_left_with_a_word(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.put(leaving())
    await rig.deliver()

    assert [call.method for call in telegram.calls] == ["sendMessage", "leaveChat"]
    assert rig.states == [RowState.SENT]


async def test_a_group_that_has_been_bound_meanwhile_is_stayed_in(rig: Rig, telegram: RecordingTelegram) -> None:
    await rig.case(GUEST)
    await rig.put(leaving())
    await rig.deliver()

    assert (telegram.calls, rig.states) == ([], [RowState.SENT])


@pytest.mark.parametrize("error", [KICKED, Wrong(description="Bad Request: not enough rights to send text messages")])
async def test_where_we_may_not_speak_we_go_without_a_word(rig: Rig, telegram: RecordingTelegram, error: Wrong) -> None:
    telegram.goes_wrong("sendMessage", error)
    await rig.put(leaving())
    await rig.deliver()

    assert [call.method for call in telegram.calls] == ["leaveChat"]


async def test_who_is_out_already_needs_not_leave(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("leaveChat", KICKED)
    await rig.put(leaving())
    await rig.deliver()

    assert rig.states == [RowState.SENT]


@pytest.mark.parametrize("method", ["sendMessage", "leaveChat"])
async def test_a_group_that_has_become_another_is_left_in_peace(
    rig: Rig, telegram: RecordingTelegram, method: str
) -> None:
    """The supergroup it became has told us of itself, and has a row of its own."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    telegram.goes_wrong(method, Wrong(description=description, parameters={"migrate_to_chat_id": -1_009_000_000_003}))
    await rig.put(leaving())
    await rig.deliver()

    assert rig.states == [RowState.SENT]


@pytest.mark.parametrize(
    "error",
    [
        KICKED,
        Wrong(description="Bad Request: chat not found"),
        Wrong(description="Bad Request: need administrator rights in the channel chat"),
        Wrong(description="Bad Request: not enough rights to send text messages to the chat"),
    ],
)
async def test_a_group_that_refuses_us_is_told_of_and_its_message_waits(
    rig: Rig, telegram: RecordingTelegram, error: Wrong
) -> None:
    telegram.goes_wrong("sendMessage", error)
    await rig.put(an_item(GUEST))
    await rig.deliver()

    assert rig.put_out == [(GUEST, 1)]
    assert rig.states == [RowState.PENDING]


async def test_a_person_who_refuses_us_is_no_group(rig: Rig, telegram: RecordingTelegram) -> None:
    telegram.goes_wrong("sendMessage", Wrong(code=403, description="Forbidden: bot was blocked by the user"))
    await rig.put(an_item(PERSON))
    await rig.deliver()

    assert rig.put_out == []
