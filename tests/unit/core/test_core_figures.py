"""Spans, percentages, what is left out, and hot words: pure functions, checked against DOMAIN §7's own numbers."""

from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures.arithmetic import SMALL, change, decimal, median_tenths, shown, signed, tenths
from core.figures.hot_words import hot_words, without_people
from core.figures.lines import Section
from core.figures.model import Counts, Kept, Measure, Received, Said
from core.figures.report import lines_of
from core.figures.spans import Span, spans_of, year_before
from core.people.model import Level
from tests.factories.cases import a_unit

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [(39, 19, "−51.3"), (9, 6, "−33.3"), (6, 9, "+50.0"), (7, 7, "0.0"), (3, 0, "−100.0"), (8, 9, "+12.5")],
)
def test_changes_are_those_of_the_domain(before: int, now: int, said: str) -> None:
    found = change(before, now)
    assert found is not None
    assert signed(found) == said


def test_from_nothing_there_is_no_rate() -> None:
    assert change(0, 5) is None
    assert tenths(0, 0) is None
    assert median_tenths({}) is None


def test_halves_go_away_from_nought_on_both_sides() -> None:
    assert (change(2_000, 2_001), change(2_000, 1_999)) == (1, -1)
    assert (tenths(2, 3), decimal(-5), decimal(667)) == (667, "−0.5", "66.7")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40))
def test_the_median_of_counts_is_that_of_their_values(values: list[int]) -> None:
    counted = {value: values.count(value) for value in values}
    assert median_tenths(counted) == int(10 * median(values))


@given(st.lists(st.integers(0, 12), max_size=12))
def test_what_is_left_out_cannot_be_worked_out(counts: list[int]) -> None:
    """Whoever knows the whole subtracts what is shown: what remains is of two parts at least, and not small."""
    found = shown(counts)
    hidden = [count for count, each in zip(counts, found, strict=True) if each is None]
    assert all(each == count for each, count in zip(found, counts, strict=True) if each is not None)
    assert not any(0 < each < SMALL for each in found if each is not None)
    some = [count for count in counts if count]
    assert not hidden or len(hidden) == len(some) or (len(hidden) > 1 and sum(hidden) >= SMALL)


def test_spans_are_months_quarters_and_years() -> None:
    assert [span.key for span in spans_of(date(2026, 11, 29))] == ["2026m11", "2026q4", "2026"]
    quarter = Span(2026, 1)
    assert (quarter.first, quarter.last) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (quarter.earlier, quarter.later) == (Span(2025, 4), Span(2026, 2))
    assert Span(2024, month=2).last == date(2024, 2, 29)
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert Span(2026).until(date(2026, 5, 4)) == date(2026, 5, 4)
    for wrong in ("", "2026q5", "2026m13", "2026m0", "x", "2026m1x", "0026"):
        assert Span.parse(wrong) is None


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)))
def test_spans_follow_one_another_and_are_read_back(day: date) -> None:
    for span in spans_of(day):
        assert Span.parse(span.key) == span
        assert span.first <= day <= span.last
        assert span.later.first == span.last + timedelta(days=1)
        assert span.later.earlier == span


def counts(*received: Received, **given: object) -> Counts:
    values = {"handled": {}, "by_unit": {}, "pledge": Kept(), "law": Kept(), "days": {}, "by_staff": []}
    return Counts(received=received, **{**values, **given})  # type: ignore[arg-type] # by name


def test_a_case_that_climbed_is_received_once_and_handled_at_each_level() -> None:
    street = a_unit(level=Level.STREET)
    unit = a_unit(parent_id=street.id)
    by_unit = {(Measure.ANSWERED, street.id): 1, (Measure.ANSWERED, unit.id): 1}
    now = counts(
        Received("complaint", "", unit.id, False, 1), handled={Measure.ANSWERED: 1}, by_unit=by_unit, law=Kept(1, 1)
    )
    lines = lines_of((now, counts()), [street, unit], yearly=True)

    def numbers(section: Section) -> list[int | None]:
        return [line.now for line in lines if line.section is section]

    assert numbers(Section.TOTAL) == [1, 1, 0]
    assert numbers(Section.LEVEL) == [0, 1]
    assert numbers(Section.LEVEL_ANSWERED) == [1, 1]
    assert numbers(Section.TIME) == [None, 500, None]


def test_what_tells_who_it_was_is_of_years_and_of_the_unit_alone() -> None:
    street = a_unit(level=Level.STREET)
    unit = a_unit(parent_id=street.id)
    received = [Received("suggestion", "", u.id, a, n) for u, a, n in ((street, True, 3), (street, False, 9))]
    received.append(Received("suggestion", "", unit.id, True, 7))
    staff = [("刘敏", street.id, 20), ("陈杰", street.id, 6), ("孙伟", street.id, 2), ("外人", unit.id, 9)]
    two = (counts(*received, by_staff=staff), counts())
    lines = lines_of(two, [street, unit], yearly=True)
    assert [(line.now, line.few) for line in lines if line.section is Section.AUTHOR] == [(None, True), (None, True)]
    assert [line.now for line in lines if line.section is Section.STAFF] == [20, None, None]
    monthly = lines_of(two, [street, unit], yearly=False)
    assert not [line for line in monthly if line.section in {Section.AUTHOR, Section.STAFF}]


class Words:
    def words(self, text: str) -> list[str]:
        return text.split()

    def weight(self, word: str) -> float:
        return 9.0 if word == "电梯" else 1.0


def test_a_word_is_hot_in_five_petitions_and_never_a_person() -> None:
    texts = ["王秀英 电梯 电梯 噪音 13812345678 王 12", *["电梯 王秀英 噪音 广场舞"] * 4, "噪音"]
    found = hot_words(Said(texts, {"王秀英"}), Words())
    assert [(each.word, each.petitions) for each in found] == [("电梯", 5), ("噪音", 6)]


def test_names_numbers_and_doors_leave_a_gap() -> None:
    bare = without_people("王秀英住3号楼2单元501室，电话13812345678，电梯坏了", {"王秀英", "李"})
    assert "王秀英" not in bare
    assert not any(char.isdigit() for char in bare)
    assert "电梯坏了" in bare
