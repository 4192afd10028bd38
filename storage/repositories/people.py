from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete, exists, func, insert, select, update

from core.people.model import BindCode, Resident, RosterEntry, Unit
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId, ResidentId, TelegramUserId, UnitId
from storage.rows import bind_code_of, resident_of, roster_entry_of, unit_of
from storage.tables import bind_codes, petitions, residents, roster_entries, roster_roles, units
from storage.work import Work


class SqlUnitRepository:
    """The tree is small (a street has dozens of units), so listing it whole is cheap."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, unit_id: UnitId) -> Unit:
        row = (await self._work.run(select(units).where(units.c.id == unit_id))).mappings().one_or_none()
        if row is None:
            raise NotFoundError("unit-unknown")
        return unit_of(row)

    async def by_invite(self, invite: str) -> Unit | None:
        wanted = select(units).where(func.lower(units.c.invite) == invite.lower()).order_by(units.c.id).limit(1)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else unit_of(row)

    async def by_name(self, name: str) -> Unit | None:
        wanted = select(units).where(units.c.name == name).order_by(units.c.id).limit(1)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else unit_of(row)

    async def all(self) -> Sequence[Unit]:
        every = [unit_of(row) for row in (await self._work.run(select(units))).mappings()]
        parents = {unit.id: unit.parent_id for unit in every}

        def depth(unit_id: UnitId | None) -> int:
            return 0 if unit_id is None else 1 + depth(parents.get(unit_id))

        return sorted(every, key=lambda unit: (depth(unit.id), unit.name, unit.id))

    def add(self, unit: Unit) -> None:
        self._work.later(insert(units).values(asdict(unit)))


class SqlBindCodeRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, code: BindCode) -> None:
        self._work.later(insert(bind_codes).values(asdict(code)))

    async def by_hash(self, code_hash: str) -> BindCode | None:
        wanted = select(bind_codes).where(bind_codes.c.code_hash == code_hash)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else bind_code_of(row)

    async def use(self, code_hash: str, chat_id: ChatId) -> bool:
        unused = (bind_codes.c.code_hash == code_hash) & bind_codes.c.used_by.is_(None)
        done = await self._work.run(update(bind_codes).where(unused).values(used_by=chat_id))
        return done.rowcount == 1


class SqlResidentRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def by_telegram(self, telegram_id: TelegramUserId) -> Resident | None:
        wanted = select(residents).where(residents.c.telegram_id == telegram_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else resident_of(row)

    async def get(self, resident_id: ResidentId) -> Resident:
        wanted = select(residents).where(residents.c.id == resident_id)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("resident-unknown")
        return resident_of(row)

    async def save(self, resident: Resident) -> None:
        await self._work.run(self._work.upsert(residents, asdict(resident)))

    async def forget(self, resident_id: ResidentId) -> bool:
        has_petitions = exists().where(petitions.c.resident_id == resident_id)
        done = await self._work.run(delete(residents).where(residents.c.id == resident_id, ~has_petitions))
        return done.rowcount == 1


class SqlRosterRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, entry: RosterEntry) -> None:
        values = asdict(entry)
        roles = values.pop("roles")
        self._work.later(insert(roster_entries).values(values))
        if roles:
            rows = [{"entry_id": entry.id, "role": role} for role in sorted(roles)]
            self._work.later(insert(roster_roles).values(rows))

    async def by_phone_hash(self, phone_hash: str) -> Sequence[RosterEntry]:
        wanted = select(roster_entries).where(roster_entries.c.phone_hash == phone_hash).order_by(roster_entries.c.id)
        rows = (await self._work.run(wanted)).mappings().all()
        roles: dict[str, list[str]] = {row["id"]: [] for row in rows}
        for row in await self._work.run(select(roster_roles).where(roster_roles.c.entry_id.in_(roles))):
            roles[row.entry_id].append(row.role)
        return [roster_entry_of(row, roles[row["id"]]) for row in rows]

    async def count(self) -> int:
        return int((await self._work.run(select(func.count()).select_from(roster_entries))).scalar_one())
