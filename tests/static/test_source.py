"""What can be read off the source: sizes, languages, who imports whom."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.source import EVERYTHING, ROOT, files, shown, strings, tree_of

pytestmark = pytest.mark.static

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
NOT_FOR_READERS = {
    "core/shared/masking.py": "how people write addresses and numbers of theirs; nothing here is shown",
    "core/shared/text.py": "number words and sentence ends people type; nothing here is shown",
    "core/routing/normal.py": "fillers of spoken language; nothing here is shown",
    "core/shared/day_patterns.py": "wordings of days people type; nothing here is shown",
    "core/shared/day_words.py": "the same",
    "core/shared/feasts.py": "the names of feasts people type",
    "core/duty/words.py": "weekdays people type, and words that say nobody",
    "core/shared/hours.py": "wordings of times of day people type",
    "core/shared/phrases.py": "words that tell which of two days is the new one",
    "delivery/pieces.py": "sentence ends at which a long text may be cut",
    "bot/handlers/staff_marks.py": "the marks of a command and of a note, as Chinese keyboards write them",
}
MAX_LINES = 300
OUTSIDE = {"bot", "core", "delivery", "dialogs", "locales", "storage"}


def chinese_in(path: Path) -> list[int]:
    return sorted(node.lineno for node in strings(path) if CHINESE.search(node.value))


@pytest.mark.parametrize("path", files("core", "dialogs", "bot", "delivery"), ids=shown)
def test_texts_for_readers_live_in_the_catalogues(path: Path) -> None:
    """Comments and docstrings may name things by their own words."""
    found = chinese_in(path)

    assert bool(found) is (shown(path) in NOT_FOR_READERS), f"{shown(path)}: lines {found}"


def test_a_text_in_code_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text('"""中"""\na = 1\n"""文"""\nb = "x"  # 字\nc = f"{a}件"\nd = "，"\n', encoding="utf-8")

    assert chinese_in(file) == [5, 6]


def test_no_file_grows_beyond_what_can_be_read_at_a_sitting() -> None:
    lines = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files(*EVERYTHING)}

    assert len(lines) > 500
    assert {path: count for path, count in lines.items() if count > MAX_LINES} == {}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in {
            "import_module",
            "__import__",
            "importorskip",
        }:
            names |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
    return names


def reaches(path: Path, seen: set[Path] | None = None) -> set[str]:
    """What a test file imports, also through the files of ours under tests/ that it imports."""
    seen = set() if seen is None else seen
    seen.add(path)
    names = imported(path)
    for name in sorted(names):
        near = (ROOT / Path(*name.split("."))).with_suffix(".py")
        if name.startswith("tests.") and near.exists() and near not in seen:
            names = names | reaches(near, seen)
    return names


@pytest.mark.parametrize("path", files("tests/e2e"), ids=shown)
def test_end_to_end_tests_know_the_program_from_outside_only(path: Path) -> None:
    """The bot and its referee have the same author: a test that borrows the bot's eyes sees what the bot sees."""
    touched = {name for name in reaches(path) if name.split(".")[0] in OUTSIDE}

    assert touched == set()


def test_a_borrowed_import_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("import bot.app\nfrom core.shared import text\nimport importlib\n", encoding="utf-8")

    assert {name.split(".")[0] for name in reaches(file)} & OUTSIDE == {"bot", "core"}


def test_the_core_imports_nothing_but_the_standard_library_and_itself() -> None:
    roots = {shown(path): {name.split(".")[0] for name in imported(path)} for path in files("core")}

    assert {path: found for path, of in roots.items() if (found := of - set(sys.stdlib_module_names) - {"core"})} == {}
