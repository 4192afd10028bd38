"""Subscribers, the desk's notices, and Fridays, for tests/e2e/test_broadcast*.py."""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from tests.e2e.bookings import SHANGHAI, DaysOfDesk, arrived
from tests.e2e.desk import DESK
from tests.e2e.house import House
from tests.e2e.people import said
from tests.e2e.walker import Walker
from tests.sandbox_client import Json

WALK = """
> /start
main.more more.subscribe main.menu
> /subscribe
main.weekly main.topics topics.news topics.work topics.days topics.votes topics.back
main.topics topics.news topics.work topics.days topics.votes topics.back
main.quiet quiet.back main.quiet quiet.20-9 main.quiet quiet.22-7 main.quiet quiet.21-8
main.at_once main.notices main.never main.weekly main.quiet quiet.none
"""
SUBSCRIBES = "> /subscribe\nmain.weekly main.quiet quiet.none"


async def subscriber(house: House, name: str, language: str = "zh-hans") -> Walker:
    """A resident who wants the weekly digest, at any hour."""
    walker = await arrived(house, name, language)
    await walker.walk(SUBSCRIBES)
    return walker


class Friday:
    """Civil time, as far as it has been moved: from one Friday evening to the next."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.at = datetime.now(SHANGHAI)

    async def comes(self, weeks: int = 1) -> None:
        day = self.at.date() + timedelta(days=(5 - self.at.isoweekday()) % 7)
        moment = datetime.combine(day, time(18, 1), tzinfo=SHANGHAI)
        if moment <= self.at:
            moment += timedelta(weeks=1)
        moment += timedelta(weeks=weeks - 1)
        await self.house.box.move_time(seconds=int((moment - self.at).total_seconds()))
        self.at = moment


async def digests(house: House, ref: int) -> list[str]:
    return [said(m) for m in await house.box.messages(ref, limit=1_000) if said(m).startswith("📬 ") and "•" in said(m)]


async def progress(house: House, *wanted: str, after: int = 0) -> Json:
    """The newest message about a week's digest that says all of this."""

    def fits(message: Json) -> bool:
        return said(message).startswith("📣 每周消息") and all(words in said(message) for words in wanted)

    return await house.box.wait_message(DESK, fits, after=after, timeout_s=90)


async def slow(house: House, *people: Walker, delay_ms: int = 1_500) -> None:
    """Let Telegram take its time with each message to these people."""
    for person in people:
        await house.box.fault("sendMessage", "delay", chat=person.ref, delay_ms=delay_ms, times=-1)


async def told(house: House, words: str) -> Counter[int]:
    """How many messages with these words have been sent to whom."""
    calls = await house.box.calls(method="sendMessage")
    return Counter(call["chat_id"] for call in calls if call["ok"] and words in str(call["params"].get("text")))


async def waits_for(house: House, words: str, people: Sequence[Walker], least: int | None = None) -> None:
    """Wait until so many of these people, or all of them, have been told."""
    async with asyncio.timeout(90):
        while True:
            counts = await told(house, words)
            if len([person for person in people if counts[person.ref]]) >= (len(people) if least is None else least):
                return
            await asyncio.sleep(0.05)


@dataclass
class NoticeOfDesk(DaysOfDesk):
    """One staff member and one notice: its message is edited from the first question to the last number."""

    async def writes(self, text: str) -> Json:
        sent = await self.house.box.text(self.ref, f"/notice {text}", chat=DESK)
        asked = await self.house.box.wait_message(DESK, "发给谁", after=sent["message_id"])
        self.message = asked["message_id"]
        return asked

    async def goes(self, text: str, *, urgent: bool = True) -> None:
        """Write a notice to everybody and confirm it twice."""
        await self.writes(text)
        await self.press("看一看")
        if urgent:
            await self.press("改成紧急")
            await self.shows("不管几点")
        await self.press("发给")
        await self.shows("真的要发给")
        await self.press("确定")
        await self.shows("📣")

    async def campaign_id(self) -> str:
        found = re.search(r"l1:(?:ntc|cps|crs|cst):([0-9a-f]{32})", str(await self.shows("")))
        assert found is not None
        return found[1]
