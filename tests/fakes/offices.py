from collections.abc import Collection, Sequence

from core.directory.model import Entry
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import OfficeId, UnitId
from tests.fakes.database import FakeWork, require


class FakeOfficeRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of_units(self, units: Collection[UnitId]) -> Sequence[Entry]:
        found = [each for each in self._work.now().offices.values() if each.unit_id in units]
        return sorted(found, key=lambda each: (each.position, each.slug))

    async def get(self, office_id: OfficeId) -> Entry:
        if office_id not in self._work.now().offices:
            raise NotFoundError("office-unknown")
        return self._work.now().offices[office_id]

    async def save(self, entry: Entry) -> None:
        tables = self._work.now()
        require(entry.unit_id in tables.units)
        known = tables.offices.get(entry.id)
        taken = any((each.unit_id, each.slug) == (entry.unit_id, entry.slug) for each in tables.offices.values())
        if (known.version if known else 0) != entry.version - 1 or (known is None and taken):
            raise ConflictError("office-changed")
        tables.offices[entry.id] = entry

    async def remove(self, office_id: OfficeId) -> None:
        self._work.now().offices.pop(office_id, None)
