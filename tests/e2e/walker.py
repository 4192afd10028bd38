"""Somebody who tries every button: walks are written as the names of choices, which are the same in every language."""

import re
from typing import Any

from tests.e2e.people import Person, said
from tests.sandbox_client import Json


def _codes(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


class Walker(Person):
    async def choose(self, place: str) -> None:
        """Press the newest button named `window.choice` (a star stands for an id) and wait until it is answered."""
        shape = re.compile(rf"c:{re.escape(place)}$".replace(r"\*", "[0-9a-f]{32}"))
        await self.press_code(shape)

    async def press_code(self, shape: re.Pattern[str]) -> None:
        box = self.house.box
        try:
            message = await box.wait_message(self.ref, lambda m: any(map(shape.search, _codes(m))), timeout_s=15)
        except AssertionError:
            shown = (await box.messages(self.ref))[-1]
            raise AssertionError(shape.pattern, said(shown), _codes(shown)) from None
        data = next(filter(shape.search, _codes(message)))
        self.seen = max(self.seen, message["message_id"] - 1)
        await box.press(self.ref, message, data=data, wait_ms=8_000)

    async def say(self, text: str, wanted: str = "", **more: Any) -> Json:
        return await self.write(text, wanted, **more)

    async def walk(self, way: str) -> None:
        """Each line: choices to press one after the other; `> words` to type; `? words` to wait for."""
        for line in way.strip().splitlines():
            sign, _, rest = line.strip().partition(" ")
            if sign == ">":
                await self.say(rest)
            elif sign == "?":
                await self.house.box.wait_message(self.ref, rest, after=self.seen)
            else:
                for place in line.split():
                    await self.choose(place)


async def walks_in(person: Person) -> Walker:
    return Walker(person.house, person.ref, person.seen)
