"""Logs of the long-running process: to stderr, as text or JSON, redacted (see `bot.redaction`).

As JSON a line has `time` (RFC 3339, UTC), `level`, `logger`, `event` and, where the message names its arguments
(`"update %(update_id)s waits"`), each of them as a field.
"""

import logging
import sys
from collections.abc import Iterable, Mapping

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.config import LogFormat
from bot.redaction import Redactor, install, trace_text


class RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """The last thing that touches a line."""

    def __init__(self, redact: Redactor, render: Processor, *, fields: bool) -> None:
        super().__init__(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _add_trace, render],
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(),
                _add_named if fields else _drop_named,
                structlog.processors.TimeStamper(fmt="iso", utc=True, key="time" if fields else "timestamp"),
            ],
            pass_foreign_args=True,
        )
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))


def configure_logging(
    log_format: LogFormat = LogFormat.TEXT, *, level: int = logging.INFO, secrets: Iterable[str] = ()
) -> None:
    """Set up logging for this process; calling it again replaces the earlier set-up."""
    render: Processor
    if log_format is LogFormat.JSON:
        render = structlog.processors.JSONRenderer(ensure_ascii=False)
    else:
        render = structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    fields = log_format is LogFormat.JSON
    install(RedactingFormatter(Redactor(secrets), render, fields=fields), level)


def _add_named(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    named = event.pop("positional_args", None)
    return {**named, **event} if isinstance(named, Mapping) else event


def _drop_named(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """As text the message itself says them."""
    event.pop("positional_args", None)
    return event


def _add_trace(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["exception"] = trace_text(error)
    return event
