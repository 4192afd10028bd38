"""`linli days`: series from a file, and what has been made of them."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words

days_app = typer.Typer(help=words("cli-help-days"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@days_app.command("import", help=words("cli-help-days-import"))
def days_import(
    file: Annotated[Path, typer.Argument(help=words("cli-help-days-file"), exists=True, dir_okay=False)],
    preview: Annotated[bool, typer.Option("--preview", help=words("cli-help-days-preview"))] = False,
) -> None:
    from bot.commands.days import import_days  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(import_days(load_settings(), file, preview=preview))


@days_app.command("list", help=words("cli-help-days-list"))
def days_list() -> None:
    from bot.commands.days import list_days  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see days_import

    quiet_logging()
    asyncio.run(list_days(load_settings()))
