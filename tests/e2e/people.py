"""A person at a phone: sees the newest message of the bot, presses buttons by their text, types."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.house import House
from tests.sandbox_client import Json, buttons


def said(message: Json) -> str:
    return message.get("text") or message.get("caption") or ""


@dataclass
class Person:
    """`seen` is the id of the last message looked at, so that waiting always means for something new."""

    house: House
    ref: int
    seen: int = 0
    window: Json = field(default_factory=dict)

    async def start(self, payload: str | None = None) -> Json:
        await self.house.box.start(self.ref, payload)
        return await self.look()

    async def write(self, text: str, wanted: str = "", **more: Any) -> Json:
        """Type a text and return the answering message that contains `wanted`."""
        sent = await self.house.box.text(self.ref, text, **more)
        self.seen = sent["message_id"]
        return await self.look(wanted)

    async def look(self, wanted: str = "") -> Json:
        """Wait for a message of the bot that is newer than what was seen, or was edited to contain `wanted`."""
        self.window = await self.house.box.wait_message(self.ref, wanted, after=self.seen)
        return self.window

    async def press(self, label: str, wanted: str = "") -> Json:
        """Press the newest button whose text contains `label`; with `wanted`, wait for what it leads to."""
        box = self.house.box
        self.window = await box.wait_message(self.ref, lambda m: any(label in text for text in buttons(m)))
        text = next(text for text in buttons(self.window) if label in text)
        await box.press(self.ref, self.window, text=text)
        if wanted:
            before = self.window["message_id"]
            self.window = await box.wait_message(self.ref, wanted, after=before - 1)
        return self.window


async def files_a_petition(person: Person, text: str) -> str:
    """File a complaint; return its number once the receipt is there. Where its words alone would lead is no matter."""
    for typed in ("/petition", "1", text, "1", "1", "1"):
        await person.write(typed)
    receipt = await person.look("🧾")
    return number_in(said(receipt))


def names(text: object, word: object) -> bool:
    """Whether a word stands in a text, a number by itself: inside an id of random digits it says nothing.

    The text may be the `repr` of what was kept, where a line begins behind the letter of an escape.
    """
    if not str(word).isdecimal():
        return str(word) in str(text)
    lines = re.sub(r"\\[nrt]", " ", str(text))
    return re.search(rf"(?<![0-9A-Za-z]){word}(?![0-9A-Za-z])", lines) is not None


def number_in(text: str) -> str:
    found = re.search(r"XF-\d{4}-\d{6}", text)
    assert found, text
    return found[0]


async def newcomer(house: House, name: str, language: str = "zh-hans") -> Person:
    user = await house.box.add_user(name, language_code=language)
    return Person(house, user["id"])


async def consented(house: House, name: str, language: str = "zh-hans") -> Person:
    """A person who has chosen a language and agreed twice; by numbers, so that it works in every language."""
    person = await newcomer(house, name, language)
    await person.start()
    choice = {"zh-hans": "1", "zh-hant": "2", "en": "3"}[language]
    for typed in (choice, "1", "1"):
        await person.write(typed)
    return person
