"""`linli ballot verify FILE`: needs no database and no settings, and nothing of the code that counted."""

from pathlib import Path

import typer

from bot.recount import NoListError, recount
from bot.terminal import say, words


def verify_ballot(file: Path, receipt: str) -> int:
    """Say what a recount gives; return 1 where the file says otherwise, is none, or lacks the receipt."""
    try:
        found = recount(file.read_text(encoding="utf-8"), receipt)
    except (OSError, UnicodeDecodeError, NoListError):
        say("cli-verify-no-file", file=file.name)
        return 1
    say("cli-verify-head", title=_plain(found["title"]), cast=found["cast"], seats=found["seats"])
    for subject in found["subjects"]:
        for dimension, tally in subject["dimensions"].items():
            parts = words("cli-between").join(f"{words(f'grade-{grade}')} {count}" for grade, count in tally.items())
            name = _plain(found["names"][subject["key"]])
            say("cli-verify-line", name=name, dimension=words(f"dimension-{dimension}"), tally=parts)
    for each in found["differs"]:
        typer.echo(f"✗ {_plain(each)}")
    say("cli-verify-differs" if found["differs"] else "cli-verify-agrees", count=len(found["differs"]))
    say("cli-verify-seal", seal=found["seal"])
    if receipt:
        say("cli-verify-receipt-in" if found["receipt"] else "cli-verify-receipt-missing")
    return 1 if found["differs"] or (receipt and not found["receipt"]) else 0


def _plain(text: str) -> str:
    """Leave out what a file from anywhere could command the terminal with."""
    return "".join(char if char.isprintable() else "?" for char in text)
