"""Wordings that weigh by themselves, beside what was learned."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.routing.model import Intent


@dataclass(frozen=True, slots=True)
class Hint:
    """One wording, and how much it adds to an intent."""

    intent: Intent
    weight: float
    pattern: re.Pattern[str]


def parse_hints(text: str) -> tuple[Hint, ...]:
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("# "))
    return tuple(Hint(Intent(intent), float(weight), re.compile(pattern)) for intent, weight, pattern in rows)


def hinted(plain: str, hints: Sequence[Hint]) -> list[tuple[Intent, float, str]]:
    """Return for each hint that applies its intent, its weight and the words it saw."""
    return [(hint.intent, hint.weight, match[0]) for hint in hints if (match := hint.pattern.search(plain))]
