"""People who vote, and the supervision committee's group, for tests/e2e/test_ballots.py."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.e2e.house import House
from tests.e2e.people import said
from tests.e2e.walker import Walker
from tests.sandbox_client import Json, buttons

GROUP = "supervision"
QIAN, WU = "supervisor-qian", "supervisor-wu"
ZONE = ZoneInfo("Asia/Shanghai")
RECEIPT = re.compile(r"\b([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})\b")
CHOICES = {"zh-cn": "1", "zh-tw": "2", "en": "3"}


async def moved_in(house: House, ref: str, language: str = "zh-cn") -> Walker:
    """One of the roster's people, who has agreed to everything and lives in the community."""
    user = next(user for user in (await house.box.world())["users"] if user["slug"] == ref)
    walker = Walker(house, user["id"])
    await walker.start("u_XINGFU")
    await walker.walk(f"language.{language} privacy.yes abroad.yes")
    return walker


async def shows_who(walker: Walker) -> None:
    """Share the account's own number where it is asked for."""
    await walker.walk("> /vote\nlist.verify verify.share")
    await walker.house.box.contact(walker.ref)
    await walker.house.box.wait_message(walker.ref, lambda m: any("c:list." in code for code in codes(m)))


def codes(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


async def opens(walker: Walker, title: str) -> None:
    """Open a ballot of a new list by its title."""
    sent = await walker.house.box.text(walker.ref, "/vote")
    walker.seen = sent["message_id"]
    listed = await walker.house.box.wait_message(
        walker.ref, lambda m: any(title in text for text in buttons(m)), after=walker.seen
    )
    code = next(code for text, code in zip(buttons(listed), codes(listed), strict=True) if title in text)
    await walker.house.box.press(walker.ref, listed, data=code, wait_ms=8_000)
    await walker.look(title)


async def grades(walker: Walker, label: str, times: int) -> None:
    """Press the grade whose button says `label` so many times, one question after the other."""
    box, before = walker.house.box, ""
    for _ in range(times):
        asks = await box.wait_message(
            walker.ref, lambda m, before=before: any("c:grade." in c for c in codes(m)) and said(m) != before
        )
        before = said(asks)
        code = next(code for text, code in zip(buttons(asks), codes(asks), strict=True) if label in text)
        await box.press(walker.ref, asks, data=code, wait_ms=8_000)


async def receipt_of(walker: Walker) -> str:
    """The receipt on the review, which has to be copied before the last press."""
    review = await walker.house.box.wait_message(walker.ref, lambda m: RECEIPT.search(said(m)) is not None)
    found = RECEIPT.search(said(review))
    assert found is not None
    return found[1]


@dataclass
class Committee:
    """One message with `/ballots`, and the two who press its buttons."""

    house: House
    chat: str = GROUP
    shown: Json = field(default_factory=dict)

    async def lists(self, ref: str = QIAN) -> Json:
        asked = await self.house.box.text(ref, "/ballots", chat=self.chat)
        self.shown = await self.house.box.wait_message(self.chat, lambda m: bool(codes(m)), after=asked["message_id"])
        return self.shown

    async def press(self, label: str, wanted: str = "", ref: str = QIAN) -> str:
        """Press a button of the message; return what was answered, once the message says what is wanted."""
        (text,) = [text for text in buttons(self.shown) if label in text]
        answered = await self.house.box.press(ref, self.shown, text=text, chat=self.chat, wait_ms=8_000)
        if wanted:
            self.shown = await self.house.box.wait_message(self.chat, wanted, after=self.shown["message_id"] - 1)
        return (answered["answer"] or {}).get("text") or ""


def local(now: datetime, days: int) -> str:
    return f"{now.astimezone(ZONE) + timedelta(days=days):%Y-%m-%d %H:%M}"
