"""Killed at random moments while petitions and replies flow: nothing is lost, almost nothing is repeated.

The accounting reads what stands in the sandbox's chats, never the program's own database.
"""

import asyncio
import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.house import House, open_house
from tests.e2e.people import Person, consented, said
from tests.sandbox_client import Json

KILLS = 20
IN_FLIGHT = 8
PER_LIFE = 6
MAX_EACH = 15
"""A resident may have 20 open cases."""
NUMBER = re.compile(r"XF-\d{4}-\d{6}")
DESK = "desk-community"


@dataclass
class Load:
    """Residents file petitions and staff answer each card once, without a pause and without looking."""

    house: House
    rng: random.Random
    people: list[Person] = field(default_factory=list)
    filed: dict[str, int] = field(default_factory=dict)
    replied: dict[str, str] = field(default_factory=dict)
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
            for message in await self.house.box.messages(DESK):
                number = card_number(message)
                if number and number not in self.replied:
                    self.replied[number] = f"答复给{number}."
                    thread = message["message_thread_id"]
                    await self.house.box.text("staff-liu", self.replied[number], chat=DESK, thread=thread)
            await asyncio.sleep(0.2)


def card_number(message: Json) -> str | None:
    """Return the number of the case whose card this is."""
    first, *rest = said(message).split("\n")
    found = NUMBER.search(first)
    is_card = bool(rest) and any(line.startswith(("⏳", "🗓")) for line in rest)
    return found[0] if found and is_card and message["from"].get("is_bot") else None


def marker_in(text: str, markers: Iterable[str]) -> str | None:
    found = re.search(r"诉求-\d+-\d+\.", text)
    return found[0] if found and found[0] in markers else None


def identities(messages: list[Json]) -> list[str]:
    """Name what each message of a chat says: what should be said once has a name of its own.

    That is the kind of message and the case it is about; of a window that names none, the petition that is being
    written, which is the one whose words were shown last. What people said themselves has no name.
    """
    names, written = [], ""
    for message in messages:
        text = said(message)
        number, marker = NUMBER.search(text), re.search(r"诉求-\d+-\d+\.", text)
        first = text.split("\n")[0].split(" ")[0]
        from_bot = message["from"].get("is_bot")
        written = marker[0] if from_bot and marker else written
        names.append(f"{first}|{number[0] if number else written}" if from_bot and text else "")
    return names


async def twenty_kills_lose_nothing(
    folder: Path, database: str = "", *, redis: str = "", webhook: bool = False
) -> None:
    """Play the whole of it on an empty `database` or a new SQLite file, with Redis or not, polling or by webhook."""
    seed = random.SystemRandom().randrange(10**9)
    print(f"crash test, seed {seed}")  # noqa: T201 - a failure must be repeatable
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    async with open_house(folder, database=database, redis=redis, webhook=webhook, measured=False) as house:
        load = Load(house, rng)
        load.people = [await consented(house, f"居民{n}") for n in range(16)]
        kills = await _work_and_die(house, load, rng)
        await house.working()
        await _settle(house, load)
        desk = await house.box.messages(DESK, limit=100_000)
        calls = reversed(await house.box.calls())  # edits name the message too: the first call that does has sent it
        sends = {(call["chat_id"], call.get("result_message_id")): call["seq"] for call in calls}
        chats = {person.ref: await house.box.messages(person.ref, limit=100_000) for person in load.people}
    _nothing_lost(load, desk, chats)
    repeats = _repeats(desk, chats, kills, sends)
    print(f"{len(load.filed)} petitions, {len(load.replied)} replies, repeats per kill: {repeats}")  # noqa: T201 - the measure


async def _work_and_die(house: House, load: Load, rng: random.Random) -> list[int]:
    """Return for each kill how many calls the sandbox had logged before it."""
    async with asyncio.TaskGroup() as group:
        group.create_task(load.residents())
        group.create_task(load.staff())
        kills = []
        for _ in range(KILLS):
            await house.working()
            load.new_life()
            await asyncio.sleep(rng.uniform(0.05, 2.5))
            await house.kill()
            kills.append(await _last_words(house))
            await house.spawn()
        await house.working()
        load.stop.set()
        load.allowed.release()
    return kills


async def _last_words(house: House) -> int:
    """Return how far the sandbox has come once it has answered all that the dead process still asked of it."""
    before, now = -1, (await house.box.calls())[-1]["seq"]
    while before != now:
        await asyncio.sleep(0.3)
        before, now = now, (await house.box.calls())[-1]["seq"]
    return now


async def _settle(house: House, load: Load) -> None:
    """Wait until nothing more comes; staff answer the cards that came last."""
    for _ in range(3):
        await _idle(house)
        load.stop.clear()
        answering = asyncio.ensure_future(load.staff())  # noqa: TID251 - a test's own loop
        await asyncio.sleep(1)
        load.stop.set()
        await answering
    await _idle(house)


async def _idle(house: House) -> None:
    """Wait as long as work goes on, some minutes at most: slow machines are slow, not wrong."""
    for _ in range(12):
        if await house.box.idle(quiet_ms=4_000, timeout_ms=30_000):
            return
    raise AssertionError(house.log[-4_000:])


def _nothing_lost(load: Load, desk: list[Json], chats: dict[int, list[Json]]) -> None:
    cards: dict[str, str] = {}
    for message in desk:
        number = card_number(message)
        marker = marker_in(said(message), load.filed)
        if number and marker:
            assert cards.setdefault(number, marker) == marker
    assert sorted(cards.values()) == sorted(load.filed), "each petition is one case, with its card"
    for number, marker in cards.items():
        texts = [said(m) for m in chats[load.filed[marker]] if m["from"].get("is_bot")]
        assert any(text.startswith("✅") and number in text for text in texts), f"{number} not acknowledged"
        assert any("回执" in text and number in text for text in texts), f"{number} without receipt"
        assert any(load.replied[number] in text for text in texts), f"reply to {number} did not arrive"
    acknowledged = {
        NUMBER.search(said(m))[0]
        for messages in chats.values()
        for m in messages
        if m["from"].get("is_bot") and said(m).startswith("✅") and NUMBER.search(said(m))
    }
    assert acknowledged <= set(cards), "everything acknowledged has its card"


def _repeats(
    desk: list[Json], chats: dict[int, list[Json]], kills: list[int], sends: dict[tuple[int | None, int | None], int]
) -> list[int]:
    """Count what was said twice: of what was in flight at a kill at most all, and never two in one chat.

    The kill is the one that came upon the first saying: on a slow machine the next one may come before the second.
    """
    per_kill: Counter[int] = Counter()
    for messages in [desk, *chats.values()]:
        again: list[tuple[int, str]] = []
        seen: dict[str, int] = {}
        for message, name in zip(messages, identities(messages), strict=True):
            if not name or name.endswith("|"):  # before the first petition people find their way in
                continue
            kills_before = bisect_left(kills, sends[message["chat"]["id"], message["message_id"]])
            if name in seen:
                assert seen[name] < kills_before, f"a repeat without a kill: {name}"
                again.append((seen[name] + 1, name))
            seen[name] = kills_before
        here = Counter(kill for kill, _ in again)
        assert all(count <= 1 for count in here.values()), f"two repeats in one chat after one kill: {again}"
        per_kill += here
    assert all(count <= IN_FLIGHT for count in per_kill.values()), per_kill
    return [per_kill[n] for n in range(1, len(kills) + 1)]
