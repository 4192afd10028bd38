"""Lines of a roster file: what each must have, and what is wrong with one. Reads no file and knows no database."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.people.model import Role
from core.people.roster import normal_phone
from core.shared.text import fold, is_blank, one_line, storable


class RosterColumn(StrEnum):
    """What a roster file may say of a person; only the name is needed."""

    NAME = "name"
    PHONE = "phone"
    HOME = "home"
    """Building, unit and room in one: 3-2-501."""
    BUILDING = "building"
    ROOM = "room"
    HOUSEHOLD = "household"
    UNIT = "unit"
    ROLES = "roles"
    WEIGHT = "weight"


class Trouble(StrEnum):
    """What can be wrong with a line."""

    NO_NAME = "no-name"
    TOO_LONG = "too-long"
    NO_UNIT = "no-unit"
    UNKNOWN_UNIT = "unknown-unit"
    UNKNOWN_ROLE = "unknown-role"
    NO_PHONE = "no-phone"
    """What stands in the column of phones is none."""
    SHORTENED_PHONE = "shortened-phone"
    """A spreadsheet has written the number as 1.38E+10: its last digits are lost."""
    TWICE = "twice"
    """The same person, by phone and name or by name and home, stands in an earlier line."""
    SHARED_PHONE = "shared-phone"
    """Another person has the same number: neither is recognised by it."""
    FORMULA = "formula"
    """It begins as formulas do; it is kept as text and never computed."""


WARNINGS = frozenset({Trouble.SHARED_PHONE, Trouble.FORMULA})
"""What may be so: everything else keeps the whole file out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """One adult as a file says; `phone` as +<country><number>, or ""; `unit` is a unit's name."""

    line: int
    name: str
    phone: str = ""
    building: str = ""
    room: str = ""
    household: str = ""
    unit: str = ""
    roles: frozenset[Role] = frozenset()
    weight_class: str = ""

    @property
    def home(self) -> str:
        return self.household or f"{self.building}-{self.room}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTrouble:
    """`line` as the file counts them, from 1 with the headings; `other` is the earlier line that is meant."""

    line: int
    trouble: Trouble
    value: str = ""
    other: int = 0

    @property
    def fatal(self) -> bool:
        return self.trouble not in WARNINGS


@dataclass(frozen=True, slots=True)
class Reading:
    lines: Sequence[RosterLine]
    troubles: Sequence[LineTrouble]


_LONGEST = {RosterColumn.NAME: 100}
_LONG = 64
"""Characters of any other column, as many as the database keeps."""
_SHORTENED = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_WHOLE = re.compile(r"(\+?\d+)\.0+")
_MOBILE = re.compile(r"\+861[3-9]\d{9}")
_LANDLINE = re.compile(r"\+86(?:10\d{8}|[2-9]\d{6,10})")
_ABROAD = re.compile(r"\+(?!86)[1-9]\d{6,14}")
_PHONE_SIGNS = re.compile(r"\+?[\d ().-]+")
_BETWEEN_ROLES = re.compile(r"[,;/|\u3001\uff0c\uff1b\s]+")
_FORMULA = ("=", "+", "-", "@", "\t")


def phone_trouble(text: str) -> Trouble | None:
    """Tell what is wrong with a phone number as somebody wrote it; "" is none and all right."""
    plain = plain_phone(text)
    if not plain:
        return None
    if _SHORTENED.fullmatch(plain):
        return Trouble.SHORTENED_PHONE
    number = normal_phone(plain)
    known = any(shape.fullmatch(number) for shape in (_MOBILE, _LANDLINE, _ABROAD))
    return None if known and _PHONE_SIGNS.fullmatch(plain) else Trouble.NO_PHONE


def plain_phone(text: str) -> str:
    """Return a number without what a spreadsheet made of it: 13800001001.0, '13800001001."""
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("'").strip()
    whole = _WHOLE.fullmatch(plain)
    return whole[1] if whole else plain


