from collections.abc import Iterable
from typing import Any

from sandbox.utf16 import Units

_STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_RANK = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_MOST = 100

Span = tuple[int, int]


def settle(text: str, marks: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Make given and found entities fit together: one link per letter, no styles inside code."""
    units = Units(text)
    seen = [mark for mark in marks if not _slice(text, units, mark).isspace()]
    quotes = _apart(mark for mark in seen if mark["type"] in _QUOTES)
    whole = _apart(mark for mark in seen if mark["type"] not in _STYLES | _QUOTES)
    code = [_span(mark) for mark in whole if mark["type"] in {"code", "pre"}]
    taken = [_span(mark) for mark in whole]
    styles = [
        {"type": kind, "offset": begin, "length": end - begin}
        for kind in _STYLES
        for begin, end in _minus(_union(seen, kind), code)
    ]
    free = [entity for entity in found if not any(_touch(_span(entity), span) for span in taken)]
    return sorted([*quotes, *whole, *styles, *free], key=_order)[:_MOST]


def _order(entity: dict[str, Any]) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _RANK.get(entity["type"], 50)


def _span(entity: dict[str, Any]) -> Span:
    return entity["offset"], entity["offset"] + entity["length"]


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _slice(text: str, units: Units, entity: dict[str, Any]) -> str:
    begin, end = _span(entity)
    return text[units.index(begin) : units.index(end)]


def _apart(entities: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of entities that may not overlap the outermost, then the first, stays."""
    kept: list[dict[str, Any]] = []
    for entity in sorted(entities, key=_order):
        if not kept or _span(kept[-1])[1] <= entity["offset"]:
            kept.append(entity)
    return kept


def _union(entities: Iterable[dict[str, Any]], kind: str) -> list[Span]:
    spans: list[Span] = []
    for begin, end in sorted(_span(entity) for entity in entities if entity["type"] == kind):
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((begin, end))
    return spans


def _minus(spans: list[Span], holes: list[Span]) -> list[Span]:
    for hole in holes:
        pieces: list[Span] = []
        for begin, end in spans:
            if not _touch((begin, end), hole):
                pieces.append((begin, end))
                continue
            pieces += [piece for piece in ((begin, hole[0]), (hole[1], end)) if piece[0] < piece[1]]
        spans = pieces
    return spans
