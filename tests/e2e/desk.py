"""The staff side: finds a case's card and topic in a group and speaks there."""

import asyncio
from dataclasses import dataclass

from tests.e2e.house import House
from tests.e2e.people import said
from tests.sandbox_client import Json, buttons

DESK = "desk-community"


def _last_mark(message: Json) -> str:
    """Every card has a line with a date: what is due, or since when it stands."""
    return next((line[0] for line in said(message).split("\n") if line and line[0] in "⏳🗓"), "-")


ASKS = ("回复本条消息", "回复这条消息", "回覆本條訊息", "reply to this message")
"""What stands in every message that is to be answered."""


@dataclass
class Staff:
    """One staff member looking at one case in one group. `thread` is None where topics are off."""

    house: House
    ref: int | str
    number: str
    chat: int | str = DESK
    thread: int | None = None

    async def card(self, wanted: str = "", button: str = "") -> Json:
        """Wait until the case's card contains `wanted` and has a button with `button` in its text."""

        def fits(message: Json) -> bool:
            is_card = self.number in said(message).split("\n")[0] and "⏳🗓".find(_last_mark(message)) >= 0
            return is_card and wanted in said(message) and (not button or any(button in b for b in buttons(message)))

        card = await self.house.box.wait_message(self.chat, fits)
        self.thread = card.get("message_thread_id")
        return card

    async def press(self, label: str) -> str:
        """Press a button of the card; return what Telegram answered to the press."""
        card = await self.card(button=label)
        text = next(text for text in buttons(card) if label in text)
        answered = await self.house.box.press(self.ref, card, text=text, chat=self.chat, wait_ms=8000)
        return (answered["answer"] or {}).get("text") or ""

    async def forge(self, message: Json, data: str) -> str:
        """Press a button that is no longer there (an old window, or a forged callback); return the answer."""
        asked = {"chat": self.chat, "message_id": message["message_id"], "data": data, "wait_ms": 8000}
        answered = (await self.house.box.act(self.ref, "forge", **asked))["result"]
        return (answered["answer"] or {}).get("text") or ""

    async def write(self, text: str, **more: object) -> Json:
        """Write in the case's topic, or as a reply to its card where there are no topics."""
        if self.thread is not None:
            return await self.house.box.text(self.ref, text, chat=self.chat, thread=self.thread, **more)
        card = await self.card()
        return await self.house.box.text(self.ref, text, chat=self.chat, reply_to=card["message_id"], **more)

    async def prompted(self, label: str, verdict: str = "✅ 采纳") -> Json:
        """Press a button that prompts; return the prompt. Of a suggestion the verdict is pressed first."""
        before = (await self.house.box.messages(self.chat))[-1]["message_id"]
        await self.press(label)
        asked = await self._comes(before, verdict)
        if verdict not in buttons(asked):
            return asked
        await self.house.box.press(self.ref, asked, text=verdict, chat=self.chat, wait_ms=8000)
        return await self._comes(asked["message_id"])

    async def _comes(self, before: int, verdict: str = "") -> Json:
        """Wait for what is to be answered; words about the case that come in that moment are not meant."""

        def is_prompt(message: Json) -> bool:
            text = said(message)
            asks = any(words in text for words in ASKS) or verdict in buttons(message)
            return asks and self.number in text

        return await self.house.box.wait_message(self.chat, is_prompt, after=before, thread=self.thread)

    async def answer_prompt(self, label: str, text: str) -> Json:
        """Press a button that prompts, then reply to the prompt."""
        prompt = await self.prompted(label)
        return await self.house.box.text(
            self.ref, text, chat=self.chat, thread=self.thread, reply_to=prompt["message_id"]
        )

    async def seen(self) -> list[str]:
        """Everything that stands in the case's topic (or the whole group where there are none)."""
        return [said(m) for m in await self.house.box.messages(self.chat, thread=self.thread)]

    async def reacted(self, message: Json, within: float = 40.0) -> bool:
        """Wait for the sign that `message` has arrived, at most as many seconds."""
        read, until = 0, asyncio.get_running_loop().time() + within
        while asyncio.get_running_loop().time() < until:
            for call in await self.house.box.calls(after=read):
                read = call["seq"]
                about = str(call["params"].get("message_id")) == str(message["message_id"])
                if about and call["method"] == "setMessageReaction" and call["ok"]:
                    return True
            await asyncio.sleep(0.05)
        return False
