"""Tables as people read them on a telephone: side by side where that fits, else row by row."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MAX_ROWS, MAX_COLUMNS, MAX_CELL = 200, 12, 200
"""More is cut off; the file itself has all of it."""
NARROW = 30
"""Letters a narrow telephone shows in a line of fixed width; a Chinese character takes two."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first the heads of the columns. All rows are equally long."""

    rows: tuple[tuple[str, ...], ...]
    cut: bool = False
    """Whether the file has more."""
    hides: bool = False
    """Whether there is something in the file that its author does not see when it is opened."""

    def to_json(self) -> dict[str, Any]:
        return {"rows": [[*row] for row in self.rows], "cut": self.cut, "hides": self.hides}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Table":
        return cls(tuple(tuple(row) for row in data["rows"]), data["cut"], data.get("hides", False))

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]], *, cut: bool = False, hides: bool = False) -> "Table | None":
        """Tidy up: no empty rows and columns, no endless cells, no more than the limits; None if nothing is left."""
        wide = max((len(row) for row in rows), default=0)
        lines = [[" ".join(cell.split())[:MAX_CELL] for cell in (*row, *[""] * (wide - len(row)))] for row in rows]
        lines = [line for line in lines if any(line)]
        kept = [column for column in range(wide) if any(line[column] for line in lines)]
        cut = cut or len(lines) > MAX_ROWS or len(kept) > MAX_COLUMNS
        tidy = tuple(tuple(line[column] for column in kept[:MAX_COLUMNS]) for line in lines[:MAX_ROWS])
        return cls(tidy, cut, hides) if tidy else None


def width_of(text: str) -> int:
    """Return how many narrow letters a text is wide where all have fixed width."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def is_amount(cell: str) -> bool:
    """Tell whether a cell is a number, and so stands at the right: 1,234.50, -3, 12%, ￥30."""
    plain = unicodedata.normalize("NFKC", cell).strip().lstrip("¥$+-").rstrip("%").replace(",", "").strip()
    return plain.replace(".", "", 1).isdecimal()


def side_by_side(table: Table) -> str | None:
    """Return the table with aligned columns, amounts at the right; None if it is too wide for a telephone."""
    columns = list(zip(*table.rows, strict=True))
    widths = [max(map(width_of, column)) for column in columns]
    if sum(widths) + 2 * (len(widths) - 1) > NARROW:
        return None
    right = [len(column) > 1 and all(map(is_amount, filter(None, column[1:]))) for column in columns]
    lines = ["  ".join(_padded(*each) for each in zip(row, widths, right, strict=True)) for row in table.rows]
    return "\n".join(line.rstrip() for line in lines)


def _padded(cell: str, width: int, at_right: bool) -> str:
    room = " " * (width - width_of(cell))
    return room + cell if at_right else cell + room


def row_by_row(table: Table, mark: str = "▪️ ") -> str:
    """Return each row as its first cell and below it the others, each behind the head of its column."""
    head, *rows = table.rows
    if not rows:
        return mark + "  ".join(filter(None, head))
    told = []
    for row in rows:
        first, *others = row
        lines = [f"{name}: {cell}" if name else cell for name, cell in zip(head[1:], others, strict=True) if cell]
        told.append("\n".join([mark + (first or head[0]), *lines]))
    return "\n".join(told)
