"""Several processes share the conversations of one database: each has its own, and a lock keeps the others out.

Which is whose follows from who is there, by rendezvous hashing: a conversation stays with its process while others come
and go, because what lives in that process's memory only (which window was seen last, the code of an anonymous case)
must not lie in Redis. While two processes disagree about who is there, the lock keeps a conversation in order.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

from core.shared.errors import StorageError
from storage.redis_state import RedisStateStore, translated

_log = logging.getLogger(__name__)

BEAT = 2.0
"""Elapsed seconds between two signs of life."""
ALIVE = 6.0
"""Seconds without a sign of life after which a process has ended for the others."""
LEASE = 10.0
"""Seconds a lock lasts unless renewed: as long a conversation waits whose process was killed in it."""
PATIENCE = 3.0
"""Seconds the database has to show that it can be read: whoever cannot leaves its conversations to the others."""
MARGIN = 2.0
"""Seconds before a lock's end at which its holder lets go of what it is doing."""
AT_ONCE = 50
"""Conversations held at the same time, far fewer than the client has connections: each takes one to begin with, and
all are renewed one after the other. The others wait for their turn here."""
PEOPLE, BELL = "replicas", "bell"
"""Names behind the bot's own prefix."""
ASK_EVERY = 0.1
"""Seconds between two tries to have a lock."""
_HEARS = 1.0


class RedisTurns:
    """`name` tells this process from every other. `well` raises StorageError while it can handle nothing."""

    def __init__(self, store: RedisStateStore, name: str, well: Callable[[], Awaitable[None]]) -> None:
        self._redis = store.redis
        self._prefix, self._people, self._bell = store.prefix, store.prefix + PEOPLE, store.prefix + BELL
        self._name = name
        self._well = well
        self._there: tuple[str, ...] = ()
        self._held: dict[str, tuple[Lock, asyncio.Timeout]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    async def ready(self) -> None:
        """Every process may take updates: what it takes is passed on."""

    async def pass_on(self, order_keys: Sequence[str]) -> Sequence[str]:
        others = [key for key in order_keys if not self.ours(key)]
        if others:
            try:
                with translated():
                    await self._redis.publish(self._bell, json.dumps(others))
            except StorageError:
                _log.warning("the other processes could not be told; they look for themselves")
        return [key for key in order_keys if self.ours(key)]

    def ours(self, order_key: str) -> bool:
        return bool(self._there) and max(self._there, key=lambda name: _weight(name, order_key)) == self._name

    @asynccontextmanager
    async def hold(self, order_key: str) -> AsyncIterator[None]:
        async with self._places:
            lock = self._redis.lock(f"{self._prefix}talk:{order_key}", timeout=LEASE)
            limit = asyncio.timeout_at(await _asked_for(lock) + LEASE - MARGIN)
            try:
                async with limit:
                    self._held[order_key] = (lock, limit)
                    yield
            except TimeoutError as error:
                if limit.expired():
                    raise StorageError("storage-failed") from error
                raise
            finally:
                self._held.pop(order_key, None)
                with suppress(LockError, RedisError, OSError):  # what cannot be given back ends by itself
                    await lock.release()

    async def follow(self, wake: Callable[[str], None]) -> None:
        try:
            async with asyncio.TaskGroup() as tasks:
                _ = tasks.create_task(self._live())
                _ = tasks.create_task(self._listen(wake))
        finally:
            self._there = ()
            with suppress(RedisError, OSError):
                await self._redis.zrem(self._people, self._name)

    async def _live(self) -> None:
        heard, loop = 0.0, asyncio.get_running_loop()
        while True:
            try:
                await self._renew()
                async with asyncio.timeout(PATIENCE):
                    await self._well()
                self._there = await self._sign()
                heard = loop.time()
            except (RedisError, OSError, StorageError) as error:
                _log.warning("no sign of life: %s", type(error).__name__)
                if loop.time() - heard > ALIVE - BEAT:
                    self._there = ()
            _end_if_cancelled()
            await asyncio.sleep(BEAT)

    async def _sign(self) -> tuple[str, ...]:
        """Say that we are there, by the server's clock, and return who is."""
        seconds, micro = await self._redis.time()
        now = seconds + micro / 1e6
        async with self._redis.pipeline(transaction=True) as pipe:
            _ = pipe.zadd(self._people, {self._name: now + ALIVE})
            _ = pipe.zremrangebyscore(self._people, "-inf", now)
            _ = pipe.zrange(self._people, 0, -1)
            *_, there = await pipe.execute()
        return tuple(there)

    async def _renew(self) -> None:
        loop = asyncio.get_running_loop()
        for key, (lock, limit) in [*self._held.items()]:
            asked = loop.time()
            try:
                await lock.reacquire()
            except LockError:
                continue  # lost: its holder lets go when the time is over
            if self._held.get(key) == (lock, limit) and not limit.expired():
                limit.reschedule(asked + LEASE - MARGIN)

    async def _listen(self, wake: Callable[[str], None]) -> None:
        while True:
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as bell:
                    await bell.subscribe(self._bell)
                    while True:
                        said = await bell.get_message(timeout=_HEARS)
                        for key in json.loads(said["data"]) if said else ():
                            if self.ours(key):
                                wake(key)
                        _end_if_cancelled()
            except (RedisError, OSError) as error:
                _log.warning("the other processes cannot be heard: %s", type(error).__name__)
            _end_if_cancelled()
            await asyncio.sleep(BEAT)


async def anybody_there(store: RedisStateStore) -> bool:
    """Tell whether a process shares the conversations now; raises StorageError."""
    with translated():
        seconds, _ = await store.redis.time()
        return bool(await store.redis.zcount(store.prefix + PEOPLE, seconds, "+inf"))


async def _asked_for(lock: Lock) -> float:
    """Take the lock and return when it was asked for: its lease may have begun then, however late the answer came.

    Raises StorageError if it is not to be had.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + 2 * LEASE
    with translated():
        while (asked := loop.time()) < until:
            if await lock.acquire(blocking=False):
                return asked
            await asyncio.sleep(ASK_EVERY)
    raise StorageError("storage-failed")


def _end_if_cancelled() -> None:
    """Raise CancelledError where the client has swallowed it, as it may while it connects: else the loop never ends."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _weight(name: str, order_key: str) -> bytes:
    return hashlib.sha256(f"{name} {order_key}".encode()).digest()
