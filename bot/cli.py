"""`linli`: a thin edge like any other. Each command imports what it needs when it runs, so that help is instant."""

import asyncio
import gc
import os
import sys
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli_audit import audit_app
from bot.cli_ballots import ballot_app
from bot.cli_calendar import calendar_app
from bot.cli_days import days_app
from bot.cli_duty import duty_app, who_app
from bot.cli_export import export_app
from bot.cli_roster import roster_app
from bot.cli_units import unit_app
from bot.redaction import quiet_logging
from bot.terminal import complain, prepare_streams, sentence_of, words
from core.shared.errors import AppError
from core.shared.language import Language

BAD_SETTINGS = 2
DEMO_PORT = 8090

_plain: dict[str, Any] = {"no_args_is_help": True, "add_completion": False, "rich_markup_mode": None}
app = typer.Typer(help=words("cli-help"), pretty_exceptions_enable=False, **_plain)
outbox_app = typer.Typer(help=words("cli-help-outbox"), **{**_plain, "no_args_is_help": False})
app.add_typer(unit_app, name="unit")
inbox_app = typer.Typer(help=words("cli-help-inbox"), **{**_plain, "no_args_is_help": False})
app.add_typer(outbox_app, name="outbox")
app.add_typer(inbox_app, name="inbox")
clock_app = typer.Typer(help=words("cli-help-clock"), **_plain)
app.add_typer(clock_app, name="clock")
app.add_typer(days_app, name="days")
app.add_typer(calendar_app, name="calendar")
app.add_typer(duty_app, name="duty")
app.add_typer(who_app, name="who")
app.add_typer(ballot_app, name="ballot")
app.add_typer(audit_app, name="audit")
app.add_typer(export_app, name="export")
app.add_typer(roster_app, name="roster")


def main() -> None:
    """Run a command; an error of ours is one sentence and a non-zero exit code."""
    prepare_streams()
    gc.disable()  # a tenth of a short command's time goes into collecting what importing makes; `_serve` turns it on
    os.umask(0o077)  # databases, keys, files and logs are nobody else's business
    try:
        app(prog_name="linli")
    except AppError as error:
        typer.echo(sentence_of(error), err=True)
        sys.exit(BAD_SETTINGS if type(error).__name__ == "ConfigError" else 1)
    except KeyboardInterrupt:
        sys.exit(130)


def _finish(work: Coroutine[Any, Any, int | None]) -> None:
    code = asyncio.run(work)
    if code:
        raise typer.Exit(code)


def _serve(*parts: str) -> None:
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text
    from bot.logs import configure_logging  # noqa: PLC0415 - same
    from bot.models import import_aiogram  # noqa: PLC0415 - same
    from bot.trace import trace_to  # noqa: PLC0415 - same

    settings = load_settings()
    settings.token()
    configure_logging(settings.log_format, secrets=settings.secrets())
    if settings.trace_file is not None:
        trace_to(settings.trace_file)

    async def work() -> None:
        from bot.commands.database import prepare_schema  # noqa: PLC0415 - brings SQLAlchemy

        await prepare_schema(settings.database_url)
        import_aiogram()
        from bot.app import run  # noqa: PLC0415 - brings both Telegram libraries

        gc.freeze()
        gc.enable()
        await run(settings, parts=set(parts))

    _finish(work())


@app.command(help=words("cli-help-demo"))
def demo(
    port: Annotated[int, typer.Option(help=words("cli-help-demo-port"), min=0, max=65535)] = DEMO_PORT,
    keep: Annotated[bool, typer.Option("--keep", help=words("cli-help-demo-keep"))] = False,
    browser: Annotated[bool, typer.Option(help=words("cli-help-demo-browser"))] = True,
) -> None:
    from bot.demo.demo import play  # noqa: PLC0415 - brings aiohttp and SQLAlchemy

    quiet_logging()
    gc.enable()
    _finish(play(port=port, keep=keep, browser=browser))


@app.command(help=words("cli-help-setup"))
def setup(
    language: Annotated[Language | None, typer.Option(help=words("cli-help-setup-language"))] = None,
) -> None:
    from bot.models import import_aiogram  # noqa: PLC0415 - see _serve

    import_aiogram()
    from bot.setup.flow import set_up  # noqa: PLC0415 - brings aiogram

    quiet_logging()
    gc.enable()
    code = set_up(language)
    if code:
        raise typer.Exit(code)


