"""Ballots as the community describes them: taken in whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.ballots.access import downwards
from core.ballots.model import Ballot, BallotState
from core.ballots.paper import Paper
from core.ballots.rules import freeze
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import BallotId, IdSource
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRow:
    """One ballot as a file says it; `unit` is the unit's name."""

    unit: str
    slug: str
    paper: Paper
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of a row: `change` is "new", "changed" or "same"; `seats` as the roster is today."""

    row: BallotRow
    ballot: Ballot
    change: str
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadBallots:
    """One transaction for the whole file. What has been proposed is not changed any more."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, rows: Sequence[BallotRow], *, preview: bool = False) -> list[Loaded]:
        """With `preview` all is done as it would be, and nothing is kept.

        Raises NotFoundError("unit-unknown", name=…), DomainError("ballot-late", "ballot-fixed", "ballot-roll-small",
        "ballot-class-small").
        """
        async with self.uow() as uow:
            loaded = [await self._load(uow, row) for row in rows]
            if not preview:
                await uow.commit()
        return loaded

    async def _load(self, uow: UnitOfWork, row: BallotRow) -> Loaded:
        unit = await uow.units.by_name(row.unit)
        if unit is None:
            raise NotFoundError("unit-unknown", name=row.unit)
        if row.closes_at <= self.clock.now():
            raise DomainError("ballot-late", name=row.slug)
        voters = freeze(row.paper, await uow.roster.of_units(await downwards(uow, unit.id)))
        seats = len({voter.seat for voter in voters})
        there = await uow.ballots.find(unit.id, row.slug)
        paper = row.paper if there is None else replace(row.paper, about=there.paper.about)
        given = {"paper": paper, "opens_at": row.opens_at, "closes_at": row.closes_at}
        if there is None:
            ballot = Ballot(id=BallotId(self.ids.new()), unit_id=unit.id, slug=row.slug, **given)  # type: ignore[arg-type] # of one kind each
            uow.ballots.add(ballot)
            change = "new"
        elif replace(there, **given) == there:  # type: ignore[arg-type] # of one kind each
            return Loaded(row=row, ballot=there, change="same", seats=seats)
        elif there.state is not BallotState.DRAFT:
            raise DomainError("ballot-fixed", name=row.slug)
        else:
            ballot = replace(there, version=there.version + 1, **given)  # type: ignore[arg-type] # of one kind each
            await uow.ballots.save(ballot)
            change = "changed"
        uow.audit.record(f"ballot.{change}", "operator", ballot.id, at=self.clock.now())
        return Loaded(row=row, ballot=ballot, change=change, seats=seats)
