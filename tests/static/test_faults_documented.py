"""The table of faults in `docs/operations.md`: complete, and every row has its test."""

import ast
import re

import pytest

from tests.source import ROOT, tree_of

pytestmark = pytest.mark.static

FAULTS = (
    *("400", "401", "403", "404", "409", "429", "500", "502", "time-out", "answer is lost", "half of it"),
    *("gone for an hour", "locked", "PostgreSQL restarts", "Valkey", "disk", "clock", "another program"),
    *("twice", "out of order", "killed"),
)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows() -> list[list[str]]:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    section = text.split("\n## Faults\n")[1].split("\n## ")[0]
    lines = [line for line in section.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_has_its_row(fault: str) -> None:
    assert any(fault in row[0] for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_every_row_names_a_test_that_exists(row: list[str]) -> None:
    named = NAMED.findall(row[3])

    assert named
    for file, test in named:
        defined = {node.name for node in ast.walk(tree_of(ROOT / file)) if hasattr(node, "name")}
        assert test in defined, f"{file}::{test}"
