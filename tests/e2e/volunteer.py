"""A volunteer at a terminal of 80 columns: reads what `linli setup` prints, types lines, presses Ctrl-C."""

import asyncio
import fcntl
import os
import re
import signal
import struct
import termios
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.house import LINLI

COLUMNS = 80
SECONDS = 60.0


@dataclass
class Volunteer:
    """`screen` is all that was printed, without colours; `seen` is how far it has been read."""

    process: asyncio.subprocess.Process
    terminal: int
    screen: str = ""
    seen: int = 0
    raw: bytearray = field(default_factory=bytearray)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    open: bool = True
    closed: bool = False

    def take(self) -> None:
        with suppress(OSError):  # the other end has been closed
            if more := os.read(self.terminal, 65_536):
                self.raw += more
                text = self.raw.decode("utf-8", "replace").replace("\r\n", "\n")
                self.screen = re.sub(r"\x1b\[[0-9;]*m", "", text)
                self.news.set()
                return
        self.open = False
        asyncio.get_running_loop().remove_reader(self.terminal)
        self.news.set()

    async def reads(self, wanted: str) -> str:
        """Wait until `wanted` is printed below what was read before; return what came until then."""
        until = asyncio.get_running_loop().time() + SECONDS
        while (at := self.screen.find(wanted, self.seen)) < 0:
            left = until - asyncio.get_running_loop().time()
            assert left > 0, f"no {wanted!r} after {self.screen[: self.seen]!r} in: {self.screen}"
            assert self.open, f"ended without {wanted!r}: {self.screen}"
            self.news.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self.news.wait()
        before, self.seen = self.seen, at + len(wanted)
        return self.screen[before : self.seen]

    async def types(self, line: str, after: str = "> ") -> None:
        """Wait for the question, then answer it."""
        await self.reads(after)
        os.write(self.terminal, f"{line}\n".encode())

    async def answers(self, question: str, line: str) -> None:
        await self.reads(question)
        await self.types(line)

    async def interrupts(self, wanted: str) -> None:
        """Ctrl-C, as the terminal itself turns it into a signal, until `wanted` is printed.

        A signal between a prompt and the wait for an answer is noticed at the next one only: people press again.
        """
        before = self.seen
        while self.screen.find(wanted, before) < 0:
            os.write(self.terminal, b"\x03")
            self.news.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(10):
                    while self.screen.find(wanted, before) < 0:
                        await self.news.wait()
                        self.news.clear()

    async def closes_the_window(self) -> None:
        """Setup hears of it by SIGHUP."""
        if not self.closed:
            self.closed = True
            asyncio.get_running_loop().remove_reader(self.terminal)
            os.close(self.terminal)
        await self.ends()

    async def ends(self) -> int:
        async with asyncio.timeout(SECONDS):
            return await self.process.wait()


def _as_a_terminal_does() -> None:
    """Ctrl-C is heard, also where the tests themselves were told to ignore it, as work in the background is."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@asynccontextmanager
async def at_a_terminal(folder: Path, environment: Mapping[str, str], *arguments: str) -> AsyncIterator[Volunteer]:
    """Start `linli setup` in `folder` as a terminal does; it is ended with the block."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    process = await asyncio.create_subprocess_exec(
        str(LINLI),
        "setup",
        *arguments,
        env=dict(environment),
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_as_a_terminal_does,
    )
    os.close(theirs)
    volunteer = Volunteer(process, ours)
    asyncio.get_running_loop().add_reader(ours, volunteer.take)
    try:
        yield volunteer
    finally:
        with suppress(TimeoutError):
            await volunteer.closes_the_window()
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
            await process.wait()
