"""From slips to numbers. Whole numbers only; nothing here knows who voted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core.ballots.model import Slip, Withheld
from core.ballots.paper import ABSTAIN, FIRST_TWO, GRADES, Meeting, Paper, Scale, Subject, SubjectKind
from core.ballots.rules import FEWEST, JOINT, MEETINGS, merged

Tally = Mapping[str, int]
"""Grade → weight of those who gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectResult:
    key: str
    dimensions: Mapping[str, Tally]
    satisfied: int
    """Weight of the first two grades, over all dimensions."""
    judged: int
    """Weight of all grades; who abstained is not in it."""
    overall: str | None
    """The best grade that more than half of all marks reach; None if everybody abstained."""


class Consequence(StrEnum):
    """What follows from a grade. Stored by value: never rename."""

    NO_AWARD = "no_award"
    """A body graded below the first two cannot be given awards."""
    TWICE = "twice"
    """A person found incompetent twice in a row: that ends the office (JW 37)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionResult:
    yes: int
    no: int
    abstain: int
    quorate: bool
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`groups` is empty where everybody is counted together."""

    seats: int
    cast: int
    subjects: tuple[SubjectResult, ...]
    motion: MotionResult | None = None
    groups: Mapping[str, Mapping[str, Mapping[str, Tally]]]
    """Group → subject → dimension → tally."""
    flags: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Subject → what follows from its grade (`Consequence`)."""

    def to_json(self) -> dict[str, Any]:
        motion = self.motion
        return {
            "seats": self.seats,
            "cast": self.cast,
            "subjects": [
                {
                    "key": each.key,
                    "dimensions": {name: dict(tally) for name, tally in each.dimensions.items()},
                    "satisfied": each.satisfied,
                    "judged": each.judged,
                    "overall": each.overall,
                }
                for each in self.subjects
            ],
            "motion": motion and [motion.yes, motion.no, motion.abstain, motion.quorate, motion.passed],
            "groups": self.groups,
            "flags": {key: list(flags) for key, flags in self.flags.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Result":
        names = ("yes", "no", "abstain", "quorate", "passed")
        motion = MotionResult(**dict(zip(names, data["motion"], strict=True))) if data["motion"] else None
        subjects = tuple(SubjectResult(**each) for each in data["subjects"])
        known = {name: data[name] for name in ("seats", "cast", "groups", "flags")}
        return cls(**known, subjects=subjects, motion=motion)


Part = tuple[str, int]
"""A group of the roll, and the weight of each vote in it."""


def fault(
    paper: Paper, slips: Sequence[Slip], receipts: int, marks: int, marked: Mapping[Part, int]
) -> Withheld | None:
    """Return why what is in the box must not be published, if anything is.

    Every question has as many valid answers as there are marks in the register (`marks`, and `marked` by the part of
    the roll that those who are marked stand in), each part with its own weight, and there are as many receipts.
    Whatever has a weight of its own was chosen by five or more.
    """
    parts: dict[tuple[str, str], Counter[Part]] = {(key, str(each)): Counter() for key, each in paper.questions}
    for slip in slips:
        its = parts.get((slip.subject, slip.dimension))
        if its is None or slip.grade not in paper.subject(slip.subject).answers:
            return Withheld.MISMATCH
        its[slip.group, slip.weight] += 1
    if receipts != marks or sum(marked.values()) != marks or any(its != Counter(marked) for its in parts.values()):
        return Withheld.MISMATCH
    return Withheld.FEW if tells_who(slips) else None


def tells_who(slips: Sequence[Slip]) -> bool:
    """Tell whether so few answered a question with one weight that numbers would tell who chose what."""
    return any(its < FEWEST for its in Counter((s.subject, s.dimension, s.weight) for s in slips).values())


def count(paper: Paper, slips: Sequence[Slip], seats: int, cast: int) -> Result:
    """Count slips that `fault` has nothing against; groups of fewer than five are joined with others."""
    subjects = tuple(_subject(subject, [s for s in slips if s.subject == subject.key]) for subject in paper.subjects)
    motion = None if paper.meeting is None else _motion(paper.meeting, subjects[0], seats, cast)
    shown = shown_groups(paper, slips)
    groups = {
        joint: {
            subject.key: _tallies(subject, [s for s in slips if s.subject == subject.key and shown[s.group] == joint])
            for subject in paper.subjects
        }
        for joint in dict.fromkeys(shown.values())
    }
    return Result(seats=seats, cast=cast, subjects=subjects, motion=motion, groups=groups if len(groups) > 1 else {})


def consequences(paper: Paper, result: Result, before: Mapping[str, str | None]) -> dict[str, list[str]]:
    """Return what follows for whom. `before`: the overall grades of the appraisal before this one, by subject."""
    found: dict[str, list[str]] = {}
    for each in result.subjects:
        subject = paper.subject(each.key)
        grades = GRADES[subject.scale]
        if subject.kind is SubjectKind.BODY and each.overall in grades[FIRST_TWO:]:
            found[each.key] = [Consequence.NO_AWARD]
        person = subject.kind is SubjectKind.PERSON and subject.scale is Scale.PERSON
        if person and each.overall == grades[-1] == before.get(each.key):
            found[each.key] = [Consequence.TWICE]
    return found


def shown_groups(paper: Paper, slips: Sequence[Slip]) -> dict[str, str]:
    """Return under which name each group of the roll is shown, by how many of it have voted.

    Only groups of one weight are joined: in the lists the weight stands beside each vote, and apart it would show a
    small group inside the joint one.
    """
    first = paper.questions[0]
    sizes = Counter((slip.weight, slip.group) for slip in slips if (slip.subject, slip.dimension) == first)
    names: dict[str, str] = {}
    for weight in sorted({weight for weight, _ in sizes}):
        same = {group: sizes[its, group] for its, group in sorted(sizes) if its == weight}
        names |= {name: JOINT.join(part) for part in merged(same) for name in part}
    return names


def percent(part: int, whole: int) -> str:
    """Return the share in per cent with one decimal, rounded half up; "—" of nothing."""
    if whole == 0:
        return "—"
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"


def _tallies(subject: Subject, slips: Sequence[Slip]) -> dict[str, dict[str, int]]:
    return {
        str(dimension): {
            grade: sum(s.weight for s in slips if s.dimension == dimension and s.grade == grade)
            for grade in subject.answers
        }
        for dimension in subject.dimensions
    }


def _subject(subject: Subject, slips: Sequence[Slip]) -> SubjectResult:
    dimensions = _tallies(subject, slips)
    grades = GRADES[subject.scale]
    total = {grade: sum(tally[grade] for tally in dimensions.values()) for grade in grades}
    judged = sum(total.values())
    reach, overall = 0, None
    for grade in grades:
        reach += total[grade]
        if reach * 2 > judged:
            overall = grade
            break
    return SubjectResult(
        key=subject.key,
        dimensions=dimensions,
        satisfied=sum(total[grade] for grade in grades[:FIRST_TWO]) if subject.scale is not Scale.MOTION else 0,
        judged=judged,
        overall=overall if subject.scale is not Scale.MOTION else None,
    )


def _motion(meeting: Meeting, subject: SubjectResult, seats: int, cast: int) -> MotionResult:
    (tally,) = subject.dimensions.values()
    rule, yes = MEETINGS[meeting], tally["yes"]
    quorate = rule.quorum.reached(cast, seats)
    passed = quorate and rule.majority.reached(yes, cast)
    return MotionResult(yes=yes, no=tally["no"], abstain=tally[ABSTAIN], quorate=quorate, passed=passed)
