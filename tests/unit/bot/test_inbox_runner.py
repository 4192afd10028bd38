"""Order within a conversation, several conversations at a time, and what goes wrong on the way."""

import asyncio
import json
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import GetMe

from bot.inbox import CONCURRENCY, MAX_TRIES
from bot.raw import inbox_row
from core.shared.errors import NotFoundError, StorageError
from tests.inbox_rig import Rig, update

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("waits")]


async def test_updates_of_one_conversation_are_handled_in_order(rig: Rig) -> None:
    begun: list[int] = []

    async def slowly(payload: dict[str, Any]) -> None:
        begun.append(payload["update_id"])
        assert begun[:-1] == rig.handled
        for _ in range(10 - payload["update_id"]):
            await asyncio.sleep(0)

    rig.handle = slowly
    await rig.take(*[update(n) for n in range(1, 6)])

    assert rig.handled == [1, 2, 3, 4, 5]
    assert rig.unfinished == []


async def test_conversations_do_not_wait_for_each_other_up_to_four_at_a_time(rig: Rig) -> None:
    release, inside, most = asyncio.Event(), 0, 0

    async def block(payload: dict[str, Any]) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        if most == CONCURRENCY:
            release.set()
        await release.wait()
        inside -= 1

    rig.handle = block
    await rig.take(*[update(n, chat=n) for n in range(1, 10)])

    assert most == CONCURRENCY
    assert sorted(rig.handled) == list(range(1, 10))


async def test_an_update_that_comes_twice_is_handled_once(rig: Rig) -> None:
    await rig.take(update(1), update(1))
    await rig.take(update(1), update(2))

    assert rig.handled == [1, 2]


async def test_dialog_state_is_written_with_the_row_and_not_before(rig: Rig) -> None:
    async def step(payload: dict[str, Any]) -> None:
        await rig.state.put({"step": str(payload["update_id"])})
        assert "step" not in rig.database.committed.state
        assert rig.unfinished == [1]

    rig.handle = step
    await rig.take(update(1))

    assert rig.database.committed.state == {"step": "1"}
    assert rig.unfinished == []


