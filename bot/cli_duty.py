"""`linli duty` and `linli who`: a rota from a sheet, a directory from a file."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words

duty_app = typer.Typer(help=words("cli-help-duty"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@duty_app.callback()
def duty() -> None:
    """Keep the name of the one command there is."""


@duty_app.command("import", help=words("cli-help-duty-import"))
def duty_import(
    file: Annotated[Path, typer.Argument(help=words("cli-help-duty-file"), exists=True, dir_okay=False)],
    unit: Annotated[str, typer.Option("--unit", help=words("cli-help-duty-unit"))] = "",
    preview: Annotated[bool, typer.Option("--preview", help=words("cli-help-days-preview"))] = False,
) -> None:
    from bot.commands.duty import import_duty  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    if not asyncio.run(import_duty(load_settings(), file, unit=unit, preview=preview)):
        raise typer.Exit(1)


who_app = typer.Typer(help=words("cli-help-who"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@who_app.callback()
def who() -> None:
    """Keep the name of the one command there is."""


@who_app.command("import", help=words("cli-help-who-import"))
def who_import(
    file: Annotated[Path, typer.Argument(help=words("cli-help-who-file"), exists=True, dir_okay=False)],
    preview: Annotated[bool, typer.Option("--preview", help=words("cli-help-days-preview"))] = False,
) -> None:
    from bot.commands.who import import_who  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(import_who(load_settings(), file, preview=preview))
