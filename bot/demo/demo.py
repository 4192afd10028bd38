"""`linli demo`: a Bot API server on this machine, a small community, and the bot, each a process of its own.

The bot is the same program as with Telegram and is told where to go by its environment alone.
"""

import asyncio
import json
import os
import secrets
import shlex
import shutil
import signal
import socket
import sys
import tempfile
import webbrowser
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import aiohttp

from bot.demo.children import Child, Children, DemoError, bare_environment, database_in
from bot.terminal import say
from core.shared.errors import AppError

BOT = 7_000_000_001
"""Telegram's id of the sandbox's bot, the first part of its token."""
SANDBOX_SECONDS = 20.0
BOT_SECONDS = 60.0
LOOK_EVERY = 0.05
KEPT = Path("var") / "demo"
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _Stopped(Exception):  # noqa: N818 - not an error: somebody pressed Ctrl-C
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for on the command line."""

    port: int
    browser: bool


async def play(*, port: int, keep: bool, browser: bool) -> int:
    """Play until Ctrl-C or SIGTERM; raises the AppError that ended it otherwise. Every start is a fresh one."""
    folder = _folder(keep=keep)
    children = Children()
    failure: AppError | None = None
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_until_signal())
            group.create_task(_perform(group, children, folder, Wishes(port=port, browser=browser)))
    except* _Stopped:
        say("cli-demo-stopping")
    except* AppError as errors:
        failure = next(error for error in errors.exceptions if isinstance(error, AppError))
    finally:
        await children.end()
        if not keep and failure is None:
            shutil.rmtree(folder, ignore_errors=True)
    if failure is not None:
        raise failure
    if keep:
        say("cli-demo-kept", folder=str(folder))
    return 0


async def _perform(group: asyncio.TaskGroup, children: Children, folder: Path, wishes: Wishes) -> None:
    say("cli-demo-starting")
    sandbox = children.add(await _start_sandbox(folder, wishes.port))
    group.create_task(sandbox.watch())
    from bot.demo.prepare import demo_settings, environment_of, prepare  # noqa: PLC0415 - while the sandbox starts

    address = await _ready_file(folder / "ready.json", sandbox)
    settings = demo_settings(folder, address["url"], address["token"])
    try:
        async with aiohttp.ClientSession(raise_for_status=True) as http:
            async with http.get(f"{address['url']}/sandbox/world") as answer:
                world = await answer.json()
            await prepare(settings, world)
            environment = {**bare_environment(), **environment_of(settings)}
            bot = children.add(await Child.start("bot", "bot", "run", folder=folder, environment=environment))
            group.create_task(bot.watch())
            await _polling(http, f"{address['url']}/bot{address['token']}", bot)
    except aiohttp.ClientError:
        raise DemoError("demo-not-ready", name=sandbox.name, log=str(sandbox.log)) from None
    say("cli-demo-ready", url=f"{address['url']}/")
    if wishes.browser and _has_screen():
        await asyncio.to_thread(webbrowser.open, f"{address['url']}/")


async def _start_sandbox(folder: Path, port: int) -> Child:
    if port and not _is_free(port):
        say("cli-demo-port-taken", port=str(port))
        port = 0
    token = f"{BOT}:{secrets.token_urlsafe(24)}"  # another at each start: pages elsewhere cannot know it
    ready = str(folder / "ready.json")
    arguments = ["sandbox", "--port", str(port), "--ready-file", ready, "--token", token, "--quiet"]
    arguments += ["--time-command", shlex.join([sys.executable, "-P", "-m", "bot", "clock", "shift"])]
    environment = {**bare_environment(), "LINLI_DEMO": "1", "LINLI_DATABASE_URL": database_in(folder)}
    return await Child.start("sandbox", *arguments, folder=folder, environment=environment, patience=3.0)


async def _ready_file(file: Path, sandbox: Child) -> dict[str, str]:
    """Wait for the file the sandbox writes once it listens; raises DemoError("demo-not-ready")."""
    until = _now() + SANDBOX_SECONDS
    while (content := _content(file)) is None:
        await _pause(until, sandbox)
    return content


def _content(file: Path) -> dict[str, str] | None:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


async def _polling(http: aiohttp.ClientSession, api: str, bot: Child) -> None:
    """Wait until the bot asks for updates; the server then knows which kinds it wants."""
    until = _now() + BOT_SECONDS
    while True:
        async with http.get(f"{api}/getWebhookInfo") as answer:
            info: dict[str, Any] = await answer.json()
        if info.get("result", {}).get("allowed_updates"):
            return
        await _pause(until, bot)


async def _pause(until: float, child: Child) -> None:
    if _now() > until:
        raise DemoError("demo-not-ready", name=child.name, log=str(child.log))
    await asyncio.sleep(LOOK_EVERY)


async def _until_signal() -> NoReturn:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in _SIGNALS:
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
    raise _Stopped


def _now() -> float:
    return asyncio.get_running_loop().time()


def _folder(*, keep: bool) -> Path:
    if not keep:
        return Path(tempfile.mkdtemp(prefix="linli-demo-")).resolve()
    folder = (KEPT / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")).resolve()
    folder.mkdir(mode=0o700, parents=True)
    return folder


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _has_screen() -> bool:
    """A browser is opened only for a person at a desk: never in a pipe, over SSH or in a container."""
    if not sys.stdout.isatty():
        return False
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
