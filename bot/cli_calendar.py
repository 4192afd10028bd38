"""`linli calendar`: public holidays and make-up workdays, by file."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words

_plain = {"no_args_is_help": True, "add_completion": False, "rich_markup_mode": None}
calendar_app = typer.Typer(help=words("cli-help-calendar"), **_plain)  # type: ignore[arg-type] # of several types


@calendar_app.command("import", help=words("cli-help-calendar-import"))
def calendar_import(
    file: Annotated[Path, typer.Argument(help=words("cli-help-calendar-file"), exists=True, dir_okay=False)],
    preview: Annotated[bool, typer.Option("--preview", help=words("cli-help-calendar-preview"))] = False,
) -> None:
    from bot.commands.calendar import import_calendar  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    code = asyncio.run(import_calendar(load_settings(), file, preview=preview))
    if code:
        raise typer.Exit(code)


@calendar_app.command("show", help=words("cli-help-calendar-show"))
def calendar_show(
    year: Annotated[int, typer.Argument(min=2000, max=2100, help=words("cli-help-calendar-year"))],
) -> None:
    from bot.commands.calendar import show_calendar  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(show_calendar(load_settings(), year))
