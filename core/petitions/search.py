"""Finding petitions by words: how a text is cut, what is tried one after the other, and how a hit is shown.

Words are tried first, as they were cut. Where none of the desk's cases has all of them, the words may have been cut
otherwise: then the characters themselves are looked for. Where they stand nowhere, something may be misspelt: then
what has most pairs of neighbouring characters in common is found, and it is said that it is only like it.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from core.petitions.queue import QueueRow
from core.routing.ports import Simplifier, Tokenizer
from core.shared.ids import ChatId, PetitionId
from core.shared.marks import Mark, Marked
from core.shared.text import fold, one_line, utf16_len

MOST_WORDS = 8
"""So many words of what somebody looks for count; who writes more has written a text."""
MOST_READ = 200
"""So many characters of it are read."""
LIKE = 0.5
"""Such a part of the pairs has to be the same, where something is misspelt."""
AROUND, SNIPPET = 12, 60
"""Characters shown before the first hit, and altogether."""
_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text as it is searched, in simplified characters and small letters."""

    words: tuple[str, ...]
    """Each once: as the dictionary cuts them, and each Chinese character for itself."""
    plain: str
    """Runs of letters and characters, a space between them."""

    @property
    def pairs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(run[n : n + 2] for run in self.plain.split() for n in range(len(run) - 1)))


Cutter: TypeAlias = Callable[[str], Cut]
"""Cuts a text; pure, takes some milliseconds, and at the first call a second."""


def cut(text: str, tokenizer: Tokenizer, simplifier: Simplifier) -> Cut:
    """Cut what is to be found, or what is looked for."""
    simple = simplifier.simplified(unicodedata.normalize("NFKC", text)).casefold()
    runs = _RUN.findall(simple)
    words = [fold(word) for run in runs for word in tokenizer.words(run)]
    single = [char for run in runs for char in run if not char.isascii()]
    return Cut(tuple(dict.fromkeys(word for word in [*words, *single] if word)), " ".join(runs))


def cut_into_characters(text: str) -> Cut:
    """Cut without a dictionary: words are what stands between spaces."""
    runs = _RUN.findall(unicodedata.normalize("NFKC", text).casefold())
    single = [char for run in runs for char in run if not char.isascii()]
    return Cut(tuple(dict.fromkeys([*runs, *single])), " ".join(runs))


def asked(typed: str, cutter: Cutter) -> Cut:
    """Cut what somebody looks for; of words that stand inside longer ones only the longest are asked for."""
    whole = cutter(typed[:MOST_READ])
    longest = [word for word in whole.words if not any(word != other and word in other for other in whole.words)]
    return Cut(tuple(longest[:MOST_WORDS]), whole.plain)


class Way(StrEnum):
    """How it was found."""

    WORDS = "words"
    PART = "part"
    LIKE = "like"


@dataclass(frozen=True, slots=True)
class Hit:
    row: QueueRow
    words: str
    """Where it stands: the petition's own text or place, or a message of the case."""
    where: str
    """ "petition", "resident", "staff" or "note"."""


@dataclass(frozen=True, slots=True)
class Found:
    hits: Sequence[Hit]
    total: int
    way: Way


class CaseSearch(Protocol):
    async def find(self, chat_id: ChatId, wanted: Cut, *, offset: int, limit: int) -> Found:
        """Return cases worked on in this chat, open or not, that have what is wanted: nearest first, then newest.

        Read are the petition's words and place, and what was said and noted in its case; names are not.
        """
        ...


class SearchIndex(Protocol):
    """What petitions are found by. Adding a petition or a message of its case brings it up to date by itself."""

    async def unindexed(self, limit: int) -> Sequence[PetitionId]:
        """Return petitions that are found by nothing yet, because they are older than the index."""
        ...

    async def tokens(self, text: str) -> frozenset[str]:
        """Return what a text would be found by."""
        ...

    async def renew(self, petition_id: PetitionId) -> None:
        """Read the petition and its case anew, as they are in this unit of work; what is gone is found no more.

        Whoever erases or masks words calls this in the same unit of work.
        """
        ...


def shown(text: str, wanted: Cut, way: Way, cutter: Cutter) -> Marked:
    """Return the beginning of `text`, or what stands around the first hit, on one line with the hits in bold."""
    line = one_line(text)
    folded = _alike(line, cutter)
    parts = wanted.pairs if way is Way.LIKE else (*wanted.words, *wanted.plain.split())
    hits = sorted({(m.start(), m.end()) for part in parts if part for m in re.finditer(re.escape(part), folded)})
    begin = max(hits[0][0] - AROUND, 0) if hits else 0
    piece = line[begin : begin + SNIPPET]
    before, after = "…" if begin else "", "…" if begin + SNIPPET < len(line) else ""
    marks: list[Mark] = []
    for first, last in _merged(hits):
        start, end = max(first - begin, 0), min(last - begin, len(piece))
        if start < end:
            at = utf16_len(before + piece[:start])
            marks.append(Mark("bold", at, utf16_len(piece[start:end])))
    return Marked(before + piece + after, tuple(marks))


def _alike(line: str, cutter: Cutter) -> str:
    """Return the text character by character as it is compared, of the same length."""
    simple = cutter(line).plain.replace(" ", "")
    chars = [unicodedata.normalize("NFKC", char).casefold() for char in line]
    counts = [index for index, char in enumerate(chars) if len(char) == 1 and _RUN.fullmatch(char)]
    if len(counts) == len(simple):  # nothing became longer or shorter, so each stands where it stood
        for index, char in zip(counts, simple, strict=True):
            chars[index] = char
    return "".join(char if len(char) == 1 else "\0" for char in chars)


def _merged(hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in hits:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
