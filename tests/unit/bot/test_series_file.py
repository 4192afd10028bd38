"""A community's own days: what a file may say, and what it is told where it says something else."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.demo.seed_days import EXAMPLE
from bot.series_file import read_series
from core.booking.model import DayKind, Session
from core.booking.recurrence import Holiday, Monthly, Once, Weekly
from core.shared.errors import DomainError

pytestmark = pytest.mark.unit

GOOD = """\
days:
  - name: law
    unit: 幸福社区
    kind: lecture
    when: {weekly: tuesday}
    place: 活动室
    times:
      - {from: 14:00, to: "15:30", minutes: 30, places: 2}
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "days.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def refused(folder: Path, text: str) -> dict[str, str | int]:
    with pytest.raises(DomainError, match="days-file") as found:
        read_series(written(folder, text))
    return dict(found.value.args_for_text)


def test_the_example_says_what_the_demo_needs() -> None:
    rows = {row.slug: row for row in read_series(EXAMPLE)}
    assert {slug: row.plan.rule for slug, row in rows.items()} == {
        "legal-consultation": Weekly(2),
        "leaders-reception": Weekly(2),
        "legal-service": Monthly(15),
    }
    assert len(rows["legal-service"].plan.specialists) == 3
    assert len(rows["leaders-reception"].plan.rota) == 3


def test_times_are_times_with_and_without_quotes(tmp_path: Path) -> None:
    """YAML reads 14:00 without quotes as a number to the base of sixty."""
    (row,) = read_series(written(tmp_path, GOOD))
    assert row.plan.sessions == (Session(time(14), time(15, 30), 30, 2),)
    assert (row.plan.kind, row.plan.holiday, row.active) == (DayKind.LECTURE, Holiday.NEXT_WORKDAY, True)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("{weekly: Tue}", Weekly(2)),
        ("{weekly: 7}", Weekly(7)),
        ("{monthly: 15}", Monthly(15)),
        ("{once: 2026-12-05}", Once(date(2026, 12, 5))),
    ],
)
def test_rules_as_people_write_them(tmp_path: Path, said: str, rule: object) -> None:
    (row,) = read_series(written(tmp_path, GOOD.replace("{weekly: tuesday}", said)))
    assert row.plan.rule == rule


@pytest.mark.parametrize(
    ("wrong", "right", "line", "place", "problem"),
    [
        ("kind: lecture", "kind: lektion", 4, "days.1.kind", "kind is one of"),
        ("kind: lecture", "kin: lecture", 2, "days.1.kind", "kind is one of"),
        ("    place: 活动室\n", "    place: 活动室\n    limmit: 2\n", 7, "days.1.limmit", "“limit”"),
        ("    place: 活动室\n", "    place: 活动室\n    qqqqq: 2\n", 7, "days.1.qqqqq", "take it out"),
        ("weekly: tuesday", "weekly: someday", 5, "days.1.when.weekly", "weekly is a weekday"),
        ("weekly: tuesday", "weekly: 2, monthly: 3", 5, "days.1.when", "when is one of"),
        ("minutes: 30", "minutes: 3", 8, "days.1.times.1.minutes", "minutes is"),
        ("from: 14:00", "from: noon", 8, "days.1.times.1.from", "from is when"),
        ("from: 14:00", "from: 1500", 8, "days.1.times.1.from", "from is when"),
        ("from: 14:00", "from: 15:20", 8, "days.1.times.1", "times lists"),
        ("minutes: 30, places: 2", "minutes: 5, places: 0", 8, "days.1.times.1.places", "places is"),
        ("name: law", "name: 法律", 2, "days.1.name", "name is"),
        ("days:", "tage:", 1, "days", "begins with days:"),
        ("when: {weekly: tuesday}", "when: {weekly: tuesday", 6, "-", "no YAML"),
    ],
)
def test_the_first_mistake_is_named_with_its_line_and_what_belongs_there(
    tmp_path: Path, wrong: str, right: str, line: int, place: str, problem: str
) -> None:
    told = refused(tmp_path, GOOD.replace(wrong, right))
    assert (told["line"], told["place"]) == (str(line), place)
    assert problem in str(told["problem"])


def test_days_of_too_many_slots_and_names_used_twice_are_refused(tmp_path: Path) -> None:
    many = GOOD.replace("from: 14:00", 'from: "08:00"').replace("minutes: 30", "minutes: 5")
    assert "places is" not in str(refused(tmp_path, many)["problem"])
    twice = GOOD + GOOD.removeprefix("days:\n")
    told = refused(tmp_path, twice)
    assert (told["line"], told["place"]) == ("9", "days.2.name")
    assert "twice" in str(told["problem"])


@pytest.mark.parametrize("text", ["", "- 1", "days: []", "days: 3", "\x00"])
def test_what_is_no_such_file_at_all_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text)["file"] == "days.yaml"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "days.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DomainError) as found:
        read_series(file)
    assert "UTF-8" in str(found.value.args_for_text["problem"])
