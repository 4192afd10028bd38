"""The oldest markup, kept by Telegram for old bots: no nesting, no escaping inside marks."""

from typing import Any

from sandbox import links
from sandbox.markup import MarkupError, Output, byte_offset, pre_block

_MARKS = "_*`["
_TYPES = {"_": "italic", "*": "bold", "`": "code"}


def parse(text: str) -> tuple[str, list[dict[str, Any]]]:
    out = Output()
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\\" and text[at + 1 : at + 2] and text[at + 1] in _MARKS:
            out.add(text[at + 1])
            at += 2
        elif char in _MARKS:
            at = _entity(text, at, out)
        else:
            out.add(char)
            at += 1
    return out.text(), out.entities


def _entity(text: str, begin: int, out: Output) -> int:
    char = text[begin]
    end_mark, at, fields = ("]" if char == "[" else char), begin + 1, {"type": _TYPES.get(char, "")}
    if text.startswith("```", begin):
        language, at = pre_block(text, begin + 3)
        end_mark = "```"
        fields = {"type": "pre", "language": language} if language else {"type": "pre"}
    end = text.find(end_mark, at)
    if end < 0:
        raise MarkupError(f"Can't find end of the entity starting at byte offset {byte_offset(text, begin)}")
    start, inside, after = out.units, text[at:end], end + len(end_mark)
    out.add(inside)
    if char != "[":
        out.mark(start, fields)
        return after
    if not inside:
        return after
    url = inside
    if text[after : after + 1] == "(":
        close = text.find(")", after)
        close = len(text) if close < 0 else close
        url, after = text[after + 1 : close], close + 1
    if (link := links.link_entity(url)) is not None:
        out.mark(start, link)
    return after
