"""Text as Telegram counts it: in UTF-16 code units."""

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(map(chr, range(0x1D173, 0x1D17B)))
"""Characters nobody types on purpose at the end of a text; aiogram-dialog reads some as a button press."""


def utf16_len(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def strip_invisible_end(text: str) -> str:
    return text.rstrip(INVISIBLE)


_UNSTORABLE = re.compile("[\\x00\\ud800-\\udfff]")


def storable(text: str) -> str:
    """Replace what no database takes, one for one: NUL (PostgreSQL) and halves of characters (both)."""
    return _UNSTORABLE.sub("\ufffd", text)


FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that are drawn as nothing; people send "empty" messages with them."""


def is_blank(text: str) -> bool:
    """Tell whether nothing of `text` can be seen."""
    return all(char.isspace() or char in FILLERS or unicodedata.category(char) in {"Cf", "Cc", "Mn"} for char in text)


def without_unseen_start(text: str) -> str:
    """Leave out what cannot be seen before the first thing that can."""
    start = next((at for at, char in enumerate(text) if not is_blank(char)), len(text))
    return text[start:]


def split_text(text: str, limit: int) -> list[str]:
    """Cut `text` into pieces of at most `limit` UTF-16 units, at ends of sentences or at spaces if possible.

    Joined together the pieces give `text` again: nothing a person wrote is dropped.
    """
    pieces: list[str] = []
    rest = text
    while utf16_len(rest) > limit:
        cut = _fit(rest, limit)
        head = rest[:cut]
        soft = max((m.end() for m in re.finditer(r"\n+|[。！？!?]+|\s", head) if m.end() > cut // 2), default=cut)
        pieces.append(rest[:soft])
        rest = rest[soft:]
    return [*pieces, rest]


_TURNS = re.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")


def one_line(text: str) -> str:
    """Return `text` for a list: in one line, and without signs that turn what stands behind it around."""
    return " ".join(_TURNS.sub("", text).split())


def excerpt(text: str, limit: int) -> str:
    """Return `text` in at most `limit` UTF-16 units, an ellipsis marking what was left out."""
    return text if utf16_len(text) <= limit else text[: _fit(text, limit - 1)].rstrip() + "…"


def _fit(text: str, limit: int) -> int:
    """Return how many leading characters of `text` take at most `limit` UTF-16 units (at least one)."""
    ends = list(accumulate(2 if ord(char) > 0xFFFF else 1 for char in text))  # noqa: PLR2004 - the basic plane's last
    return max(bisect_right(ends, limit), 1)


def fold(text: str) -> str:
    """Normalise what people type so that it can be compared: width, case, spaces, punctuation, emoji."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum())


_PHONE = re.compile(r"\+?\(?\d(?:[ ()./-]{0,2}\d){2,14}(?: ?(?:转|轉|ext\.?|#|,) ?\d{1,6})?", re.IGNORECASE)
_BETWEEN_PHONES = re.compile(r" *(?:[;、/]|或|or) *")


def is_phone(text: str) -> bool:
    """Tell whether a text is something to dial: 010-5550 0008, 110, +86 (10) 5550-0008 转 12, or several of them."""
    plain = re.sub("[‐‑‒–—]", "-", unicodedata.normalize("NFKC", text)).strip()
    return all(_PHONE.fullmatch(one) for one in _BETWEEN_PHONES.split(plain))


_DIGITS = "零一二三四五六七八九"
CHINESE_NUMBERS = {char: value for value, char in enumerate(_DIGITS)} | {
    f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}": tens * 10 + ones
    for tens in range(1, 10)
    for ones in range(10)
}
MAX_DIGITS = 9
"""More digits than this are a phone number or an insult, never the number of a choice."""


CHOICE_DIGITS = 4
"""More digits than this may be something to say where words are taken."""


def typed_number(text: str) -> int | None:
    """Read a menu number as people type it: 1, １, 1., ①, 一, 十二, 第一个, 1️⃣."""
    plain = fold(text).removeprefix("第").rstrip("个個项項")
    if plain.isdecimal():
        numbered = len(plain) > CHOICE_DIGITS and plain.startswith("0")  # the end of a case's number
        return int(plain) if len(plain) <= MAX_DIGITS and not numbered else None
    return CHINESE_NUMBERS.get(plain)


_ENDS = re.compile(r"^\W+|\W+$")


def is_bare_number(text: str) -> bool:
    """Tell whether a text is the number of a choice and nothing besides: 9, 9., 九, 第九个, but not 12:30."""
    plain = _ENDS.sub("", unicodedata.normalize("NFKC", text))
    if plain.startswith("第"):
        plain = plain.removeprefix("第").rstrip("个個项項")
    return (plain.isdecimal() and len(plain) <= CHOICE_DIGITS) or plain in CHINESE_NUMBERS
