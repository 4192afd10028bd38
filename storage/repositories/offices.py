from collections.abc import Collection, Sequence

from sqlalchemy import RowMapping, delete, select, update

from core.directory.model import Entry, Office
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import OfficeId, UnitId
from storage.tables import directory_offices as offices
from storage.work import Values, Work


class SqlOfficeRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def of_units(self, units: Collection[UnitId]) -> Sequence[Entry]:
        wanted = select(offices).where(offices.c.unit_id.in_([*units])).order_by(offices.c.position, offices.c.slug)
        return [_entry(row) for row in (await self._work.run(wanted)).mappings()]

    async def get(self, office_id: OfficeId) -> Entry:
        row = (await self._work.run(select(offices).where(offices.c.id == office_id))).mappings().one_or_none()
        if row is None:
            raise NotFoundError("office-unknown")
        return _entry(row)

    async def save(self, entry: Entry) -> None:
        values = _values(entry)
        if entry.version == 1:
            first = self._work.insert_new(offices, values).returning(offices.c.id)
            done = (await self._work.run(first)).first()
        else:
            unchanged = (offices.c.id == entry.id) & (offices.c.version == entry.version - 1)
            later = update(offices).where(unchanged).values(values).returning(offices.c.id)
            done = (await self._work.run(later)).first()
        if done is None:
            raise ConflictError("office-changed")

    async def remove(self, office_id: OfficeId) -> None:
        await self._work.run(delete(offices).where(offices.c.id == office_id))


def _values(entry: Entry) -> Values:
    return {
        "id": entry.id,
        "unit_id": entry.unit_id,
        "slug": entry.slug,
        "position": entry.position,
        "version": entry.version,
        "published": entry.published.to_json() if entry.published else None,
        "draft": entry.draft.to_json() if entry.draft else None,
    }


def _entry(row: RowMapping) -> Entry:
    return Entry(
        **{name: row[name] for name in ("id", "unit_id", "slug", "position", "version")},
        published=Office.from_json(row["published"]) if row["published"] else None,
        draft=Office.from_json(row["draft"]) if row["draft"] else None,
    )
