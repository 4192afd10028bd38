"""Times of day as people write them: 上午九点半, 下午3点一刻, 晚上8:30, 15点."""

import re
from datetime import time
from enum import StrEnum

from core.shared.text import CHINESE_NUMBERS

NUMBER = "(?:\\d{1,2}|[零〇一二两三四五六七八九十廿]{1,3})"


def number(text: str) -> int | None:
    """Read a number below a hundred, in digits or in Chinese: 15, 十五, 廿五, 两."""
    if text.isdecimal():
        return int(text)
    word = text.replace("两", "二").replace("〇", "零")
    if word.startswith("廿"):
        word = "二十" + word[1:]
    if len(word) > 1 and word[0] == "零":
        word = word[1:]
    return CHINESE_NUMBERS.get(word)


class Part(StrEnum):
    """A part of the day."""

    NIGHT = "night"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


_PARTS = {
    "凌晨": Part.NIGHT,
    "半夜": Part.NIGHT,
    "清早": Part.MORNING,
    "清晨": Part.MORNING,
    "一大早": Part.MORNING,
    "大清早": Part.MORNING,
    "一早": Part.MORNING,
    "早上": Part.MORNING,
    "早晨": Part.MORNING,
    "上午": Part.MORNING,
    "上昼": Part.MORNING,
    "朝早": Part.MORNING,
    "早": Part.MORNING,
    "中午": Part.NOON,
    "正午": Part.NOON,
    "晌午": Part.NOON,
    "下午": Part.AFTERNOON,
    "下昼": Part.AFTERNOON,
    "午后": Part.AFTERNOON,
    "傍晚": Part.EVENING,
    "晚上": Part.EVENING,
    "夜里": Part.EVENING,
    "夜晚": Part.EVENING,
    "今晚": Part.EVENING,
    "晚": Part.EVENING,
}
PART = "(?:" + "|".join(sorted(_PARTS, key=len, reverse=True)) + ")(?![会报饭宴年辈])"
TIME = (
    f"(?P<hour>{NUMBER})(?:"
    f"[:：](?P<colon>[0-5]\\d)|(?:点钟?|时(?![候间刻]))(?!意见|建议|要求|想法|问题)"
    f"(?:(?P<half>半)|(?P<quarter>[一三])刻|过?(?P<minute>{NUMBER})(?!个|位|人)分?|整)?)"
)
TAIL = re.compile(f"[的是在,，、\\s]{{0,2}}(?:(?P<part>{PART})[的,，\\s]?)?(?:{TIME})?")
_ALONE = re.compile(f"(?:(?P<part>{PART})[的,，\\s]?)?(?:{TIME})")
BEFORE, AFTER = "(?:那就|那|就|我?[要想选约]|改成?|约在|选在)?", "(?:吧|的|了|那天|那个|可以|行|好了?|来|去)?[。.!！]?"
"""What people put around a day or a time that they choose."""
_ONLY = re.compile(
    f"{BEFORE}\\s*(?P<said>{_ALONE.pattern})\\s*(?:[-–—~～到至]\\s*{TIME.replace('?P<', '?P<to_')})?{AFTER}"
)
_RATHER = {"早一点", "晚一点"}
"""Earlier, later: no time."""
NOON = 12


def part_of(match: re.Match[str]) -> Part | None:
    return _PARTS.get(match["part"] or "")


def hour_of(match: re.Match[str], part: Part | None = None) -> time | None:
    """Return the time a match of TAIL names, if the half of the day is clear; midnight at a day's end is not clear."""
    part = part or part_of(match)
    hour, minute = number(match["hour"] or ""), _minute(match)
    if hour is None or minute is None:
        return None
    if hour <= NOON and part is None and not (match["hour"].startswith("0") and match["colon"]):
        return None
    hour = _in_half(hour, part)
    return time(hour, minute) if 0 <= hour < 24 else None  # noqa: PLR2004 - hours of a day


def _in_half(hour: int, part: Part | None) -> int:
    if part in {Part.AFTERNOON, Part.EVENING}:
        return -1 if hour == NOON and part is Part.EVENING else hour + NOON * (hour < NOON)
    if part is Part.NOON:
        return hour + NOON * (hour < 4)  # noqa: PLR2004 - noon lasts until three
    if part is Part.NIGHT and hour == NOON:
        return -1
    return hour


def _minute(match: re.Match[str]) -> int | None:
    if match["colon"]:
        return int(match["colon"])
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 if match["quarter"] == "一" else 45
    minute = number(match["minute"]) if match["minute"] else 0
    return minute if minute is not None and minute < 60 else None  # noqa: PLR2004 - minutes of an hour


def time_in(text: str) -> time | None:
    """Return the first clear time of day in a text, without asking of which day: "下午三点行吗" is 15:00."""
    return next((found for match in _ALONE.finditer(text) if (found := hour_of(match))), None)


def only_time(text: str) -> tuple[time, ...]:
    """Return what a text that is only a time of day may mean: "三点半吧" is 3:30 or 15:30, a range its start."""
    match = _ONLY.fullmatch(text.strip())
    if match is None or match["said"] in _RATHER:
        return ()
    clear = hour_of(match)
    found = [clear] if clear else [hour_of(match, part) for part in (Part.MORNING, Part.AFTERNOON)]
    return tuple(dict.fromkeys(each for each in found if each is not None))
