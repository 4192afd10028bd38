"""What disclosure scenes share: the desk that writes, the groups that review, and residents who read."""

import asyncio
import io
import re
from dataclasses import dataclass

import openpyxl

from tests.e2e.desk import DESK
from tests.e2e.house import House
from tests.e2e.people import newcomer, said
from tests.e2e.walker import Walker, walks_in
from tests.sandbox_client import Json, buttons

SUPERVISION, FINANCE, STREET = "supervision", "finance", "desk-street"


async def arrived(house: House, name: str, language: str = "zh-hans", payload: str = "u_XINGFU") -> Walker:
    walker = await walks_in(await newcomer(house, name, language))
    await walker.start(payload)
    chosen = {"zh-hans": "zh-cn", "zh-hant": "zh-tw", "en": "en"}[language]
    await walker.walk(f"language.{chosen} privacy.yes abroad.yes")
    return walker


def accounts() -> bytes:
    """A table as a treasurer makes it, with sums and a form for money."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["项目", "收入", "支出"], ["清洁", None, 1234.5], ["租金", 88000, None]):
        sheet.append(row)
    for cell in sheet["B"] + sheet["C"]:
        cell.number_format = "#,##0.00"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def code_of(message: Json, label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(button["callback_data"] for row in rows for button in row if label in button["text"])


@dataclass
class Group:
    """One member of a group, looking at one message of ours that is edited as it is pressed."""

    house: House
    ref: str = "staff-liu"
    chat: str = DESK
    message: int = 0

    async def finds(self, wanted: str, after: int = 0) -> Json:
        """Look at the newest message that says this."""
        found = await self.house.box.wait_message(self.chat, wanted, after=after)
        self.message = found["message_id"]
        return found

    async def writes(self, text: str, wanted: str, **more: object) -> Json:
        """Write, and look at what answers."""
        sent = await self.house.box.text(self.ref, text, chat=self.chat, **more)
        return await self.finds(wanted, after=sent["message_id"])

    async def shows(self, wanted: str) -> Json:
        def fits(message: Json) -> bool:
            return message["message_id"] == self.message and wanted in said(message)

        return await self.house.box.wait_message(self.chat, fits)

    async def offers(self, label: str) -> str:
        """Wait for a button with this on it; return its code."""

        def fits(message: Json) -> bool:
            return message["message_id"] == self.message and any(label in text for text in buttons(message))

        return code_of(await self.house.box.wait_message(self.chat, fits), label)

    async def press(self, label: str) -> str:
        """Press a button by what stands on it; return what the press was answered with."""
        return await self.forge(await self.offers(label))

    async def forge(self, data: str) -> str:
        """Press a button that may be there no more; return what the press was answered with."""
        asked = {"chat": self.chat, "message_id": self.message, "data": data, "wait_ms": 8_000}
        answered = (await self.house.box.act(self.ref, "forge", **asked))["result"]
        return str((answered["answer"] or {}).get("text") or "")

    async def answers(self, text: str) -> Json:
        return await self.house.box.text(self.ref, text, chat=self.chat, reply_to=self.message)


async def drafts(house: House, text: str, title: str = "", category: str = "居务") -> Group:
    """Write something in the desk's group and make it ready to be sent to review."""
    desk = Group(house)
    sent = await house.box.text(desk.ref, text, chat=DESK)
    await desk.writes(f"/publish {title}".strip(), "准备公示", reply_to=sent["message_id"])
    await desk.press(category)
    await desk.shows("说的是什么时候")
    await desk.press("不分时期")
    await desk.shows("居民看到的就是这样")
    return desk


async def agrees(house: House, title: str, after: int = 0) -> Group:
    group = Group(house, "supervisor-qian", SUPERVISION)
    await group.finds(f"：{title}\n", after=after)
    await group.press("同意公示")
    return group


async def published(house: House, text: str, title: str) -> str:
    """Publish something from the desk's group to the board; return its number."""
    desk = await drafts(house, text, title)
    await desk.press("送审")
    await (await agrees(house, title)).shows("已公示，编号")
    return number_in(said(await desk.finds(f"{title} 已公示")))


def number_in(text: str) -> str:
    found = re.search(r"GK-\d{4}-\d{4}", text)
    assert found, text
    return found[0]


async def says_what_is_missing(house: House, desk: Group) -> None:
    """Send a draft too early and with too much."""
    full = Group(house, desk.ref)
    await full.writes("/publish 满的", "还没有内容")
    await asyncio.gather(*(full.answers("字" * 4_000) for _ in range(6)))
    await full.finds("文字最多")
    await full.finds("满的")
    await asyncio.gather(*(full.answers("再一句") for _ in range(20)))
    await full.finds("最多 20 条消息")
    await full.finds("准备公示")
    send = (await full.offers("不公示了")).replace(":ddr:", ":dsb:")
    assert "还没有选栏目" in await full.forge(send)
    await full.press("财务")
    await full.shows("什么时候")
    assert "还没有选时期" in await full.forge(send)
    await full.press("不公示了")
    await full.shows("满的 不公示了")
    assert "不公示了" in await full.forge(send)
