"""The check that everything is exercised names what is not, and believes no exception that is not needed."""

import logging
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.trace import trace_to
from core.shared.trace import TRACE, seen
from tests.breadth import EXCEPTIONS, WHERE, judge, wanted

pytestmark = pytest.mark.static

UNTRIED = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8"))
RECORDED = {"error": "text", "choice": "chosen"}


@pytest.fixture
def whole_run() -> list[str]:
    """What a run writes down in which all was exercised but the exceptions."""
    lines = []
    for kind, names in wanted().items():
        for name in sorted(names - set(UNTRIED.get(kind, {}))):
            recorded = f"SomeSG:window.{name.partition(' of ')[0]}" if kind == "choice" else name
            lines.append(f"{RECORDED.get(kind, kind)} {recorded}")
    return lines


def test_everything_exercised_is_nothing_to_say(whole_run: list[str]) -> None:
    assert judge(whole_run, UNTRIED) == []


@pytest.mark.parametrize("kind", sorted(set(WHERE) - {"choice"}))
def test_whatever_is_left_out_is_named_with_where_to_add_it(whole_run: list[str], kind: str) -> None:
    left_out = next(line for line in whole_run if line.startswith(f"{RECORDED.get(kind, kind)} "))

    said = judge([line for line in whole_run if line != left_out], UNTRIED)

    assert said[0].endswith(WHERE[kind])
    assert said[1].endswith(left_out.partition(" ")[2])


def test_a_choice_that_was_offered_must_be_chosen(whole_run: list[str]) -> None:
    case = "0123456789abcdef" * 2
    offered = [*whole_run, f"offered CasesSG:mine.{case}"]

    assert "    choice CasesSG:mine.*" in judge(offered, UNTRIED)
    assert judge([*offered, f"chosen CasesSG:mine.{case[::-1]}"], UNTRIED) == []


def test_an_exception_that_is_not_needed_is_named(whole_run: list[str]) -> None:
    too_many = {**UNTRIED, "error": {**UNTRIED["error"], "error-claimed-by": "x", "error-nobody-knows": "x"}}

    (first, second, _) = judge(whole_run, too_many)

    assert "error-claimed-by" in first
    assert "error-nobody-knows" in second


def test_every_exception_has_a_reason_and_a_kind() -> None:
    assert set(UNTRIED) <= set(WHERE)
    assert [name for reasons in UNTRIED.values() for name, reason in reasons.items() if len(reason) < 10] == []


@pytest.fixture
def untraced() -> Iterator[None]:
    log = logging.getLogger(TRACE)
    yield
    log.handlers.clear()
    log.setLevel(logging.NOTSET)
    log.propagate = True


def test_a_name_is_written_down_once_and_only_where_asked_for(
    tmp_path: Path, untraced: None, caplog: pytest.LogCaptureFixture
) -> None:
    seen("window", "MenuSG:main")
    file = tmp_path / "trace"
    trace_to(file)
    for name in ("MenuSG:main", "MenuSG:help", "MenuSG:main"):
        seen("window", name)

    assert file.read_text(encoding="utf-8") == "window MenuSG:main\nwindow MenuSG:help\n"
    assert caplog.messages == []