@dataclass(slots=True, kw_only=True)
class ReadLines:
    """Make persons of the cells of a file. `role_of` knows the names of roles in every language."""

    units: Mapping[str, str]
    """The folded name of each unit, and its name."""
    role_of: Callable[[str], Role | None]
    building_ends: Sequence[str] = ()
    """What ends the building in a home written in one: 3号楼2单元501."""
    default_unit: str = ""
    _troubles: list[LineTrouble] = field(default_factory=list)

    def __call__(self, rows: Sequence[tuple[int, Mapping[RosterColumn, str]]]) -> Reading:
        """`rows`: the number of each line, and its cells by column. Lines with nothing in them are passed over."""
        lines = [self._line(number, cells) for number, cells in rows if any(not is_blank(v) for v in cells.values())]
        self._compare(lines)
        return Reading(lines, sorted(self._troubles, key=lambda trouble: (trouble.line, not trouble.fatal)))

    def _line(self, number: int, raw: Mapping[RosterColumn, str]) -> RosterLine:
        cells = {column: one_line(storable(text)) for column, text in raw.items()}
        for column, text in cells.items():
            if len(text) > _LONGEST.get(column, _LONG) and column is not RosterColumn.ROLES:
                self._note(number, Trouble.TOO_LONG, text[:20])
            signs = column is RosterColumn.PHONE and text.startswith("+")
            if text.startswith(_FORMULA) and not signs:
                self._note(number, Trouble.FORMULA, text[:20])
        name, phone = cells.get(RosterColumn.NAME, ""), cells.get(RosterColumn.PHONE, "")
        if is_blank(name):
            self._note(number, Trouble.NO_NAME)
        if wrong := phone_trouble(phone):
            self._note(number, wrong, phone[:20])
        building, room = self._home(cells)
        return RosterLine(
            line=number,
            name=name,
            phone="" if wrong else normal_phone(plain_phone(phone)),
            building=building,
            room=room,
            household=cells.get(RosterColumn.HOUSEHOLD, ""),
            unit=self._unit(number, cells.get(RosterColumn.UNIT, "")),
            roles=self._roles(number, cells.get(RosterColumn.ROLES, "")),
            weight_class=cells.get(RosterColumn.WEIGHT, ""),
        )

    def _home(self, cells: Mapping[RosterColumn, str]) -> tuple[str, str]:
        building, room = cells.get(RosterColumn.BUILDING, ""), cells.get(RosterColumn.ROOM, "")
        whole = cells.get(RosterColumn.HOME, "")
        if building or room or not whole:
            return building, room
        for end in self.building_ends:
            head, found, rest = whole.partition(end)
            if found and rest:
                return head + found, rest.lstrip("-/ ")
        head, _, rest = re.sub("[‐‑‒–—/]", "-", whole).partition("-")
        return (head.strip(), rest.strip()) if rest else ("", whole)

    def _unit(self, number: int, name: str) -> str:
        if not name and self.default_unit:
            return self.default_unit
        if not name:
            self._note(number, Trouble.NO_UNIT)
        elif fold(name) not in self.units:
            self._note(number, Trouble.UNKNOWN_UNIT, name[:40])
        return self.units.get(fold(name), "")

    def _roles(self, number: int, text: str) -> frozenset[Role]:
        names = [name for name in _BETWEEN_ROLES.split(text) if name]
        found = {name: self.role_of(name) for name in names}
        if None in found.values() and (whole := self.role_of(text)):
            return frozenset({whole})  # a name of two words
        for name, role in found.items():
            if role is None:
                self._note(number, Trouble.UNKNOWN_ROLE, name[:40])
        return frozenset(role for role in found.values() if role is not None)

    def _compare(self, lines: Sequence[RosterLine]) -> None:
        people: dict[tuple[str, str], int] = {}
        phones: dict[str, int] = {}
        for line in lines:
            if is_blank(line.name):
                continue
            key = (line.phone or f"{line.unit}:{line.home}", fold(line.name))
            first = people.setdefault(key, line.line)
            if first != line.line:
                self._note(line.line, Trouble.TWICE, line.name[:20], first)
            elif line.phone and (holder := phones.setdefault(line.phone, line.line)) != line.line:
                self._note(line.line, Trouble.SHARED_PHONE, line.name[:20], holder)

    def _note(self, line: int, trouble: Trouble, value: str = "", other: int = 0) -> None:
        self._troubles.append(LineTrouble(line=line, trouble=trouble, value=value, other=other))
