"""The five parts of an answer (信访工作条例 art. 32): found in what was typed, and put together. Pure functions."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.people.model import Level
from core.petitions.model import Kind
from core.shared.marks import Mark, Marked
from core.shared.text import fold, is_blank, utf16_len


class Part(StrEnum):
    """In the order of the law. Stored by value: never rename."""

    CLAIM = "claim"
    FACTS = "facts"
    RULE = "rule"
    DECISION = "decision"
    REVIEW = "review"
    """How to ask for review; what stands here by itself depends on the level, see `Wording.review`."""


WRITTEN = (Part.CLAIM, Part.FACTS, Part.RULE, Part.DECISION)
"""What nobody but the writer knows."""
MUST_HAVE = {Kind.COMPLAINT}
STATUTORY = {Level.STREET}
"""From here up the answer is the law's; below it is our own pledge, and a hint is enough."""


def required(kind: Kind, level: Level) -> bool:
    """Tell whether an answer must have all parts to go out."""
    return kind in MUST_HAVE and level in STATUTORY


def missing(parts: Collection[Part]) -> list[Part]:
    """Return what only the writer can add and has not."""
    return [part for part in WRITTEN if part not in parts]


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one text; blank parts are none."""

    parts: Mapping[Part, Marked]
    before: Marked
    """What stands before the first heading: all of it where there is none."""


def read_parts(said: Marked, headings: Mapping[str, Part]) -> Read:
    """Cut a text at its headings; `headings` are their words, folded.

    A heading begins a line, behind a number or a sign or in brackets, and ends with the line, a bracket or a colon:
    "二、事实：…", "【事实】…", "## Facts". The word alone at the beginning of a sentence is none. What stands twice
    is put together. No word is lost: the parts and `before` hold all there is but the headings.
    """
    at = 0
    current: Part | None = None
    pieces: list[tuple[Part | None, int, int]] = []
    begun = 0
    for line in said.text.splitlines(keepends=True):
        found = _heading(line, headings)
        if found is not None:
            part, length = found
            pieces.append((current, begun, at))
            current, begun = part, at + utf16_len(line[:length])
        at += utf16_len(line)
    pieces.append((current, begun, at))
    parts: dict[Part, Marked] = {}
    before = Marked("")
    for which, start, end in pieces:
        piece = said.part(start, end)
        if is_blank(piece.text):
            continue
        if which is None:
            before = stripped(piece)
        else:
            parts[which] = _below(parts[which], stripped(piece)) if which in parts else stripped(piece)
    return Read(parts, before)


def _heading(line: str, headings: Mapping[str, Part]) -> tuple[Part, int] | None:
    """Return the part whose heading begins a line and where what it says begins; None for any other line."""
    start = next((n for n, char in enumerate(line) if _is_word(char)), None)
    if start is None:
        return None
    end = start
    while end < len(line) and (_is_word(line[end]) or line[end] in " \t"):
        end += 1
    part = headings.get(fold(line[start:end]))
    if part is None:
        return None
    behind = next((n for n in range(end, len(line)) if not (_ends(line[n]) or line[n] in " \t")), len(line))
    if behind == end and not is_blank(line[end:]):
        return None
    return part, behind


def _is_word(char: str) -> bool:
    """Tell whether a sign can begin a heading; numbers, Chinese ones too, only count it."""
    return char.isalpha() and not char.isnumeric()


def _ends(char: str) -> bool:
    """Tell whether a sign ends a heading: a colon or whatever looks like one, or a closing bracket."""
    return unicodedata.normalize("NFKC", char) in {":", "*"} or unicodedata.category(char) in {"Pe", "Pf"}


def stripped(words: Marked) -> Marked:
    """Return words without white space at their ends."""
    return words.only(words.text.strip())


def _below(first: Marked, second: Marked) -> Marked:
    by = utf16_len(first.text) + 1
    moved = tuple(Mark(m.kind, m.start + by, m.length, m.value) for m in second.marks)
    return Marked(f"{first.text}\n{second.text}", (*first.marks, *moved))


def compose(parts: Mapping[Part, Marked], titles: Mapping[Part, str]) -> Marked:
    """Put parts into one text in the order of the law, each below its title; what is blank is left out."""
    text, marks = "", list[Mark]()
    for part in Part:
        words = parts.get(part)
        if words is None or is_blank(words.text):
            continue
        text += "\n\n" if text else ""
        title = titles[part]
        marks.append(Mark("bold", utf16_len(text), utf16_len(title)))
        text += f"{title}\n"
        by = utf16_len(text)
        marks += [Mark(m.kind, m.start + by, m.length, m.value) for m in words.marks]
        text += words.text
    return Marked(text, tuple(marks))


def headings_of(names: Mapping[Part, Sequence[str]]) -> dict[str, Part]:
    """Return the words of headings as they are compared."""
    return {fold(name): part for part, words in names.items() for name in words if fold(name)}
