import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import typer

from bot.adapters.calendar import KnownCalendar
from bot.calendar_file import SPAN, CalendarFileError, read_calendar
from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import complain, say, words
from bot.trace import trace_to
from core.shared.calendar import ArrangedDay, Off
from core.shared.language import Language
from locales.catalogue import default_catalogue

FRIDAY = 5


async def import_calendar(settings: Settings, file: Path, *, preview: bool) -> int:
    """Take the file in whole and compute open dates anew, or say all that is wrong with it; return the exit code."""
    try:
        days = read_calendar(file)
    except CalendarFileError as error:
        for problem in error.problems:
            if problem.line:
                complain("cli-calendar-problem", line=problem.line, problem=problem.text)
            else:
                complain("cli-calendar-problem-whole", problem=problem.text)
        complain("cli-calendar-nothing", count=len(error.problems))
        return 1
    await require_schema(settings.database_url)
    if settings.trace_file is not None:
        trace_to(settings.trace_file)
    async with open_foundation(settings) as ground:
        await ground.calendar.refresh()
        slugs = _slugs(ground.calendar)
        named = [ArrangedDay(day=each.day, kind=each.kind, name=slugs.get(each.name, each.name)) for each in days]
        for year in sorted({each.day.year for each in named}):
            theirs = [each for each in named if each.day.year == year]
            off = sum(each.kind is Off.HOLIDAY for each in theirs)
            changed = _changes(ground.calendar, {each.day: each for each in theirs}, year)
            say("cli-calendar-year", year=str(year), off=off, worked=len(theirs) - off, changed=changed)
        if preview:
            say("cli-calendar-preview")
            return 0
        async with ground.uow() as uow:
            new = await uow.calendar.replace(named)
            await uow.commit()
        moved = await ground.follow_calendar().moved()
    say("cli-calendar-done" if new else "cli-calendar-same", moved=moved)
    return 0


def _slugs(calendar: KnownCalendar) -> dict[str, str]:
    """Return the names that are said in every language, however a file calls them."""
    catalogue, called = default_catalogue(), calendar.library.names()
    names = {catalogue.format(f"holiday-{slug}", {}, language): slug for slug in called for language in Language}
    return names | {name: slug for slug, name in called.items()}


def _changes(before: KnownCalendar, after: dict[date, ArrangedDay], year: int) -> int:
    """Count the days that were a working day until now and are none any more, or the other way round."""

    def works(day: date) -> bool:
        arranged = after.get(day)
        return day.isoweekday() <= FRIDAY if arranged is None else arranged.kind is Off.WORKDAY

    return sum(works(day) != before.is_workday(day) for day in _year(year))


async def show_calendar(settings: Settings, year: int) -> None:
    """Print a year as `import` reads it, so that it can be changed and imported again."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        calendar = ground.calendar
        await calendar.refresh()
        async with ground.uow.reading() as uow:
            imported = year in (await uow.calendar.arrangement()).years
    if not calendar.knows(year):
        say("cli-calendar-unknown", year=str(year))
        return
    names = calendar.library.names()
    typer.echo("# " + words("cli-calendar-from-file" if imported else "cli-calendar-from-library", year=str(year)))
    typer.echo("day,kind,name")
    for first, last, kind, name in _lines(calendar, year):
        span = first.isoformat() if first == last else f"{first.isoformat()}{SPAN}{last.isoformat()}"
        csv.writer(sys.stdout, lineterminator="\n").writerow([span, kind, names.get(name, name)])


def _lines(calendar: KnownCalendar, year: int) -> Iterator[tuple[date, date, Off, str]]:
    """Return the days that are not as their weekday says, those of one holiday together."""
    line: tuple[date, date, Off, str] | None = None
    for day in _year(year):
        works, name = calendar.is_workday(day), calendar.holiday(day)
        if works == (day.isoweekday() <= FRIDAY) and not name:
            continue
        kind = Off.WORKDAY if works else Off.HOLIDAY
        if line and (line[1], *line[2:]) == (day - timedelta(days=1), kind, name):
            line = (line[0], day, kind, name)
            continue
        if line:
            yield line
        line = (day, day, kind, name)
    if line:
        yield line


def _year(year: int) -> Iterator[date]:
    return (date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days))
