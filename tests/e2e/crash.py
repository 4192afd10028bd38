"""Killed at random moments while petitions and replies flow and calls to Telegram fail: nothing is lost or invented.

The accounting (`tests.e2e.ledger`) reads what stands in the sandbox's chats, never the program's own database.
"""

import asyncio
import math
import os
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.house import House, open_house
from tests.e2e.ledger import DESK, Books, Outcome, card_number, settled
from tests.e2e.people import Person, consented
from tests.sandbox_client import Json, SandboxRefusedError

KILLS = 12
PER_LIFE = 6
QUIET = 2
"""Spans of four seconds without news: a row that failed three times comes back within one, after four within two."""
MAX_EACH = 15
"""A resident may have 20 open cases."""
SEED = "LINLI_CRASH_SEED"
"""Set it to play the same once more, as far as two processes that run freely can be made to."""

LOST = ("drop_answer", "half_answer", "hang")
"""Done by Telegram, and the bot never learns of it."""
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "status", "code": 500},
    {"kind": "status", "code": 502},
    {"kind": "status", "retry_after": 1},
    {"kind": "drop_request"},
    {"kind": "drop_answer"},
    {"kind": "half_answer"},
    {"kind": "hang"},
    {"kind": "hang", "perform": True},
)
METHODS = (
    "sendMessage",
    "sendMessage",
    "sendMessage",
    "createForumTopic",
    "editMessageText",
    "setMessageReaction",
    "*",
)
FAULTS_PER_LIFE = 3
REPLAYED_PER_LIFE = 3


@dataclass
class Load:
    """Residents file petitions and staff answer each card once, without a pause and without looking."""

    house: House
    rng: random.Random
    people: list[Person] = field(default_factory=list)
    filed: dict[str, int] = field(default_factory=dict)
    replied: dict[str, str] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    """Faults that keep an answer from the bot."""
    met: Counter[str] = field(default_factory=Counter)
    replayed: int = 0
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    allowed: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    def new_life(self) -> None:
        """Let some more petitions be filed, so that they flow before and during every kill."""
        for _ in range(PER_LIFE):
            self.allowed.release()

    async def residents(self) -> None:
        done: Counter[int] = Counter()
        while not self.stop.is_set():
            await self.allowed.acquire()
            person = self.rng.choice([person for person in self.people if done[person.ref] < MAX_EACH])
            done[person.ref] += 1
            marker = f"诉求-{person.ref}-{done[person.ref]}."
            for typed in (marker, "1", "1", "1", "1"):  # a new matter, a complaint, no place, confirm
                await self.house.box.text(person.ref, typed)
                await asyncio.sleep(self.rng.uniform(0, 0.15))
            self.filed[marker] = person.ref

    async def staff(self) -> None:
        while not self.stop.is_set():
            await self.answer_cards()
            await asyncio.sleep(0.2)

    async def answer_cards(self) -> int:
        """Answer those that have no answer yet; return how many there were."""
        before = len(self.replied)
        for message in await self.house.box.messages(DESK, limit=100_000):
            number = card_number(message)
            if number and number not in self.replied:
                self.replied[number] = f"答复给{number}."
                thread = message["message_thread_id"]
                await self.house.box.text("staff-liu", self.replied[number], chat=DESK, thread=thread)
        return len(self.replied) - before

    async def trouble(self) -> None:
        """Order what will go wrong in this life, and bring some updates a second time."""
        box, rng = self.house.box, self.rng
        for _ in range(FAULTS_PER_LIFE):
            how = rng.choice(FAULTS)
            number = await box.fault(rng.choice(METHODS), **how, after=rng.randrange(12))
            if how["kind"] in LOST:
                self.lost.add(number)
        if "LINLI_WEBHOOK_URL" not in self.house.environment:
            await box.fault("getUpdates", **rng.choice(FAULTS[:6]), after=rng.randrange(4))
        for update in rng.sample(await box.updates(), k=REPLAYED_PER_LIFE):
            await box.replay(update["update_id"])
            self.replayed += 1

    async def end_of_trouble(self) -> None:
        for fault in await self.house.box.faults():
            if fault["hits"]:
                name = (
                    fault["kind"]
                    if fault["kind"] != "status"
                    else str(429 if "retry_after" in fault else fault["code"])
                )
                self.met[name] += fault["hits"]
        with suppress(SandboxRefusedError):  # there was none
            await self.house.box.clear_faults()


