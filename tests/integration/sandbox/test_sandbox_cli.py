import asyncio
import json
import signal
import sys
import time
from pathlib import Path

import pytest

from sandbox.__main__ import parse_args
from tests.sandbox_client import ROOT, running_sandbox

pytestmark = pytest.mark.integration


async def test_process_says_when_it_is_ready() -> None:
    async with running_sandbox() as box:
        assert (await box.bot("getMe"))["result"]["username"] == "linli_demo_bot"


async def test_empty_world_and_own_token() -> None:
    async with running_sandbox(world="empty", token="123456:sandbox") as box:  # noqa: S106 - a made-up token
        world = await box.world()
        assert (world["users"], world["chats"]) == ([], [])
        assert (await box.bot("getMe"))["result"]["id"] == 123456


async def test_world_from_a_file(tmp_path: Path) -> None:
    described = {
        "token": "5:x",
        "bot": {"id": 5, "first_name": "B", "username": "b_bot"},
        "users": [{"id": 6, "first_name": "A", "slug": "a"}],
        "chats": [{"title": "G", "type": "group", "members": ["a"], "bot": "member"}],
    }
    path = tmp_path / "world.json"
    path.write_text(json.dumps(described))
    async with running_sandbox(world=path, limits=False) as box:
        world = await box.world()
        assert [chat["type"] for chat in world["chats"]] == ["group"]
        assert (await box.settings())["limits"] is False


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "", "../zone"])
def test_a_time_zone_that_is_none_is_refused(zone: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_args(["--timezone", zone])
    assert "--timezone" in capsys.readouterr().err


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
async def test_signal_ends_it_at_once_even_with_a_poll_and_a_stream_open(
    tmp_path: Path, signum: signal.Signals
) -> None:
    ready = tmp_path / "ready.json"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", "--ready-file", str(ready), cwd=ROOT, stdout=-1
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode().strip()
    told = json.loads(ready.read_text())
    assert line == told["url"] + "/"
    _, port = told["url"].rsplit(":", 1)
    reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
    writer.write(f"GET /bot{told['token']}/getUpdates?timeout=50 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    stream_reader, stream_writer = await asyncio.open_connection("127.0.0.1", int(port))
    stream_writer.write(b"GET /sandbox/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    await stream_reader.readuntil(b"retry: ")
    began = time.monotonic()
    process.send_signal(signum)

    async with asyncio.timeout(10):
        assert await process.wait() == 0
    assert time.monotonic() - began < 5
    assert b'"result": []' in await reader.read()
    for each in (writer, stream_writer):
        each.close()
