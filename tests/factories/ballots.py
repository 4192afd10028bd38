"""Small builders for ballots: valid, with what the test is about given by keyword."""

from datetime import timedelta
from itertools import count
from typing import Any

from core.ballots.model import Ballot, Slip
from core.ballots.paper import (
    DIMENSIONS,
    BallotKind,
    Dimension,
    Meeting,
    Paper,
    Scale,
    Subject,
    SubjectKind,
    VoterClass,
)
from core.people.model import RosterEntry, Unit
from core.shared.ids import BallotId, RosterId
from tests.fakes.world import START

_numbers = count(1)


def a_subject(key: str = "director", **given: Any) -> Subject:
    values: dict[str, Any] = {
        "key": key,
        "name": "张主任",
        "kind": SubjectKind.PERSON,
        "scale": Scale.PERSON,
        "dimensions": DIMENSIONS,
        "debrief": "这一年修了路。",
    }
    return Subject(**{**values, **given})


def a_body(key: str = "committee", **given: Any) -> Subject:
    values: dict[str, Any] = {"name": "居委会", "kind": SubjectKind.BODY, "scale": Scale.BODY}
    return a_subject(key, **{**values, **given})


def a_paper(**given: Any) -> Paper:
    values: dict[str, Any] = {
        "kind": BallotKind.APPRAISAL,
        "title": "年终测评",
        "intro": "请先看述职。",
        "subjects": (a_subject(), a_body()),
        "classes": (VoterClass(name="居民"),),
    }
    return Paper(**{**values, **given})


def a_motion(meeting: Meeting = Meeting.RESIDENTS, **given: Any) -> Paper:
    matter = a_subject(
        "motion", name="装电梯", kind=SubjectKind.MATTER, scale=Scale.MOTION, dimensions=(Dimension.DECISION,)
    )
    values = {"kind": BallotKind.MOTION, "title": "装电梯", "subjects": (matter,), "meeting": meeting}
    return a_paper(**{**values, **given})


def a_ballot(unit: Unit, **given: Any) -> Ballot:
    n = next(_numbers)
    values: dict[str, Any] = {
        "id": BallotId(f"ballot{n}"),
        "unit_id": unit.id,
        "slug": f"ballot-{n}",
        "paper": a_paper(),
        "opens_at": START + timedelta(days=11),
        "closes_at": START + timedelta(days=18),
    }
    return Ballot(**{**values, **given})


def an_entry(unit: Unit, **given: Any) -> RosterEntry:
    n = next(_numbers)
    values: dict[str, Any] = {
        "id": RosterId(f"entry{n:04d}"),
        "unit_id": unit.id,
        "name": f"居民{n}",
        "phone_cipher": None,
        "phone_hash": None,
    }
    return RosterEntry(**{**values, **given})


def some_slips(paper: Paper, votes: list[str], *, group: str = "居民", weight: int = 1) -> list[Slip]:
    """One vote for each grade named, the same grade for every question."""
    return [
        Slip(
            id=f"slip{next(_numbers)}",
            subject=subject,
            dimension=str(dimension),
            group=group,
            weight=weight,
            grade=grade,
        )
        for grade in votes
        for subject, dimension in paper.questions
    ]
