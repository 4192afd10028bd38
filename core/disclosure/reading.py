"""How a version is read: in pages, its tables below its words. And what of it is found by searching."""

import asyncio
import re
import unicodedata
from collections.abc import Sequence

from core.disclosure.model import Version
from core.disclosure.tables import row_by_row, side_by_side
from core.routing.ports import Tokenizer
from core.shared.marks import Mark, Marked, joined, split_marked
from core.shared.text import fold, utf16_len

PAGE = 2_800
"""UTF-16 units of content in one window; head and buttons come on top of that."""


def pages_of(version: Version) -> list[Marked]:
    """Return words and tables in pieces of one window each; at least one, which may be empty."""
    parts = [version.words] if version.words.text else []
    for table in version.tables:
        aligned = side_by_side(table)
        text = (aligned or row_by_row(table)) + ("\n…" if table.cut else "")
        parts.append(Marked(text, (Mark("pre", 0, utf16_len(text)),) if aligned else ()))
    return split_marked(joined(parts), PAGE)


def searchable(version: Version) -> str:
    """Return all there is to be found of a version: title, words, tables, names of files."""
    cells = [cell for table in version.tables for row in table.rows for cell in row]
    return "\n".join([version.title, version.words.text, *cells, *(file.name for file in version.files)])


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")


async def words_in(tokenizer: Tokenizer, text: str) -> list[str]:
    """Return the different words of a text as they are compared, in a thread: cutting takes its time.

    An amount is a word, however it is written: 19,600.00 is 19600.
    """
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
    cut = await asyncio.to_thread(lambda: [*tokenizer.words(_AMOUNT.sub(" ", plain))])
    amounts = [_amount(found[0]) for found in _AMOUNT.finditer(plain)]
    return [*dict.fromkeys(word for word in [*map(fold, cut), *amounts] if word)]


async def findable(tokenizer: Tokenizer, text: str) -> list[str]:
    """Return by what a text is found: its words, and each of its characters, for who looks for one alone."""
    words = await words_in(tokenizer, text)
    return [*dict.fromkeys([*words, *characters(words)])]


def characters(words: Sequence[str]) -> list[str]:
    """Return the different characters that are words by themselves: Chinese ones, and no letters or digits."""
    return [*dict.fromkeys(char for word in words for char in word if not char.isdecimal() and not char.isascii())]


def _amount(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def hides(version: Version) -> bool:
    """Tell whether a table's file has sheets, rows, columns or notes in it that nobody sees when it is opened."""
    return any(part.table is not None and part.table.hides for part in version.parts)
