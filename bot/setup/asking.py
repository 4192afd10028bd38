"""Questions in a terminal, or to whatever stands behind a pipe: one line is one answer."""

import getpass
import sys
import unicodedata
from collections.abc import Sequence

import typer

from bot.terminal import say
from core.shared.errors import AppError
from core.shared.text import is_blank, is_phone

ARROW = "> "


def section(key: str, **args: str | int) -> None:
    """Say what begins something new, below a blank line."""
    typer.echo()
    say(key, **args)


def ask(prompt: str = ARROW, *, hidden: bool = False) -> str:
    """Return the line that was typed, without what surrounds it; raises AppError("setup-no-more-answers")."""
    try:
        if hidden and sys.stdin.isatty():
            return getpass.getpass(prompt).strip()
        return input(prompt).strip()
    except EOFError:
        typer.echo()
        raise AppError("setup-no-more-answers") from None


def ask_name(limit: int, *, empty: bool = False) -> str:
    """Return a line that can be read and stored; with `empty`, Enter alone will do."""
    while True:
        typed = ask()
        if empty and not typed:
            return ""
        if is_blank(typed):
            say("cli-setup-empty")
        elif len(typed) > limit:
            say("cli-setup-long", limit=limit)
        elif "\ufffd" in typed or any(unicodedata.category(char) in {"Cc", "Cs"} for char in typed):
            say("cli-setup-garbled")
        else:
            return typed


def ask_phone(limit: int) -> str:
    """Return what can be dialled, or nothing where Enter alone was pressed."""
    while True:
        typed = ask_name(limit, empty=True)
        if not typed or is_phone(typed):
            return typed
        say("cli-setup-no-phone")


def choose(options: Sequence[str], *, preferred: int = 1) -> int:
    """Let one of `options` be chosen by its number, the preferred one by Enter alone; return its number."""
    for number, option in enumerate(options, 1):
        typer.echo(f"  {number}  {option}")
    while True:
        typed = ask(f"[{preferred}] {ARROW}")
        if not typed:
            return preferred
        number = int(typed) if typed.isdecimal() else 0
        if 1 <= number <= len(options):
            return number
        say("cli-setup-number", count=len(options), preferred=preferred)
