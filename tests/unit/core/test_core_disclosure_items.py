"""Items, versions, spans, numbers and titles: what they are and how they are read."""

from dataclasses import replace
from datetime import date

import pytest

from core.disclosure.model import (
    TRANSITIONS,
    Event,
    Part,
    Span,
    State,
    number_of,
    span_args,
    spans_near,
    title_of,
)
from core.disclosure.reading import PAGE, pages_of, searchable
from core.disclosure.tables import Table
from core.shared.errors import DomainError
from core.shared.marks import Mark, Marked
from core.shared.messages import MediaRef
from tests.factories.cases import a_unit
from tests.factories.news import a_version, an_item

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("event", Event)
def test_a_version_changes_by_the_table_alone(state: State, event: Event) -> None:
    version = a_version(an_item(a_unit()), state=state)
    if (state, event) in TRANSITIONS:
        assert version.apply(event).state is TRANSITIONS[state, event]
    else:
        with pytest.raises(DomainError) as found:
            version.apply(event)
        assert found.value.code == f"news-{state.replace('_', '-')}"


def test_what_was_published_is_never_taken_back() -> None:
    assert not [event for state, event in TRANSITIONS if state is State.PUBLISHED]


@pytest.mark.parametrize("span", [Span(2026), Span(2026, quarter=4), Span(2026, month=9)])
def test_a_span_is_read_back_from_its_code(span: Span) -> None:
    assert Span.parse(span.code) == span


@pytest.mark.parametrize("code", ["", "none", "2026-Q5", "2026-13", "1999", "2026-Q", "2026-09-01"])
def test_what_is_no_span_is_none(code: str) -> None:
    assert Span.parse(code) is None


def test_spans_are_offered_around_today() -> None:
    assert [span.code for span in spans_near(date(2027, 1, 31))] == [
        "2027-01",
        "2026-12",
        "2027-Q1",
        "2026-Q4",
        "2027",
        "2026",
    ]
    assert spans_near(date(2026, 8, 1))[3] == Span(2026, quarter=2)


def test_a_span_tells_what_it_is() -> None:
    assert [span_args(s)["span"] for s in (None, Span(2026), Span(2026, 2), Span(2026, month=2))] == [
        "none",
        "year",
        "quarter",
        "month",
    ]


@pytest.mark.parametrize("typed", ["GK-2026-0012", "gk 2026 12", "GK20260012", " 12 ", "2026-12", "gk12"])
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert number_of(typed, 2026) == "GK-2026-0012"


@pytest.mark.parametrize("typed", ["", "电梯", "XF-2026-12", "12 号楼", "GK"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_of(typed, 2026) is None


def test_an_item_is_on_the_board_for_fifteen_days_and_then_in_the_archive() -> None:
    today = date(2026, 12, 1)
    item = an_item(a_unit())
    assert not item.on_board(today)
    shown = item.published("GK-2026-0001", a_version(item).made_at, today)
    assert shown.on_board(date(2026, 12, 16))
    assert not shown.on_board(date(2026, 12, 17))


def test_a_title_is_what_was_given_or_the_first_line_or_the_file() -> None:
    words, file = Part(words=Marked("\n第一行\n第二行")), Part(file=MediaRef("document", name="收支.xlsx"))
    assert title_of([words, file], " 给的 ") == "给的"
    assert title_of([file, words]) == "第一行"
    assert title_of([file]) == "收支"
    assert title_of([]) == ""
    assert len(title_of([Part(words=Marked("长" * 99))])) == 60


def test_a_version_is_read_in_pages_with_its_tables_below() -> None:
    item = an_item(a_unit())
    small, large = Table.of([["a", "b"], ["c", "1"]]), Table.of([["项目" * 20, "b"], ["c", "1"]], cut=True)
    version = a_version(item, parts=(Part(words=Marked("字" * PAGE)), Part(table=small), Part(table=large)))
    first, second = pages_of(version)
    assert first.text == "字" * PAGE
    assert second.text == "\na  b\nc  1\n▪️ c\nb: 1\n…"
    assert [mark.kind for mark in second.marks] == ["pre"]
    assert pages_of(replace(version, parts=())) == [Marked("")]
    assert "项目" in searchable(version)


def test_marks_of_words_are_kept() -> None:
    part = Part(words=Marked("粗", (Mark("bold", 0, 1),)))
    assert Part.from_json(part.to_json()) == part
