"""Failures of single calls, and what a petition's way through each of them left in the chats."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.desk import Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, number_in, said
from tests.sandbox_client import Json


@dataclass(frozen=True)
class Trouble:
    """One failure of one call; `repeats`: Telegram may have done it all the same, and nobody can know."""

    name: str
    repeats: int = 0
    how: dict[str, Any] = field(default_factory=dict)
    where: tuple[str, ...] = ("window", "reply")

    def __str__(self) -> str:
        return self.name


def status(code: int, **more: Any) -> Trouble:
    return Trouble(str(code), how={"kind": "status", "code": code, **more})


PASSING = [
    status(401),
    status(404),
    status(409),
    Trouble("429", how={"kind": "status", "retry_after": 1}),
    status(500),
    status(502),
    Trouble("dropped request", how={"kind": "drop_request"}),
    Trouble("dropped answer", 1, {"kind": "drop_answer"}),
    Trouble("half an answer", 1, {"kind": "half_answer"}),
    Trouble("no answer to a window, not done", 0, {"kind": "hang"}, ("window",)),
    Trouble("no answer to a window, done", 1, {"kind": "hang", "perform": True}, ("window",)),
    Trouble("no answer to a reply, not done", 0, {"kind": "hang"}, ("reply",)),
    Trouble("no answer to a reply, done", 1, {"kind": "hang", "perform": True}, ("reply",)),
]
"""What does not say that the call itself was wrong: it is made again, and all comes to its end by itself."""


@dataclass
class Played:
    """One resident's petition and its reply, each of them with the trouble in its way once."""

    reply: str
    hits: list[int]
    chat: list[Json]
    told: bool
    """Whether the writer of the reply got the sign that it arrived."""

    def times(self, words: str) -> int:
        return sum(words in said(message) for message in self.chat if message["from"].get("is_bot"))


async def play(house: House, trouble: Trouble) -> Played:
    """Let the trouble befall the window that answers a resident's first words, and later a reply to them."""
    box = house.box
    person = await consented(house, trouble.name)
    matter, words = f"路灯坏了（{trouble.name}）", f"明天来修（{trouble.name}）"
    faults = []
    if "window" in trouble.where:
        faults.append(await box.fault("sendMessage", chat=person.ref, **trouble.how))
    number = await files_a_petition(person, matter)
    staff = await takes_up(person, number)
    if "reply" in trouble.where:
        faults.append(await box.fault("sendMessage", chat=person.ref, **trouble.how))
    reply = await staff.write(words)
    await person.look(words)
    told = await staff.reacted(reply, within=60)
    hits = [fault["hits"] for fault in await box.faults() if fault["id"] in faults]
    chat = await box.messages(person.ref, limit=1_000)
    return Played(words, hits, chat, told)


async def play_all(house: House) -> dict[str, Played]:
    """All at once, each with people of its own: what takes long waits beside the others."""
    async with asyncio.TaskGroup() as group:
        playing = {trouble.name: group.create_task(play(house, trouble)) for trouble in PASSING}
    return {name: task.result() for name, task in playing.items()}


async def takes_up(person: Person, number: str) -> Staff:
    """A first word from the desk, so that what is written next brings one message and no more."""
    staff = Staff(person.house, "staff-liu", number)
    await staff.card()
    await staff.write("我们看一下")
    await person.look("我们看一下")
    return staff


async def begins_to_write(person: Person) -> None:
    """Open a complaint: from here on every message is noted as a part of it."""
    await person.write("/petition", "110")
    await person.press("投诉", "一条写不完")


async def notes(person: Person, words: str) -> None:
    """Write a part, and wait until it is noted."""
    await person.write(words, "已记下")


async def hands_in(person: Person) -> list[str]:
    """Close the words, name a place, confirm; return the lines of the card at the desk."""
    await person.press("写完了", "📎")
    await person.write("门口", "请看一遍")
    await person.press("确认提交", "收到了")
    number = number_in(said(await person.look("🧾")))
    return said(await Staff(person.house, "staff-liu", number).card()).split("\n")


async def hits(house: House, fault: int, wanted: int) -> None:
    """Wait until the fault has been met so often."""
    while next(known["hits"] for known in await house.box.faults() if known["id"] == fault) < wanted:  # noqa: ASYNC110 - another process: there is no event
        await asyncio.sleep(0.05)


async def logs(house: House, words: str, times: int = 1) -> None:
    while house.log.count(words) < times:  # noqa: ASYNC110 - same
        await asyncio.sleep(0.05)
