"""Hides in words what says who somebody is and where they live, for desks above the community (DOMAIN §8).

One sign stands for each sign that is hidden, and two for those that Telegram counts twice: marks stay where they are,
and whoever reads sees that something was there, and what kind of thing. Names cannot be found this way.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import chain

from core.shared.marks import CONTACT, Mark, Marked
from core.shared.text import INVISIBLE, utf16_len

HIDDEN = "*"

_BETWEEN = f"[ .·()/\\-{INVISIBLE}]{{0,3}}"
"""What people put between the digits of a number."""
_D = f"[0-9]{_BETWEEN}"
_HAN = "零〇一二三四五六七八九幺两兩"
_SPELT = f"{_HAN}壹贰貳叁參肆伍陆陸柒捌玖"
_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    rf"(?:(?:\+|00)?{_BETWEEN}8{_BETWEEN}6{_BETWEEN})?1{_BETWEEN}[3-9]{_BETWEEN}(?:{_D}){{8}}[0-9]"  # a mobile phone
    rf"|(?:{_D}){{16}}(?:{_D})?[0-9X](?:{_BETWEEN}[0-9]){{0,2}}"  # an identity card of today, a bank card
    rf"|[1-9](?:{_D}){{14}}[0-9]?"  # an identity card as it once was
    r"|\(?0[1-9][0-9]{1,2}\)?[ -]{0,2}[1-9][0-9]{2,3}[ -]?[0-9]{4}"  # at home
    r"(?:(?: ?(?:转|轉|ext\.?|#) ?|-)[0-9]{1,6})?"
    rf"|\+(?:{_D}){{7,14}}[0-9]"  # a phone abroad
    r"|[EGDPSK][A-Z]?[0-9]{7,8}|[HM][0-9]{8,10}|[A-Z][0-9]{6}\([0-9A]\)"  # passports and permits
    r")(?![0-9])"
    rf"|(?<![{_SPELT}])[{_SPELT}](?:[ -]{{0,2}}[{_SPELT}]){{10}}(?![{_SPELT}])"
    # at home, without the code of the town: neither a date nor an amount
    r"|(?<![0-9A-Za-z¥$.,/-])(?!20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]))[2-8][0-9]{2,3}[- ]?[0-9]{4}"
    r"(?![0-9]|[.,/-][0-9]| ?(?:元|块|塊|万|萬|亿|億|人|户|戶|平|度|吨|噸|次|票|个|個|%|kw))"
)
_NAMED = re.compile(
    r"(?:电话|電話|手机|手機|座机|座機|号码|號碼|身份证|身分證|证号|證號|微信|微訊|[Tt]el|[Pp]hone|[Ww]e[Cc]hat|QQ)"
    r"[是为為号號:： 码碼.]{0,4}(?P<after>[0-9A-Za-z][0-9A-Za-z_ -]{4,19})"
)

_N = f"[0-9A-Za-z{_HAN}十百甲乙丙丁东南西北]"
_GAP = f"[ ,，、{INVISIBLE}]{{0,2}}"
_BUILDING = rf"{_N}{{1,4}}[ ]?(?:号楼|號樓|栋|棟|幢|座|#楼|#樓|#)"
_ENTRANCE = rf"{_N}{{1,3}}[ ]?(?:单元|單元|门洞|門洞|门|門|梯)"
_FLOOR = rf"{_N}{{1,3}}[ ]?(?:层|層|楼|樓)"
_ROOM = (
    rf"(?:[0-9A-Z{_HAN}]{{3,5}}[ ]?(?:室|房|户|戶|号房|號房)?(?![0-9{_HAN}年月日元块塊米点點次人个個天])"
    rf"|{_N}{{1,4}}[ ]?(?:室|号房|號房))"
)
_STREET = (
    r"(?<=[路街巷弄里道同村组組院条條园園区區苑庄莊])第?"
    rf"{_N}{{1,5}}(?:[-之]{_N}{{1,4}})?[ ]?(?:号|號|弄|支弄)(?!楼|樓|线|線)"
)
_DASHED = (
    r"(?<![0-9.:-])[0-9A-Z]{1,3}[#-][0-9A-Z]{1,2}-[0-9]{3,4}(?![0-9:-])"
    r"|(?<![0-9.:-])[0-9]{1,3}[#-][0-9]{3,4}(?=室|房|户|戶)"
)
_WESTERN_DOOR = r"(?<![0-9A-Za-z])(?i:room|rm\.?|apt\.?|apartment|flat|unit)[ #]{0,2}[0-9]{1,5}[A-Za-z]?(?![0-9A-Za-z])"
_WESTERN = (
    r"(?<![0-9A-Za-z])(?i:building|bldg\.?|no\.)[ #]{0,2}[0-9]{1,5}[A-Za-z]?(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])[0-9]{1,5}(?= (?:[A-Z][a-z]+ ){1,3}(?:Road|Rd|Street|St|Lane|Avenue|Ave)\b)"
)
_DOOR = (
    rf"{_BUILDING}{_GAP}(?:{_ENTRANCE}{_GAP})?(?:{_FLOOR}{_GAP})?{_ROOM}"
    rf"|{_ENTRANCE}{_GAP}(?:{_FLOOR}{_GAP})?{_ROOM}"
    r"|[0-9]{3,4}[ ]?(?:室|房(?![间間子])|号房|號房)"
    r"|(?<=房[间間])[0-9]{3,4}|(?<=房号)[0-9]{3,4}|(?<=房號)[0-9]{3,4}"
    rf"|{_DASHED}|{_WESTERN_DOOR}"
)
_ADDRESSES = re.compile(rf"{_STREET}|{_DOOR}|{_BUILDING}(?:{_GAP}{_ENTRANCE})?|{_WESTERN}")
_DOORS = re.compile(rf"{_DOOR}|{_BUILDING}{_GAP}{_ENTRANCE}")
_COUNTED = re.compile(f"[0-9{_HAN}十百甲乙丙丁东南西北]|(?<![A-Za-z])[A-Z](?![A-Za-z])")
_PHONE = range(7, 15)
"""Digits of a phone number: those of papers and bank cards have more."""
_NO_LINK = {"text_mention", "mention", "phone_number", "email", CONTACT}


def masked(text: str, *, place: bool = False) -> str:
    """Hide numbers of phones, identity papers and bank cards, and the numbers of addresses, in what somebody wrote.

    Of a `place`, where a matter is, street and house stay: somebody has to go there; entrance and door do not.
    The result is as long as the text, in UTF-16 units.
    """
    plain = "".join(map(_plain, text))
    hidden = {at for start, end in _numbers(plain) for at in range(start, end) if not plain[at].isspace()}
    for start, end in _addresses(plain, place=place):
        hidden |= {at for at in range(start, end) if _COUNTED.match(plain, at)}
    return "".join(HIDDEN * utf16_len(char) if at in hidden else char for at, char in enumerate(text))


def hidden_in(text: str, *, place: bool = False) -> list[str]:
    """Return what `masked` hides in a text, as it was written, each once."""
    plain = "".join(map(_plain, text))
    spans = sorted([*_numbers(plain), *_addresses(plain, place=place)])
    return [*dict.fromkeys(text[start:end] for start, end in spans)]


def masked_words(words: Marked, *, place: bool = False) -> Marked:
    """Hide the same in words with marks; links to people and addresses that carry such a number go, the words stay."""
    hidden = masked(words.text, place=place)
    cards = [mark for mark in words.marks if mark.kind == CONTACT]
    for mark in cards:
        hidden = _without_digits(hidden, mark)
    return Marked(hidden, masked_marks(words.marks))


def phones_in(text: str) -> list[str]:
    """Return the phone numbers that stand in a text, as they were written, each once."""
    plain = "".join(map(_plain, text))
    found = {_digits(each[0]): each for each in _NUMBERS.finditer(plain) if not re.search("[A-Za-z]", each[0])}
    return [each[0] for digits, each in found.items() if len(digits) in _PHONE]


def without_phone(words: Marked, end: str) -> Marked:
    """Hide in words the numbers that end with these digits; whatever else was said stays."""
    plain = "".join(map(_plain, words.text))
    spans = [(start, stop) for start, stop in _numbers(plain) if end and _digits(plain[start:stop]).endswith(end)]
    hidden = {at for start, stop in spans for at in range(start, stop) if not plain[at].isspace()}
    text = "".join(HIDDEN * utf16_len(char) if at in hidden else char for at, char in enumerate(words.text))
    if text == words.text:
        return words
    return Marked(text, masked_marks(words.marks))


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def masked_marks(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out what leads to a person: their card, their account, a link that holds a number."""
    return tuple(mark for mark in marks if mark.kind not in _NO_LINK and masked(mark.value) == mark.value)


