"""Dialog state in Redis or Valkey instead of the database.

There it cannot be committed together with the inbox row it belongs to. So both are written one after the other, the
state together with a mark of the update: killed in between, the row is found again, its mark tells that the state is a
step ahead already, and the update is not handled a second time. Marks say nothing of who or what, go at a midnight,
and so tell no finer time than a day.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.exceptions import RedisError, WatchError

from core.shared.errors import StorageError
from core.shared.inbox import Inbox, InboxRow
from core.shared.outbox import OutboxItem

PREFIX = "linli:"
MARKS_KEPT = timedelta(days=3)
"""At least two whole days: as long as an update is tried, and longer than Telegram repeats one."""
PATIENCE = 5.0
"""Seconds for an answer."""


@contextmanager
def translated() -> Iterator[None]:
    """Raise StorageError for whatever goes wrong on the way to the server or in it."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise StorageError("storage-failed") from error


class RedisStateStore:
    """StateStore on one server; several processes may share it, and several bots, each by its number `bot_id`."""

    def __init__(self, url: str, bot_id: str = "") -> None:
        self.prefix = f"{PREFIX}{bot_id}:" if bot_id else PREFIX
        """Begins every key: numbers of updates and conversations are alike with another bot."""
        self.redis: Redis = Redis.from_url(
            url, decode_responses=True, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
        )

    async def get(self, key: str) -> str | None:
        with translated():
            found = await self.redis.get(self.prefix + key)
        return None if found is None else str(found)

    async def put(self, writes: Mapping[str, str | None]) -> None:
        if not writes:
            return
        with translated():
            async with self.redis.pipeline(transaction=True) as pipe:
                _apply(pipe, self.prefix, writes)
                await pipe.execute()

    async def idle(self) -> Mapping[str, int]:
        now = _today()
        with translated():
            written: Any = await self.redis.zrange(_days(self.prefix), 0, -1, withscores=True)
        return {str(key): now - int(day) for key, day in written}

    async def forget(self, keys: Collection[str], days: int) -> None:
        before = _today() - days
        for key in keys:
            with translated():
                async with self.redis.pipeline(transaction=True) as pipe:
                    await pipe.watch(self.prefix + key)
                    day = await pipe.zscore(_days(self.prefix), key)
                    if day is None or day >= before:
                        continue
                    pipe.multi()  # type: ignore[no-untyped-call]  # redis has no types for it
                    _apply(pipe, self.prefix, {key: None})
                    with suppress(WatchError):  # written at this very moment: then it stays
                        await pipe.execute()

    async def ping(self) -> None:
        """Raises StorageError while the server cannot be asked."""
        with translated():
            await self.redis.get(self.prefix)

    async def close(self) -> None:
        await self.redis.aclose()


class RedisInbox:
    """An inbox whose dialog state lies in Redis; the rows stay in the database."""

    def __init__(self, rows: Inbox, state: RedisStateStore) -> None:
        self._rows = rows
        self._redis = state.redis
        self._prefix = state.prefix

    async def put(self, rows: Sequence[InboxRow]) -> Sequence[InboxRow]:
        return await self._rows.put(rows)

    async def conversations(self) -> Sequence[str]:
        return await self._rows.conversations()

    async def pending(self, order_key: str | None = None, *, limit: int = 1_000_000) -> Sequence[InboxRow]:
        return await self._rows.pending(order_key, limit=limit)

    async def applied(self, update_id: int) -> bool:
        with translated():
            return bool(await self._redis.exists(self._mark(update_id)))

    async def finish(self, update_id: int, writes: Mapping[str, str | None]) -> bool:
        until = (datetime.now(UTC) + MARKS_KEPT).replace(hour=0, minute=0, second=0, microsecond=0)
        mark = self._mark(update_id)
        with translated():
            async with self._redis.pipeline(transaction=True) as pipe:
                await pipe.watch(mark)  # whoever else applies this update meanwhile makes `execute` fail
                if not await pipe.exists(mark):
                    pipe.multi()  # type: ignore[no-untyped-call]  # redis has no types for it
                    _apply(pipe, self._prefix, writes)
                    _ = pipe.set(mark, "", exat=until)
                    await pipe.execute()
        return await self._rows.finish(update_id, {})

    async def park(self, update_id: int, *, incident: str, payload: str, notice: OutboxItem | None = None) -> bool:
        return await self._rows.park(update_id, incident=incident, payload=payload, notice=notice)

    async def prune(self, keep: int) -> int:
        return await self._rows.prune(keep)

    async def parked(self, limit: int = 100) -> Sequence[str]:
        return await self._rows.parked(limit)

    async def forget_parked(self, before: float) -> int:
        return await self._rows.forget_parked(before)

    async def unpark(self, incident: str) -> bool:
        return await self._rows.unpark(incident)

    def _mark(self, update_id: int) -> str:
        return f"{self._prefix}done:{update_id}"


def _today() -> int:
    """Return the machine's own day, UTC, as a number that grows by one a day."""
    return datetime.now(UTC).toordinal()


def _days(prefix: str) -> str:
    """Return the key of what the database keeps as `updated_at`: of each key the day it was last written."""
    return f"{prefix}written"


def _apply(pipe: Pipeline, prefix: str, writes: Mapping[str, str | None]) -> None:
    """Put writes on the pipe; what it answers comes with `execute`."""
    for key, value in writes.items():
        if value is None:
            _ = pipe.delete(prefix + key)
            _ = pipe.zrem(_days(prefix), key)
        else:
            _ = pipe.set(prefix + key, value)
            _ = pipe.zadd(_days(prefix), {key: _today()})
