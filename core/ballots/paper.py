"""What a ballot asks, and whom: data, the community's own, from a file (DOMAIN §4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core.people.model import Role
from core.shared.ids import BlobId, PetitionId


class BallotKind(StrEnum):
    """Stored by value: never rename. So far appraisals and motions can be held."""

    APPRAISAL = "appraisal"
    MOTION = "motion"
    AWARD = "award"
    ELECTION = "election"
    SURVEY = "survey"


HELD_KINDS = (BallotKind.APPRAISAL, BallotKind.MOTION)


class Dimension(StrEnum):
    """What people and bodies are judged by (GW 35); a motion has one question. Stored by value: never rename."""

    MORALITY = "morality"
    ABILITY = "ability"
    DILIGENCE = "diligence"
    ACHIEVEMENT = "achievement"
    INTEGRITY = "integrity"
    DECISION = "decision"


DIMENSIONS = tuple(each for each in Dimension if each is not Dimension.DECISION)


class Scale(StrEnum):
    """Which grades can be given. Stored by value: never rename."""

    PERSON = "person"
    BODY = "body"
    SATISFACTION = "satisfaction"
    MOTION = "motion"


ABSTAIN = "abstain"
"""No judgement; counted among those who took part, in no rate."""

GRADES: dict[Scale, tuple[str, ...]] = {
    Scale.PERSON: ("excellent", "competent", "basic", "incompetent"),  # GW 38
    Scale.BODY: ("good", "fair", "average", "poor"),
    Scale.SATISFACTION: ("satisfied", "mostly", "dissatisfied"),
    Scale.MOTION: ("yes", "no"),
}
"""Best first; each can be abstained from too."""
FIRST_TWO = 2
"""Grades that count as satisfied."""


class SubjectKind(StrEnum):
    PERSON = "person"
    BODY = "body"
    MATTER = "matter"


class Meeting(StrEnum):
    """Which body decides a motion: its quorum and majority stand in `core.ballots.rules`. Stored: never rename."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"
    REPRESENTATIVES = "representatives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who or what is voted on. The key stays the same from year to year: two appraisals in a row are compared."""

    key: str
    name: str
    kind: SubjectKind
    scale: Scale
    dimensions: tuple[Dimension, ...]
    debrief: str = ""
    """What they report of their work, read first."""
    file: BlobId | None = None
    file_name: str = ""

    @property
    def answers(self) -> tuple[str, ...]:
        return (*GRADES[self.scale], ABSTAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterClass:
    """Everybody on the roster who has one of the roles; without roles, everybody. The first class that fits counts."""

    name: str
    roles: frozenset[Role] = frozenset()
    weight: int = 1
    """Default 1 each: no authority fixes weights."""


Question = tuple[str, Dimension]
"""A subject's key and a dimension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    kind: BallotKind
    title: str
    intro: str
    subjects: tuple[Subject, ...]
    classes: tuple[VoterClass, ...]
    meeting: Meeting | None = None
    branch_study: str = ""
    """What the party branch found when it studied a motion first (JW 30)."""
    about: PetitionId | None = None
    """The suggestion it was made of, for its author to be told; shown to nobody."""
    _by_key: dict[str, Subject] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {subject.key: subject for subject in self.subjects})

    @property
    def questions(self) -> list[Question]:
        """Return what is asked, in the order in which it is asked."""
        return [(subject.key, dimension) for subject in self.subjects for dimension in subject.dimensions]

    def subject(self, key: str) -> Subject:
        return self._by_key[key]

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "title": self.title,
            "intro": self.intro,
            "meeting": self.meeting,
            "branch_study": self.branch_study,
            "about": self.about,
            "classes": [[each.name, sorted(each.roles), each.weight] for each in self.classes],
            "subjects": [
                {
                    "key": subject.key,
                    "name": subject.name,
                    "kind": subject.kind,
                    "scale": subject.scale,
                    "dimensions": list(subject.dimensions),
                    "debrief": subject.debrief,
                    "file": subject.file,
                    "file_name": subject.file_name,
                }
                for subject in self.subjects
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Paper":
        return cls(
            kind=BallotKind(data["kind"]),
            title=data["title"],
            intro=data["intro"],
            meeting=Meeting(data["meeting"]) if data["meeting"] else None,
            branch_study=data["branch_study"],
            about=data.get("about"),
            classes=tuple(
                VoterClass(name=name, roles=frozenset(map(Role, roles)), weight=weight)
                for name, roles, weight in data["classes"]
            ),
            subjects=tuple(
                Subject(
                    **{
                        **each,
                        "kind": SubjectKind(each["kind"]),
                        "scale": Scale(each["scale"]),
                        "dimensions": tuple(map(Dimension, each["dimensions"])),
                    }
                )
                for each in data["subjects"]
            ),
        )
