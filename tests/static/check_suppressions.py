"""Every noqa, type: ignore and pragma names its code and gives its reason.

Run as `python -m tests.static.check_suppressions`. What passes:
`# noqa: PLR2004 - the last character of the basic plane`, `# type: ignore[arg-type] # pydantic reads it`,
`# pragma: no cover - only on Windows`.
"""

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.source import EVERYTHING, files, shown

_ANY = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:|mypy:|pragma:|ruff:)")
_REASONED = (
    re.compile(r"# noqa: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* - \S+"),
    re.compile(r"# type: ignore\[[a-z-]+(, [a-z-]+)*\] +# \S+"),
    re.compile(r"# pragma: no (cover|branch) - \S+"),
)


def complaints(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and comment of every suppression that is not explained."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        marks = [found.start() for found in _ANY.finditer(token.string)]
        for begin, end in pairwise([*marks, None]):
            if not any(wanted.match(token.string[begin:end]) for wanted in _REASONED):
                yield token.start[0], token.string


def check(paths: list[Path]) -> list[str]:
    return [
        f"{shown(path)}:{line}: {comment}"
        for path in paths
        for line, comment in complaints(path.read_text(encoding="utf-8"))
    ]


def main() -> int:
    found = check(files(*EVERYTHING))
    for line in found:
        sys.stdout.write(f"{line}  (name the code and give the reason)\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
