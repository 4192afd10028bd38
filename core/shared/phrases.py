"""Dates and times of day as people write them in Chinese, simplified or traditional, with some dialect.

"15号" is the next 15th, a bare weekday is this week's, "下周二" next week's (weeks begin on Monday). What comes again
and again and what is vague is not one day. A time of day counts only when the half of the day is clear. Nothing here
knows a zone: days are civil days, and `today` is given.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.shared import day_words as words
from core.shared.day_patterns import APPOSED, RULES, Kind
from core.shared.day_words import SATURDAY, Days, Lean, Reading, Resolver, plain
from core.shared.hours import AFTER, BEFORE, TAIL, Part, hour_of, only_time, part_of, time_in

__all__ = [
    "Kind",
    "Lean",
    "Meant",
    "Part",
    "Phrase",
    "is_weekday",
    "meant",
    "only_day",
    "only_time",
    "phrases",
    "time_in",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A wording of time at text[start:end]; `first` and `last` are inclusive, and the same for one day.

    Of what recurs they name the next, or the first, such day. `at` is a clear time of day, `part` a part of the day.
    """

    kind: Kind
    start: int
    end: int
    first: date
    last: date
    at: time | None = None
    part: Part | None = None

    @property
    def iso(self) -> str:
        """Return the first day, with the time where there is one: 2026-11-24, 2026-11-24T09:30."""
        if self.at is None:
            return self.first.isoformat()
        return datetime.combine(self.first, self.at).isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The one day a text speaks of, and the day something is moved away from."""

    day: Phrase | None = None
    moved_from: Phrase | None = None


def is_weekday(day: date) -> bool:
    """Tell working days where no calendar of holidays is at hand."""
    return day.weekday() < SATURDAY


_WEEKDAY = ("周", "星期", "礼拜")
_AGAIN = re.compile("(?:每个?|逢|逢每个?)(?:周|星期|礼拜|月)?的?$")
_RANGE = re.compile("\\s*(?:到|至|-|—|~|～|－){1,2}\\s*")
_LIST = re.compile("\\s*[、,，和跟或及与]?(?:者)?\\s*")
_PARTY = re.compile("(?:节)?(?:晚会|活动|联欢|游园|福利|慰问|节目|灯会|假|期间|前后|包|龙舟|礼)")
_SHIFT = "改|换|调|挪|推迟|推后|推到|延|提前|移|变|转"
_TARGET = re.compile(f"(?:{_SHIFT})[了]?(?:到|成|至|去|在|为|为了|上|约)?[了]?(?:下)?$")
_SOURCE = re.compile("(?:原来|本来|原定|原本|原先|之前约|把|将|从|由)[^,，。]{0,6}$")
_LEAVES = re.compile(
    f"^[^,，。;；]{{0,8}}(?:{_SHIFT}|来不了|去不了|去唔到|"
    "来不成|去不成|到不了|赶不|没空|没时间|有事|不行|冲突|撞|取消|不方便)"
)


def phrases(
    text: str, today: date, *, lean: Lean = Lean.NEAREST, is_workday: Callable[[date], bool] = is_weekday
) -> tuple[Phrase, ...]:
    """Return the wordings of time in a text, in order and not overlapping; positions are those of `text`."""
    known, reading = plain(text), Reading(today, lean, is_workday)
    found: list[Phrase] = []
    matches: list[re.Match[str]] = []
    done = 0
    for kind, match, resolver in _matches(known):
        if match.start() < done:
            continue
        done = match.end()
        span = _resolve(resolver, match, reading, known, matches[-1] if matches else None)
        if span is not None:
            found.append(_with_hour(_phrase(kind, match, span, known), known))
            matches.append(match)
            done = found[-1].end
    return tuple(_joined(found, known))


def _matches(known: str) -> Iterator[tuple[Kind, re.Match[str], Resolver]]:
    every = [(kind, match, resolver) for kind, pattern, resolver in RULES for match in pattern.finditer(known)]
    yield from sorted(every, key=lambda row: (row[1].start(), -row[1].end()))


def _resolve(
    resolver: Resolver, match: re.Match[str], reading: Reading, known: str, before: re.Match[str] | None
) -> Days | None:
    """Resolve, a bare weekday right after "下周二、" in the same week."""
    if resolver is words.weekday and before is not None and "week_word" in before.groupdict() and before["week_word"]:
        gap = known[before.end() : match.start()]
        if match["week_word"] is None and (_LIST.fullmatch(gap) or _RANGE.fullmatch(gap)):
            return words.weekday(match, reading, words.week_of(before))
    return resolver(match, reading)


def _phrase(kind: Kind, match: re.Match[str], span: Days, known: str) -> Phrase:
    first, last = span
    start, end = match.span()
    if _AGAIN.search(known[:start]):
        kind = Kind.RECURRING
    elif first != last or ("feast" in match.groupdict() and not match["more"] and _PARTY.match(known[end:])):
        kind = Kind.SPAN
    return Phrase(kind=kind, start=start, end=end, first=first, last=last)


def _with_hour(phrase: Phrase, known: str) -> Phrase:
    end = phrase.end
    if phrase.kind is Kind.DAY and (same := APPOSED.match(known, end)):
        end = same.end()
    tail = TAIL.match(known, end)
    if tail is None or not (tail["part"] or tail["hour"]):
        return replace(phrase, end=end)
    return replace(phrase, end=tail.end(), part=part_of(tail), at=hour_of(tail) if phrase.kind is Kind.DAY else None)


def _joined(found: list[Phrase], known: str) -> Iterator[Phrase]:
    """Make one span of "25号到27号", and one recurrence of "周一到周五"."""
    rest = list(found)
    while rest:
        first = rest.pop(0)
        then = rest[0] if rest else None
        if (
            then is not None
            and _RANGE.fullmatch(known[first.end : then.start])
            and not _SOURCE.search(known[: first.start])
            and then.last >= first.first
        ):
            rest.pop(0)
            kind = Kind.RECURRING if Kind.RECURRING in {first.kind, then.kind} else Kind.SPAN
            yield replace(first, kind=kind, end=then.end, last=then.last, at=None)
        else:
            yield first


def meant(
    text: str, today: date, *, lean: Lean = Lean.NEAREST, is_workday: Callable[[date], bool] = is_weekday
) -> Meant:
    """Return the one day a text speaks of; where something is moved, the new day and the old one.

    Of several days the first counts. Spans and what recurs are passed over.
    """
    known = plain(text)
    days = [one for one in phrases(text, today, lean=lean, is_workday=is_workday) if one.kind is Kind.DAY]
    if len(days) < 2:  # noqa: PLR2004 - a change names two days
        return Meant(day=days[0] if days else None)
    old, new = days[0], days[1]
    names_old_last = _SOURCE.search(known[: new.start]) and not _SOURCE.search(known[: old.start])
    if names_old_last or _TARGET.search(known[: old.start]):
        old, new = new, old
    if old.first == new.first and old.at == new.at:
        return Meant(day=old)
    if _TARGET.search(known[: new.start]) or _SOURCE.search(known[: old.start]) or _moves_away(old, known):
        return Meant(day=new, moved_from=old)
    return Meant(day=days[0])


def _moves_away(day: Phrase, known: str) -> bool:
    return _LEAVES.search(known[day.end :]) is not None


def only_day(text: str, today: date) -> Phrase | None:
    """Return the day a text names if that is all it says: "下周二吧", "12月1号". A bare weekday is the next one."""
    found = phrases(text, today, lean=Lean.AHEAD)
    if len(found) != 1 or found[0].kind is not Kind.DAY:
        return None
    known, day = plain(text), found[0]
    if day.first < today and known.startswith(_WEEKDAY, day.start):
        first = day.first + timedelta(days=words.WEEK)
        day = replace(day, first=first, last=first)
    bare = re.fullmatch(BEFORE, known[: day.start].strip()) and re.fullmatch(AFTER, known[day.end :].strip())
    return day if bare else None
