"""What the command line says, in the language of the terminal."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from contextvars import ContextVar

import typer

from core.shared.errors import AppError
from core.shared.language import Language
from locales.catalogue import default_catalogue


def terminal_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Chinese where the terminal is Chinese, else English."""
    tag = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    name = tag.partition(".")[0]
    return Language.from_telegram(name) if name.lower().startswith("zh") else Language.EN


_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


def speak(language: Language) -> None:
    """Speak `language` from here on, whatever the terminal's is."""
    _chosen.set(language)


def spoken() -> Language:
    return _chosen.get() or terminal_language()


def words(key: str, **args: str | int) -> str:
    return default_catalogue().format(key, args, spoken())


def listed(names: Iterable[str]) -> str:
    return words("cli-between").join(names)


def say(key: str, **args: str | int) -> None:
    typer.echo(words(key, **args))


def complain(key: str, **args: str | int) -> None:
    typer.echo(words(key, **args), err=True)


def sentence_of(error: AppError) -> str:
    """Return the one sentence that tells what `error` means and what to do."""
    language, catalogue = spoken(), default_catalogue()
    for key in (f"cli-{error.code}", f"cli-error-{error.code}", f"error-{error.code}"):
        if catalogue.has(key, language):
            return catalogue.format(key, error.args_for_text, language)
    return words("cli-error-other", code=error.code)


def prepare_streams() -> None:
    """Print what the terminal can show and escape the rest, instead of failing on a tick mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # half a character is no reason to fall over


def padded(text: str, width: int) -> str:
    """Fill up with spaces as a terminal counts: a Chinese character takes two columns."""
    taken = sum(2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1 for char in text)
    return text + " " * max(width - taken, 0)