def _numbers(plain: str) -> list[tuple[int, int]]:
    """A number with much between its digits goes on behind what a word in front names, so they are looked for apart."""
    named = [found.span("after") for found in _NAMED.finditer(plain)]
    return [*(found.span() for found in _NUMBERS.finditer(plain)), *named]


def _addresses(plain: str, *, place: bool) -> list[tuple[int, int]]:
    """Of a place the building that an address begins with stays."""
    if not place:
        return [found.span() for found in _ADDRESSES.finditer(plain)]
    return [(found.start() + _house(found[0]), found.end()) for found in _DOORS.finditer(plain)]


def _house(address: str) -> int:
    building = re.match(_BUILDING, address)
    return building.end() if building else 0


def _plain(char: str) -> str:
    """Return a sign as it is mostly typed, if that is one sign; other widths and looks of a digit hide nothing."""
    simple = unicodedata.normalize("NFKC", char)
    if char in "‐‑‒–—−":
        return "-"
    return simple if len(simple) == 1 else char


def _without_digits(text: str, mark: Mark) -> str:
    """Hide all digits of the stretch that a mark lies on: whatever a card says there is a number to dial."""
    ends = list(chain([0], _ends(text)))
    return "".join(
        HIDDEN * utf16_len(char) if mark.start <= ends[at] < mark.end and char.isdecimal() else char
        for at, char in enumerate(text)
    )


def _ends(text: str) -> list[int]:
    ends, at = [], 0
    for char in text:
        at += utf16_len(char)
        ends.append(at)
    return ends
