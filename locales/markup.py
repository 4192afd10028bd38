"""Marked words as Telegram's HTML. Words and values are escaped: whatever somebody typed stays what they typed."""

import re
from collections.abc import Sequence
from html import escape

from core.shared.marks import Mark, Marked

_STYLES = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "blockquote": "blockquote",
}
_QUOTE = re.compile(r"<(/?)blockquote( expandable)?>")


def to_html(words: Marked) -> str:
    """Return the words with their marks; a mark that is not inside or outside of another as a whole is left out."""
    units = words.text.encode("utf-16-le", "surrogatepass")
    out: list[str] = []
    closing: list[tuple[int, str]] = []
    at = 0

    def say(end: int) -> None:
        nonlocal at
        out.append(escape(units[2 * at : 2 * end].decode("utf-16-le", "surrogatepass"), quote=False))
        at = end

    for mark in _outer_first(words.marks):
        while closing and closing[-1][0] <= mark.start:
            end, tag = closing.pop()
            say(end)
            out.append(tag)
        tags = _tags(mark)
        if tags is None or (closing and mark.end > closing[-1][0]):
            continue
        say(mark.start)
        out.append(tags[0])
        closing.append((mark.end, tags[1]))
    for end, tag in reversed(closing):
        say(end)
        out.append(tag)
    say(len(units) // 2)
    return "".join(out)


def without_inner_quotes(html: str) -> str:
    """Leave quotations inside of quotations out: Telegram knows none."""
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        depth += -1 if tag[1] else 1
        return tag[0] if depth == (0 if tag[1] else 1) else ""

    return _QUOTE.sub(keep, html)


def _outer_first(marks: Sequence[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, -mark.length))


def _tags(mark: Mark) -> tuple[str, str] | None:  # noqa: PLR0911 - one return per kind
    if tag := _STYLES.get(mark.kind):
        return f"<{tag}>", f"</{tag}>"
    value = escape(mark.value)
    match mark.kind:
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "pre" if value:
            return f'<pre><code class="language-{value}">', "</code></pre>"
        case "pre":
            return "<pre>", "</pre>"
        case "text_link":
            return f'<a href="{value}">', "</a>"
        case "text_mention":
            return f'<a href="tg://user?id={value}">', "</a>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{value}">', "</tg-emoji>"
        case "date_time":
            unix, _, form = value.partition("|")
            return f'<tg-time unix="{unix}" format="{form}">', "</tg-time>"
    return None
