"""What booking scenes share: days of one's own, people who book, and the desk's list.

Scenes book days of their own: those of the demo may be over or not open yet, depending on the day the test runs on.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from tests.e2e.desk import DESK
from tests.e2e.house import House
from tests.e2e.people import newcomer, said
from tests.e2e.walker import Walker, walks_in
from tests.sandbox_client import Json, buttons

SHANGHAI = timezone(timedelta(hours=8))


def today(shifted: float = 0) -> date:
    return (datetime.now(UTC) + timedelta(seconds=shifted)).astimezone(SHANGHAI).date()


def own_day(
    title: str, on: date, to: str = "10:30", kind: str = "activity", *, walk_ins: bool = True, when: str = ""
) -> str:
    """A day from ten o'clock on, each half hour one place; other kinds than activities have their kind's name."""
    more = f"title: {title}\n    " if kind == "activity" else ""
    return f"""\
  - name: day-{title.encode().hex()[:30]}
    unit: 幸福社区
    kind: {kind}
    {more}when: {{{when or f"once: {on.isoformat()}"}}}
    holiday: keep
    place: 活动室
    opens_days: 56
    walk_ins: {str(walk_ins).lower()}
    specialists: [冯律师]
    times: [{{from: "10:00", to: "{to}", minutes: 30, places: 1}}]
"""


async def adds_days(house: House, *days: str) -> None:
    file = house.folder / "own.yaml"
    file.write_text("days:\n" + "".join(days), encoding="utf-8")
    await house.command("days", "import", str(file))


async def arrived(house: House, name: str, language: str = "zh-hans") -> Walker:
    walker = await walks_in(await newcomer(house, name, language))
    await walker.start("u_XINGFU")
    chosen = {"zh-hans": "zh-cn", "zh-hant": "zh-tw", "en": "en"}[language]
    await walker.walk(f"language.{chosen} privacy.yes abroad.yes")
    return walker


async def opens(walker: Walker, title: str) -> None:
    """Open the first day with this title, in whichever month it is."""
    month = await walker.say("/book", "📅")
    while not any(title in text for text in buttons(month)):
        await walker.choose("month.later")
        month = await walker.look("📅")
    await walker.house.box.press(walker.ref, month, data=code_of(month, title), wait_ms=8_000)


async def books(walker: Walker, title: str, topic: str = "") -> str:
    """Book the first free time of the day with this title; return the ticket's number."""
    await opens(walker, title)
    await walker.walk("day.*")
    if topic:
        await walker.say(topic)
    await walker.walk("share.yes preview.confirm" if topic else "topic.skip preview.confirm")
    return number_in(said(await ticket(walker)))


async def waits(walker: Walker, title: str) -> None:
    await opens(walker, title)
    await walker.walk("day.wait\n? 排上队了")


async def cancels(walker: Walker) -> None:
    """Cancel the first of one's bookings."""
    await walker.walk("> /book\nmonth.mine mine.* view.end cancel.yes")


async def ticket(walker: Walker, wanted: str = "🎫") -> Json:
    """The newest message with a calendar file."""
    return await walker.house.box.wait_message(walker.ref, lambda m: "document" in m and wanted in said(m))


async def calendar(house: House, message: Json) -> str:
    return (await house.box.file(message["document"]["file_id"])).decode()


def number_in(text: str) -> str:
    found = re.search(r"YY-\d{4}-\d{6}", text)
    assert found, text
    return found[0]


