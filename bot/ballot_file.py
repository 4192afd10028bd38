"""Ballots as a community writes them down: a YAML file, read strictly. What it may say: docs/operations.md."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from bot.strict_yaml import Misplaced, StrictFile
from core.ballots.paper import (
    DIMENSIONS,
    GRADES,
    BallotKind,
    Dimension,
    Meeting,
    Paper,
    Scale,
    Subject,
    SubjectKind,
    VoterClass,
)
from core.ballots.rules import JOINT, ROLES_OF_MEETING
from core.ballots.usecases import BallotRow
from core.people.model import Role
from core.shared.blobs import BlobStore
from core.shared.ids import BlobId
from core.shared.text import utf16_len

MAX_FILE = 20 * 1024 * 1024
"""Bytes of a file to be read first: as much as Telegram lets us send on."""
SCALES = {SubjectKind.PERSON: Scale.PERSON, SubjectKind.BODY: Scale.BODY}
TEXT = 2500
"""UTF-16 units of a debrief, as Telegram counts: with what stands around it one message."""
PAPER, PART, ROW = 3600, 30, 90
"""UTF-16 units of all subjects on one review or result, of a dimension with its grade, and of a row at least."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d")


def _spelled_out(moment: object) -> object:
    """Refuse a bare number, which would be seconds since 1970, and a day without a time, which begins at midnight."""
    if isinstance(moment, str) and _MOMENT.match(moment):
        return moment
    raise ValueError(moment)


def _one_line(name: str) -> str:
    if not name.strip() or any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in name):
        raise ValueError(name)
    return name


def _at_most(units: int) -> AfterValidator:
    def fits(text: str) -> str:
        if utf16_len(text) > units:
            raise ValueError(units)
        return text.strip()

    return AfterValidator(fits)


