"""Series as the community describes them: taken in whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.booking.model import Plan, Series
from core.booking.usecases.tending import MakeDays
from core.shared.clock import Clock
from core.shared.errors import NotFoundError
from core.shared.ids import IdSource, SeriesId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """One series as a file says it; `unit` is the unit's name."""

    unit: str
    slug: str
    plan: Plan
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a row: `change` is "new", "changed" or "same"; `days` are those made for it now."""

    row: SeriesRow
    change: str
    days: Sequence[date]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSeries:
    """One transaction for the whole file. Days that are there already stay as they are."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    make: MakeDays

    async def __call__(self, rows: Sequence[SeriesRow], *, preview: bool = False) -> list[Taken]:
        """With `preview` all is done as it would be, and nothing is kept.

        Raises NotFoundError("unit-unknown", name=…) for a row whose unit nobody knows.
        """
        async with self.uow() as uow:
            taken = [await self._take(uow, row) for row in rows]
            if not preview:
                await uow.commit()
        return taken

    async def _take(self, uow: UnitOfWork, row: SeriesRow) -> Taken:
        unit = await uow.units.by_name(row.unit)
        if unit is None:
            raise NotFoundError("unit-unknown", name=row.unit)
        there = await uow.series.find(unit.id, row.slug)
        series = Series(
            id=there.id if there else SeriesId(self.ids.new()),
            unit_id=unit.id,
            slug=row.slug,
            plan=row.plan,
            active=row.active,
        )
        change = "new" if there is None else "same" if there == series else "changed"
        if change != "same":
            await uow.series.save(series)
            uow.audit.record(f"series.{change}", "operator", series.id, at=self.clock.now())
        days = await self.make.of(uow, series)
        return Taken(row=row, change=change, days=[day.held_on for day in days])
