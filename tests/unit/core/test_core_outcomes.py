"""Lines of what came of petitions: their arithmetic, and that nobody's opinion can be worked out of them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers.ratings import LEAST, Grade
from core.figures.lines import In, Line, Section
from core.figures.outcome_lines import outcome_lines, told_in, volunteer_lines
from core.figures.outcomes import Fate, Mediated, Outcomes, Proposal, Rated, Several
from core.figures.spans import Span
from core.people.model import Unit
from core.shared.ids import TelegramUserId
from core.shared.messages import Term
from tests.factories.cases import a_unit
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit
HERE = a_unit(name="幸福社区")
BELOW = a_unit(parent_id=HERE.id, name="三组")
YEAR = Span(2026)


def rated(count: int, grade: Grade = Grade.SATISFIED, *, unit: Unit = HERE, staff: int = 7, **given: object) -> Rated:
    values = {"month": 1, "category": "", "proposal": False, "unit_id": unit.id, "staff_id": TelegramUserId(staff)}
    return Rated(**{**values, **given}, staff_name=f"同事{staff}", grade=grade, count=count)  # type: ignore[arg-type] # by name


def lines(now: Outcomes, before: Outcomes | None = None, span: Span = YEAR) -> list[Line]:
    return outcome_lines((now, before or Outcomes()), [HERE, BELOW], span, SHANGHAI)


def told(found: list[Line], section: Section) -> list[tuple[object, ...]]:
    """Return label, number now, number before; a word where nothing may be told."""
    said = []
    for line in found:
        if line.section is section:
            label = line.label.key if isinstance(line.label, Term) else line.label
            now, before = (
                "few" if hidden else value for hidden, value in ((line.few, line.now), (line.few_before, line.before))
            )
            said.append((label, now, before))
    return said


def test_content_is_the_first_two_grades_of_a_units_own_answers() -> None:
    now = [rated(4), rated(2, Grade.BASICALLY), rated(1, Grade.UNSATISFIED), rated(40, unit=BELOW)]
    found = lines(Outcomes(rated=now), Outcomes(rated=[rated(3), rated(3, Grade.UNSATISFIED)]))
    assert told(found, Section.CONTENT) == [("figures-content", 857, 500), ("figures-rated", 7, 6)]
    assert told(found, Section.CONTENT_UNIT) == [("三组", 1000, None)]
    (content,) = [line for line in found if line.label == Term("figures-content")]
    assert (content.change, content.words()["now"]) == (None, "85.7%")


def test_by_matter_and_by_staff_fewer_than_five_are_left_out_and_what_would_tell_them() -> None:
    now = [rated(6, category="labour", staff=1), rated(7, category="environment", staff=1), rated(2, staff=2)]
    found = lines(Outcomes(rated=now))
    assert told(found, Section.CONTENT_CATEGORY) == [
        ("category-environment", 1000, None),
        ("category-labour", "few", None),
        ("figures-about-none", "few", None),
    ]
    assert told(found, Section.CONTENT_STAFF) == [("同事1", "few", None), ("同事2", "few", None)]
    assert not told(lines(Outcomes(rated=now), span=Span(2026, 1)), Section.CONTENT_STAFF)
    assert told(lines(Outcomes(rated=now[:1])), Section.CONTENT_STAFF) == [("同事1", 1000, None)]


def test_four_ratings_are_not_told() -> None:
    found = lines(Outcomes(rated=[rated(4)]))
    assert told(found, Section.CONTENT) == [("figures-content", "few", None), ("figures-rated", "few", 0)]


SPANS = [YEAR, *(Span(2026, quarter) for quarter in range(1, 5)), *(Span(2026, month=month) for month in range(1, 13))]


@given(st.lists(st.integers(0, 11), min_size=12, max_size=12))
def test_no_small_number_can_be_worked_out_from_the_spans_that_are_told(counts: list[int]) -> None:
    """Whoever knows the year, its quarters and its months takes what is told from what it is part of."""
    given_in = [rated(count, month=month) for month, count in enumerate(counts, 1) if count]
    known = {span: told_in(given_in, span) for span in SPANS}
    for span, tally in known.items():
        assert tally is None or tally.total == 0 or tally.total >= LEAST
        inside = counts[span.first.month - 1 : span.last.month]
        assert tally is None or tally.total == sum(inside)
    year = sum(counts)
    hidden_quarters = [span for span in SPANS[1:5] if known[span] is None]
    rest = year - sum(tally.total for span in SPANS[1:5] if (tally := known[span]) is not None)
    assert known[YEAR] is None or rest == 0 or rest >= LEAST
    for quarter in SPANS[1:5]:
        months = [span for span in SPANS[5:] if quarter.first <= span.first <= quarter.last]
        if quarter in hidden_quarters:
            assert all(known[month] is None for month in months)
            continue
        whole = known[quarter]
        assert whole is not None
        left = whole.total - sum(tally.total for month in months if (tally := known[month]) is not None)
        assert left == 0 or left >= LEAST


def test_no_collective_petition_is_told_as_nought() -> None:
    assert told(lines(Outcomes()), Section.COLLECTIVE) == [("figures-collective", 0, 0), ("figures-signed", 0, 0)]
    found = lines(Outcomes(several=Several(6, 90)), Outcomes(several=Several(9, 90)), Span(2026, month=3))
    assert [line.words()["change"] for line in found if line.section is Section.COLLECTIVE] == ["−33.3%", "0.0%"]
    assert [line.measured for line in found if line.section is Section.COLLECTIVE] == [In.CASES, In.PEOPLE]


def test_proposals_are_answered_of_those_received_but_withdrawn_ones() -> None:
    due = START + timedelta(days=60)
    given = [Proposal("XF-2026-000002", due, Fate.OPEN), Proposal("XF-2026-000003", START, Fate.OPEN)]
    given += [Proposal("XF-2026-000001", due, Fate.ANSWERED), Proposal("XF-2026-000004", due, Fate.WITHDRAWN)]
    before = Outcomes(proposals=[Proposal("XF-2025-000001", START, Fate.ANSWERED)] * 2)
    ratings = [rated(5, proposal=True), rated(5, Grade.UNSATISFIED)]
    found = lines(Outcomes(proposals=given, rated=ratings), before)
    assert told(found, Section.PROPOSALS) == [
        ("figures-proposals-received", 4, 2),
        ("figures-proposals-answered", 1, 2),
        ("figures-proposals-waiting", 2, 0),
        ("figures-proposals-rate", 333, 1000),
        ("figures-proposals-content", 1000, None),
    ]
    opened = [(line.label, line.words()["now"]) for line in found if line.section is Section.PROPOSALS_OPEN]
    assert opened == [("XF-2026-000003", "2026-11-23"), ("XF-2026-000002", "2027-01-22")]
    assert not told(lines(Outcomes(), span=Span(2026, month=2)), Section.PROPOSALS)


def test_what_few_authors_thought_of_answers_to_proposals_is_not_told() -> None:
    found = lines(Outcomes(rated=[rated(4, proposal=True), rated(9)]))
    assert told(found, Section.PROPOSALS)[-1] == ("figures-proposals-content", "few", None)


def test_who_helps_is_told_of_five_and_more_on_either_side() -> None:
    found = volunteer_lines({"residents": (6, 48), "party": (4, 20), "units": (5, 9)})
    assert [(line.now, line.few) for line in found] == [(125, False), (None, True), (None, True)]


def test_mediations_kept_inside_are_told_of_whole_years_and_from_five_on() -> None:
    many = [Mediated(HERE.id, True, 4), Mediated(HERE.id, False, 2), Mediated(BELOW.id, True, 4)]
    found = lines(Outcomes(mediated=many), Outcomes(mediated=[Mediated(HERE.id, True, 5)]))
    assert told(found, Section.MEDIATION) == [
        ("figures-mediated", 6, 5),
        ("figures-mediated-inside", 667, 1000),
        (BELOW.name, "few", None),
    ]
    assert not told(lines(Outcomes(mediated=many), span=Span(2026, month=3)), Section.MEDIATION)
    none = told(lines(Outcomes()), Section.MEDIATION)
    assert none == [("figures-mediated", 0, 0), ("figures-mediated-inside", None, None)]
