"""What must never be read in a log: tokens and secrets, and errors that quote what people wrote.

Standard library only, so that a short command can have it too. Redaction happens on the finished line, after message,
arguments, extra fields and exception text have come together: there is no way round it.
"""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TextIO

HIDDEN = "‹hidden›"
_TOKEN = re.compile(r"\d+(?::|%3[Aa])[A-Za-z0-9_-]{20,}")
_QUIET = ("aiogram", "aiohttp", "aiosqlite", "alembic", "apscheduler", "asyncio", "httpcore", "httpx", "telegram")
_OURS = ("bot", "core", "delivery", "dialogs", "locales", "storage")
_TELEGRAM = ("aiogram", "telegram")
_QUOTING_NAMES = frozenset({"ClientDecodeError"})
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|-?\d{4,}")
"""What Telegram's answers quote: words, names, numbers of people."""


class Redactor:
    """Replaces everything that looks like a bot token, and the given secrets."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        values = {value for value in secrets if value}
        values |= {json.dumps(value, ensure_ascii=False)[1:-1] for value in values}
        known = sorted(values, key=len, reverse=True)
        self._known = re.compile("|".join(re.escape(value) for value in known)) if known else None

    def __call__(self, text: str) -> str:
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        return _TOKEN.sub(HIDDEN, text)


class PlainFormatter(logging.Formatter):
    """Level, logger, message and trace, redacted."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler's cache is not redacted
        return self._redact(super().format(record))

    def formatException(  # noqa: N802 - logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return trace_text(ei[1]) if ei[1] is not None else ""


class StderrHandler(logging.StreamHandler[TextIO]):
    """A record that cannot be formatted is named, not printed: its arguments have not been redacted."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__(sys.stderr)
        self.setFormatter(formatter)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        kind = sys.exc_info()[0]
        with suppress(OSError, ValueError):  # on a full disk nothing can be said, and work must go on all the same
            sys.stderr.write(f"log record of {record.name}:{record.lineno} lost: {kind.__name__ if kind else '?'}\n")


def quiet_logging() -> None:
    """Set up logging for a command that ends soon: warnings and errors, as text."""
    install(PlainFormatter(Redactor()), logging.WARNING)


def install(formatter: logging.Formatter, level: int) -> None:
    """Make standard error the only place logs go to, through `formatter`; uncaught errors and warnings too."""
    root = logging.getLogger()
    root.handlers[:] = [StderrHandler(formatter)]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        logging.getLogger("linli").critical("stopped by an error", exc_info=(kind, error, trace))


def trace_text(error: BaseException) -> str:
    """Return the traceback with its causes, oldest first; messages that may quote what people wrote are left out."""
    return "\n".join(_one(each) for each in reversed(list(_chain(error))))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)
        before = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
        if before is not None:
            waiting.append(before)


def _one(error: BaseException) -> str:
    kind = type(error)
    words = _words(error)
    shown = f"{kind.__module__}.{kind.__qualname__}" + (f": {words}" if words else "")
    return "".join(traceback.format_tb(error.__traceback__)) + shown


def _words(error: BaseException) -> str:
    """Return what an error says if that can be nobody's words.

    Errors of values and keys quote what they stumbled over, and of other people's packages nobody knows.
    """
    package = type(error).__module__.partition(".")[0]
    if package in _TELEGRAM and type(error).__name__ not in _QUOTING_NAMES:
        return _QUOTED.sub("…", str(error))
    telling = package in _OURS or (package == "builtins" and not isinstance(error, ValueError | LookupError))
    return str(error) if telling else ""