def code_of(message: Json, label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(button["callback_data"] for row in rows for button in row if label in button["text"])


async def id_of(walker: Walker) -> str:
    """The id of the booking that the person's newest ticket or offer is about."""
    message = await walker.house.box.wait_message(walker.ref, lambda m: "l1:bkg:" in str(m))
    return re.findall(r"l1:bkg:(\w+):", str(message))[-1]


async def forged(house: House, who: int | str, data: str, message: Json, **where: Any) -> str:
    """Press a button that is not there; return what the press was answered with, or what was said instead."""
    asked = {"message_id": message["message_id"], "data": data, "wait_ms": 8_000, **where}
    answered = (await house.box.act(who, "forge", **asked))["result"]
    return (answered["answer"] or {}).get("text") or ""


@dataclass
class DaysOfDesk:
    """One staff member looking at one message of the desk's group, which is edited as it is pressed."""

    house: House
    ref: str = "staff-liu"
    message: int = 0

    async def opens(self, title: str) -> Json:
        sent = await self.house.box.text(self.ref, "/days", chat=DESK)
        listed = await self.house.box.wait_message(DESK, "接待日子", after=sent["message_id"])
        self.message = listed["message_id"]
        await self.press(title)
        return await self.shows("📋")

    async def shows(self, wanted: str) -> Json:
        def fits(message: Json) -> bool:
            return message["message_id"] == self.message and wanted in said(message)

        return await self.house.box.wait_message(DESK, fits)

    async def press(self, label: str) -> str:
        """Press a button by what stands on it; return what the press was answered with."""

        def fits(message: Json) -> bool:
            return message["message_id"] == self.message and any(label in text for text in buttons(message))

        shown = await self.house.box.wait_message(DESK, fits)
        text = next(text for text in buttons(shown) if label in text)
        answered = await self.house.box.press(self.ref, shown, text=text, chat=DESK, wait_ms=8_000)
        return (answered["answer"] or {}).get("text") or ""

    async def forge(self, data: str) -> str:
        return await forged(self.house, self.ref, data, {"message_id": self.message}, chat=DESK)

    async def moves(self, reason: str) -> str:
        """Move the day that is shown to the last date that is offered; return that date's button."""
        await self.press("改期")
        to = buttons(await self.shows("改到哪一天"))[-2]  # behind it there is only the way back
        for label in (to, reason, "确定"):
            await self.press(label)
        await self.shows("已改到")
        return to

    async def closes(self, reason: str) -> str:
        """Call off the day that is shown; return what was answered."""
        for label in ("取消这天", reason):
            await self.press(label)
        return await self.press("确定")

    async def day_id(self) -> str:
        shown = await self.shows("📋")
        return re.findall(r"l1:day:(\w+)", str(shown))[0]


async def answer_to(house: House, walker: Walker, label: str) -> str:
    shown = await house.box.wait_message(walker.ref, lambda m: any(label in text for text in buttons(m)))
    answered = await house.box.press(walker.ref, shown, data=code_of(shown, label), wait_ms=8_000)
    return str((answered["answer"] or {}).get("text") or "")


async def on_the_day(house: House, desk: DaysOfDesk, booked: Walker, comes: Walker, shifted: float) -> None:
    """Who came, who did not, who was marked wrongly, and who came without a booking."""
    await desk.press("刷新")
    await desk.press("🚫 1")
    await desk.press("1 要提醒的人 到了")
    await desk.press("2 会来的人 到了")
    await desk.press("🚫 2")
    shown = said(await desk.shows("🚫 没来"))
    assert "要提醒的人 · ✅ 到了" in shown
    assert await desk.press("现场取号") == "🎫 现场 1 号"
    await desk.shows("现场取号 1")
    day, tomorrow = await desk.day_id(), today(shifted) + timedelta(days=1)
    assert "已经开始了，不能再改期" in await desk.forge(f"l1:dmv:{day}.{tomorrow:%Y%m%d}.0.y:0")
    for walker, told in ((booked, "人已经到了"), (comes, "已经过去了")):
        message = (await house.box.messages(walker.ref))[-1]
        assert told in await forged(house, walker.ref, f"l1:odc:{await id_of(walker)}:0", message)
    quiet = DaysOfDesk(house)
    await quiet.opens("静坐")
    assert "不接待没有预约" in await quiet.forge(f"l1:wlk:{await quiet.day_id()}:1")


WALK = """
day.menu main.book month.menu main.book month.later month.earlier month.* day.back month.menu
"""
TURNS = """
day.* topic.back day.* topic.menu
"""
PREVIEW = """
> 先写几句
share.back
> 重新写几句
share.no preview.topic
> 又改了
share.yes preview.share share.no preview.time day.* preview.menu
"""
AFTERWARDS = """
> /book
month.mine mine.* view.mine mine.menu main.book month.mine mine.book month.mine mine.* view.about topic.back view.about
> 补上几句
share.yes view.share share.no view.about topic.skip view.menu
"""
