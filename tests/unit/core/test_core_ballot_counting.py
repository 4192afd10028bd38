"""Counting, quorum, majority and small groups: arithmetic alone."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ballots.counting import Consequence, Result, consequences, count, fault, percent, shown_groups
from core.ballots.model import BALLOT_TRANSITIONS, BallotEvent, BallotState, Withheld
from core.ballots.paper import Meeting, Paper, VoterClass
from core.ballots.rules import MEETINGS, freeze, merged
from core.people.model import Role
from core.shared.errors import DomainError
from tests.factories.ballots import a_ballot, a_body, a_motion, a_paper, an_entry, some_slips
from tests.factories.cases import a_unit

UNIT = a_unit()


def counted(paper: Paper, votes: list[str], seats: int = 10) -> Result:
    slips = some_slips(paper, votes)
    assert fault(paper, slips, len(votes), len(votes), {("居民", 1): len(votes)}) is None
    return count(paper, slips, seats, len(votes))


def test_marks_rate_and_overall_grade() -> None:
    paper = a_paper(subjects=(a_body(),))
    result = counted(paper, ["good", "good", "good", "fair", "average", "poor", "abstain"])
    (body,) = result.subjects
    assert body.dimensions["integrity"] == {"good": 3, "fair": 1, "average": 1, "poor": 1, "abstain": 1}
    assert (body.satisfied, body.judged) == (20, 30)
    assert percent(body.satisfied, body.judged) == "66.7"
    assert body.overall == "fair"  # three of six reach "good": that is not more than half


def test_a_result_comes_back_as_it_went_into_the_database() -> None:
    for paper in (a_paper(), a_motion()):
        votes = ["yes" if paper.meeting else "abstain"] * 6
        result = counted(paper, votes)
        assert Result.from_json(result.to_json()) == result


def test_what_everybody_abstained_from_has_no_grade() -> None:
    (body,) = counted(a_paper(subjects=(a_body(),)), ["abstain"] * 5).subjects
    assert (body.overall, body.judged, percent(body.satisfied, body.judged)) == (None, 0, "—")


@pytest.mark.parametrize(
    ("meeting", "seats", "votes", "quorate", "passed"),
    [
        (Meeting.RESIDENTS, 12, ["yes"] * 6, False, False),  # half is not more than half
        (Meeting.RESIDENTS, 11, ["yes"] * 3 + ["no"] * 3, True, False),
        (Meeting.RESIDENTS, 11, ["yes"] * 4 + ["no"] * 2, True, True),
        (Meeting.HOUSEHOLDS, 13, ["yes"] * 4 + ["abstain"] * 4, True, False),  # of those who took part
        (Meeting.REPRESENTATIVES, 9, ["yes"] * 6, True, True),  # two thirds exactly are enough
        (Meeting.REPRESENTATIVES, 10, ["yes"] * 6, False, False),
    ],
)
def test_quorum_and_majority(meeting: Meeting, seats: int, votes: list[str], quorate: bool, passed: bool) -> None:
    motion = counted(a_motion(meeting), votes, seats).motion
    assert motion is not None
    assert (motion.quorate, motion.passed) == (quorate, passed)


def test_the_law_speaks_of_every_body() -> None:
    assert set(MEETINGS) == set(Meeting)


def test_what_does_not_add_up_is_not_published() -> None:
    paper = a_paper()
    slips, six = some_slips(paper, ["abstain"] * 6), {("居民", 1): 6}
    assert fault(paper, slips, 6, 6, six) is None
    assert fault(paper, slips[1:], 6, 6, six) is Withheld.MISMATCH
    assert fault(paper, slips, 5, 6, six) is Withheld.MISMATCH
    assert fault(paper, slips, 7, 7, {("居民", 1): 7}) is Withheld.MISMATCH
    assert fault(paper, some_slips(paper, ["abstain"] * 5 + ["king"]), 6, 6, six) is Withheld.MISMATCH
    assert fault(paper, [], 0, 0, {}) is None


def test_a_vote_with_a_weight_or_a_group_it_has_not_on_the_roll_is_not_published() -> None:
    paper, six = a_paper(), {("居民", 1): 6}
    heavy = [replace(slip, weight=9) for slip in some_slips(paper, ["abstain"] * 6)]
    assert fault(paper, heavy, 6, 6, six) is Withheld.MISMATCH
    moved = some_slips(paper, ["abstain"] * 5) + some_slips(paper, ["abstain"], group="代表")
    assert fault(paper, moved, 6, 6, six) is Withheld.MISMATCH
    assert fault(paper, some_slips(paper, ["abstain"] * 6), 6, 6, {("居民", 1): 5}) is Withheld.MISMATCH


def test_four_votes_tell_too_much_also_with_a_weight_of_their_own() -> None:
    paper = a_paper()
    heavy = some_slips(paper, ["abstain"] * 4, group="代表", weight=2)
    assert fault(paper, heavy, 4, 4, {("代表", 2): 4}) is Withheld.FEW
    both = {("代表", 2): 4, ("居民", 1): 9}
    assert fault(paper, heavy + some_slips(paper, ["abstain"] * 9), 13, 13, both) is Withheld.FEW


def test_weights_count() -> None:
    paper = a_paper(subjects=(a_body(),))
    slips = some_slips(paper, ["poor"] * 9) + some_slips(paper, ["good"] * 5, group="代表", weight=2)
    (body,) = count(paper, slips, 14, 14).subjects
    assert body.dimensions["morality"] == {"good": 10, "fair": 0, "average": 0, "poor": 9, "abstain": 0}
    assert body.overall == "good"


def test_groups_are_shown_from_five_on_and_never_by_difference() -> None:
    paper = a_paper(subjects=(a_body(),))
    votes = {"甲": 6, "乙": 5, "丙": 4}
    slips = [slip for name, number in votes.items() for slip in some_slips(paper, ["good"] * number, group=name)]
    groups = count(paper, slips, 20, 15).groups
    sizes = {name: sum(subjects["committee"]["morality"].values()) for name, subjects in groups.items()}
    assert sorted(sizes.values()) == [6, 9]
    few = some_slips(paper, ["good"] * 6, group="甲") + some_slips(paper, ["good"], group="乙")
    assert count(paper, few, 20, 7).groups == {}


def test_no_list_shows_fewer_than_five_votes_of_a_group_and_a_weight() -> None:
    """The weight stands beside the group: three of weight 1 among five of weight 2 would be seen."""
    paper = a_paper(subjects=(a_body(),))
    votes = {("甲", 1): 20, ("乙", 1): 3, ("丙", 2): 5}
    slips = [slip for (g, w), n in votes.items() for slip in some_slips(paper, ["good"] * n, group=g, weight=w)]
    assert fault(paper, slips, 28, 28, votes) is None
    shown = shown_groups(paper, slips)
    cells = Counter((shown[s.group], s.weight) for s in slips if s.dimension == "morality")
    assert min(cells.values()) >= 5
    assert len(count(paper, slips, 40, 28).groups) == 2


@given(st.lists(st.tuples(st.sampled_from("甲乙丙丁戊"), st.integers(0, 12)), max_size=5, unique_by=lambda t: t[0]))
def test_shown_groups_and_what_is_left_are_five_or_more(groups: list[tuple[str, int]]) -> None:
    paper = a_paper(subjects=(a_body(dimensions=a_body().dimensions[:1]),))
    votes = {(name, 1 + (number % 2)): number for name, number in groups if number}
    slips = [s for (g, w), n in votes.items() for s in some_slips(paper, ["good"] * n, group=g, weight=w)]
    if fault(paper, slips, sum(votes.values()), sum(votes.values()), votes) is Withheld.FEW:
        return
    shown = shown_groups(paper, slips)
    cells = Counter((shown[slip.group], slip.weight) for slip in slips)
    assert all(size >= 5 for size in cells.values())
    assert len(cells) == len({name for name, _ in cells})


def test_small_parts_are_put_together() -> None:
    assert merged({"a": 9, "b": 1, "c": 6}) == [["a"], ["b", "c"]]
    assert merged({"a": 2, "b": 2, "c": 9}) == [["a", "b", "c"]]
    assert merged({"a": 1}) == [["a"]]
    assert merged({}) == []


def test_the_roll_has_everybody_once_in_the_first_class_that_fits() -> None:
    classes = (
        VoterClass(name="代表", roles=frozenset({Role.RESIDENT_REPRESENTATIVE}), weight=2),
        VoterClass(name="居民"),
    )
    people = [an_entry(UNIT, roles=frozenset({Role.RESIDENT_REPRESENTATIVE, Role.PARTY_MEMBER})) for _ in range(5)]
    roll = freeze(a_paper(classes=classes), [*people, *(an_entry(UNIT) for _ in range(6))])
    assert [(voter.group, voter.weight) for voter in roll] == [("代表", 2)] * 5 + [("居民", 1)] * 6


def test_a_class_of_four_with_a_weight_of_its_own_is_refused_and_else_joined() -> None:
    few = frozenset({Role.RESIDENT_REPRESENTATIVE})
    people = [an_entry(UNIT, roles=few) for _ in range(4)] + [an_entry(UNIT) for _ in range(6)]
    for weight, outcome in ((2, "refused"), (1, "joined")):
        paper = a_paper(classes=(VoterClass(name="代表", roles=few, weight=weight), VoterClass(name="居民")))
        if outcome == "refused":
            with pytest.raises(DomainError, match="ballot-class-small"):
                freeze(paper, people)
        else:
            assert {voter.group for voter in freeze(paper, people)} == {"代表 + 居民"}


def test_four_voters_are_no_electorate() -> None:
    with pytest.raises(DomainError, match="ballot-roll-small"):
        freeze(a_paper(), [an_entry(UNIT) for _ in range(4)])


def test_households_have_one_seat_whoever_sits_on_it() -> None:
    people = [an_entry(UNIT, household=f"3-{n // 2}") for n in range(10)] + [an_entry(UNIT)]
    roll = freeze(a_motion(Meeting.HOUSEHOLDS), people)
    assert (len(roll), len({voter.seat for voter in roll})) == (10, 5)


def test_homes_of_one_number_in_two_units_are_two_households() -> None:
    people = [an_entry(unit, household=f"3-1-{n}") for unit in (UNIT, a_unit()) for n in range(5)]
    assert len({voter.seat for voter in freeze(a_motion(Meeting.HOUSEHOLDS), people)}) == 10


def test_what_follows_from_a_grade() -> None:
    paper = a_paper()
    result = counted(paper, ["abstain"] * 5)
    director, committee = result.subjects
    bad = replace(result, subjects=(replace(director, overall="incompetent"), replace(committee, overall="average")))
    assert consequences(paper, bad, {}) == {"committee": [Consequence.NO_AWARD]}
    assert consequences(paper, bad, {"director": "incompetent"})["director"] == [Consequence.TWICE]
    assert consequences(paper, bad, {"director": "basic"}) == {"committee": [Consequence.NO_AWARD]}


def test_what_is_not_in_the_table_does_not_happen() -> None:
    ballot = a_ballot(UNIT)
    with pytest.raises(DomainError, match="ballot-state-draft"):
        ballot.apply(BallotEvent.OPEN)
    ends = {target for (_, _), target in BALLOT_TRANSITIONS.items()} - {state for state, _ in BALLOT_TRANSITIONS}
    assert ends == {BallotState.PUBLISHED, BallotState.WITHHELD, BallotState.CANCELLED}
    assert Paper.from_json(ballot.paper.to_json()) == ballot.paper
