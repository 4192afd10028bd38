"""A year's arrangement as a volunteer copies it from the State Council's notice, as CSV. Form: docs/operations.md."""

import csv
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.terminal import words
from core.shared.calendar import NATIONAL_DAY, ArrangedDay, Off

MAX_BYTES = 1_000_000
MAX_NAME = 100
LONGEST = 31
"""Days of one line; a longer holiday is a slip in one of its dates."""
YEARS = range(2000, 2101)
FRIDAY = 5
SPAN = ".."


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the file, on which line (0: with all of it), in the terminal's language."""

    line: int
    text: str


class CalendarFileError(Exception):
    """Nothing of the file can be taken; `problems` has everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def read_calendar(file: Path) -> list[ArrangedDay]:
    """Return the days, by date; raises CalendarFileError."""
    problems: list[Problem] = []
    days: dict[date, ArrangedDay] = {}
    for line, cells in _rows(_text(file)):
        try:
            for each in _days(cells):
                _new(each, days)
                days[each.day] = each
        except _Slip as slip:
            problems.append(Problem(line, words(f"cli-calendar-{slip.key}", **slip.named)))
    problems += [] if problems else _whole(days)
    if problems:
        raise CalendarFileError(problems)
    return [days[day] for day in sorted(days)]


class _Slip(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, key: str, **named: str) -> None:
        super().__init__(key)
        self.key, self.named = key, named


def _text(file: Path) -> str:
    """Read UTF-8, or what a Chinese Excel saves."""
    try:
        data = file.read_bytes()
    except OSError:
        raise CalendarFileError([Problem(0, words("cli-calendar-unreadable"))]) from None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data[:MAX_BYTES].decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise CalendarFileError([Problem(0, words("cli-calendar-unreadable"))])


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Return the lines that say something, with their numbers; a line of headings says nothing."""
    lines = unicodedata.normalize("NFKC", text).splitlines()
    separator = max(",;\t", key="".join(lines).count)
    said = False
    for number, cells in enumerate(csv.reader(lines, delimiter=separator), 1):
        plain = [cell.strip() for cell in cells]
        if not any(plain) or plain[0].startswith("#"):
            continue
        heads, said = not said and not any(char.isdecimal() for char in plain[0]), True
        if heads:
            continue
        yield number, plain


def _days(cells: list[str]) -> list[ArrangedDay]:
    if len(cells) < 2:  # noqa: PLR2004 - a day and what it is
        raise _Slip("columns")
    first, _, last = cells[0].partition(SPAN)
    since = _day(first)
    until = _day(last) if last else since
    if not 0 <= (until - since).days < LONGEST:
        raise _Slip("span", day=cells[0])
    kind, name = _kind(cells[1]), cells[2] if len(cells) > 2 else ""  # noqa: PLR2004 - and its name
    if len(name) > MAX_NAME:
        raise _Slip("name", count=str(MAX_NAME))
    days = [since + timedelta(days=n) for n in range((until - since).days + 1)]
    if kind is Off.WORKDAY and (wrong := next((day for day in days if day.isoweekday() <= FRIDAY), None)):
        raise _Slip("no-weekend", day=wrong.isoformat())
    return [ArrangedDay(day=day, kind=kind, name=name if kind is Off.HOLIDAY else "") for day in days]


def _new(each: ArrangedDay, days: dict[date, ArrangedDay]) -> None:
    if each.day in days:
        raise _Slip("twice", day=each.day.isoformat())


def _day(text: str) -> date:
    parts = text.strip().replace("/", "-").replace(".", "-").split("-")
    try:
        year, month, day = (int(part) for part in parts)
        found = date(year, month, day)
    except ValueError:
        raise _Slip("day", day=text.strip()[:20]) from None
    if found.year not in YEARS:
        raise _Slip("day", day=text.strip()[:20])
    return found


def _kind(text: str) -> Off:
    for kind in Off:
        if text.casefold() in words(f"cli-calendar-names-{kind}").casefold().split("|"):
            return kind
    raise _Slip("kind", word=text[:20])


def _whole(days: dict[date, ArrangedDay]) -> list[Problem]:
    """A file holds whole years: what it leaves out of a year would be forgotten."""
    years = sorted({day.year for day in days})
    if not years:
        return [Problem(0, words("cli-calendar-empty"))]
    return [
        Problem(0, words("cli-calendar-not-whole", year=str(year)))
        for year in years
        if (found := days.get(date(year, *NATIONAL_DAY))) is None or found.kind is not Off.HOLIDAY
    ]
