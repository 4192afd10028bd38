"""A typed client of the sandbox's control API: tests are residents and staff through it, never through the bot."""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import aiohttp

from tests.sandbox_acts import Acts
from tests.sandbox_plumbing import ChatView, Json, Ref, SandboxRefusedError

__all__ = ["ChatView", "Json", "Ref", "SandboxClient", "SandboxRefusedError", "buttons", "running_sandbox"]

FaultKind = Literal["status", "drop_answer", "half_answer", "drop_request", "delay", "hang"]
ROOT = Path(__file__).resolve().parent.parent
LOOK_EVERY_S = 0.03
LOOK_AT_LEAST_EVERY_S = 0.2
SLOWER = 1.25
"""Each look comes a quarter later than the one before: looking costs the time that whoever is waited for needs."""
READY_WITHIN_S = 150.0


def buttons(message: Json) -> list[str]:
    """The texts on a message's inline buttons, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


class SandboxClient(Acts):
    """Speaks to one running sandbox; every control call and every act has its method."""

    # ------------------------------------------------------------ the world
    async def world(self) -> Json:
        return await self.call("GET", "world")

    async def add_user(self, first_name: str, **more: Any) -> Json:
        return await self.call("POST", "users", {"first_name": first_name, **more})

    async def add_chat(
        self,
        title: str,
        members: Sequence[Ref],
        *,
        type: Literal["group", "supergroup"] = "supergroup",  # noqa: A002 - the control API's own word
        bot: Literal["administrator", "member", "none"] = "administrator",
        **more: Any,
    ) -> Json:
        described = {"title": title, "type": type, "members": list(members), "bot": bot, **more}
        return await self.call("POST", "chats", described)

    async def view(
        self,
        chat: Ref,
        *,
        viewer: Ref | None = None,
        after: int | None = None,
        thread: int | None = None,
        limit: int | None = None,
        include_deleted: bool = False,
    ) -> ChatView:
        query: Json = {"viewer": viewer, "after": after, "thread": thread, "limit": limit}
        deleted = "1" if include_deleted else None
        said = await self.call("GET", f"chats/{chat}/messages", **query, include_deleted=deleted)
        return ChatView(said["messages"], said["reply_keyboard"], said["pinned"])

    async def messages(self, chat: Ref, **how: Any) -> list[Json]:
        return (await self.view(chat, **how)).messages

    async def file(self, file_id: str) -> bytes:
        async with self.session.get(f"{self.url}/sandbox/files/{file_id}") as answer:
            answer.raise_for_status()
            return await answer.read()

    async def forget_file(self, file_id: str) -> None:
        """Let Telegram forget a file."""
        await self.call("DELETE", f"files/{file_id}")

    async def upload(self, content: bytes, *, file_name: str, mime_type: str | None = None) -> str:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", content, filename=file_name, content_type=mime_type)
        async with self.session.post(f"{self.url}/sandbox/upload", data=form) as answer:
            data_id: str = (await answer.json())["data_id"]
            return data_id

    # ------------------------------------------------------------ waiting
    async def idle(self, *, quiet_ms: int = 300, timeout_ms: int = 10_000) -> bool:
        said = await self.call("POST", "idle", {"quiet_ms": quiet_ms, "timeout_ms": timeout_ms})
        return bool(said["idle"])

    async def wait_message(
        self,
        chat: Ref,
        wanted: str | Callable[[Json], bool] = "",
        *,
        after: int = 0,
        timeout_s: float = 40.0,
        **how: Any,
    ) -> Json:
        """The newest message of the bot that contains this text (or passes this check), once it is there."""
        until, pause = asyncio.get_running_loop().time() + timeout_s, LOOK_EVERY_S
        while True:
            seen = await self.messages(chat, after=after, **how)
            from_bot = [message for message in seen if message["from"].get("is_bot")]
            if found := [message for message in from_bot if _fits(message, wanted)]:
                return found[-1]
            if asyncio.get_running_loop().time() >= until:
                raise AssertionError(f"nothing like {wanted!r} in {chat}: {ChatView(seen, None, None).texts}")
            await asyncio.sleep(pause)
            pause = min(pause * SLOWER, LOOK_AT_LEAST_EVERY_S)

    # ------------------------------------------------------------ troubles
    async def fault(
        self,
        method: str,
        kind: FaultKind,
        *,
        chat: Ref | None = None,
        code: int | None = None,
        description: str | None = None,
        retry_after: int | None = None,
        delay_ms: int | None = None,
        times: int = 1,
        after: int = 0,
        perform: bool = False,
    ) -> int:
        """Orders a failure; `-1` times means until deleted, `perform` lets a hanging call be done all the same."""
        described = {
            "method": method,
            "kind": kind,
            "chat": chat,
            "code": code,
            "description": description,
            "retry_after": retry_after,
            "delay_ms": delay_ms,
            "times": times,
            "after": after,
            "perform": perform,
        }
        given = {key: value for key, value in described.items() if value is not None}
        return int((await self.call("POST", "faults", given))["id"])

    async def faults(self) -> list[Json]:
        found: list[Json] = (await self.call("GET", "faults"))["faults"]
        return found

    async def clear_faults(self, fault_id: int | None = None) -> None:
        await self.call("DELETE", "faults" if fault_id is None else f"faults/{fault_id}")

    async def settings(self, **changed: Any) -> Json:
        return await self.call("POST", "settings", changed)

    async def time(self) -> Json:
        return await self.call("GET", "time")

    async def move_time(self, *, days: int = 0, seconds: int = 0) -> Json:
        return await self.call("POST", "time", {"shift_s": days * 86_400 + seconds})

    # ------------------------------------------------------------ what the bot did and got
    async def calls(self, *, after: int = 0, method: str | None = None) -> list[Json]:
        found: list[Json] = (await self.call("GET", "log", after=after))["calls"]
        return [call for call in found if method in {None, call["method"]}]

    async def clear_calls(self) -> None:
        await self.call("DELETE", "log")

    async def callbacks(self, user: Ref | None = None) -> list[Json]:
        found: list[Json] = (await self.call("GET", "callbacks", user=user))["callbacks"]
        return found

    async def commands(self, user: Ref, chat: Ref) -> list[Json]:
        """What the bot offers this person in this chat after a slash."""
        found: list[Json] = (await self.call("GET", "commands", user=user, chat=chat))["commands"]
        return found

    async def updates(self) -> list[Json]:
        found: list[Json] = (await self.call("GET", "updates"))["updates"]
        return found

    async def replay(self, update_id: int) -> None:
        await self.call("POST", "updates/replay", {"update_id": update_id})

    async def raw_update(self, update: Json) -> int:
        return int((await self.call("POST", "updates/raw", {"update": update}))["update_id"])

    async def events(self, user: Ref | None = None, *, after: int | None = None) -> AsyncIterator[Json]:
        """The page's stream: each event with its `id`, `event` and `data`."""
        query = {key: str(value) for key, value in {"user": user, "after": after}.items() if value is not None}
        endless = aiohttp.ClientTimeout(total=None)
        async with self.session.get(f"{self.url}/sandbox/events", params=query, timeout=endless) as stream:
            event: Json = {}
            async for raw in stream.content:
                key, _, value = raw.decode().rstrip("\n").partition(": ")
                if key in {"id", "event", "data"}:
                    event[key] = value
                elif not key and "event" in event:
                    yield {"id": int(event["id"]), "event": event["event"], "data": json.loads(event["data"])}
                    event = {}


