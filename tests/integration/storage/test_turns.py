"""Who handles which conversation where several processes share by Redis."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio.lock import Lock
from redis.exceptions import ConnectionError as RedisGoneError

from bot.config import GivenSettings
from bot.nursery import Nursery
from bot.setup.child import RunningBot
from core.shared.errors import StorageError
from storage import redis_turns
from storage.redis_state import PREFIX, RedisStateStore
from storage.redis_turns import BELL, PEOPLE, RedisTurns

pytestmark = pytest.mark.integration

KEYS = [f"c{number}" for number in range(200)]


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not true():  # noqa: ASYNC110 - what is waited for is a flag of somebody else's
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_turns, "BEAT", 0.05)


async def all_well() -> None:
    """The database can be read."""


@pytest.fixture
async def start(valkey: str) -> AsyncIterator[Callable[..., Any]]:
    """Start a process's turns; called with a name, it returns them and what it was woken for."""
    async with AsyncExitStack() as opened, Nursery() as nursery:

        async def begin(
            name: str, well: Callable[[], Awaitable[None]] = all_well, bot_id: str = ""
        ) -> tuple[RedisTurns, list[str], asyncio.Task[None]]:
            store = RedisStateStore(valkey, bot_id)
            opened.push_async_callback(store.close)
            turns, woken = RedisTurns(store, name, well), list[str]()
            task = nursery.start(turns.follow(woken.append), name=name)
            return turns, woken, task

        yield begin


async def test_every_conversation_is_of_exactly_one_and_few_move_when_one_ends(start: Callable[..., Any]) -> None:
    processes = [await start(name) for name in "abc"]
    a, b, c = (turns for turns, _, _ in processes)
    await until(lambda: all(sum(t.ours(key) for t in (a, b, c)) == 1 for key in KEYS) and any(map(c.ours, KEYS)))
    before = {key: next(name for name, t in zip("abc", (a, b, c), strict=True) if t.ours(key)) for key in KEYS}

    processes[2][2].cancel()
    await until(lambda: all(a.ours(key) + b.ours(key) == 1 for key in KEYS))

    assert set(before.values()) == {"a", "b", "c"}
    assert not any(c.ours(key) for key in KEYS)
    assert all(a.ours(key) for key in KEYS if before[key] == "a")
    assert all(b.ours(key) for key in KEYS if before[key] == "b")


