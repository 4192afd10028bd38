"""`linli roster`: who lives here, from the committee's own file."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words

roster_app = typer.Typer(
    help=words("cli-help-roster"), no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@roster_app.command("import", help=words("cli-help-roster-import"))
def roster_import(
    file: Annotated[Path, typer.Argument(help=words("cli-help-roster-file"), exists=True, dir_okay=False)],
    yes: Annotated[bool, typer.Option("--yes", help=words("cli-help-roster-yes"))] = False,
    unit: Annotated[str, typer.Option(help=words("cli-help-roster-unit"))] = "",
) -> None:
    from bot.commands.roster import import_roster  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    if not asyncio.run(import_roster(load_settings(), file, unit.strip(), yes=yes)):
        raise typer.Exit(1)


@roster_app.command("template", help=words("cli-help-roster-template"))
def roster_template(file: Annotated[Path, typer.Argument(help=words("cli-help-roster-template-file"))]) -> None:
    from bot.commands.roster import write_template  # noqa: PLC0415 - brings SQLAlchemy

    write_template(file)


@roster_app.command("list", help=words("cli-help-roster-list"))
def roster_list(
    problems: Annotated[bool, typer.Option("--problems", help=words("cli-help-roster-problems"))] = False,
) -> None:
    from bot.commands.roster import list_roster  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see roster_import

    quiet_logging()
    asyncio.run(list_roster(load_settings(), problems=problems))
