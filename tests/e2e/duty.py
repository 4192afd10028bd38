"""Somebody of a desk's group, for tests/e2e/test_duty.py."""

from dataclasses import dataclass, field
from typing import Any

from tests.e2e.desk import DESK
from tests.e2e.house import House
from tests.e2e.people import said
from tests.sandbox_client import Json, buttons


@dataclass
class Works:
    """Somebody of a desk's group, looking at one message of it, which is edited as it is pressed."""

    house: House
    ref: str = "staff-liu"
    chat: str = DESK
    shown: Json = field(default_factory=dict)

    async def says(self, text: str, wanted: str, **more: Any) -> str:
        sent = await self.house.box.text(self.ref, text, chat=self.chat, **more)
        return await self.sees(wanted, after=sent["message_id"])

    async def sees(self, wanted: str, after: int = 0) -> str:
        self.shown = await self.house.box.wait_message(self.chat, wanted, after=after)
        return said(self.shown)

    async def presses(self, label: str, wanted: str = "", ref: str = "") -> str:
        found = await self.house.box.wait_message(
            self.chat,
            lambda m: m["message_id"] == self.shown["message_id"] and any(label in text for text in buttons(m)),
        )
        text = next(text for text in buttons(found) if label in text)
        pressed = await self.house.box.press(ref or self.ref, found, text=text, chat=self.chat, wait_ms=8_000)
        if not wanted:
            return (pressed["answer"] or {}).get("text") or ""
        return await self.turns(wanted)

    async def turns(self, wanted: str) -> str:
        """Wait until the message says something else."""

        def fits(message: Json) -> bool:
            return message["message_id"] == self.shown["message_id"] and wanted in said(message)

        return said(await self.house.box.wait_message(self.chat, fits))
