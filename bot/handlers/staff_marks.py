"""How a message in a staff group begins: with a command, or with the strokes of an internal note.

In doubt a message stays inside. What cannot be seen does not count, in a caption as in a text.
"""

import re

from aiogram.filters import Filter
from aiogram.types import Message

from core.shared.text import without_unseen_start

_COMMAND = re.compile(r"[/／]|、(?=[A-Za-z])")
"""On a Chinese keyboard too."""
_NOTE = re.compile(
    r"[/／]{2}|、、|\\\\|[/／、]?(?:内部|內部)?(?:备注|備註)[:：]?|[/／、](?:internal )?note(?![A-Za-z])[:：]?"
    r"|(?:internal )?note\s*[:：]",
    re.IGNORECASE,
)
"""Two strokes, as any keyboard writes them, or the word, which one stroke may precede."""
_STROKES = re.compile(r"[/／]{2}|、、|\\\\")


def without_note_mark(text: str) -> str | None:
    """Return what an internal note says; None if the text is none."""
    seen = without_unseen_start(text)
    mark = _NOTE.match(seen)
    if mark is None:
        return None
    inside = seen[mark.end() :]
    part_of_a_word = mark[0][-1].isalpha() and inside[:1].isalpha() and mark[0][0].isalpha()
    return (seen if part_of_a_word else inside).strip()


def is_command(text: str) -> bool:
    """Tell whether a text is meant for us and not for a resident, known to us or not."""
    return without_note_mark(text) is None and _COMMAND.match(without_unseen_start(text)) is not None


class IsNote(Filter):
    """Two strokes at the start, whatever comes behind."""

    async def __call__(self, message: Message) -> bool:
        return _STROKES.match(without_unseen_start(message.text or message.caption or "")) is not None


class LooksLikeCommand(Filter):
    """A command by its own words, or a part of an album that has one under another picture."""

    async def __call__(self, message: Message, album_caption: str = "") -> bool:
        return is_command(message.text or message.caption or album_caption)
