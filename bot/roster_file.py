"""Rosters as committees keep them: XLSX or CSV, headings in any of our languages. Everything in them is text.

Formulas are never computed and links never followed; a hostile file is refused before it is unpacked.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from core.people.model import Role, Unit
from core.people.roster_file import Reading, ReadLines, RosterColumn
from core.shared.errors import DomainError
from core.shared.language import Language
from core.shared.text import fold
from locales.catalogue import default_catalogue

LARGEST = 20 * 1024 * 1024
"""Bytes of a file: 100 000 people take about four million."""
LARGEST_UNPACKED = 256 * 1024 * 1024
"""Bytes an XLSX may unpack to."""
MOST_ROWS = 100_000
MOST_COLUMNS = 40
_EXACT = 1e15
"""Up to here a number of a spreadsheet has all its digits."""
_HEADINGS_WITHIN = 10
"""Lines in which the headings are looked for: above them often stands a title."""
_CODINGS = ("utf-8-sig", "gb18030")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

Row = tuple[int, Sequence[str]]


def read_roster(file: Path, units: Iterable[Unit], default_unit: str = "") -> Reading:
    """Return persons and troubles; raises DomainError("roster-…") for a file that is no roster at all."""
    rows = iter(_rows(file))
    begun = list(islice(rows, _HEADINGS_WITHIN))
    at, columns = _headings(begun)
    cells = [(number, _by_column(row, columns)) for number, row in [*begun[at + 1 :], *rows]]
    read = ReadLines(
        units={fold(unit.name): unit.name for unit in units},
        role_of=role_named,
        building_ends=_words("roster-building-ends"),
        default_unit=default_unit,
    )
    reading = read(cells)
    if not reading.lines:
        raise DomainError("roster-empty")
    return reading


def role_named(name: str) -> Role | None:
    """Return the role with this name in any language, or this word of ours."""
    return _roles().get(fold(name))


@cache
def _roles() -> Mapping[str, Role]:
    named = {fold(word): role for role in Role for word in (role.value, *_words(f"role-{role}"))}
    return named | {fold(word): role for role in Role for word in _words(f"roster-role-{role}")}


@cache
def _titles() -> Mapping[str, RosterColumn]:
    return {fold(word): column for column in RosterColumn for word in _words(f"roster-column-{column}")}


def _words(key: str) -> list[str]:
    texts = [default_catalogue().format(key, {}, language) for language in Language]
    return list(dict.fromkeys(word.strip() for text in texts for word in text.split("|") if word.strip()))


def _headings(rows: Sequence[Row]) -> tuple[int, dict[int, RosterColumn]]:
    """Return which of the lines has the headings, and what stands in which column."""
    for at, (_, row) in enumerate(rows):
        found = {n: _titles()[fold(cell)] for n, cell in enumerate(row) if fold(cell) in _titles()}
        if RosterColumn.NAME in found.values() and len(found) > 1:
            twice = [column for column in RosterColumn if list(found.values()).count(column) > 1]
            if twice:
                raise DomainError("roster-heading-twice", name=_words(f"roster-column-{twice[0]}")[0])
            return at, found
    raise DomainError("roster-no-headings")


def _by_column(row: Sequence[str], columns: Mapping[int, RosterColumn]) -> dict[RosterColumn, str]:
    return {column: row[n] for n, column in columns.items() if n < len(row)}


def _rows(file: Path) -> Iterator[Row]:
    try:
        large = file.stat().st_size > LARGEST
        data = b"" if large else file.read_bytes()
    except OSError:
        raise DomainError("roster-unreadable", file=file.name) from None
    if large:
        raise DomainError("roster-too-large", rows=MOST_ROWS)
    found = _of_xlsx(data) if data.startswith(b"PK") else _of_csv(data, file.name)
    try:
        yield from islice(found, MOST_ROWS)
        more = next(found, None)
    except DomainError:
        raise
    except Exception:  # noqa: BLE001 - whatever is in a stranger's file: it is refused in one sentence
        raise DomainError("roster-unreadable", file=file.name) from None
    if more is not None:
        raise DomainError("roster-too-large", rows=MOST_ROWS)


def _of_csv(data: bytes, name: str) -> Iterator[Row]:
    text = _decoded(data)
    if text is None or "\0" in text:
        raise DomainError("roster-unreadable", file=name)
    head = text[:4096]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for row in reader:
        yield reader.line_num, row[:MOST_COLUMNS]


def _decoded(data: bytes) -> str | None:
    for coding in _CODINGS:
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    return None


def _of_xlsx(data: bytes) -> Iterator[Row]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise DomainError("roster-too-large", rows=MOST_ROWS)
        if any(_DOCTYPE.search(packed.read(part)[:4096]) for part in parts if part.filename.endswith(".xml")):
            raise DomainError("roster-unreadable", file="XLSX")
    import openpyxl  # noqa: PLC0415 - only where an XLSX comes

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
            yield number, [_text(value) for value in row]
    finally:
        book.close()


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    """Write a cell as text: 13800001001.0 is a number a spreadsheet has made of a phone."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    return str(getattr(value, "text", value))
