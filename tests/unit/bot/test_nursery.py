import asyncio
import logging

import pytest

from bot.config import ConfigError
from bot.nursery import Nursery

pytestmark = pytest.mark.unit


async def test_nursery_leaving_cancels_and_waits() -> None:
    put_away: list[str] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            put_away.append("done")

    async with Nursery() as nursery:
        task = nursery.start(work(), name="work")
        await asyncio.sleep(0)

    assert put_away == ["done"]
    assert task.cancelled()
    assert len(nursery) == 0


async def test_nursery_logs_a_failure_when_it_happens(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise RuntimeError("broken")

    async with Nursery() as nursery:
        task = nursery.start(fail(), name="mail")
        await asyncio.wait([task])
        await asyncio.sleep(0)

        assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
            (logging.ERROR, "background task failed: mail")
        ]


async def test_a_wrong_setting_is_said_by_whoever_waits_for_it(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise ConfigError("config-http-busy")

    async with Nursery() as nursery:
        task = nursery.start(fail(), name="updates")
        await asyncio.wait([task])
        await asyncio.sleep(0)

    assert caplog.records == []
    assert isinstance(task.exception(), ConfigError)


async def test_nursery_keeps_tasks_nobody_refers_to() -> None:
    seen = asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0)
        seen.set()

    async with Nursery() as nursery:
        nursery.launch(work(), name="work")
        assert len(nursery) == 1
        await seen.wait()
        await asyncio.sleep(0)

        assert len(nursery) == 0


async def test_nursery_closed_starts_nothing() -> None:
    async def work() -> None:
        pytest.fail("must not run")

    nursery = Nursery()
    await nursery.close()

    with pytest.raises(RuntimeError, match="nursery-closed"):
        nursery.launch(work(), name="late")


async def test_nursery_names_what_does_not_stop(caplog: pytest.LogCaptureFixture) -> None:
    release = asyncio.Event()

    async def stubborn() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await release.wait()

    nursery = Nursery(patience=0.01)
    task = nursery.start(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    await nursery.close()

    assert "background task does not stop: stubborn" in caplog.messages
    release.set()
    await task


async def test_what_has_to_go_on_is_begun_anew(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    ended = asyncio.Event()

    async def work() -> None:
        begun.append(len(begun))
        if len(begun) < 3:
            raise RuntimeError("broken")
        ended.set()

    monkeypatch.setattr("bot.nursery.ANEW", 0)
    async with Nursery() as nursery:
        nursery.keep_up(work, name="erasing")
        async with asyncio.timeout(5):
            await ended.wait()

    assert begun == [0, 1, 2]
    assert caplog.messages == ["background task begins anew: erasing"] * 2