@pytest.mark.parametrize(
    "trouble",
    [
        StorageError("storage-failed"),
        TelegramNetworkError(GetMe(), "gone"),
        TimeoutError(),
        ConnectionError(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_passing_trouble_is_tried_again_from_the_same_beginning(
    rig: Rig, trouble: Exception, waits: list[float]
) -> None:
    seen: list[str | None] = []

    async def fails_twice(payload: dict[str, Any]) -> None:
        seen.append(await rig.state.get("step"))
        await rig.state.put({"step": "half done"})
        if len(seen) < 3:
            raise trouble

    rig.handle = fails_twice
    await rig.take(update(1), update(2))

    assert seen == [None, None, None, "half done"]
    assert rig.handled == [1, 2]
    assert waits == [0.5, 1.0]
    assert rig.told == []


async def test_telegram_is_given_the_time_it_asks_for(rig: Rig, waits: list[float]) -> None:
    async def once(payload: dict[str, Any]) -> None:
        if not waits:
            raise TelegramRetryAfter(GetMe(), "flood", 7)

    rig.handle = once
    await rig.take(update(1))

    assert waits == [7.1]
    assert rig.handled == [1]


async def test_while_one_waits_the_others_have_its_place(rig: Rig) -> None:
    """Four conversations in trouble must not stop the fifth."""
    fifth = asyncio.Event()

    async def stuck(payload: dict[str, Any]) -> None:
        if payload["update_id"] == 5:
            fifth.set()
        elif not fifth.is_set():
            raise StorageError("storage-failed")

    rig.handle = stuck
    await rig.take(*[update(n, chat=n) for n in range(1, 6)])

    assert sorted(rig.handled) == [1, 2, 3, 4, 5]
    assert rig.told == []


@pytest.mark.parametrize("poison", [RuntimeError("bug"), NotFoundError("case-unknown"), KeyError("x")], ids=repr)
async def test_poison_is_set_aside_told_and_the_conversation_goes_on(
    rig: Rig, poison: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    async def chokes(payload: dict[str, Any]) -> None:
        await rig.state.put({"step": "half done"})
        if payload["update_id"] == 1:
            raise poison

    rig.handle = chokes
    await rig.take(update(1, text="秘密"), update(2))

    assert rig.handled == [2]
    assert rig.told == [(1, "AAAA-AAAB")]
    assert rig.database.committed.parked == {1: "AAAA-AAAB"}
    assert rig.unfinished == [1]
    assert "秘密" not in caplog.text
    assert "incident AAAA-AAAB" in caplog.text


async def test_trouble_that_never_passes_is_set_aside_in_the_end(rig: Rig, waits: list[float]) -> None:
    async def never(payload: dict[str, Any]) -> None:
        raise StorageError("storage-failed")

    rig.handle = never
    await rig.take(update(1))

    assert len(waits) == MAX_TRIES
    assert max(waits) == 60
    assert [number for number, _ in rig.told] == [1]


async def test_what_was_applied_before_a_stop_is_finished_and_not_handled_again(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def applied(update_id: int) -> bool:
        return update_id == 1

    monkeypatch.setattr(rig.inbox, "applied", applied)
    await rig.take(update(1), update(2))

    assert rig.handled == [2]
    assert await rig.inbox.pending() == []
    assert [record.getMessage() for record in caplog.records] == ["update 1 had been applied before; not handled again"]


async def test_what_lives_in_memory_outlives_a_row_that_could_not_be_finished_at_once(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    """State and mark are written elsewhere, then the database is away for a moment."""
    finish, marks = rig.inbox.finish, set()

    async def handle(_: dict[str, Any]) -> None:
        await rig.state.put({"~window": "case"})

    async def fails_once(update_id: int, writes: Any) -> bool:
        if not marks:
            marks.add(update_id)
            raise StorageError("storage-failed")
        return await finish(update_id, writes)

    async def applied(update_id: int) -> bool:
        return update_id in marks

    rig.handle = handle
    monkeypatch.setattr(rig.inbox, "finish", fails_once)
    monkeypatch.setattr(rig.inbox, "applied", applied)
    await rig.take(update(1))

    assert await rig.state.get("~window") == "case"
    assert len(waits) == 1


async def test_a_press_that_cannot_be_answered_stops_nothing(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    async def chokes(payload: dict[str, Any]) -> None:
        if payload["update_id"] == 1:
            raise RuntimeError("bug")

    async def gone(payload: dict[str, Any]) -> None:
        raise TelegramNetworkError(GetMe(), "gone")

    rig.handle, rig.tell = chokes, gone
    await rig.take(update(1), update(2))

    assert rig.handled == [2]
    assert rig.alarms == [1]
    assert [number for number, _ in rig.told] == [1]
    assert "could not be answered" in caplog.text


async def test_what_an_earlier_process_left_is_taken_up(rig: Rig) -> None:
    await rig.inbox.put([inbox_row(update(n)) for n in (1, 2, 3)])
    await rig.inbox.finish(1, {})
    await rig.inbox.park(2, incident="AAAA", payload="{}")

    assert await rig.runner.resume() == 1
    async with asyncio.timeout(10):
        await rig.runner.idle.wait()

    assert rig.handled == [3]


async def test_the_handler_sees_the_cleaned_text_and_the_row_keeps_the_original(rig: Rig) -> None:
    seen: list[str] = []

    async def look(payload: dict[str, Any]) -> None:
        seen.append(payload["message"]["text"])
        row = rig.database.committed.inbox[1]
        assert row is not None
        assert "\u2060" in row.payload

    rig.handle = look
    await rig.take(update(1, text="好\u2060"))

    assert seen == ["好"]


async def test_what_a_window_said_is_not_kept_with_the_press_that_failed(rig: Rig) -> None:
    async def fails(_payload: dict[str, Any]) -> None:
        raise ValueError

    rig.handle = fails
    window = {
        "message_id": 9,
        "date": 1,
        "chat": {"id": 5},
        "text": "KQ7T-M4WD",
        "reply_markup": {"inline_keyboard": []},
    }
    await rig.take({"update_id": 1, "callback_query": {"id": "c", "from": {"id": 5}, "data": "x", "message": window}})
    await rig.inbox.unpark(rig.told[0][1])

    (row,) = await rig.inbox.pending()
    press = json.loads(row.payload)["callback_query"]
    assert press == {
        "id": "c",
        "from": {"id": 5},
        "data": "x",
        "message": {"message_id": 9, "date": 1, "chat": {"id": 5}},
    }
