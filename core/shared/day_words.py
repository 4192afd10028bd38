"""What each wording of a day or of a time of the year means, seen from today. Texts come in as `plain` leaves them."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.shared.feasts import FEASTS
from core.shared.hours import number

SATURDAY = 5
WEEK = 7
_TRADITIONAL = str.maketrans(
    "號週禮後點個這兩鐘國慶節開當陽聽尋幾間歲晝樓棟臨會動報備長飯",
    "号周礼后点个这两钟国庆节开当阳听寻几间岁昼楼栋临会动报备长饭",
)


def plain(text: str) -> str:
    """Return a text of the same length in which width, case and the characters of dates are alike."""
    folded = (unicodedata.normalize("NFKC", char).lower() for char in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(folded, text, strict=True)).translate(_TRADITIONAL)


class Lean(StrEnum):
    """Which way a date without a year leans: a booking looks ahead, a question about accounts looks back."""

    NEAREST = "nearest"
    AHEAD = "ahead"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Reading:
    """What wordings are read against."""

    today: date
    lean: Lean
    is_workday: Callable[[date], bool]


Days = tuple[date, date]
"""First and last, both included."""
Resolver = Callable[[re.Match[str], Reading], Days | None]


def _one(day: date | None) -> Days | None:
    return None if day is None else (day, day)


def a_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none such."""
    inside = 1 <= year <= 9998 and 1 <= month <= 12 and day >= 1  # noqa: PLR2004 - what `date` takes
    return date(year, month, day) if inside and day <= monthrange(year, month)[1] else None


def shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_from(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _whole_month(year: int, month: int) -> Days | None:
    return (date(year, month, 1), date(year, month, monthrange(year, month)[1])) if a_date(year, month, 1) else None


def nearest(options: list[date], reading: Reading) -> date | None:
    """Choose among the same date of several years."""
    if reading.lean is Lean.AHEAD:
        options = [day for day in options if day >= reading.today]
    if reading.lean is Lean.BACK:
        options = [day for day in options if day <= reading.today]
    return min(options, key=lambda day: (abs((day - reading.today).days), day < reading.today), default=None)


_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_MONTHS = {"上上": -2, "上": -1, "这": 0, "本": 0, "当": 0, "下": 1, "下下": 2}
_WEEKS = {"上上": -2, "上": -1, "这": 0, "本": 0, "今": 0, "下": 1, "下下": 2, "再下": 2}
_DAYS = {
    "大前": -3,
    "前": -2,
    "昨": -1,
    "寻": -1,
    "琴": -1,
    "今": 0,
    "明": 1,
    "听": 1,
    "后": 2,
    "大后": 3,
}
_WEEKDAYS = {char: at for at, chars in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7")) for char in chars}
MONTH_WORD = "(?P<month_word>上上|上|这|本|当|下下|下)个?月份?"
YEAR_WORD = f"(?P<year_word>{'|'.join(_YEARS)})"
WEEK_WORD = "(?:(?P<week_word>再下|下下|上上|上|下|这|本|今)一?个?)"
NOT_A_DAY = (
    "(?!\\d|[楼栋幢座线门院店房桌井路车库厅窗巷桥仓室灯柜桩馆口箱机梯令弯坑文哨台案码球墙病铺公单会电地候考提选])"
)


def _year_of(match: re.Match[str], reading: Reading) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    return reading.today.year + _YEARS[groups["year_word"]] if groups.get("year_word") else None


def month_day(match: re.Match[str], reading: Reading) -> Days | None:
    month, day, year = number(match["month"]) or 0, number(match["day"]) or 0, _year_of(match, reading)
    if year is not None:
        return _one(a_date(year, month, day))
    years = (reading.today.year + step for step in range(-4, 5))
    return _one(nearest([found for at in years if (found := a_date(at, month, day))], reading))


def day_of_month(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "15号": of the month that is named, else the next one; when looking back the last one."""
    day = number(match["day"]) or 0
    word = match.groupdict().get("month_word")
    if word:
        return _one(a_date(*month_from(reading.today, _MONTHS[word]), day))
    back = reading.lean is Lean.BACK
    months = (month_from(reading.today, -step if back else step) for step in range(4))
    days = (a_date(year, month, day) for year, month in months)
    return _one(next((at for at in days if at and (at <= reading.today if back else at >= reading.today)), None))


def weekday(match: re.Match[str], reading: Reading, week: int | None = None) -> Days | None:
    word = match["week_word"]
    week = _WEEKS[word] if word else week or 0
    monday = shifted(reading.today, week * WEEK - reading.today.weekday())
    if monday is None:
        return None
    if match["weekday"] == "末":
        last = shifted(monday, WEEK - 1)
        return (last - timedelta(days=1), last) if last else None
    return _one(shifted(monday, _WEEKDAYS[match["weekday"]]))


def week_of(match: re.Match[str]) -> int:
    """Return how many weeks from this one a match of a weekday with its week lies."""
    return _WEEKS[match["week_word"]]


def whole_week(match: re.Match[str], reading: Reading) -> Days | None:
    monday = shifted(reading.today, _WEEKS[match["week_word"]] * WEEK - reading.today.weekday())
    sunday = shifted(monday, WEEK - 1) if monday else None
    return (monday, sunday) if monday and sunday else None


def relative(match: re.Match[str], reading: Reading) -> Days | None:
    return _one(shifted(reading.today, _DAYS[match["relative"] or match["relative2"]]))


def in_days(match: re.Match[str], reading: Reading) -> Days | None:
    days = number(match["days"])
    return None if days is None else _one(shifted(reading.today, -days if match["way"].endswith("前") else days))


def next_workday(_match: re.Match[str], reading: Reading) -> Days | None:
    return _one(_workday_from(shifted(reading.today, 1), reading))


def _workday_from(day: date | None, reading: Reading) -> date | None:
    days = (shifted(day, step) for step in range(30)) if day else iter(())
    return next((at for at in days if at and reading.is_workday(at)), None)


def feast(match: re.Match[str], reading: Reading) -> Days | None:
    """A feast of one day is that day, a longer one a span; 第一个工作日 after it, and its very day, are days."""
    what, more, year = FEASTS[match["feast"]], match["more"] or "", _year_of(match, reading)
    years = range(reading.today.year - 1, reading.today.year + 2) if year is None else (year,)
    begin = nearest([found for at in years if (found := what.begins(at))], reading)
    if begin is None:
        return None
    last = begin + timedelta(days=what.days - 1)
    if "工作日" in more:
        return _one(_workday_from(last + timedelta(days=1), reading))
    if more.endswith("前一天"):
        return _one(begin - timedelta(days=1))
    if more.endswith("后一天"):
        return _one(last + timedelta(days=1))
    return _one(begin) if more else (begin, last)


def _year_of_month(month: int, reading: Reading) -> int:
    """Return the year of a month named without one; 0 if there is no such month."""
    firsts = [at for step in (-1, 0, 1) if (at := a_date(reading.today.year + step, month, 1))]
    first = nearest(firsts, reading)
    return first.year if first else 0


def nth(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "下个月第一个周二", "本月最后一天", "12月最后一个工作日"."""
    if match["month_word"]:
        year, month = month_from(reading.today, _MONTHS[match["month_word"]])
    else:
        month = number(match["month"]) or 0
        year = _year_of_month(month, reading)
    whole = _whole_month(year, month)
    if whole is None:
        return None
    days = [whole[0] + timedelta(days=step) for step in range((whole[1] - whole[0]).days + 1)]
    if match["weekday"]:
        days = [day for day in days if day.weekday() == _WEEKDAYS[match["weekday"]]]
    elif match["workday"]:
        days = [day for day in days if reading.is_workday(day)]
    at = -1 if match["ordinal"].startswith("最后") else (number(match["ordinal"][1:]) or 0) - 1
    return _one(days[at]) if -1 <= at < len(days) else None


def month_span(match: re.Match[str], reading: Reading) -> Days | None:
    groups = match.groupdict()
    if groups.get("month_word"):
        return _whole_month(*month_from(reading.today, _MONTHS[groups["month_word"]]))
    month, year = number(match["month"]) or 0, _year_of(match, reading)
    return _whole_month(_year_of_month(month, reading) if year is None else year, month)


def year_part(match: re.Match[str], reading: Reading) -> Days | None:
    """A year, its half or its quarter; without a year, this year's."""
    year = _year_of(match, reading) or reading.today.year
    if not a_date(year, 1, 1):
        return None
    if match["quarter"]:
        at = "一二三四".find(match["quarter"]) + 1 or int(match["quarter"])
        first, last = at * 3 - 2, at * 3
    elif match["half"]:
        first, last = (1, 6) if match["half"] == "上" else (7, 12)
    else:
        first, last = 1, 12
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def recent_part(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "月底", "下个月初": ten days."""
    whole = _whole_month(*month_from(reading.today, _MONTHS[match["month_word"] or "这"]))
    if whole is None:
        return None
    starts = {"初": whole[0], "中": whole[0] + timedelta(days=10), "底": whole[1] - timedelta(days=9)}
    begin = starts[match["third"]]
    return begin, begin + timedelta(days=9)
