"""Long HTML in pieces Telegram takes, each well formed; put together they say what the whole said."""

import re
from html import unescape

from core.shared.text import is_blank, utf16_len

TEXT_LIMIT = 4_096
CAPTION_LIMIT = 1_024
_TOKEN = re.compile(r"<[^>]*>|&(?:#\w+|\w+);|.", re.DOTALL)
_NAME = re.compile(r"</?([\w-]+)")
_ENDS = "\n。！？!? "


def visible(html: str) -> str:
    """Return what remains after Telegram has parsed the tags."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def visible_len(html: str) -> int:
    return utf16_len(visible(html))


def split_html(html: str, limit: int) -> list[str]:
    """Cut at ends of sentences or at spaces where possible; tags open at a cut are closed and opened again."""
    if visible_len(html) <= limit:
        return [html]
    tokens = _TOKEN.findall(html)
    pieces: list[str] = []
    opened: list[str] = []
    start = 0
    while start < len(tokens):
        end, still_open = _piece(tokens, start, opened, limit)
        closing = "".join(f"</{_name(tag)}>" for tag in reversed(still_open))
        piece = "".join(opened) + "".join(tokens[start:end]) + closing
        if not is_blank(visible(piece)):
            pieces.append(piece)
        start, opened = end, still_open
    return pieces


def _piece(tokens: list[str], start: int, opened: list[str], limit: int) -> tuple[int, list[str]]:
    """Return where the piece ends and which tags are open there."""
    stack, used, soft = list(opened), 0, None
    for index in range(start, len(tokens)):
        token = tokens[index]
        if len(token) > 1 and token.startswith("<"):
            _follow(stack, token)
            continue
        size = utf16_len(unescape(token))
        if used + size > limit and used:
            return soft or (index, stack)
        used += size
        if token in _ENDS and used > limit // 2:
            soft = (index + 1, list(stack))
    return len(tokens), stack


def _follow(stack: list[str], tag: str) -> None:
    if not tag.startswith("</"):
        stack.append(tag)
    elif stack:
        stack.pop()


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found.group(1) if found else ""
