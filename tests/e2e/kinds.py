"""One named and open case, seen from both sides, and what arrives of what is sent."""

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Any

from tests.e2e.desk import Staff
from tests.e2e.house import House
from tests.e2e.people import Person, consented, files_a_petition, newcomer, said
from tests.sandbox_client import Json

FLAT = "desk-group"
"""A staff group without topics."""


@dataclass
class Case:
    """One named and open case, seen from both sides."""

    person: Person
    staff: Staff
    receipt: int
    card: int

    async def at_desk(self, wanted: Any, after: int = 0) -> Json:
        staff = self.staff
        return await staff.house.box.wait_message(staff.chat, wanted, thread=staff.thread, after=after)

    async def at_home(self, wanted: Any, after: int = 0) -> Json:
        """Wait for a reply of the desk with these words; the window of the case shows them as well."""
        if isinstance(wanted, str):
            words = wanted
            wanted = lambda m: words in said(m) and said(m).startswith(("💬", "📄", "❓"))  # noqa: E731 - a check
        return await self.staff.house.box.wait_message(self.person.ref, wanted, after=after)

    async def album_at_desk(self, caption: str, size: int) -> list[Json]:
        return await self._album(self.staff.chat, caption, size, thread=self.staff.thread)

    async def album_at_home(self, caption: str, size: int) -> list[Json]:
        return await self._album(self.person.ref, caption, size)

    async def _album(self, chat: int | str, caption: str, size: int, **where: Any) -> list[Json]:
        """Wait for an album of ours of this size with these words under a part of it; return its parts."""
        box = self.staff.house.box

        def ours(message: Json) -> bool:
            return bool(message["from"].get("is_bot") and "media_group_id" in message and caption in said(message))

        found = await box.wait_message(chat, ours, **where)
        everything = await box.messages(chat, **where)
        parts = [m for m in everything if m.get("media_group_id") == found["media_group_id"]]
        assert len(parts) == size, parts
        return parts

    @property
    def here(self) -> dict[str, Any]:
        """Where the resident writes to the case from: in answer to its receipt."""
        return {"reply_to": self.receipt}

    @property
    def there(self) -> dict[str, Any]:
        """Where the desk writes to the resident from: the topic, or where there is none, in answer to the card."""
        here = {"reply_to": self.card} if self.staff.thread is None else {"thread": self.staff.thread}
        return {"chat": self.staff.chat, **here}


async def open_case(house: House, name: str) -> Case:
    person = await consented(house, name)
    number = await files_a_petition(person, "楼道灯坏了")
    receipt = person.window["message_id"]
    staff = Staff(house, "staff-liu", number)
    return Case(person, staff, receipt, (await staff.card())["message_id"])


async def open_flat_case(house: House, name: str, text: str = "楼道灯坏了") -> Case:
    """A case of the third group, whose desk has no topics."""
    person = await newcomer(house, name)
    await person.start("u_SANZU")
    for typed in ("1", "1", "1"):
        await person.write(typed)
    number = await files_a_petition(person, text)
    staff = Staff(house, "leader-zhao", number, chat=FLAT)
    return Case(person, staff, person.window["message_id"], (await staff.card())["message_id"])


def marks(message: Json) -> set[tuple[str, str]]:
    """What is formatted in a message, and how, whatever stands around it."""
    words, found = said(message), message.get("entities") or message.get("caption_entities") or []
    units = words.encode("utf-16-le")
    return {(e["type"], units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")) for e in found}


async def content(house: House, message: Json, kind: str) -> bytes:
    file = message[kind][-1] if kind == "photo" else message[kind]
    return await house.box.file(file["file_id"])


def copies(house: House) -> set[str]:
    """What our own store holds, by the names files have there: their SHA-256."""
    return {path.name for path in (house.folder / "data" / "blobs").rglob("*") if path.is_file()}


async def kept(house: House, content: bytes) -> None:
    name = hashlib.sha256(content).hexdigest()
    async with asyncio.timeout(30):
        while name not in copies(house):  # noqa: ASYNC110 - another process: there is no event to wait for
            await asyncio.sleep(0.05)
