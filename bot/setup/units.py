"""The second step: a database, and a community in it."""

import asyncio
from collections.abc import Sequence

import typer

from bot.commands.database import migrate_database, prepare_schema, schema_state
from bot.commands.unit import tree_lines
from bot.config import Settings
from bot.foundation import open_foundation
from bot.setup.asking import ask_name, ask_phone, choose, section
from bot.terminal import say, words
from core.people.model import Level, StaffChat, Unit
from core.people.units import UnitPlan
from core.shared.errors import StorageError

NAME, PHONE = 100, 60
"""Characters; more is a slip of the hand."""


def settle_database(url: str) -> None:
    """Bring the database up: an embedded one by ourselves, a server's after asking.

    Raises StorageError("schema-behind") when that is declined.
    """
    now, wanted = asyncio.run(schema_state(url))
    if url.startswith("sqlite") or now == wanted:
        asyncio.run(prepare_schema(url))
        return
    say("cli-setup-migrate")
    if choose([words("cli-setup-migrate-yes"), words("cli-setup-migrate-no")]) != 1:
        raise StorageError("schema-behind")
    asyncio.run(migrate_database(url))


def settle_units(settings: Settings) -> None:
    """Show what units there are; ask for a community only where there is none."""
    units, chats = asyncio.run(read_units(settings))
    if units:
        section("cli-setup-units")
        for line in tree_lines(units, chats):
            typer.echo(f"  {line}")
        return
    section("cli-setup-community")
    name = ask_name(NAME)
    say("cli-setup-phone", name=name)
    phone = ask_phone(PHONE)
    unit = asyncio.run(_add(settings, UnitPlan(name=name, level=Level.COMMUNITY, phone=phone)))
    say("cli-setup-community-added", name=unit.name)


async def read_units(settings: Settings) -> tuple[Sequence[Unit], Sequence[StaffChat]]:
    async with open_foundation(settings) as ground, ground.uow() as uow:
        return await uow.units.all(), await uow.staff_chats.all()


async def _add(settings: Settings, plan: UnitPlan) -> Unit:
    async with open_foundation(settings) as ground:
        return await ground.add_unit()(plan)
