"""Canned answers, kept per unit, with variables that are filled in for a case. Pure functions and one port."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from core.shared.ids import UnitId
from core.shared.text import fold, one_line, utf16_len

TemplateId = NewType("TemplateId", str)
MOST = 50
"""Canned answers of one unit."""
LONGEST, LONGEST_NAME = 3_000, 30
"""UTF-16 units."""


class Variable(StrEnum):
    """What can stand in braces; the catalogues name each in every language (`names-variable-…`)."""

    NAME = "name"
    """The author's, without which a neutral form stands there: anonymous cases have none."""
    NUMBER = "number"
    DAY = "day"
    """Today."""
    DUE = "due"
    """By when the answer is promised."""
    UNIT = "unit"
    OFFICE = "office"
    PHONE = "phone"
    """Of the unit, never of a person."""
    HOURS = "hours"
    KIND = "kind"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """`version` counts changes, so that nobody writes over what they have not seen."""

    id: TemplateId
    unit_id: UnitId
    name: str
    text: str
    version: int = 1
    by_name: str = ""
    at: datetime

    @property
    def folded(self) -> str:
        return fold(self.name)


class TemplateRepository(Protocol):
    """Writes in the open unit of work and never commits."""

    async def get(self, template_id: TemplateId) -> Template | None: ...

    async def of(self, units: Sequence[UnitId]) -> Sequence[Template]:
        """Return those of some units, by name."""
        ...

    async def put(self, template: Template) -> bool:
        """Insert a first version, or write over the version before; False where it is not there any more.

        Raises ConflictError("template-exists") for a name that the unit has already.
        """
        ...

    async def drop(self, template_id: TemplateId, version: int) -> bool:
        """Erase if it is still this version; tell whether it was."""
        ...


_BRACES = re.compile(r"[{\uff5b]([^{}\uff5b\uff5d\n]{1,40})[}\uff5d]")
"""Braces as every keyboard writes them."""


def unknown(text: str, names: Mapping[str, Variable]) -> list[str]:
    """Return what stands in braces and is no variable, as it was written, each once."""
    found = [match[1].strip() for match in _BRACES.finditer(text)]
    return [*dict.fromkeys(word for word in found if fold(word) not in names)]


def fill(text: str, names: Mapping[str, Variable], values: Mapping[Variable, str]) -> str:
    """Put values in; what a value holds is never read as a variable. What is no variable stays."""

    def value(match: re.Match[str]) -> str:
        variable = names.get(fold(match[1]))
        return match[0] if variable is None else one_line(values.get(variable, ""))

    return _BRACES.sub(value, text)


def inherited(templates: Sequence[Template], path: Sequence[UnitId]) -> list[Template]:
    """Return what a unit can use: its own and those of the units above; of one name the nearest.

    `path` leads from the unit upwards.
    """
    nearest: dict[str, Template] = {}
    for unit_id in path:
        for template in templates:
            if template.unit_id == unit_id:
                nearest.setdefault(template.folded, template)
    return sorted(nearest.values(), key=lambda each: each.name)


def fits(name: str, text: str) -> bool:
    return bool(fold(name)) and utf16_len(name) <= LONGEST_NAME and bool(text) and utf16_len(text) <= LONGEST