async def test_setup_starts_no_bot_beside_one_that_shares_by_redis(
    valkey: str, start: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both would poll, and each take the answers from the other."""
    begun: list[str] = []
    monkeypatch.setattr(RunningBot, "_spawn", lambda _: begun.append("bot"))
    url = f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    running = RunningBot(GivenSettings(redis_url=valkey, database_url=url))

    await running.start()
    assert begun == ["bot"]
    a, _, alive = await start("a")
    await until(lambda: a.ours("c1"))
    await running.start()
    assert begun == ["bot"]
    alive.cancel()
    async with asyncio.timeout(30):
        while len(begun) == 1:
            await running.start()


async def test_another_bot_on_the_same_server_has_no_part_in_it(start: Callable[..., Any]) -> None:
    """Its processes have another database: what they were given nobody would handle."""
    (a, _, _), (b, _, _) = await start("a", bot_id="71"), await start("b", bot_id="72")
    await until(lambda: all(map(a.ours, KEYS)) and all(map(b.ours, KEYS)))
    async with a.hold("c5"), asyncio.timeout(5), b.hold("c5"):
        seen = await a._redis.zrange(f"{PREFIX}71:{PEOPLE}", 0, -1)

    assert seen == ["a"]


async def test_what_is_anothers_wakes_that_one(start: Callable[..., Any]) -> None:
    (a, woken_a, _), (b, woken_b, _) = await start("a"), await start("b")
    await until(
        lambda: all(a.ours(key) != b.ours(key) for key in KEYS) and any(map(a.ours, KEYS)) and any(map(b.ours, KEYS))
    )
    mine = [key for key in KEYS if a.ours(key)]
    others = [key for key in KEYS if b.ours(key)]

    async with asyncio.timeout(30):
        while not woken_b:
            assert await a.pass_on([mine[0], others[0]]) == [mine[0]]
            await asyncio.sleep(0.02)

    assert set(woken_b) == {others[0]}
    assert woken_a == []


async def test_nobody_enters_a_conversation_that_is_held(start: Callable[..., Any]) -> None:
    (a, _, _), (b, _, _) = await start("a"), await start("b")
    inside, most = 0, 0

    async def talk(turns: RedisTurns) -> None:
        nonlocal inside, most
        async with turns.hold("c5"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.02)
            inside -= 1

    await asyncio.gather(*[talk(turns) for turns in (a, b, a, b)])

    assert most == 1


async def test_a_hold_is_renewed_as_long_as_it_lasts(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_turns, "LEASE", 0.8)
    monkeypatch.setattr(redis_turns, "MARGIN", 0.2)
    a, _, _ = await start("a")
    async with a.hold("c5"):
        await asyncio.sleep(2.5)

    assert not a._held


async def test_who_cannot_renew_lets_go_before_another_may_enter(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_turns, "LEASE", 0.8)
    monkeypatch.setattr(redis_turns, "MARGIN", 0.4)
    (a, _, alive), (b, _, _) = await start("a"), await start("b")
    alive.cancel()
    let_go: list[bool] = []

    async def stuck() -> None:
        try:
            async with a.hold("c5"):
                await asyncio.sleep(60)
        except StorageError:
            let_go.append(True)

    async def enters() -> list[bool]:
        await asyncio.sleep(0.05)
        async with b.hold("c5"):
            return [*let_go]

    _, found = await asyncio.gather(stuck(), enters())

    assert found == [True]


async def test_a_lock_whose_answer_was_late_is_held_for_less(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lease has run since the server took it, not since we heard of it."""
    monkeypatch.setattr(redis_turns, "LEASE", 0.8)
    monkeypatch.setattr(redis_turns, "MARGIN", 0.4)
    (a, _, alive), (b, _, _) = await start("a"), await start("b")
    alive.cancel()
    acquire, taken = Lock.do_acquire, asyncio.Event()
    let_go: list[bool] = []

    async def late(lock: Lock, token: str) -> bool:
        done = bool(await acquire(lock, token))
        if not taken.is_set():
            taken.set()
            await asyncio.sleep(0.6)
        return done

    monkeypatch.setattr(Lock, "do_acquire", late)

    async def stuck() -> None:
        with suppress(StorageError):
            async with a.hold("c5"):
                await asyncio.sleep(60)
        let_go.append(True)

    async def enters() -> list[bool]:
        await taken.wait()
        async with b.hold("c5"):
            return [*let_go]

    _, found = await asyncio.gather(stuck(), enters())

    assert found == [True]


async def test_a_crowd_of_conversations_does_not_use_up_the_connections(start: Callable[..., Any]) -> None:
    a, _, _ = await start("a")

    async def talk(number: int) -> None:
        async with a.hold(f"c{number}"):
            await a._redis.get("linli:anything")

    await asyncio.gather(*[talk(number) for number in range(400)])


async def test_who_is_killed_is_missed_after_a_while(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_turns, "ALIVE", 0.6)
    (a, _, _), (b, _, alive) = await start("a"), await start("b")
    await until(lambda: any(map(b.ours, KEYS)) and not all(map(a.ours, KEYS)))

    @asynccontextmanager
    async def nothing(*_: object) -> AsyncIterator[None]:
        yield

    monkeypatch.setattr(b._redis, "zrem", nothing)  # a killed process says nothing
    alive.cancel()
    await until(lambda: all(map(a.ours, KEYS)))

    assert await a._redis.zrange(f"{PREFIX}{PEOPLE}", 0, -1) == ["a"]


async def test_who_cannot_read_the_database_leaves_its_conversations_to_the_others(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_turns, "ALIVE", 0.6)
    troubles: list[StorageError] = []

    async def well() -> None:
        if troubles:
            raise troubles[0]

    (a, _, _), (b, _, _) = await start("a"), await start("b", well)
    await until(lambda: any(map(b.ours, KEYS)) and not all(map(a.ours, KEYS)))
    troubles.append(StorageError("storage-failed"))
    await until(lambda: all(map(a.ours, KEYS)))

    assert not any(map(b.ours, KEYS))
    troubles.clear()
    await until(lambda: all(a.ours(key) != b.ours(key) for key in KEYS))


async def test_without_redis_nothing_is_ours_and_nothing_fails(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(redis_turns, "ALIVE", 0.2)
    a, _, _ = await start("a")
    await until(lambda: a.ours("c1"))

    def gone(*_: object, **__: object) -> Any:
        raise RedisGoneError

    for name in ("time", "publish", "lock"):
        monkeypatch.setattr(a._redis, name, gone)
    await until(lambda: not a.ours("c1"))

    assert await a.pass_on(["c1"]) == []
    assert "look for themselves" in caplog.text
    monkeypatch.undo()
    await until(lambda: a.ours("c1"))


async def test_the_bell_says_which_conversations_and_nothing_else(valkey: str, start: Callable[..., Any]) -> None:
    (a, _, _), _ = await start("a"), await start("b")
    await until(lambda: any(map(a.ours, KEYS)) and not all(map(a.ours, KEYS)))
    others = [key for key in KEYS if not a.ours(key)][:2]
    async with a._redis.pubsub(ignore_subscribe_messages=True) as bell:
        await bell.subscribe(f"{PREFIX}{BELL}")
        said = None
        while said is None:
            await a.pass_on(others)
            said = await bell.get_message(timeout=0.1)

    assert json.loads(said["data"]) == others
