"""The directory's file: the example is right, and the first mistake is told with its line."""

from pathlib import Path

import pytest

from bot.demo.seed_duty import DIRECTORY
from bot.directory_file import read_directory
from core.directory.model import OfficeKind
from core.shared.errors import DomainError

pytestmark = pytest.mark.unit


def test_the_example_has_five_offices() -> None:
    read = read_directory(DIRECTORY)
    assert sum(map(len, read.values())) == 5
    assert {office.kind for offices in read.values() for office in offices} >= {OfficeKind.PARTNER, OfficeKind.POLICE}


@pytest.mark.parametrize(
    ("text", "line", "place"),
    [
        ("offices:\n  - unit: 甲\n    name: 乙\n    fone: '1'\n", 4, "offices.1.fone"),
        ("offices:\n  - unit: 甲\n    name: 乙\n    phone: '13800138000'\n", 4, "offices.1.phone"),
        ("offices:\n  - unit: 甲\n    name: 乙\n    phone: 问他\n", 4, "offices.1.phone"),
        ("offices:\n  - unit: 甲\n    name: 乙\n  - unit: 甲\n    name: 乙\n", 5, "offices.2.name"),
        ("offices:\n  - name: 乙\n", 2, "offices.1.unit"),
        ("offices: []\n", 1, "offices"),
        ("offices: [\n", 2, "-"),
    ],
)
def test_the_first_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, place: str) -> None:
    file = tmp_path / "who.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DomainError, match="who-file") as wrong:
        read_directory(file)
    assert (wrong.value.args_for_text["line"], wrong.value.args_for_text["place"]) == (str(line), place)
    assert wrong.value.args_for_text["problem"]
