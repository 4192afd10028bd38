"""One process serves a database; another that is started on it stands by until the first has ended.

Several at once would each handle the same updates. With Redis they share the work instead: `storage.redis_turns`.
"""

import asyncio
import fcntl
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from sqlalchemy import func, select
from sqlalchemy.engine import URL, make_url

from core.shared.errors import StorageError
from storage.engine import lone_connection
from storage.integrity import translated

_log = logging.getLogger(__name__)

ASK_EVERY = 1.0
"""Seconds between two tries to have the place, and between two looks whether it is still ours."""
PATIENCE = 10.0
"""Seconds a look may take."""
PLACE = 0x6C696E6C69
"""The number of PostgreSQL's advisory lock."""
_NOTICED = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""A machine that has lost its power closes no connection: the server is to notice within half a minute."""

Take = Callable[[], Awaitable[bool]]
"""Take the place, or see that we still have it."""


class SoleTurns:
    """Turns of the one process that serves a database; of one that stands by no conversation is its own."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._ours = asyncio.Event()

    async def ready(self) -> None:
        await self._ours.wait()

    async def pass_on(self, order_keys: Sequence[str]) -> Sequence[str]:
        """What a process that stands by has written down, the other finds within seconds."""
        return order_keys if self._ours.is_set() else ()

    def ours(self, order_key: str) -> bool:  # noqa: ARG002 - all of them or none
        return self._ours.is_set()

    def hold(self, order_key: str) -> AbstractAsyncContextManager[None]:  # noqa: ARG002 - nobody to keep out
        return nullcontext()

    async def follow(self, wake: Callable[[str], None]) -> None:  # noqa: ARG002 - nobody passes anything on
        """Have the place, or stand by for it. While PostgreSQL is away nobody has it."""
        told = False
        while True:
            try:
                async with _place(self._url) as take:
                    try:
                        while True:
                            async with asyncio.timeout(PATIENCE):
                                taken = await take()
                            if taken:
                                self._ours.set()
                            elif not told:
                                told = True
                                _log.warning("another process serves this database; standing by until it ends")
                            await asyncio.sleep(ASK_EVERY)
                    finally:
                        self._ours.clear()  # before a connection is closed whose other end may be gone
            except (StorageError, OSError) as error:
                _log.warning("who serves this database cannot be asked: %s", type(error).__name__)
            await asyncio.sleep(ASK_EVERY)


async def is_served(url: str) -> bool:
    """Tell whether a process serves the database; raises StorageError if that cannot be asked."""
    async with _place(make_url(url)) as take:
        return not await take()


@asynccontextmanager
async def _place(url: URL) -> AsyncIterator[Take]:
    if url.get_backend_name() != "sqlite":
        with translated():
            async with lone_connection(url) as opened:
                connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
                for name, value in _NOTICED.items():
                    await connection.execute(select(func.set_config(name, value, False)))

                async def ask() -> bool:
                    return bool(await connection.scalar(select(func.pg_try_advisory_lock(PLACE))))

                yield ask
        return
    file = os.open(f"{url.database}.serving", os.O_RDWR | os.O_CREAT, 0o600)
    try:

        async def lock() -> bool:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        yield lock
    finally:
        os.close(file)
