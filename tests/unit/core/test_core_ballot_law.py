"""The figures of the law and of the community's own rules, written down a second time from where they stand.

DOMAIN §4 (JW 26, 27, 29, 37; GW 35, 38) and nothing of the code is their source: fractions here, whole numbers there.
"""

from datetime import timedelta
from fractions import Fraction

import pytest

from core.ballots.counting import Consequence, consequences, count, percent
from core.ballots.model import APPROVERS
from core.ballots.paper import DIMENSIONS, GRADES, Meeting, Scale, SubjectKind
from core.ballots.rules import FEWEST, NOTICE, ROLES_OF_MEETING
from core.people.model import Role
from tests.factories.ballots import a_body, a_motion, a_paper, a_subject, some_slips

LAW = {
    Meeting.RESIDENTS: ("more than", Fraction(1, 2), "more than", Fraction(1, 2)),  # JW 27
    Meeting.HOUSEHOLDS: ("more than", Fraction(1, 2), "more than", Fraction(1, 2)),  # JW 27
    Meeting.REPRESENTATIVES: ("at least", Fraction(2, 3), "more than", Fraction(1, 2)),  # JW 29
}


def holds(how: str, wanted: Fraction, part: int, whole: int) -> bool:
    share = Fraction(part, whole)
    return share > wanted if how == "more than" else share >= wanted


def table() -> list[tuple[Meeting, int, int, int, int]]:
    """Every meeting of 5 to 9 seats, with every turnout, every number of yes and of abstentions."""
    return [
        (meeting, seats, cast, yes, abstain)
        for meeting in Meeting
        for seats in (5, 6, 8, 9)
        for cast in range(seats + 1)
        for yes in range(cast + 1)
        for abstain in {0, cast - yes}
    ]


def test_quorum_and_majority_of_every_body() -> None:
    for meeting, seats, cast, yes, abstain in table():
        paper = a_motion(meeting)
        votes = ["yes"] * yes + ["abstain"] * abstain + ["no"] * (cast - yes - abstain)
        motion = count(paper, some_slips(paper, votes), seats, cast).motion
        assert motion is not None
        how, quorum, much, majority = LAW[meeting]
        quorate = holds(how, quorum, cast, seats)
        passed = quorate and cast > 0 and holds(much, majority, yes, cast)  # of those who took part, abstaining or not
        assert (motion.quorate, motion.passed) == (quorate, passed), (meeting, seats, votes)
        assert (motion.yes, motion.no, motion.abstain) == (yes, cast - yes - abstain, abstain)


def test_figures() -> None:
    assert timedelta(days=10) == NOTICE  # JW 26
    assert (FEWEST, APPROVERS) == (5, 2)
    assert [str(each) for each in DIMENSIONS] == [
        "morality",
        "ability",
        "diligence",
        "achievement",
        "integrity",
    ]  # GW 35
    assert GRADES[Scale.PERSON] == ("excellent", "competent", "basic", "incompetent")  # GW 38
    assert GRADES[Scale.BODY] == ("good", "fair", "average", "poor")
    assert GRADES[Scale.SATISFACTION] == ("satisfied", "mostly", "dissatisfied")
    assert ROLES_OF_MEETING[Meeting.REPRESENTATIVES] == {Role.RESIDENT_REPRESENTATIVE}
    assert ROLES_OF_MEETING[Meeting.RESIDENTS] == ROLES_OF_MEETING[Meeting.HOUSEHOLDS] == frozenset()


@pytest.mark.parametrize("scale", [Scale.PERSON, Scale.BODY, Scale.SATISFACTION])
def test_the_first_two_grades_are_the_satisfied(scale: Scale) -> None:
    paper = a_paper(subjects=(a_subject(scale=scale),))
    for number, grade in enumerate(GRADES[scale]):
        (found,) = count(paper, some_slips(paper, [grade] * 6 + ["abstain"]), 9, 7).subjects
        assert percent(found.satisfied, found.judged) == ("100.0" if number < 2 else "0.0")
        assert found.overall == grade


def test_a_tie_goes_to_the_worse_grade_because_half_is_not_more_than_half() -> None:
    paper = a_paper(subjects=(a_subject(),))
    (found,) = count(paper, some_slips(paper, ["excellent"] * 3 + ["incompetent"] * 3), 6, 6).subjects
    assert found.overall == "incompetent"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 5, "0.0"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 8, "12.5"), (1, 16, "6.3"), (5, 5, "100.0"), (0, 0, "—")],
)
def test_percentages(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_percentages_are_rounded_half_up_wherever_the_half_lies() -> None:
    for whole in range(1, 120):
        for part in range(whole + 1):
            wanted = Fraction(part * 1000, whole) + Fraction(1, 2)
            tenths = wanted.numerator // wanted.denominator
            assert percent(part, whole) == f"{tenths // 10}.{tenths % 10}"


BODY_GRADES = {"good": [], "fair": [], "average": [Consequence.NO_AWARD], "poor": [Consequence.NO_AWARD]}
"""[S]: a body graded average or poor loses eligibility for awards."""


@pytest.mark.parametrize("grade", BODY_GRADES)
def test_what_follows_for_a_body(grade: str) -> None:
    paper = a_paper(subjects=(a_body(),))
    result = count(paper, some_slips(paper, [grade] * 5), 5, 5)
    assert consequences(paper, result, {"committee": grade}).get("committee", []) == BODY_GRADES[grade]


@pytest.mark.parametrize("grade", GRADES[Scale.PERSON])
@pytest.mark.parametrize("before", [*GRADES[Scale.PERSON], None])
def test_two_in_a_row_and_nothing_else_end_an_office(grade: str, before: str | None) -> None:
    """JW 37: two 不称职 in a row."""
    paper = a_paper(subjects=(a_subject(),))
    assert paper.subjects[0].kind is SubjectKind.PERSON
    result = count(paper, some_slips(paper, [grade] * 5), 5, 5)
    twice = grade == before == "incompetent"
    assert consequences(paper, result, {"director": before}) == ({"director": [Consequence.TWICE]} if twice else {})


def test_a_body_has_no_office_to_lose() -> None:
    paper = a_paper(subjects=(a_body(scale=Scale.PERSON),))
    result = count(paper, some_slips(paper, ["incompetent"] * 5), 5, 5)
    assert consequences(paper, result, {"committee": "incompetent"}) == {"committee": [Consequence.NO_AWARD]}


def test_nobody_voted() -> None:
    appraisal, motion = a_paper(), a_motion()
    result = count(appraisal, [], 9, 0)
    assert {(each.overall, each.judged, each.satisfied) for each in result.subjects} == {(None, 0, 0)}
    assert consequences(appraisal, result, {"director": "incompetent"}) == {}
    decided = count(motion, [], 9, 0).motion
    assert decided is not None
    assert (decided.quorate, decided.passed) == (False, False)
