import errno
import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetMe
from asyncpg.exceptions import UniqueViolationError
from PIL import UnidentifiedImageError
from pydantic import BaseModel
from redis.exceptions import ResponseError
from sqlalchemy.exc import IntegrityError
from telegram.error import BadRequest

from bot.config import LogFormat
from bot.logs import configure_logging
from bot.redaction import HIDDEN, Redactor, quiet_logging, trace_text
from core.shared.errors import StorageError

pytestmark = pytest.mark.unit

TOKEN = "7000000001:sandbox-token-for-the-demo"  # noqa: S105 - the sandbox's, it opens nothing


@pytest.fixture
def stderr(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What has been written to standard error; logging and the exception hook are put back afterwards."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield lambda: capsys.readouterr().err
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook = hook
    logging.captureWarnings(capture=False)


def fail() -> None:
    raise RuntimeError(TOKEN)


class Quoted(BaseModel):
    count: int


@pytest.mark.parametrize("form", list(LogFormat))
def test_log_redacts_tokens_wherever_they_are(form: LogFormat, stderr: Callable[[], str]) -> None:
    configure_logging(form, secrets=['se"cret\\key'])
    log = logging.getLogger("some.library")

    log.info("POST https://host/bot%s/getMe", TOKEN, extra={"url": f"/file/bot{TOKEN}/photos/1.jpg"})
    log.warning("encoded %s", TOKEN.replace(":", "%3A"))
    log.warning('key se"cret\\key')
    try:
        fail()
    except RuntimeError:
        log.exception("failed with %r", {"token": TOKEN})

    text = stderr()
    assert "sandbox-token" not in text
    assert "cret" not in text
    assert text.count(HIDDEN) >= 6


def test_short_commands_redact_too(stderr: Callable[[], str]) -> None:
    quiet_logging()
    log = logging.getLogger("some.library")

    log.info("unheard")
    try:
        fail()
    except RuntimeError:
        log.exception("failed with %s", TOKEN)

    text = stderr()
    assert text.startswith(f"ERROR some.library: failed with {HIDDEN}\n")
    assert text.endswith(f"builtins.RuntimeError: {HIDDEN}\n")
    assert "sandbox-token" not in text


def test_log_json_is_one_object_a_line(stderr: Callable[[], str]) -> None:
    configure_logging(LogFormat.JSON)

    logging.getLogger("linli").info("sent %d", 7, extra={"row": 5})

    line = json.loads(stderr())
    assert (line["event"], line["level"], line["logger"], line["row"]) == ("sent 7", "info", "linli", 5)
    assert datetime.fromisoformat(line["time"]).utcoffset() == timedelta(0)


def test_named_arguments_are_fields_as_json_and_words_as_text(stderr: Callable[[], str]) -> None:
    log = logging.getLogger("linli")
    for form in LogFormat:
        configure_logging(form)
        log.warning("update %(update_id)d parked, incident %(incident)s", {"update_id": 7, "incident": "AAAA-BBBB"})

    text, as_json = stderr().splitlines()
    line = json.loads(as_json)
    assert (line["event"], line["update_id"], line["incident"]) == (
        "update 7 parked, incident AAAA-BBBB",
        7,
        "AAAA-BBBB",
    )
    assert "update 7 parked, incident AAAA-BBBB" in text
    assert text.count("AAAA-BBBB") == 1


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (ValueError("invalid literal for int() with base 10: '张三'"), "builtins.ValueError"),
        (KeyError("张三"), "builtins.KeyError"),
        (UnidentifiedImageError("张三.jpg"), "PIL.UnidentifiedImageError"),
        (
            TelegramBadRequest(GetMe(), 'Bad Request: unsupported start tag "张三" for 5001234'),
            "aiogram.exceptions.TelegramBadRequest: Telegram server says - Bad Request: unsupported start tag … for …",
        ),
        (BadRequest('Unsupported start tag "张三"'), "telegram.error.BadRequest: Unsupported start tag …"),
        (StorageError("storage-failed"), "core.shared.errors.StorageError: storage-failed"),
        (AttributeError("no attribute 'x'"), "builtins.AttributeError: no attribute 'x'"),
    ],
)
def test_an_error_says_no_more_than_is_nobodys(error: Exception, shown: str) -> None:
    assert trace_text(error) == shown


def test_log_record_that_cannot_be_formatted_does_not_print_its_arguments(stderr: Callable[[], str]) -> None:
    configure_logging()

    logging.getLogger("linli").info("number %d", TOKEN)

    text = stderr()
    assert text.startswith("log record of linli:")
    assert "sandbox-token" not in text


def test_log_withholds_messages_that_quote_what_people_wrote(stderr: Callable[[], str]) -> None:
    configure_logging()
    written = "灯" + "坏了"
    try:
        try:
            Quoted.model_validate({"count": written})
        except ValueError as error:
            raise RuntimeError("update not readable") from error
    except RuntimeError:
        logging.getLogger("linli").exception("parked")

    text = stderr()
    assert "ValidationError" in text
    assert "update not readable" in text
    assert written not in text


@pytest.mark.parametrize(
    "error",
    [
        ResponseError("wrong kind of value: 王"),
        UniqueViolationError("duplicate key value: 王"),
        IntegrityError("INSERT", {"name": "王"}, Exception()),
    ],
)
def test_log_withholds_what_servers_quote(stderr: Callable[[], str], error: Exception) -> None:
    configure_logging()

    logging.getLogger("linli").error("not written down", exc_info=error)

    text = stderr()
    assert type(error).__name__ in text
    assert "王" not in text


class Full(io.StringIO):
    """A file on a disk without room."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "no space left")


def test_log_that_cannot_be_written_stops_nobody(stderr: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    configure_logging()

    logging.getLogger("linli").error("lost")

    monkeypatch.undo()
    assert stderr() == ""


def test_log_libraries_are_quiet(stderr: Callable[[], str]) -> None:
    configure_logging()

    for name in ("httpx", "httpcore.connection", "aiogram.event", "aiogram.dispatcher", "telegram.ext"):
        logging.getLogger(name).info("noise")

    assert stderr() == ""


def test_uncaught_exception_goes_through_the_redaction(stderr: Callable[[], str]) -> None:
    configure_logging()
    error = RuntimeError(TOKEN)

    sys.excepthook(RuntimeError, error, None)

    text = stderr()
    assert HIDDEN in text
    assert "sandbox-token" not in text


def test_trace_of_a_group_names_every_error_once() -> None:
    inner = ValueError("inner")
    group = ExceptionGroup("group", [inner, KeyError("other")])
    group.__cause__ = inner

    text = trace_text(group)

    assert text.count("builtins.ValueError") == 1
    assert "inner" not in text
    assert "builtins.KeyError" in text


def test_redactor_leaves_ordinary_text_alone() -> None:
    assert Redactor([""])("12:30 到 13:00，XF-2026-000123") == "12:30 到 13:00，XF-2026-000123"
