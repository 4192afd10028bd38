"""Our own source, read as text and as trees, for tests that judge it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
OURS = ("bot", "core", "delivery", "dialogs", "locales", "storage")
EVERYTHING = (*OURS, "sandbox", "tests", "benchmarks")


def files(*folders: str) -> list[Path]:
    """Python files below `folders`, except migrations: those are records, not code to keep tidy."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "versions" not in path.parts)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def docstrings(tree: ast.AST) -> set[ast.Constant]:
    """Strings that stand alone: docstrings, also those below attributes and constants."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def strings(path: Path) -> Iterator[ast.Constant]:
    """String constants that do something: not docstrings; the fixed parts of f-strings too."""
    tree = tree_of(path)
    silent = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield node