Name = Annotated[str, AfterValidator(_one_line), _at_most(60)]
Moment = Annotated[datetime, BeforeValidator(_spelled_out)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ClassEntry(_Part):
    name: Name
    roles: frozenset[Role] = frozenset()
    weight: int = Field(default=1, ge=1, le=100, strict=True)


class SubjectEntry(_Part):
    key: Key
    name: Name
    kind: Literal[SubjectKind.PERSON, SubjectKind.BODY]
    scale: Literal[Scale.PERSON, Scale.BODY, Scale.SATISFACTION] | None = None
    dimensions: tuple[Dimension, ...] = DIMENSIONS
    debrief: Annotated[str, _at_most(TEXT)] = ""
    file: str = ""


class BallotEntry(_Part):
    name: Key
    unit: Name
    kind: Literal[BallotKind.APPRAISAL, BallotKind.MOTION]
    title: Name
    intro: Annotated[str, _at_most(800)] = ""
    opens: Moment
    closes: Moment
    voters: tuple[ClassEntry, ...] = Field(default=(), max_length=6)
    subjects: tuple[SubjectEntry, ...] = Field(default=(), max_length=30)
    meeting: Meeting | None = None
    text: Annotated[str, _at_most(TEXT)] = ""
    file: str = ""
    branch_study: Annotated[str, _at_most(300)] = ""


class BallotFile(_Part):
    ballots: tuple[BallotEntry, ...] = Field(min_length=1)


FIELDS = tuple(
    dict.fromkeys(("ballots", *BallotEntry.model_fields, *ClassEntry.model_fields, *SubjectEntry.model_fields))
)
"""Every word a file may use on the left side; each has a sentence about what is to be written there."""
_READER = StrictFile("ballot-file", "cli-ballot", FIELDS)


async def read_ballots(file: Path, zone: tzinfo, blobs: BlobStore) -> Sequence[BallotRow]:
    """Return the ballots of a file; what is to be read first goes to the blobs, and is there once however often.

    Times without a zone are the community's. Raises DomainError("ballot-file").
    """
    ballots = _READER.read(file, BallotFile, lambda read: _check(read, file, zone)).ballots
    return [await _row(each, file, zone, blobs) for each in ballots]


def _check(read: BallotFile, file: Path, zone: tzinfo) -> None:
    seen: set[tuple[str, str]] = set()
    for number, each in enumerate(read.ballots):
        at: tuple[int | str, ...] = ("ballots", number)
        if (each.unit, each.name) in seen:
            raise Misplaced("twice", *at, "name")
        seen.add((each.unit, each.name))
        if _local(each.opens, zone) >= _local(each.closes, zone):
            raise Misplaced("field-closes", *at, "closes")
        appraisal = each.kind is BallotKind.APPRAISAL
        wanted = ("voters", "subjects") if appraisal else ("meeting", "text")
        foreign = ("meeting", "text", "file", "branch_study") if appraisal else ("voters", "subjects")
        for word in wanted:
            if not getattr(each, word):
                raise Misplaced(f"field-{word}", *at, word)
        for word in foreign:
            if getattr(each, word):
                raise Misplaced("foreign", *at, word, word=word, kind=each.kind)
        _check_parts(each, at, file)


def _check_parts(each: BallotEntry, at: tuple[int | str, ...], file: Path) -> None:
    if each.file:
        _check_file(file, each.file, *at, "file")
    names = [voters.name for voters in each.voters]
    if len(set(names)) < len(names):
        raise Misplaced("twice", *at, "voters")
    if any(JOINT.strip() in name for name in names):
        raise Misplaced("joint", *at, "voters")
    if any(not voters.roles for voters in each.voters[:-1]):
        raise Misplaced("nobody-left", *at, "voters")
    _check_subjects(each.subjects, at, file)


def _check_subjects(subjects: Sequence[SubjectEntry], at: tuple[int | str, ...], file: Path) -> None:
    if sum(utf16_len(each.name) + max(ROW, PART * len(each.dimensions)) for each in subjects) > PAPER:
        raise Misplaced("too-much", *at, "subjects")
    keys, called = set[str](), set[str]()
    for number, subject in enumerate(subjects):
        place = (*at, "subjects", number)
        if subject.key in keys:
            raise Misplaced("twice", *place, "key")
        keys.add(subject.key)
        if subject.name in called:
            raise Misplaced("twice", *place, "name")
        called.add(subject.name)
        dimensions = subject.dimensions
        if not dimensions or Dimension.DECISION in dimensions or len(set(dimensions)) < len(dimensions):
            raise Misplaced("field-dimensions", *place, "dimensions")
        if subject.file:
            _check_file(file, subject.file, *place, "file")


def _check_file(beside: Path, name: str, *place: int | str) -> None:
    """What lies elsewhere on the machine is nobody's to read: a file beside the YAML file, and no link out of there."""
    found = (beside.parent / name).resolve()
    if found.parent != beside.parent.resolve() or not found.is_file() or not 0 < found.stat().st_size <= MAX_FILE:
        raise Misplaced("no-file", *place, name=name)


async def _row(each: BallotEntry, file: Path, zone: tzinfo, blobs: BlobStore) -> BallotRow:
    paper = Paper(
        kind=each.kind,
        title=each.title,
        intro=each.intro,
        meeting=each.meeting,
        branch_study=each.branch_study,
        classes=tuple(VoterClass(name=v.name, roles=v.roles, weight=v.weight) for v in each.voters)
        if each.meeting is None
        else (VoterClass(name=each.meeting, roles=ROLES_OF_MEETING[each.meeting]),),
        subjects=tuple([await _subject(s, file, blobs) for s in each.subjects])
        if each.meeting is None
        else (await _matter(each, file, blobs),),
    )
    opens, closes = _local(each.opens, zone), _local(each.closes, zone)
    return BallotRow(unit=each.unit, slug=each.name, paper=paper, opens_at=opens, closes_at=closes)


async def _subject(entry: SubjectEntry, file: Path, blobs: BlobStore) -> Subject:
    return Subject(
        key=entry.key,
        name=entry.name,
        kind=entry.kind,
        scale=entry.scale or SCALES[entry.kind],
        dimensions=entry.dimensions,
        debrief=entry.debrief,
        file=await _kept(file, entry.file, blobs),
        file_name=Path(entry.file).name,
    )


async def _matter(each: BallotEntry, file: Path, blobs: BlobStore) -> Subject:
    return Subject(
        key="motion",
        name=each.title,
        kind=SubjectKind.MATTER,
        scale=Scale.MOTION,
        dimensions=(Dimension.DECISION,),
        debrief=each.text,
        file=await _kept(file, each.file, blobs),
        file_name=Path(each.file).name,
    )


async def _kept(beside: Path, name: str, blobs: BlobStore) -> BlobId | None:
    return await blobs.put((beside.parent / name).read_bytes()) if name else None


def _local(moment: datetime, zone: tzinfo) -> datetime:
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


WORDS = {
    "roles": tuple(Role),
    "meeting": tuple(Meeting),
    "dimensions": DIMENSIONS,
    "scale": tuple(scale for scale in GRADES if scale is not Scale.MOTION),
}
"""What may be written at some places; the sentences about them name it all (a test)."""
