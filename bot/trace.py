"""For tests: which transitions, commands, actions, windows and texts a process went through, a line for each, once."""

import logging
from pathlib import Path

from core.shared.trace import TRACE


class _Once(logging.Handler):
    """Appends each line when it comes for the first time, whole, so that several processes may share a file."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._known: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if line not in self._known:
            self._known.add(line)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")


def trace_to(file: Path) -> None:
    log = logging.getLogger(TRACE)
    log.handlers[:] = [_Once(file)]
    log.setLevel(logging.DEBUG)
    log.propagate = False
