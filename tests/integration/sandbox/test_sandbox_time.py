"""Civil time is moved through the sandbox: dates follow, pace and patience do not, and the bot is told."""

import asyncio
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from sandbox.api import BotApi
from tests.sandbox_client import SandboxClient, SandboxRefusedError, running_sandbox

pytestmark = pytest.mark.integration

DAY = 86_400


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


async def test_dates_follow_and_come_back(started: SandboxClient) -> None:
    before = (await started.text("resident-wang", "今天"))["date"]
    moved = await started.move_time(days=3)
    later = (await started.text("resident-wang", "三天后"))["date"]
    await started.move_time(days=-3)
    again = (await started.text("resident-wang", "又是今天"))["date"]

    assert moved["shift_s"] == 3 * DAY
    assert 0 <= later - before - 3 * DAY < 60
    assert 0 <= again - before < 60
    assert (await started.time())["shift_s"] == 0
    assert (await started.world())["time"]["shift_s"] == 0


async def test_the_page_is_told(started: SandboxClient) -> None:
    last = (await started.world())["last_event"]
    await started.move_time(days=1)
    async for event in started.events("resident-wang", after=last):
        assert (event["event"], event["data"]["shift_s"]) == ("time", DAY)
        break


async def test_pace_and_patience_stay(api: BotApi, started: SandboxClient) -> None:
    before = api.world.clock.elapsed()
    await started.move_time(days=30)

    assert 0 <= api.world.clock.elapsed() - before < DAY


async def test_the_command_is_told_the_seconds_when_dates_have_moved(
    api: BotApi, started: SandboxClient, tmp_path: Path
) -> None:
    """What a bot says the moment it hears of it has the new date."""
    told, go_on = tmp_path / "told", tmp_path / "go_on"
    code = "import sys, time, pathlib as p; p.Path(sys.argv[1]).open('a').write(sys.argv[3] + ' ')"
    api.time_command = (
        *python(f"{code}\nwhile not p.Path(sys.argv[2]).exists(): time.sleep(0.01)"),
        str(told),
        str(go_on),
    )
    async with asyncio.TaskGroup() as group:
        moving = group.create_task(started.move_time(days=1))
        while not told.exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.01)
        assert not moving.done()
        assert (await started.time())["shift_s"] == DAY
        go_on.touch()
    await started.move_time(seconds=-60)

    assert told.read_text() == f"{DAY} -60 "


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (python("import sys; print('looking'); print('only a demo moves'); sys.exit(1)"), "only a demo moves"),
        (python("raise SystemExit(3)"), f"{sys.executable} ended with 3"),
        (("/no/such/command",), "/no/such/command: No such file or directory"),
    ],
)
async def test_where_the_command_fails_nothing_moves(
    api: BotApi, started: SandboxClient, command: tuple[str, ...], said: str
) -> None:
    api.time_command = command
    with pytest.raises(SandboxRefusedError) as refused:
        await started.move_time(days=1)

    assert (refused.value.status, refused.value.reason) == (409, said)
    assert (await started.time())["shift_s"] == 0


@pytest.mark.parametrize(("body", "status"), [({"shift_s": 3_661 * DAY}, 400), ({}, 400), ({"shift_s": "soon"}, 400)])
async def test_what_cannot_be_is_refused(started: SandboxClient, body: dict[str, Any], status: int) -> None:
    with pytest.raises(SandboxRefusedError) as refused:
        await started.call("POST", "time", body)

    assert refused.value.status == status
    assert (await started.time())["shift_s"] == 0


async def test_the_command_is_given_at_the_start(tmp_path: Path) -> None:
    command = shlex.join(python(f"import sys; open({str(tmp_path / 'told')!r}, 'w').write(sys.argv[1])"))
    async with running_sandbox("--time-command", command) as box:
        await box.move_time(days=7)

    assert (tmp_path / "told").read_text() == str(7 * DAY)
