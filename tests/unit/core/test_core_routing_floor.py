"""Holds what docs/routing.md reports for our own development set; nothing is learned from that set."""

from datetime import date
from pathlib import Path

import pytest

from bot.adapters.router import make_router
from bot.commands.route import judged_texts
from core.routing.model import Intent
from core.routing.scores import Scores, score

pytestmark = pytest.mark.unit

FILE = Path(__file__).parents[2] / "data" / "routing_dev.tsv"
LESSONS = Path(__file__).parents[3] / "benchmarks" / "routing" / "lessons"


@pytest.fixture(scope="module")
def scores() -> Scores:
    router = make_router()
    return score([(one.wanted, router.route(one.text, date(2026, 11, 23))) for one in judged_texts(FILE)])


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("accuracy", 0.835),
        ("macro_f1", 0.84),
        ("acted", 0.65),
        ("act_precision", 0.95),
        ("offered", 0.9),
        ("slots_exact", 0.98),
    ],
)
def test_no_figure_falls(scores: Scores, figure: str, floor: float) -> None:
    assert getattr(scores, figure) >= floor


def test_wrong_and_confident_stays_rare(scores: Scores) -> None:
    assert scores.wrong_and_confident <= 0.033


def test_the_set_is_large_and_of_every_intent(scores: Scores) -> None:
    assert scores.count >= 600
    assert {intent for intent, one in scores.by_intent.items() if one.count >= 30} == set(Intent)


def test_nothing_of_the_set_is_taught() -> None:
    taught = {line for file in LESSONS.glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()}

    assert [one.text for one in judged_texts(FILE) if one.text in taught and len(one.text) > 4] == []
