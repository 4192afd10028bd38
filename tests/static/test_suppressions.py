import subprocess
import sys

import pytest

from tests.source import ROOT
from tests.static.check_suppressions import complaints

pytestmark = pytest.mark.static

GOOD = [
    "x = 1  # noqa: PLR2004 - why",
    "x = 1  # noqa: ARG001, ANN401 - aiogram's signature",
    "x = 1  # type: ignore[arg-type] # pydantic reads it",
    "x = 1  # type: ignore[arg-type, index]  # both",
    "x = 1  # pragma: no cover - only on Windows",
    "x = 1  # noqa: S101 - why # type: ignore[index] # because",
    'x = "# noqa"',
    "x = 1  # a comment about type hints",
]
BAD = [
    "x = 1  # noqa",
    "x = 1  # noqa: PLR2004",
    "x = 1  # noqa: PLR2004 -",
    "x = 1  # noqa - because",
    "x = 1  # type: ignore",
    "x = 1  # type: ignore[arg-type]",
    "x = 1  # type: ignore # because",
    "x = 1  # pragma: no cover",
    "# ruff: noqa",
    "# mypy: ignore-errors",
    "x = 1  # noqa: S101 - why # type: ignore",
]


@pytest.mark.parametrize("line", GOOD)
def test_an_explained_suppression_passes(line: str) -> None:
    assert list(complaints(f"a = 1\n{line}\n")) == []


@pytest.mark.parametrize("line", BAD)
def test_an_unexplained_one_is_found_with_its_line(line: str) -> None:
    assert [found for found, _ in complaints(f"a = 1\n{line}\n")] == [2]


def test_the_command_runs_from_the_project_root_and_finds_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.static.check_suppressions"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
