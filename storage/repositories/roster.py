from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from core.people.model import PaperCode, RosterEntry
from core.shared.errors import NotFoundError
from core.shared.ids import ResidentId, RosterId, UnitId
from storage.rows import paper_code_of, roster_entry_of
from storage.tables import paper_codes, roster_entries, roster_roles
from storage.work import Values, Work

_HERE = roster_entries.c.left_at.is_(None)


class SqlRosterRepository:
    """Roles are fetched with the same condition as their people: a street has more people than a statement may list."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, entry: RosterEntry) -> None:
        values, roles = _split(entry)
        self._work.later(insert(roster_entries).values(values))
        if roles:
            self._work.later(insert(roster_roles).values(roles))

    async def save(self, entry: RosterEntry) -> None:
        values, roles = _split(entry)
        for mine in ("id", "resident_id", "helper_id"):
            del values[mine]
        await self._work.run(update(roster_entries).where(roster_entries.c.id == entry.id).values(values))
        await self._work.run(delete(roster_roles).where(roster_roles.c.entry_id == entry.id))
        if roles:
            await self._work.run(insert(roster_roles).values(roles))

    async def get(self, entry_id: RosterId) -> RosterEntry:
        found = await self._entries(roster_entries.c.id == entry_id)
        if not found:
            raise NotFoundError("person-unknown")
        return found[0]

    async def everybody(self) -> Sequence[RosterEntry]:
        return await self._entries(roster_entries.c.id.is_not(None))

    async def by_phone_hash(self, phone_hash: str) -> Sequence[RosterEntry]:
        return await self._entries((roster_entries.c.phone_hash == phone_hash) & _HERE)

    async def of_resident(self, resident_id: ResidentId) -> RosterEntry | None:
        found = await self._entries(roster_entries.c.resident_id == resident_id)
        return found[0] if found else None

    async def helped_by(self, resident_id: ResidentId) -> Sequence[RosterEntry]:
        return await self._entries((roster_entries.c.helper_id == resident_id) & _HERE)

    async def of_units(self, units: Collection[UnitId]) -> Sequence[RosterEntry]:
        return await self._entries(roster_entries.c.unit_id.in_(units) & _HERE)

    async def of_household(self, entry: RosterEntry) -> Sequence[RosterEntry]:
        if not entry.household:
            return []
        c = roster_entries.c
        return await self._entries(
            (c.unit_id == entry.unit_id) & (c.household == entry.household) & (c.id != entry.id) & _HERE
        )

    async def bind(self, entry_id: RosterId, resident_id: ResidentId) -> bool:
        unbound = (roster_entries.c.id == entry_id) & roster_entries.c.resident_id.is_(None)
        done = await self._work.run(update(roster_entries).where(unbound).values(resident_id=resident_id))
        return done.rowcount == 1

    async def help(self, entry_id: RosterId, helper_id: ResidentId) -> bool:
        c = roster_entries.c
        alone = (c.id == entry_id) & c.helper_id.is_(None) & c.resident_id.is_(None)
        done = await self._work.run(update(roster_entries).where(alone).values(helper_id=helper_id))
        return done.rowcount == 1

    async def count(self) -> int:
        return int((await self._work.run(select(func.count()).select_from(roster_entries).where(_HERE))).scalar_one())

    async def _entries(self, condition: ColumnElement[bool]) -> Sequence[RosterEntry]:
        wanted = select(roster_entries).where(condition).order_by(roster_entries.c.id)
        rows = (await self._work.run(wanted)).mappings().all()
        theirs = select(roster_roles).join(roster_entries, roster_entries.c.id == roster_roles.c.entry_id)
        roles: dict[str, list[str]] = {row["id"]: [] for row in rows}
        for row in await self._work.run(theirs.where(condition)) if rows else ():
            roles[row.entry_id].append(row.role)
        return [roster_entry_of(row, roles[row["id"]]) for row in rows]


class SqlPaperCodeRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, code: PaperCode) -> None:
        self._work.later(delete(paper_codes).where(paper_codes.c.resident_id == code.resident_id))
        self._work.later(insert(paper_codes).values(asdict(code)))

    async def by_hash(self, code_hash: str) -> PaperCode | None:
        wanted = select(paper_codes).where(paper_codes.c.code_hash == code_hash)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else paper_code_of(row)

    async def use(self, code_hash: str, at: datetime) -> bool:
        unused = (paper_codes.c.code_hash == code_hash) & paper_codes.c.used_at.is_(None)
        return (await self._work.run(update(paper_codes).where(unused).values(used_at=at))).rowcount == 1


def _split(entry: RosterEntry) -> tuple[Values, list[dict[str, Any]]]:
    values = asdict(entry)
    return values, [{"entry_id": entry.id, "role": role} for role in sorted(values.pop("roles"))]
