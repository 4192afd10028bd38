"""“Others reported this already”: one line by the staff about a case whose author lets neighbours know (DOMAIN §8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.people.model import Unit
from core.petitions.flow import parent_of
from core.petitions.model import Petition
from core.shared.errors import DomainError
from core.shared.ids import PetitionId, ResidentId, UnitId
from core.shared.masking import masked
from core.shared.text import is_blank, one_line, utf16_len

MAX_LINE = 100
"""UTF-16 units of a line: it is read beside others before somebody files."""
MOST_SHOWN = 3
"""Lines that whoever files is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourLine:
    """An author lets neighbours know; and, once staff have written it, what these read. Taken back, it is gone."""

    petition_id: PetitionId
    since: datetime
    line: str = ""
    unit_id: UnitId | None = None
    """With whom the case was when the line was written: elsewhere nobody has approved it."""
    by: str = ""

    def stands(self, petition: Petition) -> bool:
        """Tell whether neighbours are shown it: the case is open, and still with those who wrote it."""
        return bool(self.line) and petition.open and petition.unit_id == self.unit_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line that stands, and whose case it is about: that is never shown."""

    petition_id: PetitionId
    line: str
    resident_id: ResidentId | None


def line_of(text: str, names: Sequence[str]) -> str:
    """Return what neighbours will read: on one line, with numbers of phones and papers and doors hidden.

    `names` are those of whose case it is.
    Raises DomainError("reason-empty", "line-too-long" or "line-names-author").
    """
    line = masked(one_line(text), place=True)
    if is_blank(line):
        raise DomainError("reason-empty")
    if utf16_len(line) > MAX_LINE:
        raise DomainError("line-too-long", count=MAX_LINE)
    if any(name.casefold() in line.casefold() for name in names):
        raise DomainError("line-names-author")
    return line


def way_up(unit: Unit, units: Sequence[Unit]) -> list[UnitId]:
    """Return a unit and those above it: whose open cases concern whoever lives there."""
    found: list[UnitId] = []
    here: Unit | None = unit
    while here is not None and here.id not in found:
        found.append(here.id)
        here = parent_of(here, units)
    return found
