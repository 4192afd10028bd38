import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.roster_file import read_roster
from bot.terminal import complain, listed, say, words
from core.people.importing import ImportRoster, RosterPlan
from core.people.model import RosterEntry, Unit
from core.people.roster_file import LineTrouble, RosterColumn
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import UnitId
from core.shared.text import fold, one_line

NAMED = 20
"""Of a list that many are named; the others are counted."""
TEMPLATE = (
    RosterColumn.NAME,
    RosterColumn.PHONE,
    RosterColumn.HOME,
    RosterColumn.HOUSEHOLD,
    RosterColumn.UNIT,
    RosterColumn.ROLES,
    RosterColumn.WEIGHT,
)
_COMPUTED = ("=", "+", "-", "@")


async def import_roster(settings: Settings, file: Path, unit: str, *, yes: bool) -> bool:
    """Show what is wrong, then what would change; write when told to. False where nothing was, and should have been.

    Raises DomainError("roster-…"), NotFoundError("unit-unknown"), ConflictError("roster-changed").
    """
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        async with ground.uow.reading() as uow:
            units = await uow.units.all()
        if unit and unit not in {each.name for each in units}:
            raise NotFoundError("unit-unknown", name=unit)
        reading = read_roster(file, units, unit)
        _show_troubles(reading.troubles)
        if fatal := sum(trouble.fatal for trouble in reading.troubles):
            complain("cli-roster-refused", count=fatal)
            return False
        use = ImportRoster(uow=ground.uow, clock=ground.clock, ids=ground.ids, secrets=ground.secrets)
        plan = await use.plan(reading.lines)
        _show_plan(plan, {each.id: each.name for each in units})
        if plan.nothing:
            say("cli-roster-nothing")
            return True
        if not yes and not _agreed():
            say("cli-roster-left")
            return False
        await use(reading.lines, plan)
    say("cli-roster-done")
    return True


def _agreed() -> bool:
    if not sys.stdin.isatty():
        complain("cli-roster-needs-yes")
        return False
    return typer.confirm(words("cli-roster-sure"))


def _show_troubles(troubles: Sequence[LineTrouble]) -> None:
    for trouble in troubles[:NAMED]:
        mark = words("cli-roster-wrong" if trouble.fatal else "cli-roster-note")
        what = words(f"cli-roster-{trouble.trouble}", value=trouble.value, other=trouble.other)
        say("cli-roster-line", mark=mark, line=trouble.line, what=what)
    if len(troubles) > NAMED:
        say("cli-roster-more", count=len(troubles) - NAMED)


def _show_plan(plan: RosterPlan, units: dict[UnitId, str]) -> None:
    say(
        "cli-roster-plan",
        units=listed(plan.units),
        new=len(plan.new),
        changed=len(plan.changed),
        gone=len(plan.gone),
        same=plan.same,
    )
    _name("cli-roster-new", [entry.name for entry in plan.new])
    _name("cli-roster-changed", [now.name for _, now in plan.changed])
    _name("cli-roster-moved", [f"{now.name}→{units[now.unit_id]}" for _, now in plan.moved])
    _name("cli-roster-gone", [entry.name for entry in plan.gone])
    _name("cli-roster-bound-gone", [entry.name for entry in plan.bound_gone])


def _name(key: str, names: Sequence[str]) -> None:
    if names:
        more = max(len(names) - NAMED, 0)
        say(key, names=listed(one_line(name) for name in names[:NAMED]), more=more)


def write_template(file: Path) -> None:
    """Write an empty roster with its headings and one line to go by. Raises DomainError("roster-template")."""
    if file.suffix.lower() != ".xlsx":
        raise DomainError("roster-template-name")
    import openpyxl  # noqa: PLC0415 - only here

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([words(f"roster-column-{column}").split("|")[0] for column in TEMPLATE])
    sheet.append([words(f"cli-roster-example-{column}") for column in TEMPLATE])
    for row in sheet.iter_rows(min_row=1, max_row=2000, min_col=2, max_col=2):
        row[0].number_format = "@"  # text: a spreadsheet makes a number of a phone otherwise
    for column in "ABCDEFG":
        sheet.column_dimensions[column].width = 20
    try:
        with file.open("xb") as new:
            book.save(new)
    except OSError:
        raise DomainError("roster-template", file=file.name) from None
    say("cli-roster-template", file=str(file))


async def list_roster(settings: Settings, *, problems: bool) -> None:
    """Count the people of each unit; with `problems`, name those whom something is in the way of."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground, ground.uow.reading() as uow:
        units, everybody = await uow.units.all(), await uow.roster.everybody()
    if not everybody:
        say("cli-roster-none")
    elif problems:
        found = list(_problems(everybody))
        names = {unit.id: unit.name for unit in units}
        for key, entry in found:
            say("cli-roster-problem", name=one_line(entry.name), unit=names[entry.unit_id], what=words(key))
        say("cli-roster-problems", count=len(found))
    else:
        for unit in units:
            _count(unit, [entry for entry in everybody if entry.unit_id == unit.id])


def _count(unit: Unit, people: Sequence[RosterEntry]) -> None:
    here = [entry for entry in people if entry.here]
    bound = sum(entry.resident_id is not None for entry in here)
    say("cli-roster-unit", unit=unit.name, count=len(here), bound=bound, gone=len(people) - len(here))


def _problems(everybody: Sequence[RosterEntry]) -> Iterator[tuple[str, RosterEntry]]:
    here = [entry for entry in everybody if entry.here]
    phones = Counter(entry.phone_hash for entry in here if entry.phone_hash)
    people = Counter((fold(entry.name), entry.unit_id, entry.household, entry.building, entry.room) for entry in here)
    for entry in everybody:
        if not entry.here:
            if entry.resident_id is not None:
                yield "cli-roster-is-gone-bound", entry
            continue
        if entry.phone_hash is None:
            yield "cli-roster-is-without-phone", entry
        elif phones[entry.phone_hash] > 1:
            yield "cli-roster-is-sharing", entry
        if people[fold(entry.name), entry.unit_id, entry.household, entry.building, entry.room] > 1:
            yield "cli-roster-is-twice", entry
        if not (entry.household or entry.building or entry.room):
            yield "cli-roster-is-without-home", entry
        if entry.name.startswith(_COMPUTED):
            yield "cli-roster-is-formula", entry