@app.command(help=words("cli-help-run"))
def run() -> None:
    _serve("serve", "deliver", "schedule")


@app.command(help=words("cli-help-serve"))
def serve() -> None:
    _serve("serve")


@app.command(help=words("cli-help-deliver"))
def deliver() -> None:
    _serve("deliver")


@app.command(help=words("cli-help-schedule"))
def schedule() -> None:
    from bot.commands.database import prepare_schema  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve
    from bot.jobs.board import schedule as keep  # noqa: PLC0415 - brings SQLAlchemy and APScheduler
    from bot.logs import configure_logging  # noqa: PLC0415 - see _serve

    settings = load_settings()
    configure_logging(settings.log_format, secrets=settings.secrets())

    async def work() -> None:
        await prepare_schema(settings.database_url)
        gc.enable()
        await keep(settings)

    _finish(work())


@app.command(help=words("cli-help-migrate"))
def migrate() -> None:
    from bot.commands.database import migrate_database  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(migrate_database(load_settings().database_url))


@app.command(help=words("cli-help-check"))
def check() -> None:
    from bot.models import import_aiogram  # noqa: PLC0415 - see _serve

    import_aiogram()
    from bot.commands.check import check_everything  # noqa: PLC0415 - brings aiogram
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(check_everything(load_settings(), os.environ))


@app.command(help=words("cli-help-seed"))
def seed(
    file: Annotated[Path | None, typer.Argument(help=words("cli-help-seed-file"), exists=True, dir_okay=False)] = None,
    chats: Annotated[Path | None, typer.Option(help=words("cli-help-seed-chats"), exists=True, dir_okay=False)] = None,
) -> None:
    from bot.commands.seed import seed_database  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(seed_database(load_settings(), file, chats))


@app.command(help=words("cli-help-route"))
def route(
    texts: Annotated[list[str] | None, typer.Argument(help=words("cli-help-route-texts"), metavar="[TEXT...]")] = None,
    file: Annotated[Path | None, typer.Option("--tsv", help=words("cli-help-route-tsv"), metavar="FILE")] = None,
    day: Annotated[str, typer.Option("--today", help=words("cli-help-route-today"), metavar="YYYY-MM-DD")] = "",
) -> None:
    from bot.commands.route import run as run_route  # noqa: PLC0415 - reads the lexicon's code
    from bot.commands.route import today_of  # noqa: PLC0415 - same
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    run_route(texts or [], file, today_of(day, datetime.now(load_settings().zone).date()))


@clock_app.command("shift", help=words("cli-help-clock-shift"), context_settings={"ignore_unknown_options": True})
def clock_shift(
    seconds: Annotated[int, typer.Argument(help=words("cli-help-clock-seconds"), metavar="SECONDS")],
) -> None:
    from bot.commands.clock import shift_clock  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(shift_clock(load_settings(), seconds))


@outbox_app.callback(invoke_without_command=True)
def outbox(context: typer.Context) -> None:
    """List, when nothing else is asked for."""
    if context.invoked_subcommand is None:
        outbox_list()


@outbox_app.command("list", help=words("cli-help-outbox-list"))
def outbox_list() -> None:
    from bot.commands.outbox import show_outbox  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(show_outbox(load_settings()))


@outbox_app.command("revive", help=words("cli-help-outbox-revive"))
def outbox_revive(
    rows: Annotated[list[int], typer.Argument(help=words("cli-help-outbox-rows"), metavar="ID...")],
) -> None:
    from bot.commands.outbox import revive  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    if not rows:
        complain("cli-outbox-which")
        raise typer.Exit(1)
    _finish(revive(load_settings(), rows))


@inbox_app.callback(invoke_without_command=True)
def inbox(context: typer.Context) -> None:
    """List, when nothing else is asked for."""
    if context.invoked_subcommand is None:
        inbox_list()


@inbox_app.command("list", help=words("cli-help-inbox-list"))
def inbox_list() -> None:
    from bot.commands.inbox import show_parked  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(show_parked(load_settings()))


@inbox_app.command("retry", help=words("cli-help-inbox-retry"))
def inbox_retry(
    incidents: Annotated[list[str], typer.Argument(help=words("cli-help-inbox-incidents"), metavar="NUMBER...")],
) -> None:
    from bot.commands.inbox import retry  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - see _serve

    quiet_logging()
    _finish(retry(load_settings(), incidents))