async def kills_lose_nothing(
    folder: Path, database: str = "", *, redis: str = "", webhook: bool = False, kills: int = KILLS
) -> Outcome:
    """Play the whole of it on an empty `database` or a new SQLite file, with Redis or not, polling or by webhook."""
    seed = int(os.environ.get(SEED) or random.SystemRandom().randrange(10**9))
    print(f"crash test, {SEED}={seed}")  # noqa: T201 - a failure must be repeatable
    rng, began = random.Random(seed), time.monotonic()  # noqa: S311 - not for secrets
    async with open_house(folder, database=database, redis=redis, webhook=webhook, measured=False) as house:
        await house.box.settings(webhook_retry_ms=200)
        load = Load(house, rng)
        residents = max(16, math.ceil(kills * PER_LIFE / 10))
        load.people = [await consented(house, f"居民{n}") for n in range(residents)]
        died = await _work_and_die(house, load, rng, kills)
        await house.working()
        await _settle(house, load)
        outcome = settled(
            Books(
                filed=load.filed,
                replied=load.replied,
                desk=await house.box.messages(DESK, limit=100_000),
                chats={person.ref: await house.box.messages(person.ref, limit=100_000) for person in load.people},
                calls=await house.box.calls(),
                lost=load.lost,
                kills=died,
            )
        )
    outcome.seed, outcome.faults, outcome.replayed = seed, dict(load.met), load.replayed
    outcome.seconds = time.monotonic() - began
    print(outcome)  # noqa: T201 - the measure
    assert not outcome.wrong, f"{SEED}={seed}: {outcome.wrong}"
    enough = outcome.petitions >= kills * PER_LIFE // 2 and load.met and load.replayed
    assert enough, f"{SEED}={seed}: little was put to the test: {outcome}"
    return outcome


async def _work_and_die(house: House, load: Load, rng: random.Random, kills: int) -> list[int]:
    """Return for each kill how many calls the sandbox had logged before it."""
    async with asyncio.TaskGroup() as group:
        group.create_task(load.residents())
        group.create_task(load.staff())
        died = []
        for _ in range(kills):
            await house.working()
            load.new_life()
            await load.trouble()
            await asyncio.sleep(rng.uniform(0.05, 2.5))
            await house.kill()
            await load.end_of_trouble()
            died.append(await _last_words(house))
            await house.spawn()
        await house.working()
        load.stop.set()
        load.allowed.release()
    return died


async def _last_words(house: House) -> int:
    """Return how far the sandbox has come once it has answered all that the dead process still asked of it."""
    before, now = -1, _latest(await house.box.calls())
    while before != now:
        await asyncio.sleep(0.3)
        before, now = now, max(now, _latest(await house.box.calls(after=now)))
    return now


def _latest(calls: list[Json]) -> int:
    return calls[-1]["seq"] if calls else 0


async def _settle(house: House, load: Load) -> None:
    """Wait until nothing more comes, twice in a row; staff answer the cards that came last."""
    quiet = 0
    while quiet < QUIET:
        await _idle(house)
        quiet = 0 if await load.answer_cards() else quiet + 1


async def _idle(house: House) -> None:
    """Wait as long as work goes on, some minutes at most: slow machines are slow, not wrong."""
    for _ in range(12):
        if await house.box.idle(quiet_ms=4_000, timeout_ms=30_000):
            return
    raise AssertionError(house.log[-4_000:])
