"""A whole Linli as users have it: the sandbox, a database file, and the installed `linli run` as its own process.

Nothing here imports the program: it is started by its command and configured by environment only.
"""

import asyncio
import atexit
import json
import os
import shlex
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.sandbox_client import SandboxClient, running_sandbox

LINLI = Path(sys.executable).parent / "linli"
ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 150.0
SECRET = "secret-of-a-test"  # noqa: S105 - of no use elsewhere


@dataclass
class House:
    """One community at work. `box` is Telegram; everything is seen and done through it."""

    box: SandboxClient
    folder: Path
    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None
    starts: int = field(default=0)

    async def command(self, *arguments: str, expect: int = 0) -> str:
        """Run a `linli` command to its end and return what it printed. Commands are short and always measured."""
        process = await asyncio.create_subprocess_exec(
            str(LINLI),
            *arguments,
            env={**self.environment, **measuring()},
            cwd=self.folder,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed, _ = await process.communicate()
        assert process.returncode == expect, printed.decode()
        return printed.decode()

    async def start(self) -> None:
        """Start `linli run` and wait until it asks for updates."""
        await self.spawn()
        await self.working()

    async def spawn(self) -> None:
        """Start `linli run` and wait for nothing."""
        self.process = await self.begin("run")

    async def begin(self, part: str) -> asyncio.subprocess.Process:
        """Start `linli run`, or one of its parts, and wait for nothing; whoever asks for a part ends it."""
        self.starts += 1
        with (self.folder / f"run-{self.starts}.log").open("wb") as log:
            return await asyncio.create_subprocess_exec(
                str(LINLI), part, env=self.environment, cwd=self.folder, stdout=log, stderr=log
            )

    async def move_time(self, *, days: int) -> None:
        """Move civil time for everybody: the program by its own command, and Telegram's dates."""
        await self.box.move_time(days=days)

    async def working(self) -> None:
        """Wait until the program asks for updates, or is ready to be sent them."""
        assert self.process is not None
        until = asyncio.get_running_loop().time() + START_SECONDS
        while not await self._takes_updates():
            assert self.process.returncode is None, self.log
            assert asyncio.get_running_loop().time() < until, self.log
            await asyncio.sleep(0.05)

    async def _takes_updates(self) -> bool:
        if "LINLI_WEBHOOK_URL" not in self.environment:
            return bool((await self.box.world())["pollers"])
        info = await self.box.bot("getWebhookInfo")
        return bool(info["result"]["url"]) and await self.asks("GET", "readyz") == 200

    async def asks(self, verb: str, path: str, **how: Any) -> int:
        """The status the program's own HTTP server answers with; 0 while there is none."""
        address = f"http://127.0.0.1:{self.environment['LINLI_HTTP_PORT']}/{path}"
        try:
            async with aiohttp.ClientSession() as http, http.request(verb, address, **how) as answer:
                return answer.status
        except aiohttp.ClientError:
            return 0

    async def metrics(self, port: str = "") -> dict[str, float]:
        """What Prometheus would read: every number under its name and labels."""
        address = f"http://127.0.0.1:{port or self.environment['LINLI_HTTP_PORT']}/metrics"
        async with aiohttp.ClientSession() as http, http.get(address) as answer:
            text = await answer.text()
        families = text_string_to_metric_families(text)
        return {
            " ".join([sample.name, *sample.labels.values()]): sample.value
            for family in families
            for sample in family.samples
        }

    async def kill(self) -> None:
        """`kill -9`: nothing can be finished."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        while (await self.box.world())["pollers"] > 0:  # noqa: ASYNC110 - another process: there is no event to wait for
            await asyncio.sleep(0.02)

    async def stop(self) -> int:
        """SIGTERM, as a service manager does; returns the exit code."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.terminate()
        return await self.process.wait()

    @property
    def log(self) -> str:
        logs = sorted(self.folder.glob("run-*.log"))
        return "\n".join(log.read_text(encoding="utf-8") for log in logs)


def free_port() -> str:
    """A port that is free just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


_UNLIMITED = {
    "LINLI_GROUP_PER_MINUTE": "3000",
    "LINLI_PERSON_PER_SECOND": "50",
    "LINLI_CASE_PER_MINUTE": "10000",
}
"""Tests are faster than people."""


def traced() -> dict[str, str]:
    """Where the program is to write down what it goes through, if anybody asks: see tests/breadth.py."""
    return {"LINLI_TRACE_FILE": os.environ["BREADTH_FILE"]} if "BREADTH_FILE" in os.environ else {}


def measuring() -> dict[str, str]:
    """What makes a program of ours measure what it goes through, if the tests are measured."""
    return {key: value for key, value in os.environ.items() if key.startswith("COVERAGE_")}


def _webhook() -> dict[str, str]:
    """Settings of a webhook."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/telegram"
    return {"LINLI_WEBHOOK_URL": address, "LINLI_WEBHOOK_SECRET": SECRET, "LINLI_HTTP_PORT": port}


def _half_a_day_away() -> str:
    """An hour in Shanghai that comes during no test, unless it moves the time."""
    return str((datetime.now(UTC) + timedelta(hours=8 + 12)).hour)


@cache
def _seeded() -> Path:
    """A place for the seeded file of this test process, and its keys: the sandbox's people are always the same."""
    place = Path(tempfile.mkdtemp(prefix="linli-seeded"))
    atexit.register(shutil.rmtree, place)
    return place


async def _seed(house: House, *, is_file: bool) -> None:
    """Make schema and community by the program's own commands; a second file is a copy of the first."""
    kept = _seeded() / "kept"
    if is_file and kept.exists():
        shutil.copytree(kept, house.folder, dirs_exist_ok=True)
        return
    world = house.folder / "world.json"
    world.write_text(json.dumps(await house.box.world()), encoding="utf-8")
    await house.command("migrate")
    await house.command("seed", "--chats", str(world))
    if is_file:
        making = kept.with_name("making")
        shutil.copytree(house.folder / "data", making / "data")
        shutil.copy2(house.folder / "linli.db", making)
        making.rename(kept)


@asynccontextmanager
async def open_house(
    folder: Path,
    *,
    database: str = "",
    redis: str = "",
    webhook: bool = False,
    limits: bool = False,
    started: bool = True,
    measured: bool = True,
    watched: bool = False,
    undo: str = "0",
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[House]:
    """A seeded community, working, on an empty `database` or a new SQLite file.

    Not `measured`: without coverage, but for commands. `watched`: it listens for whoever watches. What staff write
    goes out at once, unless `undo` says for how many seconds it can be taken back ("": as installed). `settings` are
    taken as they are.
    """
    demo = {"LINLI_DEMO": "1", "LINLI_DATABASE_URL": database or f"sqlite+aiosqlite:///{folder}/linli.db"}
    told = ["env", *(f"{key}={value}" for key, value in demo.items()), str(LINLI), "clock", "shift"]
    async with running_sandbox("--time-command", shlex.join(told), limits=limits, measured=measured) as box:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "LINLI_BOT_TOKEN": box.token,
            "LINLI_API_URL": box.url,
            "LINLI_DATA_DIR": str(folder / "data"),
            "LINLI_REMIND_HOUR": _half_a_day_away(),
            **demo,
            "LINLI_UNDO_SECONDS": undo,
            **(_webhook() if webhook else {}),
            **({"LINLI_HTTP_PORT": free_port()} if watched else {}),
            **({"LINLI_REDIS_URL": redis} if redis else {}),
            **({} if limits else _UNLIMITED),
            **traced(),
            **(settings or {}),
            **(measuring() if measured else {}),
        }
        house = House(box, folder, environment)
        await _seed(house, is_file=not database)
        try:
            if started:
                await house.start()
            yield house
        finally:
            if house.process is not None and house.process.returncode is None:
                await house.stop()
