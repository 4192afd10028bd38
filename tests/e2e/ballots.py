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


WALK = """
> /start
main.vote list.menu
> /vote
list.* ballot.back list.* ballot.menu
> /vote
list.verify verify.menu
> /vote
list.verify verify.back list.*
? 先核对身份
ballot.verify verify.back
"""
FILLING = """
ballot.start debrief.later
"""
LOOKING = """
review.change change.back review.change change.later
"""


def entry(name: str, opens: str, closes: str, **more: str) -> str:
    """One ballot for a file: an appraisal of one body by everybody, in one dimension, unless told otherwise."""
    subject = "{key: staff, name: 接待台, kind: body, scale: satisfaction, dimensions: [diligence], file: report.txt}"
    given = {
        "unit": "幸福社区",
        "kind": "appraisal",
        "title": name,
        "opens": opens,
        "closes": closes,
        "voters": "[{name: 居民}]",
        "subjects": f"[{subject}]",
        **more,
    }
    lines = "".join(f"    {word}: {value}\n" for word, value in given.items() if value)
    return f"  - name: {name}\n{lines}"


async def loads(house: House, *entries: str, expect: int = 0) -> str:
    file = house.folder / "own.yaml"
    (house.folder / "report.txt").write_text("全年述职", encoding="utf-8")
    file.write_text("ballots:\n" + "".join(entries), encoding="utf-8")
    return await house.command("ballot", "load", str(file), expect=expect)


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

    async def ballot_id(self, label: str) -> str:
        """The id in the button whose text contains `label`, in a new list."""
        await self.lists()
        code = next(c for t, c in zip(buttons(self.shown), codes(self.shown), strict=True) if label in t)
        return code.split(":")[2]

    async def forge(self, data: str, ref: str = QIAN) -> str:
        """Press a button that is not there; return the answer."""
        asked = {"chat": self.chat, "message_id": self.shown["message_id"], "data": data, "wait_ms": 8_000}
        answered = (await self.house.box.act(ref, "forge", **asked))["result"]
        return (answered["answer"] or {}).get("text") or ""

    async def approved(self, name: str) -> str:
        """Take a draft through proposal and both approvals; return its id."""
        ballot = await self.ballot_id(name)
        await self.press(name, "草稿")
        await self.press("提交审批", "等两人审批")
        await self.press("我批准", "（1/2）")
        await self.press("我批准", "等开始", ref=WU)
        return ballot

    async def cancels(self, name: str, *, two: bool = False) -> None:
        """What two have approved is called off by two."""
        await self.lists()
        await self.press(name, " 至 ")
        await self.press("取消", "您是第一位" if two else "会销毁")
        await self.press("确定取消", "还要另一位" if two else "已取消")
        if two:
            await self.press("取消", "会销毁")
            assert "还要另一位" in await self.press("确定取消")  # the same one again
            await self.press("确定取消", "已取消", ref=WU)


def local(now: datetime, days: int) -> str:
    return f"{now.astimezone(ZONE) + timedelta(days=days):%Y-%m-%d %H:%M}"
