"""The processes of a demo. Each is ended by its own id, politely first, and none outlives the demo."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from core.shared.errors import AppError


class DemoError(AppError):
    """The demo cannot go on; `code` names the sentence `cli-<code>`."""


@dataclass(frozen=True, slots=True)
class Child:
    """One process of ours; its output goes to a file, so that it does not bury what the demo says."""

    name: str
    process: asyncio.subprocess.Process
    log: Path
    patience: float

    @classmethod
    async def start(
        cls, name: str, *args: str, folder: Path, environment: Mapping[str, str], patience: float = 10.0
    ) -> Self:
        """Start `python -m <args>` in `folder` with nothing but `environment`.

        In a process group of its own: Ctrl-C reaches the demo, which then ends its children in order.
        """
        log = folder / f"{name}.log"
        with log.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # the folder we start from must not shadow our packages
                "-m",
                *args,
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                process_group=0,
            )
        return cls(name, process, log, patience)

    async def watch(self) -> None:
        """Wait for as long as the process lives; raises DemoError("demo-child-ended") when it has ended."""
        code = await self.process.wait()
        raise DemoError("demo-child-ended", name=self.name, exit=str(code), log=str(self.log))

    async def end(self) -> None:
        if self.process.returncode is not None:
            return
        self.process.terminate()
        try:
            async with asyncio.timeout(self.patience):
                await self.process.wait()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


@dataclass(slots=True)
class Children:
    """Ends, in reverse order, all that was started; the last started may depend on the first."""

    started: list[Child] = field(default_factory=list)

    def add(self, child: Child) -> Child:
        self.started.append(child)
        return child

    async def end(self) -> None:
        for child in reversed(self.started):
            await child.end()


def database_in(folder: Path) -> str:
    """Return the address of a demo's database."""
    return f"sqlite+aiosqlite:///{folder / 'linli.db'}"


def bare_environment() -> dict[str, str]:
    """Return our environment without any setting of ours: a demo is the same on every machine."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith("LINLI_")}
    return {**kept, "PYTHONUNBUFFERED": "1"}
