"""What the inbox does about trouble that lasts, and at the end of the process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.raw import inbox_row
from core.shared.errors import StorageError
from tests.inbox_rig import Rig, update

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("waits")]


async def test_what_was_written_down_by_a_commit_nobody_heard_of_is_handled_in_its_place(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks at COMMIT; Telegram sends the update again, with one that came meanwhile."""
    put = rig.inbox.put

    async def unheard(rows: Any) -> Any:
        await put(rows)
        raise StorageError("storage-failed")

    monkeypatch.setattr(rig.inbox, "put", unheard)
    with pytest.raises(StorageError):
        await rig.runner.accept([update(1)])
    monkeypatch.setattr(rig.inbox, "put", put)
    await rig.take(update(1), update(2))

    assert rig.handled == [1, 2]


async def test_what_nobody_announced_is_found(rig: Rig) -> None:
    looking = rig.nursery.start(rig.runner.look_after(), name="looking")
    await asyncio.sleep(0)
    await rig.inbox.put([inbox_row(update(1))])
    async with asyncio.timeout(10):
        while not rig.handled:  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0)
    looking.cancel()

    assert rig.handled == [1]


async def test_what_is_anothers_is_passed_on_and_not_touched(rig: Rig) -> None:
    rig.turns.elsewhere = {"c6"}
    await rig.take(update(1), update(2, chat=6))
    await rig.runner.resume()

    assert rig.handled == [1]
    assert rig.turns.passed_on == ["c6"]
    assert rig.unfinished == [2]


async def test_what_another_process_has_finished_leaves_no_trace_here(rig: Rig) -> None:
    async def too_late(payload: dict[str, Any]) -> None:
        await rig.state.put({"~window": "mine", "step": "mine"})
        await rig.inbox.finish(payload["update_id"], {"step": "theirs"})

    rig.handle = too_late
    await rig.take(update(1))

    assert await rig.state.get("~window") is None
    assert await rig.state.get("step") == "theirs"


async def test_what_was_finished_by_a_commit_nobody_heard_of_is_not_handled_again(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Handled again, the text would be taken for the answer to the next question."""
    finish, troubles = rig.inbox.finish, [StorageError("storage-failed")]

    async def unheard(update_id: int, writes: Any) -> bool:
        done = await finish(update_id, writes)
        if troubles:
            raise troubles.pop()
        return done

    async def answer(_: dict[str, Any]) -> None:
        await rig.state.put({"~window": "next", "step": str(len(rig.handled))})

    rig.handle = answer
    monkeypatch.setattr(rig.inbox, "finish", unheard)
    await rig.take(update(1), update(2))

    assert rig.handled == [1, 2]
    assert await rig.state.get("step") == "1"
    assert await rig.state.get("~window") == "next"


async def test_what_becomes_anothers_meanwhile_is_left_to_it(rig: Rig) -> None:
    async def lose(_: dict[str, Any]) -> None:
        rig.turns.elsewhere = {"c5"}

    rig.handle = lose
    await rig.take(update(1), update(2), update(3))

    assert rig.handled == [1]
    assert rig.unfinished == [2, 3]

    rig.handle = None
    rig.turns.elsewhere = set()
    await rig.runner.resume()
    async with asyncio.timeout(10):
        await rig.runner.idle.wait()
    assert rig.handled == [1, 2, 3]


async def test_nobody_is_told_of_an_incident_that_another_process_had_none_of(rig: Rig) -> None:
    """The number would lead to nothing: there is no row set aside."""

    async def overtaken(payload: dict[str, Any]) -> None:
        await rig.inbox.finish(payload["update_id"], {})
        raise RuntimeError("bug")

    rig.handle = overtaken
    await rig.take(update(1))

    assert rig.told == []
    assert await rig.inbox.parked() == []


async def test_poison_that_cannot_be_set_aside_now_is_set_aside_later(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    park = rig.inbox.park

    async def chokes(payload: dict[str, Any]) -> None:
        if payload["update_id"] == 1:
            raise RuntimeError("bug")

    async def fails_twice(*given: Any, **named: Any) -> bool:
        if len(waits) < 2:
            raise StorageError("storage-failed")
        return await park(*given, **named)

    rig.handle = chokes
    monkeypatch.setattr(rig.inbox, "park", fails_twice)
    await rig.take(update(1), update(2))

    assert rig.handled == [2]
    assert waits == [0.5, 1.0]
    assert [number for number, _ in rig.told] == [1]


async def test_a_turn_that_is_lost_is_asked_for_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    hold, lost = rig.turns.hold, [1]

    @asynccontextmanager
    async def loses_once(order_key: str) -> AsyncIterator[None]:
        async with hold(order_key):
            if lost:
                lost.pop()
                raise StorageError("storage-failed")
            yield

    monkeypatch.setattr(rig.turns, "hold", loses_once)
    await rig.take(update(1), update(2))

    assert rig.handled == [1, 2]


async def test_stopping_ends_what_is_at_work_and_begins_nothing_new(rig: Rig) -> None:
    inside, release = asyncio.Event(), asyncio.Event()

    async def slowly(payload: dict[str, Any]) -> None:
        inside.set()
        await release.wait()

    rig.handle = slowly
    await rig.runner.accept([update(1), update(2), update(3, chat=6)])
    await inside.wait()
    stopping = rig.nursery.start(rig.runner.stop(patience=5), name="stop")
    for _ in range(5):
        await asyncio.sleep(0)
    assert not stopping.done()
    release.set()
    await stopping

    assert set(rig.handled) <= {1, 3}
    assert 1 in rig.handled
    assert set(rig.unfinished) == {1, 2, 3} - set(rig.handled)


async def test_stopping_does_not_wait_for_ever(rig: Rig) -> None:
    inside = asyncio.Event()

    async def stuck(payload: dict[str, Any]) -> None:
        inside.set()
        await asyncio.Event().wait()

    rig.handle = stuck
    await rig.runner.accept([update(1)])
    await inside.wait()
    async with asyncio.timeout(5):
        await rig.runner.stop(patience=0.01)

    assert rig.unfinished == [1]


async def test_the_log_names_what_caused_the_trouble_by_its_kind(
    rig: Rig, caplog: pytest.LogCaptureFixture, waits: list[float]
) -> None:
    async def fails_once(_: dict[str, Any]) -> None:
        if not waits:
            raise StorageError("storage-failed") from OSError("秘密")

    rig.handle = fails_once
    await rig.take(update(1))

    assert "waits: StorageError from OSError" in caplog.text
    assert "秘密" not in caplog.text
