from datetime import timedelta
from pathlib import Path

import typer

from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.series_file import read_series
from bot.terminal import listed, say, words
from core.booking.model import MAX_OPENS
from core.booking.usecases import Taken, TendDays
from core.shared.clock import local_day
from storage.queries.booking import SqlBookingReader

NAMED = 5
"""Dates of a series that are named; the others are counted."""


async def import_days(settings: Settings, file: Path, *, preview: bool) -> None:
    """Take the file in whole, or say what is wrong with it; raises DomainError("days-file"), NotFoundError."""
    rows = read_series(file)
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        await ground.calendar.refresh()
        taken = await ground.import_series()(rows, preview=preview)
        if not preview:  # what can be booked now need not wait until somebody looks
            await TendDays(uow=ground.uow, clock=ground.clock, hour=settings.remind_hour)()
    for each in taken:
        typer.echo(line_of(each))
    say("cli-days-preview" if preview else "cli-days-done", count=len(taken))


def line_of(taken: Taken) -> str:
    """Say what became of a series, and which days were made for it."""
    plan, days = taken.row.plan, list(taken.days)
    return words(
        "cli-days-line",
        name=taken.row.slug,
        unit=taken.row.unit,
        title=plan.title or words(f"day-kind-{plan.kind}"),
        change=words(f"cli-days-{taken.change}"),
        places=sum(len(s.slots()) * s.capacity for s in plan.sessions),
        days=listed(day.isoformat() for day in days[:NAMED]) or "—",
        more=max(len(days) - NAMED, 0),
    )


async def list_days(settings: Settings) -> None:
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        async with ground.uow.reading() as uow:
            units = {unit.id: unit.name for unit in await uow.units.all()}
        today = local_day(ground.clock.now(), ground.clock.zone)
        views = await SqlBookingReader(ground.database).days([*units], today, today + timedelta(days=MAX_OPENS))
    for view in views:
        say(
            "cli-days-row",
            day=view.day.held_on.isoformat(),
            unit=units[view.day.unit_id],
            title=view.day.plan.title or words(f"day-kind-{view.day.plan.kind}"),
            state=words(f"day-is-{view.day.state}"),
            taken=sum(slot.taken for slot in view.slots),
            capacity=sum(slot.capacity for slot in view.slots),
        )
    if not views:
        say("cli-days-none")
