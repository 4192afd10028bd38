"""A group that gets more than Telegram lets through: nothing is refused, nothing is lost, people come first.

`make busy` does it at full size: forty petitions in five minutes, at Telegram's own pace. The accounting
reads what the sandbox was asked and what stands in its chats, never the program's own database.
"""

import asyncio
import time
from dataclasses import dataclass, field

from tests.e2e.crash import card_number
from tests.e2e.desk import DESK, Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, said
from tests.sandbox_client import Json

DESK_ID = -1000000002001
PER_MINUTE = 18
"""What the program lets itself have; Telegram's limit is 20."""


@dataclass
class Day:
    """Residents file, staff answer every card that they see, and somebody adds a word to a case that stands."""

    house: House
    residents: list[Person]
    numbers: dict[int, str] = field(default_factory=dict)
    filed: asyncio.Event = field(default_factory=asyncio.Event)
    """Everybody has their receipt."""
    waits: dict[str, list[float]] = field(default_factory=lambda: {"card": [], "reply": []})

    async def everybody(self, spread_s: float) -> None:
        async with asyncio.TaskGroup() as group:
            for n, person in enumerate(self.residents):
                group.create_task(self.one(person, n * spread_s / len(self.residents)))

    async def one(self, person: Person, later_s: float) -> None:
        await asyncio.sleep(later_s)
        number = self.numbers[person.ref] = await files_a_petition(person, f"第{person.ref}号楼的灯坏了")
        if len(self.numbers) == len(self.residents):
            self.filed.set()
        began = time.monotonic()
        staff = Staff(self.house, "staff-liu", number)
        card = await self.house.box.wait_message(DESK, lambda m: card_number(m) == number, timeout_s=900)
        staff.thread = card["message_thread_id"]
        self.waits["card"].append(time.monotonic() - began)
        began = time.monotonic()
        await staff.write(f"答复给{number}")
        await person.look(f"答复给{number}")
        self.waits["reply"].append(time.monotonic() - began)

    async def settled(self, quiet_ms: int) -> None:
        """Wait until every card says that its case is being worked on, and the bot has no more to say."""
        for number in self.numbers.values():
            await self.house.box.wait_message(
                DESK, lambda m, number=number: card_number(m) == number and "🙋" in said(m), timeout_s=900
            )
        while not await self.house.box.idle(quiet_ms=quiet_ms, timeout_ms=60_000):
            pass


@dataclass(frozen=True)
class Traffic:
    """What the bot asked for, in the order in which the sandbox took it."""

    calls: list[Json]

    @property
    def refused(self) -> list[Json]:
        return [call for call in self.calls if not call["ok"]]

    @property
    def busiest_second(self) -> int:
        moments = sorted(call["moment"] for call in self.calls)
        return max(sum(start <= moment < start + 1 for moment in moments) for start in moments)

    def into_the_group(self) -> list[str]:
        """Name what went into the desk's group: topic, card, edit, or the words."""
        return [name for call in self.calls if call["chat_id"] == DESK_ID and (name := named(call))]


def named(call: Json) -> str:
    text = str(call["params"].get("text", ""))
    match call["method"]:
        case "createForumTopic":
            return "topic"
        case "editMessageText":
            return "edit"
        case "sendMessage":
            return "card" if "⏳" in text else text
    return ""


async def people(house: House, count: int) -> list[Person]:
    return list(await asyncio.gather(*(consented(house, f"居民{n}") for n in range(count))))
