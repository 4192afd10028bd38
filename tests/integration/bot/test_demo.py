"""`linli demo` as a process: ready, ended in order, and clear about what went wrong."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

pytestmark = pytest.mark.integration

READY_WITHIN_S = 150


@asynccontextmanager
async def demo(folder: Path, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LINLI_")}
    environment |= {"LC_ALL": "C.UTF-8", "TMPDIR": str(folder), "LINLI_DATABASE_URL": "sqlite:///must/not/be/used"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-u", "-m", "bot", "demo", "--no-browser", *arguments),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(READY_WITHIN_S):
        async for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line.decode()):
                return found[0]
    raise AssertionError("the demo ended before it was ready")


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    async with asyncio.timeout(READY_WITHIN_S):
        printed, _ = await process.communicate()
    return process.returncode, printed.decode()


def children(process: asyncio.subprocess.Process) -> dict[str, int]:
    """Return the demo's processes by what they run."""
    found: dict[str, int] = {}
    pids = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    for pid in pids:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
        found["sandbox" if "sandbox" in words else "bot"] = int(pid)
    return found


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


async def news(http: aiohttp.ClientSession, reader: int) -> str:
    """Wait for the weekly digest to somebody who was subscribed from the start."""
    async with asyncio.timeout(120):
        while True:
            async with http.get(f"/sandbox/chats/{reader}/messages") as answer:
                found = [m["text"] for m in (await answer.json())["messages"] if "📬" in m.get("text", "")]
            if found:
                return str(found[0])
            await asyncio.sleep(0.2)


linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are found in /proc")


@linux_only
async def test_demo_serves_a_resident_and_ends_without_a_trace(tmp_path: Path) -> None:
    async with demo(tmp_path, "--port", "0") as process:
        url = await address(process)
        pids = children(process)
        async with aiohttp.ClientSession(url) as http:
            (await http.post("/sandbox/act", json={"user": "resident-smith", "do": "start"})).raise_for_status()
            (await http.post("/sandbox/idle", json={"timeout_ms": 20_000})).raise_for_status()
            (
                await http.post("/sandbox/time", json={"shift_s": 8 * 86_400})
            ).raise_for_status()  # by the bot's own command
            digests = [await news(http, reader) for reader in (1014, 1016)]
            async with http.get("/sandbox/chats/1004/messages") as answer:
                senders = [message["from"]["is_bot"] for message in (await answer.json())["messages"]]
        process.send_signal(signal.SIGINT)
        code, printed = await ended(process)

    assert True in senders
    assert ["法律咨询日" in digest for digest in digests] == [True, True]
    assert (code, "Traceback" in printed) == (0, False)
    assert sorted(pids) == ["bot", "sandbox"]
    assert [pid for pid in pids.values() if alive(pid)] == []
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - a look at a folder, in a loop with nothing else to do


@linux_only
@pytest.mark.parametrize("name", ["bot", "sandbox"])
async def test_demo_ends_when_a_child_dies(name: str, tmp_path: Path) -> None:
    async with demo(tmp_path, "--port", "0") as process:
        await address(process)
        pids = children(process)
        os.kill(pids[name], signal.SIGKILL)
        code, printed = await ended(process)

    assert code == 1
    assert f'"{name}" ended by itself' in printed
    assert "Traceback" not in printed
    assert [pid for pid in pids.values() if alive(pid)] == []


async def test_demo_takes_a_free_port_and_keeps_its_folder(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with demo(tmp_path, "--port", str(port), "--keep") as process:
            url = await address(process)
            process.terminate()
            code, _ = await ended(process)

    assert f":{port}/" not in url
    assert code == 0
    assert [path.name for path in (tmp_path / "var" / "demo").glob("*/linli.db")] == ["linli.db"]
