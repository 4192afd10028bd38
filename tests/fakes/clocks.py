from collections.abc import Mapping, Sequence

from core.petitions.extension import Extension, ExtensionState
from core.shared.calendar import ArrangedDay, Arrangement
from core.shared.errors import NotFoundError
from core.shared.ids import ExtensionId, PetitionId, UnitId
from tests.fakes.database import FakeWork, Tables, require, unique

_LIVE = (ExtensionState.PROPOSED, ExtensionState.APPROVED)


class FakeCalendarRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def arrangement(self) -> Arrangement:
        tables = self._work.now()
        return Arrangement(days=dict(tables.arranged), version=tables.arrangements.get(1, 0))

    async def replace(self, days: Sequence[ArrangedDay]) -> bool:
        tables, years = self._work.now(), {each.day.year for each in days}
        kept = {day: each for day, each in tables.arranged.items() if day.year not in years}
        after = kept | {each.day: each for each in days}
        if after == tables.arranged:
            return False
        tables.arranged = after
        tables.arrangements[1] = tables.arrangements.get(1, 0) + 1
        return True

    async def hours(self) -> Mapping[UnitId, str]:
        return dict(self._work.now().hours)

    async def set_hours(self, unit_id: UnitId, hours: str) -> None:
        tables = self._work.now()
        require(unit_id in tables.units)
        tables.hours.pop(unit_id, None)
        if hours:
            tables.hours[unit_id] = hours


class FakeExtensionRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, extension: Extension) -> None:
        def write(tables: Tables) -> None:
            require(extension.petition_id in tables.petitions)
            live = {each.petition_id for each in tables.extensions.values() if each.state in _LIVE}
            unique(extension.petition_id not in live, "extension-exists")
            tables.extensions[extension.id] = extension

        self._work.later(write)

    async def get(self, extension_id: ExtensionId) -> Extension:
        if found := self._work.now().extensions.get(extension_id):
            return found
        raise NotFoundError("extension-unknown")

    async def of(self, petition_id: PetitionId) -> Extension | None:
        every = self._work.now().extensions.values()
        return next((each for each in every if each.petition_id == petition_id and each.state in _LIVE), None)

    async def save(self, extension: Extension) -> None:
        self._work.now().extensions[extension.id] = extension
