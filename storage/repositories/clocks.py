from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import delete, insert, select, update

from core.petitions.extension import Extension, ExtensionState
from core.shared.calendar import ArrangedDay, Arrangement, Off
from core.shared.errors import NotFoundError
from core.shared.ids import ExtensionId, PetitionId, UnitId
from storage.tables import calendar_days, calendar_version, office_hours, petition_extensions
from storage.work import Work

_LIVE = (ExtensionState.PROPOSED, ExtensionState.APPROVED)


class SqlCalendarRepository:
    """A year has some forty rows, so all of it is read at once."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def arrangement(self) -> Arrangement:
        version = (await self._work.run(select(calendar_version.c.version))).scalar_one_or_none()
        rows = (await self._work.run(select(calendar_days))).mappings()
        days = [ArrangedDay(day=row["day"], kind=Off(row["kind"]), name=row["name"]) for row in rows]
        return Arrangement(days={each.day: each for each in days}, version=version or 0)

    async def replace(self, days: Sequence[ArrangedDay]) -> bool:
        """The version's row is locked by its change, so of two imports one waits for the other."""
        counted = self._work.insert(calendar_version).values(id=1, version=1)
        more = {"version": calendar_version.c.version + 1}
        await self._work.run(counted.on_conflict_do_update(index_elements=["id"], set_=more))
        years = {each.day.year for each in days}
        before = {day: each for day, each in (await self.arrangement()).days.items() if day.year in years}
        if before == {each.day: each for each in days}:
            less = {"version": calendar_version.c.version - 1}
            await self._work.run(update(calendar_version).values(less))
            return False
        for year in sorted(years):
            in_year = calendar_days.c.day.between(date(year, 1, 1), date(year, 12, 31))
            await self._work.run(delete(calendar_days).where(in_year))
        await self._work.run(insert(calendar_days).values([asdict(each) for each in days]))
        return True

    async def hours(self) -> Mapping[UnitId, str]:
        rows = await self._work.run(select(office_hours))
        return {UnitId(row.unit_id): row.hours for row in rows}

    async def set_hours(self, unit_id: UnitId, hours: str) -> None:
        if hours:
            await self._work.run(self._work.upsert(office_hours, {"unit_id": unit_id, "hours": hours}))
        else:
            await self._work.run(delete(office_hours).where(office_hours.c.unit_id == unit_id))


class SqlExtensionRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, extension: Extension) -> None:
        self._work.later(insert(petition_extensions).values(asdict(extension)))

    async def get(self, extension_id: ExtensionId) -> Extension:
        wanted = select(petition_extensions).where(petition_extensions.c.id == extension_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("extension-unknown")
        return Extension(**{**row, "state": ExtensionState(row["state"])})

    async def of(self, petition_id: PetitionId) -> Extension | None:
        wanted = select(petition_extensions).where(
            petition_extensions.c.petition_id == petition_id, petition_extensions.c.state.in_(_LIVE)
        )
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else Extension(**{**row, "state": ExtensionState(row["state"])})

    async def save(self, extension: Extension) -> None:
        where = petition_extensions.c.id == extension.id
        await self._work.run(update(petition_extensions).where(where).values(asdict(extension)))
