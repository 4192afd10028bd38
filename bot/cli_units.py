"""`linli unit`: the tree of units, their groups, and when they have their digest."""

import asyncio
from typing import Annotated

import typer

from bot.redaction import quiet_logging
from bot.terminal import words
from core.people.model import Level, Purpose
from core.routing.model import Team

unit_app = typer.Typer(help=words("cli-help-unit"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@unit_app.command("tree", help=words("cli-help-unit-tree"))
def unit_tree() -> None:
    from bot.commands.unit import show_tree  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(show_tree(load_settings()))


@unit_app.command("add", help=words("cli-help-unit-add"))
def unit_add(
    name: Annotated[str, typer.Argument(help=words("cli-help-unit-name"))],
    level: Annotated[Level, typer.Option(help=words("cli-help-unit-level"))],
    parent: Annotated[str, typer.Option(help=words("cli-help-unit-parent"))] = "",
    office: Annotated[str, typer.Option(help=words("cli-help-unit-office"))] = "",
    phone: Annotated[str, typer.Option(help=words("cli-help-unit-phone"))] = "",
    hours: Annotated[str, typer.Option(help=words("cli-help-unit-hours"))] = "",
) -> None:
    from bot.commands.unit import add_unit  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text
    from core.people.units import UnitPlan  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    plan = UnitPlan(name=name.strip(), level=level, parent=parent.strip(), office=office, phone=phone, hours=hours)
    asyncio.run(add_unit(load_settings(), plan))


@unit_app.command("bind", help=words("cli-help-unit-bind"))
def unit_bind(
    name: Annotated[str, typer.Argument(help=words("cli-help-unit-name"))],
    purpose: Annotated[Purpose, typer.Option(help=words("cli-help-unit-purpose"))] = Purpose.DESK,
    team: Annotated[Team | None, typer.Option(help=words("cli-help-unit-team"))] = None,
    replace: Annotated[bool, typer.Option("--replace", help=words("cli-help-unit-replace"))] = False,
) -> None:
    from bot.commands.unit import issue_code  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(issue_code(load_settings(), name.strip(), purpose, team=team, replaces=replace))


@unit_app.command("hours", help=words("cli-help-unit-set-hours"))
def unit_hours(
    name: Annotated[str, typer.Argument(help=words("cli-help-unit-name"))],
    hours: Annotated[str, typer.Argument(help=words("cli-help-unit-office-hours"))] = "",
) -> None:
    from bot.commands.unit import set_hours  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(set_hours(load_settings(), name.strip(), hours))


@unit_app.command("digest", help=words("cli-help-unit-digest"))
def unit_digest(
    name: Annotated[str, typer.Argument(help=words("cli-help-unit-name"))],
    day: Annotated[int, typer.Option(min=1, max=7, help=words("cli-help-unit-digest-day"))] = 5,
    at: Annotated[str, typer.Option(help=words("cli-help-unit-digest-at"))] = "18:00",
    off: Annotated[bool, typer.Option("--off", help=words("cli-help-unit-digest-off"))] = False,
) -> None:
    from bot.commands.unit import set_digest  # noqa: PLC0415 - brings SQLAlchemy
    from bot.config import load_settings  # noqa: PLC0415 - pydantic takes longer than the help text

    quiet_logging()
    asyncio.run(set_digest(load_settings(), name.strip(), None if off else (day, at)))