def _fits(message: Json, wanted: str | Callable[[Json], bool]) -> bool:
    if callable(wanted):
        return wanted(message)
    return wanted in (message.get("text") or message.get("caption") or "")


@asynccontextmanager
async def running_sandbox(
    *arguments: str,
    world: str | Path | None = None,
    token: str | None = None,
    limits: bool = True,
    measured: bool = True,
) -> AsyncIterator[SandboxClient]:
    """A sandbox of one's own, as a process on a free port; ended by its process when the block is left.

    Not `measured`: without coverage, and so are the commands it runs.
    """
    environment = {key: value for key, value in os.environ.items() if measured or not key.startswith("COVERAGE_")}
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        command = ["-m", "sandbox", "--port", "0", "--ready-file", str(ready), "--quiet", *arguments]
        command += ["--world", str(world)] if world is not None else []
        command += ["--token", token] if token is not None else []
        command += [] if limits else ["--no-limits"]
        process = await asyncio.create_subprocess_exec(sys.executable, *command, cwd=ROOT, env=environment)
        try:
            told = await _once_ready(process, ready)
            async with SandboxClient(told["url"], told["token"]) as client:
                yield client
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _once_ready(process: asyncio.subprocess.Process, ready: Path) -> dict[str, str]:
    until = asyncio.get_running_loop().time() + READY_WITHIN_S
    while (told := _told(ready)) is None:
        if process.returncode is not None or asyncio.get_running_loop().time() > until:
            raise AssertionError(f"the sandbox did not start (exit code {process.returncode})")
        await asyncio.sleep(LOOK_EVERY_S)
    return told


def _told(ready: Path) -> dict[str, str] | None:
    try:
        told: dict[str, str] = json.loads(ready.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return told
