"""Reads the limits that the Bot API documentation states in words."""

import re
from collections.abc import Collection, Mapping
from typing import Any

_SPAN = r"(?P<low>\d+)\s*-\s*(?P<high>\d+)"
_CHARACTERS = re.compile(_SPAN + r" characters")
_BYTES = re.compile(_SPAN + r" [Bb]ytes|can't exceed (?P<most>\d+) bytes")
_ITEMS = re.compile(
    _SPAN + r" (?:identifiers|items|answer options|emoji|tasks|buttons|search keywords|initial stickers"
    r"|two-letter|results|rows|elements)"
    r"|(?:[Aa]t most|[Uu]p to|[Nn]o more than) (?P<most>\d+) (?!characters|seconds|kilobytes|days|hours)"
)
_NUMBER = re.compile(
    rf"(?:^|[;,.] |between ){_SPAN}(?=$|[;,. ])(?! (?:characters|bytes))"
    r"|[Bb]etween (?P<low2>\d+) and (?P<high2>\d+)"
)
_ALSO = re.compile(r"or 0x(?P<hex>[0-9A-Fa-f]+)|Must be (?P<zero>0) for|(?P<unset>if specified)")
_INT32 = "Signed 32-bit identifier"
_FIXED = re.compile(r"must always be (?P<value>\d+)")
_WORD = re.compile(r"[Oo]nly (?:characters )?A-Z, a-z, 0-9, _ and - are allowed")
_MAY_BE_EMPTY = re.compile(r"(?:[Uu]se|[Ss]pecify|[Pp]ass) an empty string")
_OWN_FORMATTING = ("text", "message_text")

# what the documentation says outside of the parameter's own description
STATED_ELSEWHERE: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("answerInlineQuery", "results"): {"items": [0, 50]},
}
# numbers that look like a range of the value and are something else
NOT_A_RANGE = frozenset(
    {
        ("SuggestedPostParameters", "send_date"),  # distance from now
        ("SuggestedPostPrice", "amount"),  # depends on the currency
    }
)


def formatting(name: str, fields: Collection[str]) -> list[str] | None:
    """Names of the parse mode and entities beside a text that may be formatted."""
    own = f"{name}_parse_mode" in fields or f"{name}_entities" in fields
    if not own and not (name in _OWN_FORMATTING and "entities" in fields):
        return None
    mode = f"{name}_parse_mode" if f"{name}_parse_mode" in fields else "parse_mode"
    marks = f"{name}_entities" if f"{name}_entities" in fields else "entities"
    return [mode, marks]


def limits(owner: str, field: Mapping[str, Any]) -> dict[str, Any]:
    stated = STATED_ELSEWHERE.get((owner, field["name"]))
    if stated is not None:
        return dict(stated)
    if (owner, field["name"]) in NOT_A_RANGE:
        return {}
    description, types = field["description"], field["types"]
    if any(kind.startswith("Array") for kind in types):
        return _items(description)
    if types == ["String"]:
        return _text(description)
    if types in (["Integer"], ["Float"]):
        return _number(description)
    return {}


def _items(description: str) -> dict[str, Any]:
    found = _ITEMS.search(description)
    if found is None:
        return {}
    if found["most"] is not None:
        return {"items": [0, int(found["most"])]}
    return {"items": [int(found["low"]), int(found["high"])]}


def _text(description: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    if (found := _CHARACTERS.search(description)) is not None:
        result["chars"] = [int(found["low"]), int(found["high"])]
    if (found := _BYTES.search(description)) is not None:
        most = found["most"]
        result["bytes"] = [0, int(most)] if most else [int(found["low"]), int(found["high"])]
    if _WORD.search(description) is not None:
        result["word"] = True
    if _MAY_BE_EMPTY.search(description) is not None:
        result["blank"] = True
    return result


def _number(description: str) -> dict[str, Any]:
    if (fixed := _FIXED.search(description)) is not None:
        return {"enum": [int(fixed["value"])]}
    if _INT32 in description:
        return {"range": [-(2**31), 2**31 - 1]}
    found = _NUMBER.search(description)
    if found is None:
        return {}
    low, high = found["low"] or found["low2"], found["high"] or found["high2"]
    result: dict[str, Any] = {"range": [int(low), int(high)]}
    also = {
        int(other["hex"], 16) if other["hex"] else 0
        for other in _ALSO.finditer(description)
        if other["hex"] or int(low) > 0
    }
    if also:
        result["also"] = sorted(also)
    return result
