import re
from collections.abc import Callable, Iterator
from typing import Any

from sandbox.utf16 import Units

_SHORT_NAMES = frozenset({"gif", "vid", "pic", "bing", "wiki", "imdb", "bold", "vote", "like", "coub"})
_ZONES = (
    "com|net|org|edu|gov|int|mil|info|biz|io|me|dev|app|xyz|top|site|online|shop|club|wiki|news|"
    "cn|tw|hk|mo|sg|my|jp|kr|us|uk|eu|de|fr|ru|ua|by|kz|nl|it|es|pl|ch|at|cz|se|no|fi|au|ca|in|br|"
    "tv|cc|co|ai|gl|be|ph|example|中国|公司|网络|рф"
)
_COMMAND = re.compile(r"(?<![\w/<>@])/(?P<name>[A-Za-z0-9_]{1,64})(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_@/<>])")
_MENTION = re.compile(r"(?<![\w@])@(?P<name>[A-Za-z0-9_]{2,32})(?![\w@])")
_HASHTAG = re.compile(r"(?<![\w#/])#(?P<name>[\w·]{1,256})(?:@[A-Za-z0-9_]{3,32})?(?![\w#])")
_CASHTAG = re.compile(r"(?<![\w$/])\$(?:1INCH|[A-Z]{1,8})(?:@[A-Za-z0-9_]{3,32})?(?![\w$])")
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(?![A-Za-z0-9])"
)
_PHONE = re.compile(r"(?<![\w+])\+\d(?:[ \-()]{0,2}\d){6,14}(?!\w)", re.ASCII)
_PATH = r"(?:[/?#][^\s\u2000-\u200b\u200e\u200f\u2016-\u206f<>«»\"]*)?"
_URL = re.compile(
    r"(?<![\w@./])(?:(?:https?|ftp)://(?:[^\s/?#<>\"«»@]{1,64}@)?(?:[\w\-]{1,63}\.)+[\w\-]{1,63}"
    rf"|(?:[\w\-]{{1,63}}\.)+(?:{_ZONES})(?![\w\-]))(?::\d{{1,5}}(?!\d))?{_PATH}",
    re.IGNORECASE,
)
_TG_URL = re.compile(r"(?<![\w@./])(?:tg|ton)://[A-Za-z0-9_.\-]+" + _PATH, re.IGNORECASE)
_CLOSING = {")": "(", "]": "[", "}": "{"}


def detect(text: str) -> list[dict[str, Any]]:
    """Entities Telegram finds by itself in plain text, left to right, never overlapping."""
    units = Units(text)
    free = 0
    entities: list[dict[str, Any]] = []
    for begin, end, kind in sorted(_found(text), key=lambda span: (span[0], -span[1])):
        if begin < free:
            continue
        free = end
        offset = units.unit(begin)
        entities.append({"type": kind, "offset": offset, "length": units.unit(end) - offset})
    return entities


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for kind, sign, pattern in _PATTERNS:
        if sign not in text:
            continue
        for found in pattern.finditer(text):
            begin, end = found.span()
            if kind == "url":
                yield begin, _url_end(text, begin, end), kind
            elif kind not in _JUDGED or _JUDGED[kind](found["name"]):
                yield begin, end, kind


def _is_username(name: str) -> bool:
    return len(name) >= 4 or name.lower() in _SHORT_NAMES


def _is_tag(name: str) -> bool:
    return not all(char.isdigit() or char in "_·" for char in name)


_PATTERNS = (
    ("bot_command", "/", _COMMAND),
    ("email", "@", _EMAIL),
    ("mention", "@", _MENTION),
    ("hashtag", "#", _HASHTAG),
    ("cashtag", "$", _CASHTAG),
    ("phone_number", "+", _PHONE),
    ("url", ".", _URL),
    ("url", "://", _TG_URL),
)
_JUDGED: dict[str, Callable[[str], bool]] = {"mention": _is_username, "hashtag": _is_tag}


def _url_end(text: str, begin: int, end: int) -> int:
    """Punctuation and unpaired brackets after an address belong to the sentence around it."""
    while end > begin:
        char = text[end - 1]
        opening = _CLOSING.get(char)
        unpaired = opening is not None and text.count(char, begin, end) > text.count(opening, begin, end)
        if char not in ".,:;!?…'`“”‘’([{。，、；：！？）》」』】" and not unpaired:
            break
        end -= 1
    return end
