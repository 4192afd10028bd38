from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from core.people.model import PaperCode, RosterEntry
from core.shared.errors import NotFoundError
from core.shared.ids import ResidentId, RosterId, UnitId
from tests.fakes.database import FakeWork, Tables, require, unique


class FakeRosterRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, entry: RosterEntry) -> None:
        def write(tables: Tables) -> None:
            require(entry.unit_id in tables.units)
            unique(entry.id not in tables.roster)
            unique(entry.resident_id is None or self._bound_to(entry.resident_id) is None, "person-bound")
            tables.roster[entry.id] = entry

        self._work.later(write)

    async def save(self, entry: RosterEntry) -> None:
        roster = self._work.now().roster
        was = roster[entry.id]
        roster[entry.id] = replace(entry, resident_id=was.resident_id, helper_id=was.helper_id)

    async def get(self, entry_id: RosterId) -> RosterEntry:
        if entry := self._work.now().roster.get(entry_id):
            return entry
        raise NotFoundError("person-unknown")

    async def everybody(self) -> Sequence[RosterEntry]:
        return sorted(self._work.now().roster.values(), key=lambda e: e.id)

    async def by_phone_hash(self, phone_hash: str) -> Sequence[RosterEntry]:
        return self._those(lambda e: e.phone_hash == phone_hash)

    async def count(self) -> int:
        return len(self._those(lambda _: True))

    async def of_resident(self, resident_id: ResidentId) -> RosterEntry | None:
        return self._bound_to(resident_id)

    async def helped_by(self, resident_id: ResidentId) -> Sequence[RosterEntry]:
        return self._those(lambda e: e.helper_id == resident_id)

    async def of_units(self, units: Collection[UnitId]) -> Sequence[RosterEntry]:
        return self._those(lambda e: e.unit_id in units)

    async def of_household(self, entry: RosterEntry) -> Sequence[RosterEntry]:
        at = (entry.unit_id, entry.household)
        return self._those(lambda e: bool(entry.household) and (e.unit_id, e.household) == at and e.id != entry.id)

    async def bind(self, entry_id: RosterId, resident_id: ResidentId) -> bool:
        roster = self._work.now().roster
        if entry_id not in roster or roster[entry_id].resident_id is not None:
            return False
        unique(self._bound_to(resident_id) is None, "person-bound")
        roster[entry_id] = replace(roster[entry_id], resident_id=resident_id)
        return True

    async def help(self, entry_id: RosterId, helper_id: ResidentId) -> bool:
        roster = self._work.now().roster
        entry = roster.get(entry_id)
        if entry is None or entry.resident_id is not None or entry.helper_id is not None:
            return False
        roster[entry_id] = replace(entry, helper_id=helper_id)
        return True

    def _bound_to(self, resident_id: ResidentId) -> RosterEntry | None:
        return next((e for e in self._work.now().roster.values() if e.resident_id == resident_id), None)

    def _those(self, fits: Callable[[RosterEntry], bool]) -> list[RosterEntry]:
        return sorted((e for e in self._work.now().roster.values() if e.here and fits(e)), key=lambda e: e.id)


class FakePaperCodeRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, code: PaperCode) -> None:
        def write(tables: Tables) -> None:
            require(code.resident_id in tables.residents)
            kept = {k: one for k, one in tables.paper_codes.items() if one.resident_id != code.resident_id}
            tables.paper_codes = {**kept, code.code_hash: code}

        self._work.later(write)

    async def by_hash(self, code_hash: str) -> PaperCode | None:
        return self._work.now().paper_codes.get(code_hash)

    async def use(self, code_hash: str, at: datetime) -> bool:
        codes = self._work.now().paper_codes
        if code_hash not in codes or codes[code_hash].used_at is not None:
            return False
        codes[code_hash] = replace(codes[code_hash], used_at=at)
        return True
