"""Words with what their writer made of them: bold, links, code, quotations, people. Counted as Telegram counts."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.shared.text import excerpt, split_text, utf16_len

POSITION = "position"
"""Kind of the mark on a line that says where something is; its value is "latitude,longitude"."""
CONTACT = "contact"
"""Kind of the mark on a line that is somebody's card; its value is number, first and last name, a tab between each."""
_INSERTED = {POSITION, CONTACT}
_PERSON = "text_mention"
_QUOTES = {"blockquote", "expandable_blockquote"}
_BYTES = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` is Telegram's word; `start` and `length` are UTF-16 units; `value` an address, a language or a number."""

    kind: str
    start: int
    length: int
    value: str = ""

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks. Marks lie inside the text."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def simplest(self) -> "Marked | str":
        """The text alone where nobody made anything of it."""
        return self if self.marks else self.text

    def part(self, start: int, end: int) -> "Marked":
        """Return what lies between two places, in UTF-16 units, with as much of each mark as lies there."""
        units = self.text.encode("utf-16-le", "surrogatepass")[_BYTES * start : _BYTES * end]
        kept = [
            replace(mark, start=max(mark.start, start) - start, length=min(mark.end, end) - max(mark.start, start))
            for mark in self.marks
            if mark.start < end and mark.end > start
        ]
        return Marked(units.decode("utf-16-le", "surrogatepass"), tuple(kept))

    def only(self, text: str) -> "Marked":
        """Return the place where this text stands; without marks if it stands nowhere."""
        at = self.text.find(text)
        if at < 0:
            return Marked(text)
        start = utf16_len(self.text[:at])
        return self.part(start, start + utf16_len(text))

    @property
    def title(self) -> str:
        """The words on one line, without cards of people and positions: what names a matter is read by many."""
        rest, at = "", 0
        for mark in sorted((mark for mark in self.marks if mark.kind in _INSERTED), key=lambda mark: mark.start):
            rest += self.part(at, mark.start).text + " "
            at = mark.end
        return " ".join((rest + self.part(at, utf16_len(self.text)).text).split())

    def behind(self, words: str) -> "Marked":
        """Return other words with these behind them; without white space at the ends."""
        by = utf16_len(words)
        whole = Marked(words + self.text, tuple(replace(mark, start=mark.start + by) for mark in self.marks))
        return whole.only(whole.text.strip())

    def with_quote(self, quoted: str) -> "Marked":
        """Return these words below what they answer."""
        told = self.behind(f"{quoted}\n")
        return Marked(told.text, (Mark("blockquote", 0, utf16_len(quoted)), *told.marks))


def joined(parts: Iterable[Marked]) -> Marked:
    """Put parts below each other, a line each at least."""
    text, marks = "", list[Mark]()
    for number, part in enumerate(parts):
        text += "\n" if number else ""
        by = utf16_len(text)
        marks += [replace(mark, start=mark.start + by) for mark in part.marks]
        text += part.text
    return Marked(text, tuple(marks))


def split_marked(whole: Marked, limit: int) -> list[Marked]:
    """Cut as `split_text` does; a mark that lies over a cut goes on behind it."""
    pieces, at = [], 0
    for piece in split_text(whole.text, limit):
        end = at + utf16_len(piece)
        pieces.append(whole.part(at, end))
        at = end
    return pieces


def short(whole: Marked, limit: int) -> Marked:
    """Shorten as `excerpt` does."""
    text = excerpt(whole.text, limit)
    return Marked(text, whole.part(0, min(utf16_len(text), utf16_len(whole.text))).marks)


def without_people(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out links to accounts: where nobody is to be named there is no such number."""
    return tuple(mark for mark in marks if mark.kind != _PERSON)


def without_quotes(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out quotations, for words that stand in one themselves: Telegram knows none inside another."""
    return tuple(mark for mark in marks if mark.kind not in _QUOTES)


def pack(marks: Sequence[Mark]) -> list[list[str | int]]:
    return [[mark.kind, mark.start, mark.length, mark.value] for mark in marks]


def unpack(packed: Iterable[Sequence[str | int]]) -> tuple[Mark, ...]:
    return tuple(Mark(str(kind), int(start), int(length), str(value)) for kind, start, length, value in packed)


def write_down(marks: Sequence[Mark]) -> str:
    """Return marks as one text; "" for none."""
    return json.dumps(pack(marks), ensure_ascii=False, separators=(",", ":")) if marks else ""


def read_back(written: str) -> tuple[Mark, ...]:
    return unpack(json.loads(written)) if written else ()
