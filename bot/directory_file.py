"""A directory as a community writes it down: a YAML file, read strictly, with the line of the first mistake."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.strict_yaml import Misplaced, StrictFile
from core.directory.model import LIMITS, LONGEST, Office, OfficeKind
from core.directory.usecases import slug_of
from core.shared.errors import DomainError

Long = Annotated[str, Field(max_length=LONGEST)]


class OfficeRow(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: Annotated[str, Field(min_length=1, max_length=200)]
    name: Annotated[str, Field(min_length=1, max_length=LIMITS["name"])]
    kind: OfficeKind = OfficeKind.OTHER
    does: Long = ""
    hours: Annotated[str, Field(max_length=LIMITS["hours"])] = ""
    phone: Annotated[str, Field(max_length=LIMITS["phone"])] = ""
    place: Annotated[str, Field(max_length=LIMITS["place"])] = ""
    words: Annotated[str, Field(max_length=LIMITS["words"])] = ""
    goal: Long = ""
    plan: Long = ""
    measures: Long = ""
    results: Long = ""

    @property
    def office(self) -> Office:
        return Office(**self.model_dump(exclude={"unit"}))


class DirectoryFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    offices: tuple[OfficeRow, ...] = Field(min_length=1, max_length=500)


FIELDS = ("offices", *OfficeRow.model_fields)
_FILE = StrictFile("who-file", "cli-who", FIELDS)


def read_directory(file: Path) -> Mapping[str, Sequence[Office]]:
    """Return offices by the name of their unit.

    Raises DomainError("who-file") naming file, line, place and what is to be written there.
    """
    found: dict[str, list[Office]] = {}
    for row in _FILE.read(file, DirectoryFile, _make_sense).offices:
        found.setdefault(row.unit, []).append(row.office)
    return found


def _make_sense(read: DirectoryFile) -> None:
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(read.offices):
        try:
            row.office.checked()
        except DomainError as error:
            place = "phone" if error.code in {"office-phone", "office-mobile"} else "name"
            raise Misplaced(error.code, "offices", number, place) from None
        named = (row.unit, slug_of(row.name))
        if named in seen:
            raise Misplaced("twice", "offices", number, "name")
        seen.add(named)
