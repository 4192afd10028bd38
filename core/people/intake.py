"""What staff write down for somebody who came or called: a form of one staff member in one group.

It is filled in step by step, or with lines that say what they are, and is kept until it is filed or cancelled.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from core.people.roster_file import phone_trouble
from core.petitions.draft import MAX_TEXT
from core.petitions.model import KINDS, Kind
from core.shared.errors import DomainError
from core.shared.ids import ChatId, TelegramUserId
from core.shared.text import fold, is_blank, one_line, storable, utf16_len

_COLON = re.compile(r"[:\uff1a]")
MAX_NAME = 100
MAX_ROOM = 64


class IntakeField(StrEnum):
    """In the order in which they are asked."""

    KIND = "kind"
    NAME = "name"
    PHONE = "phone"
    ROOM = "room"
    TEXT = "text"


@dataclass(slots=True, kw_only=True)
class Intake:
    """`None` is not said yet, "" that there is none. `asked` has of each question of ours which field it asked for."""

    id: str
    chat_id: ChatId
    code: str
    """The code word on the slip."""
    kind: Kind | None = None
    said: dict[str, str] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)

    def get(self, what: IntakeField) -> str:
        return self.said.get(what, "")

    @property
    def nameless(self) -> bool:
        """Whether the kind lets somebody go without a name."""
        return self.kind is not None and KINDS[self.kind].anonymous_allowed

    def may_skip(self, what: IntakeField) -> bool:
        return what in {IntakeField.PHONE, IntakeField.ROOM} or (what is IntakeField.NAME and self.nameless)

    @property
    def next(self) -> IntakeField | None:
        """The first field nobody has spoken of; None when it can be filed."""
        if self.kind is None:
            return IntakeField.KIND
        for what in IntakeField:
            unsaid = what not in self.said or (what is IntakeField.NAME and not self.said[what] and not self.nameless)
            if what is not IntakeField.KIND and unsaid:
                return what
        return None

    def take(self, what: IntakeField, text: str) -> None:
        """Write down an answer, in the place of one of before; "" says that there is none.

        Raises DomainError("intake-empty"), ("intake-phone") or ("intake-long").
        """
        plain = storable(text).strip() if what is IntakeField.TEXT else one_line(storable(text))
        longest = {IntakeField.NAME: MAX_NAME, IntakeField.TEXT: MAX_TEXT}.get(what, MAX_ROOM)
        if utf16_len(plain) > longest:
            raise DomainError("intake-long", count=longest)
        if is_blank(plain) and not self.may_skip(what):
            raise DomainError("intake-empty")
        if what is IntakeField.PHONE and phone_trouble(plain):
            raise DomainError("intake-phone")
        self.said[what] = "" if is_blank(plain) else plain

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "chat": self.chat_id,
            "code": self.code,
            "kind": self.kind,
            "said": self.said,
            "asked": self.asked,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Intake":
        kind = Kind(data["kind"]) if data["kind"] else None
        return cls(
            id=data["id"],
            chat_id=ChatId(data["chat"]),
            code=data["code"],
            kind=kind,
            said=dict(data["said"]),
            asked=dict(data["asked"]),
        )


def labelled(text: str, field_of: Callable[[str], IntakeField | None]) -> dict[IntakeField, str]:
    """Read lines like "phone: 138…"; what follows the text's own line belongs to the text, whatever it looks like."""
    found: dict[IntakeField, str] = {}
    last: IntakeField | None = None
    for line in text.splitlines():
        label, *rest = _COLON.split(line, maxsplit=1)
        what = field_of(fold(label)) if rest and last is not IntakeField.TEXT else None
        if what is not None:
            found[what], last = rest[0].strip(), what
        elif last is not None:
            found[last] = f"{found[last]}\n{line}".strip()
    return found


class IntakeStore(Protocol):
    """One form a staff member, sealed: names and phone numbers are in it."""

    async def get(self, user_id: TelegramUserId) -> Intake | None: ...

    async def put(self, user_id: TelegramUserId, intake: Intake | None) -> None: ...
