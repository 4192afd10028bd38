"""`linli export`: what is known, as files."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words
from core.figures.usecases import Form

export_app = typer.Typer(
    help=words("cli-help-export"), no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@export_app.callback()
def export() -> None:
    """Keep the name of what is exported, though there is but one so far."""


@export_app.command("figures", help=words("cli-help-export-figures"))
def export_figures(
    year: Annotated[int, typer.Option(help=words("cli-help-export-year"), min=2000, max=2999)],
    quarter: Annotated[int, typer.Option(help=words("cli-help-export-quarter"), min=0, max=4)] = 0,
    month: Annotated[int, typer.Option(help=words("cli-help-export-month"), min=0, max=12)] = 0,
    unit: Annotated[str, typer.Option(help=words("cli-help-export-unit"))] = "",
    form: Annotated[Form, typer.Option("--format", help=words("cli-help-export-format"))] = Form.CSV,
    to: Annotated[Path | None, typer.Option("--to", help=words("cli-help-export-to"), dir_okay=False)] = None,
) -> None:
    from bot.commands.export import write_figures  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text
    from core.figures.spans import Span  # noqa: PLC0415 - with the above

    quiet_logging()
    span = Span(year, month=month) if month else Span(year, quarter)
    asyncio.run(write_figures(load_settings(), span, unit, form, to))
