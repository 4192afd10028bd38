"""`linli ballot`: ballots from a file, what has become of them, and a recount by anybody."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words

ballot_app = typer.Typer(
    help=words("cli-help-ballot"), no_args_is_help=True, add_completion=False, rich_markup_mode=None
)
_File = Annotated[Path, typer.Argument(help=words("cli-help-ballot-file"), exists=True, dir_okay=False)]
_Name = Annotated[str, typer.Argument(help=words("cli-help-ballot-name"))]


@ballot_app.command("load", help=words("cli-help-ballot-load"))
def ballot_load(
    file: _File,
    preview: Annotated[bool, typer.Option("--preview", help=words("cli-help-ballot-preview"))] = False,
) -> None:
    from bot.commands.ballots import load_ballots  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(load_ballots(load_settings(), file, preview=preview))


@ballot_app.command("list", help=words("cli-help-ballot-list"))
def ballot_list() -> None:
    from bot.commands.ballots import list_ballots  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see ballot_load

    quiet_logging()
    asyncio.run(list_ballots(load_settings()))


@ballot_app.command("show", help=words("cli-help-ballot-show"))
def ballot_show(name: _Name) -> None:
    from bot.commands.ballots import show_ballot  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see ballot_load

    quiet_logging()
    asyncio.run(show_ballot(load_settings(), name))


@ballot_app.command("cancel", help=words("cli-help-ballot-cancel"))
def ballot_cancel(name: _Name) -> None:
    from bot.commands.ballots import cancel_ballot  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see ballot_load

    quiet_logging()
    asyncio.run(cancel_ballot(load_settings(), name))


@ballot_app.command("export", help=words("cli-help-ballot-export"))
def ballot_export(
    name: _Name, csv: Annotated[bool, typer.Option("--csv", help=words("cli-help-ballot-csv"))] = False
) -> None:
    from bot.commands.ballots import export_ballot  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see ballot_load

    quiet_logging()
    asyncio.run(export_ballot(load_settings(), name, as_csv=csv))


@ballot_app.command("verify", help=words("cli-help-ballot-verify"))
def ballot_verify(
    file: Annotated[Path, typer.Argument(help=words("cli-help-ballot-published"), exists=True, dir_okay=False)],
    receipt: Annotated[str, typer.Option("--receipt", help=words("cli-help-ballot-receipt"))] = "",
) -> None:
    from bot.commands.verify import verify_ballot  # noqa: PLC0415 - only this command needs it

    raise typer.Exit(verify_ballot(file, receipt))
