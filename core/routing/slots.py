"""What a text names besides its wish: a day, how many people, a case, a place."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.routing.model import Intent
from core.shared.day_words import plain
from core.shared.hours import number
from core.shared.phrases import meant

NOTHING = {Intent.NONE, Intent.GREETING}
COUNTED = {
    Intent.COMPLAINT,
    Intent.MEDIATION,
    Intent.SERVICE,
    Intent.LEGAL,
    Intent.EVENT,
    Intent.LEADER,
    Intent.MANAGE,
}
TWO = unicodedata.lookup("CJK UNIFIED IDEOGRAPH-4FE9")
"""We two; the other word of its kind is we three."""
PLACED = {Intent.COMPLAINT, Intent.SERVICE}
Value = str | int


@dataclass(frozen=True, slots=True)
class SlotPatterns:
    """The regular expressions of each slot, in the order in which they are tried."""

    by_name: Mapping[str, Sequence[re.Pattern[str]]]

    @classmethod
    def parse(cls, text: str) -> "SlotPatterns":
        by_name: dict[str, list[re.Pattern[str]]] = {}
        for line in text.splitlines():
            if line and not line.startswith("# "):
                name, _, pattern = line.partition("\t")
                by_name.setdefault(name, []).append(re.compile(pattern))
        return cls(by_name)

    def first(self, name: str, known: str) -> re.Match[str] | None:
        return next((match for pattern in self.by_name.get(name, ()) if (match := pattern.search(known))), None)


def slots_of(text: str, intent: Intent, today: date, patterns: SlotPatterns) -> dict[str, Value]:
    """Return the slots of a text that wants `intent`; days as seen from `today`."""
    if intent in NOTHING:
        return {}
    known = plain(text)
    found: dict[str, Value] = {}
    case = patterns.first("case_no", known)
    if case is not None:
        found["case_no"] = f"XF-{case['year'] or today.year}-{int(case['serial']):06}"
        known = f"{known[: case.start()]}{' ' * len(case[0])}{known[case.end() :]}"
    days = meant(known, today)
    if days.day is not None:
        found["date"] = days.day.iso
    if days.moved_from is not None:
        found["date_from"] = days.moved_from.iso
    people = _count(patterns.first("count", known)) if intent in COUNTED else None
    if people is not None:
        found["count"] = people
    place = patterns.first("place", known) if intent in PLACED else None
    if place is not None:
        found["place"] = text[place.start() : place.end()]
    return found


def _count(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("adults"):
        return (number(groups["adults"]) or 0) + (number(groups["children"]) or 0)
    if groups.get("pair"):
        return 2 if groups["pair"] == TWO else 3
    return number(groups["n"])
