"""The directory: offices a resident may turn to, and partner units with what they pledged and did (DOMAIN §1)."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from core.shared.errors import DomainError
from core.shared.ids import OfficeId, UnitId
from core.shared.masking import masked
from core.shared.text import fold, is_blank, is_phone


class OfficeKind(StrEnum):
    """Stored by value: never rename."""

    WOMEN = "women"
    CONSUMER = "consumer"
    POLICE = "police"
    LAWYER = "lawyer"
    MEDIATION = "mediation"
    HEALTH = "health"
    PARTNER = "partner"
    """A unit that stands by the community; its goal, plan, measures and results are disclosed."""
    OTHER = "other"


TEXTS = ("name", "does", "hours", "phone", "place", "words", "goal", "plan", "measures", "results")
LIMITS = {"name": 60, "phone": 60, "hours": 120, "words": 120, "place": 120}
LONGEST = 600
"""Characters of any other text: all of an office is one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What everybody may read of an office; a person's name or telephone is no part of it."""

    name: str
    kind: OfficeKind = OfficeKind.OTHER
    does: str = ""
    hours: str = ""
    phone: str = ""
    place: str = ""
    words: str = ""
    """Further words by which people look for it, with blanks between."""
    goal: str = ""
    plan: str = ""
    measures: str = ""
    results: str = ""

    def checked(self) -> "Office":
        """Return it tidied up.

        Raises DomainError("office-name", "office-phone", "office-mobile") and DomainError("office-long", field=…).
        """
        tidy = replace(self, **{name: getattr(self, name).strip() for name in TEXTS})
        if is_blank(tidy.name):
            raise DomainError("office-name")
        for name in TEXTS:
            if len(getattr(tidy, name)) > LIMITS.get(name, LONGEST):
                raise DomainError("office-long", count=LIMITS.get(name, LONGEST))
        if tidy.phone and not is_phone(tidy.phone):
            raise DomainError("office-phone")
        if is_mobile(tidy.phone):
            raise DomainError("office-mobile")
        return tidy

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Office":
        return cls(**{**data, "kind": OfficeKind(data["kind"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An office in a unit's directory: what is published, and what the desk is about to say instead."""

    id: OfficeId
    unit_id: UnitId
    slug: str
    position: int
    published: Office | None = None
    draft: Office | None = None
    version: int = 1


def is_mobile(phone: str) -> bool:
    """Tell whether there is a mobile telephone among the numbers: those belong to people, not to offices."""
    digits = "".join(char for char in phone if char.isdigit())
    starts = (digits[at : at + 11] for at in range(max(len(digits) - 10, 0)))
    return any(part[0] == "1" and part[1] in "3456789" for part in starts) and masked(phone) != phone


def find(entries: Sequence[Entry], text: str) -> list[Entry]:
    """Return the published offices that a text asks for, the best first; empty where it names none.

    An office is meant where its name or one of its words stands in the text, or the text in its name; of what it does
    the longest stretch that is said counts less.
    """
    asked = fold(text)
    scored = [(_score(entry.published, asked), -entry.position, entry) for entry in entries if entry.published]
    best = sorted((row for row in scored if row[0] > 0), key=lambda row: row[:2], reverse=True)
    return [entry for score, _, entry in best if 2 * score >= best[0][0]]


def _score(office: Office, asked: str) -> int:
    names = [fold(office.name), *map(fold, office.words.split())]
    whole = [len(name) * 3 for name in names if len(name) > 1 and (name in asked or (len(asked) > 1 and asked in name))]
    return max([*whole, *(_common(name, asked, 3) for name in names), _common(fold(office.does), asked, 4)], default=0)


def _common(name: str, asked: str, least: int) -> int:
    """Return the length of the longest stretch of a name that is said, 0 below `least`."""
    stretches: Collection[int] = [
        end - start
        for start in range(len(name))
        for end in range(start + least, min(len(name), start + 12) + 1)
        if name[start:end] in asked
    ]
    return max(stretches, default=0)
