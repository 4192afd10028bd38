"""`linli run` beside setup: whoever sends the code in the group is heard at once, and people can write from then on."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.config import Settings
from core.shared.errors import AppError
from storage.serving import is_served

PATIENCE = 50.0
"""Seconds a stopping bot is given, as a service manager gives it."""


@dataclass
class RunningBot:
    """Our own process; none where a service serves the database already."""

    settings: Settings
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def log(self) -> Path:
        return self.settings.data_dir / "setup.log"

    async def start(self) -> None:
        """Start the bot unless one serves. In a process group of its own: Ctrl-C is for setup, which ends it.

        Raises StorageError.
        """
        if self.process is None and not await _is_served(self.settings):
            self._spawn()

    def _spawn(self) -> None:
        self.settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "bot", "run"],
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                process_group=0,
            )

    async def check(self) -> None:
        """See to it that a bot is at work; raises AppError("setup-bot-ended") if ours has ended by itself."""
        await self.start()
        if self.process is not None and self.process.poll() is not None:
            raise AppError("setup-bot-ended", log=str(self.log))

    def end(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


async def _is_served(settings: Settings) -> bool:
    """With Redis nobody has the database to itself: there processes give signs of life."""
    if not settings.redis_url:
        return await is_served(settings.database_url)
    from storage.redis_state import RedisStateStore  # noqa: PLC0415 - only where it is used
    from storage.redis_turns import anybody_there  # noqa: PLC0415 - only where it is used

    store = RedisStateStore(settings.redis_url, settings.bot_id)
    try:
        return await anybody_there(store)
    finally:
        await store.close()
