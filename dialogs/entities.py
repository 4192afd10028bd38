"""Telegram's entities as marks. What Telegram finds by itself (addresses, hashtags, numbers) needs none."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.types import MessageEntity

from core.shared.marks import Mark, Marked
from core.shared.text import utf16_len

_PLAIN = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "expandable_blockquote",
}


def with_marks(text: str, entities: Sequence[MessageEntity]) -> Marked:
    """Return the text with its marks. Addresses behind linked words are written out as well: people read them first."""
    marks = [mark for entity in entities if (mark := _mark(entity)) is not None]
    links = sorted((mark for mark in marks if mark.kind == "text_link"), key=lambda mark: mark.end, reverse=True)
    words = Marked(text, tuple(marks))
    for link in links:
        if words.part(link.start, link.end).text.strip() != link.value:
            words = _insert(words, link.end, f" ({link.value})")
    return words


def _mark(entity: MessageEntity) -> Mark | None:
    kind = str(entity.type)
    value: str | None = None
    if kind == "pre":
        value = entity.language or ""
    elif kind in _PLAIN:
        value = ""
    elif kind == "text_link":
        value = entity.url
    elif kind == "text_mention" and entity.user is not None:
        value = str(entity.user.id)
    elif kind == "custom_emoji":
        value = entity.custom_emoji_id
    elif kind == "date_time" and entity.unix_time is not None:
        value = f"{entity.unix_time}|{entity.date_time_format or ''}"
    return None if value is None else Mark(kind, entity.offset, entity.length, value)


def _insert(words: Marked, at: int, more: str) -> Marked:
    """Put more text where something ends: what begins there or later moves, what goes on over it grows."""
    by = utf16_len(more)
    marks = [
        replace(mark, start=mark.start + by)
        if mark.start >= at
        else replace(mark, length=mark.length + by)
        if mark.end > at
        else mark
        for mark in words.marks
    ]
    return Marked(words.part(0, at).text + more + words.part(at, utf16_len(words.text)).text, tuple(marks))
