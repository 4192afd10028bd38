import asyncio
from pathlib import Path

import typer

from bot.adapters.papers import read_table
from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import complain, say, spoken
from core.duty import lists
from core.duty.usecases import ImportRota
from core.shared.errors import DomainError
from locales.catalogue import default_catalogue
from locales.render import Renderer


async def import_duty(settings: Settings, file: Path, *, unit: str, preview: bool) -> bool:
    """Take the sheet in whole, or say everything that is wrong with it and return False.

    Raises DomainError("duty-file", "duty-no-desk"), NotFoundError("unit-unknown").
    """
    table = read_table(file.name, await asyncio.to_thread(file.read_bytes))
    if table is None or table.cut:
        raise DomainError("duty-file")
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        plan = await ImportRota(uow=ground.uow, clock=ground.clock)(unit, table.rows, preview=preview)
        renderer = Renderer(default_catalogue(), settings.zone, ground.clock.now)
    for line in lists.plan(plan).spec.more:
        typer.echo(renderer.plain(line.key, line.args, spoken()))
    if plan.problems:
        complain("cli-duty-wrong", count=len(plan.problems))
        return False
    say("cli-duty-preview" if preview else "cli-duty-done", count=len(plan.slots))
    return True
