from collections.abc import Collection, Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, delete, exists, func, insert, or_, select, update

from core.people.model import BindCode, Resident, Unit
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId, ResidentId, TelegramUserId, UnitId
from storage.rows import bind_code_of, resident_of, unit_of
from storage.tables import bind_codes, bookings, petitions, residents, roster_entries, units
from storage.work import Values, Work

AT_ONCE = 500
"""People in one statement: each is a parameter of it."""


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
    """Of somebody read before only what has changed since is written: two processes may change two things at once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._read: dict[ResidentId, Resident] = {}

    async def by_telegram(self, telegram_id: TelegramUserId) -> Resident | None:
        return await self._one(residents.c.telegram_id == telegram_id)

    async def get(self, resident_id: ResidentId) -> Resident:
        found = await self._one(residents.c.id == resident_id)
        if found is None:
            raise NotFoundError("resident-unknown")
        return found

    async def _one(self, condition: ColumnElement[bool]) -> Resident | None:
        row = (await self._work.run(select(residents).where(condition))).mappings().one_or_none()
        if row is None:
            return None
        found = resident_of(row)
        self._read[found.id] = found
        return found

    async def save(self, resident: Resident) -> None:
        before, values = self._read.get(resident.id), asdict(resident)
        if before is None:
            await self._work.run(self._work.upsert(residents, values))
        else:
            read = asdict(before)
            await self._change(resident.id, {name: value for name, value in values.items() if value != read[name]})
        self._read[resident.id] = resident

    async def _change(self, resident_id: ResidentId, changed: Values) -> None:
        if not changed:
            return
        done = await self._work.run(update(residents).where(residents.c.id == resident_id).values(changed))
        if done.rowcount != 1:
            raise NotFoundError("resident-unknown")

    async def ever_agreed(self, telegram_ids: Collection[TelegramUserId]) -> Collection[TelegramUserId]:
        asked, found = list(telegram_ids), set[TelegramUserId]()
        for at in range(0, len(asked), AT_ONCE):
            these = residents.c.telegram_id.in_(asked[at : at + AT_ONCE]) & residents.c.consented_at.is_not(None)
            found.update((await self._work.run(select(residents.c.telegram_id).where(these))).scalars())
        return found

    async def forget(self, resident_id: ResidentId) -> bool:
        theirs = [exists().where(table.c.resident_id == resident_id) for table in (petitions, bookings)]
        bound = (roster_entries.c.resident_id == resident_id) & ~or_(*theirs)
        await self._work.run(update(roster_entries).where(bound).values(resident_id=None))
        helped = (roster_entries.c.helper_id == resident_id) & ~or_(*theirs)
        await self._work.run(update(roster_entries).where(helped).values(helper_id=None))
        gone = delete(residents).where(residents.c.id == resident_id, ~or_(*theirs))
        done = await self._work.run(gone)
        return done.rowcount == 1
