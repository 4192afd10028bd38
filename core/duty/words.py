"""What is typed behind /duty, /swap and /away: days, weekdays, and people."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.duty.model import WEEK, Colleague, on_day, weekly
from core.shared.phrases import Kind, Lean, phrases
from core.shared.text import fold

_CHARS = {char: at for at, chars in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7"), 1) for char in chars}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BEGINS = "(?:每?个?(?:周|週|星期|礼拜|禮拜))"
_ONE = f"{_BEGINS}([{''.join(_CHARS)}])(?![0-9])"
_TO = r"\s*(?:到|至|-|—|~|～|–)\s*"
_WEEKDAYS = re.compile(f"{_ONE}(?:{_TO}{_BEGINS}?([{''.join(_CHARS)}])(?![0-9]))?")
_DAY = f"(?:every )?({'|'.join(_ENGLISH)})[a-z]*"
_WEEKDAYS_EN = re.compile(f"\\b{_DAY}(?:{_TO}{_DAY})?\\b")
_THIS = re.compile("(?:上上|上|这|這|本|下下|下|今)个?$")
_BETWEEN = re.compile(r"[\s,，、;；:：和及与]+")
NOBODY = {"-", "—", "–", "无", "無", "空", "没有", "沒有", "none", "nobody"}
"""Words that say that nobody is on duty."""
NAME_WORDS = 4
"""Words of one name, at most."""
LONGEST = 62
"""Days in one stretch that are set one by one."""


@dataclass(frozen=True, slots=True)
class Order:
    """Slots that are named, and who else is: `names` as they were typed, an @ in front of user names."""

    slots: Sequence[str]
    names: Sequence[str]
    nobody: bool = False


def read_order(text: str, today: date) -> Order:
    """Read "周一到周五 @a 李芳", "12月3日 -", "mon-fri @a", "2026-12-03,@a". What names no day has no slots."""
    plain = unicodedata.normalize("NFKC", text)
    slots, rest = _weekly(plain)
    if not slots:
        slots, rest = _days(plain, today)
    tokens = [token for token in _BETWEEN.split(rest) if token and token.strip("@")]
    names = [token for token in tokens if token.casefold() not in NOBODY]
    return Order(slots, names, nobody=not names and bool(tokens))


def read_days(text: str, today: date) -> Sequence[tuple[date, date]]:
    """Return the days and stretches of days a text names, looking ahead, in its order."""
    plain = unicodedata.normalize("NFKC", text)
    found = phrases(plain, today, lean=Lean.AHEAD)
    return [(each.first, each.last) for each in found if each.kind in {Kind.DAY, Kind.SPAN}]


def without_days(text: str, today: date) -> str:
    """Return what a text says besides days."""
    plain = unicodedata.normalize("NFKC", text)
    return _cut(plain, [(each.start, each.end) for each in phrases(plain, today, lean=Lean.AHEAD)])


def tokens_of(text: str) -> list[str]:
    return [token for token in _BETWEEN.split(text) if token and token.strip("@")]


def people_named(tokens: Sequence[str], people: Sequence[Colleague]) -> tuple[list[Colleague], list[str]]:
    """Return whom these words name, by @username or by whole name, and the words that name nobody, or several."""
    found: list[Colleague] = []
    unknown: list[str] = []
    at = 0
    while at < len(tokens):
        for length in range(min(NAME_WORDS, len(tokens) - at), 0, -1):
            meant = [each for each in people if _is_name_of("".join(tokens[at : at + length]), each)]
            if len(meant) == 1:
                found += meant
                break
        else:
            length = 1
            unknown.append(tokens[at])
        at += length
    return list(dict.fromkeys(found)), unknown


def _is_name_of(typed: str, who: Colleague) -> bool:
    if typed.startswith("@"):
        return bool(who.username) and typed[1:].casefold() == who.username.casefold()
    return bool(fold(typed)) and fold(typed) == fold(who.name)


def _weekly(text: str) -> tuple[list[str], str]:
    found = [match for match in _WEEKDAYS.finditer(text) if not _THIS.search(text[: match.start()])]
    days = [(_CHARS[match[1]], _CHARS[match[2]] if match[2] else _CHARS[match[1]]) for match in found]
    if not found:
        found = list(_WEEKDAYS_EN.finditer(text.lower()))
        days = [(_number(match[1]), _number(match[2] or match[1])) for match in found]
    slots = [weekly((first - 1 + step) % WEEK + 1) for first, last in days for step in range((last - first) % WEEK + 1)]
    return list(dict.fromkeys(slots)), _cut(text, [match.span() for match in found])


def _number(name: str) -> int:
    return _ENGLISH.index(name) + 1


def _days(text: str, today: date) -> tuple[list[str], str]:
    found = [each for each in phrases(text, today, lean=Lean.AHEAD) if each.kind is not Kind.RECURRING]
    slots = [
        on_day(each.first + timedelta(days=step))
        for each in found
        for step in range(min((each.last - each.first).days + 1, LONGEST))
    ]
    return list(dict.fromkeys(slots)), _cut(text, [(each.start, each.end) for each in found])


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with blanks in place of some of it."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
