from pathlib import Path

import typer

from bot.ballot_file import read_ballots
from bot.commands.database import require_schema
from bot.config import Settings
from bot.foundation import Foundation, open_foundation
from bot.recount import as_csv as csv_of
from bot.terminal import say, words
from core.ballots.model import Ballot, BallotState
from core.ballots.published import published_file
from core.ballots.usecases.supervision import sheet_of
from core.shared.errors import DomainError, NotFoundError


async def load_ballots(settings: Settings, file: Path, *, preview: bool) -> None:
    """Take the file in whole, or say what is wrong with it; raises DomainError("ballot-file", …), NotFoundError."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        rows = await read_ballots(file, settings.zone, ground.blobs)
        loaded = await ground.load_ballots()(rows, preview=preview)
    for each in loaded:
        paper = each.row.paper
        say(
            "cli-ballot-line",
            name=each.row.slug,
            unit=each.row.unit,
            title=paper.title,
            kind=words(f"ballot-kind-{paper.kind}"),
            change=words(f"cli-ballot-{each.change}"),
            subjects=len(paper.subjects),
            seats=each.seats,
            opens=_minute(each.row.opens_at.astimezone(settings.zone).isoformat()),
            closes=_minute(each.row.closes_at.astimezone(settings.zone).isoformat()),
        )
    say("cli-ballot-preview" if preview else "cli-ballot-done", count=len(loaded))


async def list_ballots(settings: Settings) -> None:
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        found = await _all(ground)
    for ballot in found:
        say("cli-ballot-row", name=ballot.slug, title=ballot.paper.title, state=words(f"ballot-is-{ballot.state}"))
    if not found:
        say("cli-ballot-none")


async def show_ballot(settings: Settings, name: str) -> None:
    """Say how a ballot stands: turnout while it is open, and never a choice."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        ballot = await _named(ground, name)
        async with ground.uow.reading() as uow:
            sheet = await sheet_of(uow, ballot)
    paper = ballot.paper
    say("cli-ballot-row", name=ballot.slug, title=paper.title, state=words(f"ballot-is-{ballot.state}"))
    say(
        "cli-ballot-sheet",
        unit=sheet.unit,
        kind=words(f"ballot-kind-{paper.kind}"),
        opens=_minute(ballot.opens_at.astimezone(settings.zone).isoformat()),
        closes=_minute(ballot.closes_at.astimezone(settings.zone).isoformat()),
        approved=words("cli-between").join(sheet.approved_by) or "—",
        marks=sheet.marks,
        seats=ballot.seats,
    )
    if ballot.withheld is not None:
        typer.echo(words(f"ballot-withheld-{ballot.withheld}"))


async def cancel_ballot(settings: Settings, name: str) -> None:
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        ballot = await ground.cancel_ballot()(None, (await _named(ground, name)).id)
    say("cli-ballot-cancelled", name=ballot.slug)


async def export_ballot(settings: Settings, name: str, *, as_csv: bool) -> None:
    """Print the published lists; raises NotFoundError("ballot-no-lists") where there are none."""
    await require_schema(settings.database_url)
    async with open_foundation(settings) as ground:
        ballot = await _named(ground, name)
        async with ground.uow.reading() as uow:
            lists = await uow.ballots.lists(ballot.id)
    if lists is None or ballot.state is not BallotState.PUBLISHED:
        raise NotFoundError("ballot-no-lists", name=name)
    text = published_file(ballot, lists)
    typer.echo(csv_of(text) if as_csv else text)


async def _all(ground: Foundation) -> list[Ballot]:
    async with ground.uow.reading() as uow:
        return [*await uow.ballots.of_units([unit.id for unit in await uow.units.all()])]


async def _named(ground: Foundation, name: str) -> Ballot:
    """Return the ballot of that name, or of `<unit>/<name>` where several units have one.

    Raises NotFoundError("ballot-no-such"), DomainError("ballot-of-several").
    """
    unit_name, _, slug = name.rpartition("/")
    async with ground.uow.reading() as uow:
        units = {unit.id: unit.name for unit in await uow.units.all()}
        named = [ballot for ballot in await uow.ballots.of_units([*units]) if ballot.slug == slug]
    found = [ballot for ballot in named if unit_name in {"", units[ballot.unit_id]}]
    if not found:
        raise NotFoundError("ballot-no-such", name=name)
    if len(found) > 1:
        names = words("cli-between").join(f"{units[ballot.unit_id]}/{slug}" for ballot in found)
        raise DomainError("ballot-of-several", names=names)
    return found[0]


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")
