from collections.abc import Sequence
from datetime import time

import typer

from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import open_foundation
from bot.terminal import listed, say, words
from core.people.model import Purpose, StaffChat, Unit
from core.people.units import UnitPlan
from core.petitions.kinds import TEAMS_OF_CHATS
from core.routing.model import Team
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import UnitId
from core.shared.office import OfficeHours
from core.shared.periods import Weekly


async def show_tree(settings: Settings) -> None:
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground, ground.uow() as uow:
        units = await uow.units.all()
        chats = await uow.staff_chats.all()
    if not units:
        say("cli-unit-none")
        return
    for line in tree_lines(units, chats):
        typer.echo(line)


def tree_lines(units: Sequence[Unit], chats: Sequence[StaffChat]) -> list[str]:
    """One line a unit, children below their parent, staff chats below their unit."""
    lines: list[str] = []

    def walk(parent: UnitId | None, depth: int) -> None:
        for unit in (each for each in units if each.parent_id == parent):
            level = words(f"cli-level-{unit.level}")
            lines.append("    " * depth + words("cli-unit-line", name=unit.name, level=level, invite=unit.invite))
            for chat in (each for each in chats if each.unit_id == unit.id):
                named = [words(f"cli-purpose-{purpose}") for purpose in sorted(chat.purposes)]
                purposes = listed([*named, *(words(f"team-{team}") for team in sorted(chat.teams))])
                lines.append("    " * depth + words("cli-unit-chat", title=chat.title, purposes=purposes))
            walk(unit.id, depth + 1)

    walk(None, 0)
    return lines


async def add_unit(settings: Settings, plan: UnitPlan) -> None:
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        unit = await ground.add_unit()(plan)
    say("cli-unit-added", name=unit.name, invite=unit.invite)


async def issue_code(
    settings: Settings, name: str, purpose: Purpose, *, team: Team | None = None, replaces: bool = False
) -> None:
    """Print a code; with a `team` the group is that service team's. Raises DomainError("bind-team-which")."""
    if (team is not None and (purpose is not Purpose.TEAM or team not in TEAMS_OF_CHATS)) or (
        team is None and purpose is Purpose.TEAM
    ):
        raise DomainError("bind-team-which", teams=", ".join(TEAMS_OF_CHATS))
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        async with ground.uow() as uow:
            unit = await uow.units.by_name(name)
        if unit is None:
            raise NotFoundError("unit-unknown", name=name)
        code = await ground.issue_bind_code()(unit.id, purpose, team=team or "", replaces=replaces)
    what = words(f"cli-purpose-{purpose}") if team is None else words(f"team-{team}")
    say("cli-unit-bind", name=unit.name, purpose=what, code=code)


async def set_hours(settings: Settings, name: str, hours: str) -> None:
    """Let a unit have office hours of its own, or with "" those of the unit above; raises DomainError("unit-hours")."""
    try:
        written = OfficeHours.read(hours).write() if hours.strip() else ""
    except ValueError as error:
        raise DomainError("unit-hours", part=str(error)) from error
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground, ground.uow() as uow:
        unit = await uow.units.by_name(name)
        if unit is None:
            raise NotFoundError("unit-unknown", name=name)
        await uow.calendar.set_hours(unit.id, written)
        await uow.commit()
    say("cli-unit-hours-set" if written else "cli-unit-hours-above", name=unit.name, hours=written)


async def set_digest(settings: Settings, name: str, when: tuple[int, str] | None) -> None:
    """`when`: the day of the week as ISO counts it, and a local time. Raises DomainError("unit-digest-time")."""
    schedule = None
    if when is not None:
        try:
            schedule = Weekly(when[0], time.fromisoformat(when[1]).replace(second=0, microsecond=0, tzinfo=None))
        except ValueError as error:
            raise DomainError("unit-digest-time") from error
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        async with ground.uow() as uow:
            unit = await uow.units.by_name(name)
        if unit is None:
            raise NotFoundError("unit-unknown", name=name)
        await ground.set_weekly()(unit, schedule)
    if schedule is None:
        say("cli-unit-digest-off", name=unit.name)
    else:
        say("cli-unit-digest", name=unit.name, day=schedule.weekday, at=f"{schedule.at:%H:%M}")
