"""Writes a described community into the database. Doing it again adds what is missing and changes nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.community import Community, KnownChat, RosterRow
from core.people.model import RosterEntry, StaffChat, Unit
from core.people.ports import Secrets
from core.people.roster import PHONE_PURPOSE, normal_phone
from core.people.units import ensure_fits_under
from core.shared.clock import Clock
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId, IdSource, RosterId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Seeded:
    """What was added, not what was there."""

    units: int
    chats: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedCommunity:
    """One transaction. Units are recognised by name, chats by id, people by phone and name."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets

    async def __call__(self, community: Community, chats: Mapping[str, KnownChat]) -> Seeded:
        """Raises NotFoundError("unit-unknown") if a row names a unit that is neither described nor there."""
        async with self.uow() as uow:
            units = {unit.name: unit for unit in await uow.units.all()}
            before = len(units)
            self._build(uow, community, units)
            bound = await self._bind(uow, community, chats, units)
            people = await self._enrol_all(uow, community, units)
            seeded = Seeded(units=len(units) - before, chats=bound, people=people)
            if seeded != Seeded(0, 0, 0):
                uow.audit.record("seed", "operator", "community", at=self.clock.now())
                await uow.commit()
        return seeded

    def _build(self, uow: UnitOfWork, community: Community, units: dict[str, Unit]) -> None:
        """Add the units that are not there, to `units` too."""
        for row in community.units:
            if row.name in units:
                continue
            parent = _named(units, row.parent) if row.parent else None
            ensure_fits_under(row.level, parent)
            units[row.name] = Unit(
                id=UnitId(self.ids.new()),
                parent_id=parent.id if parent else None,
                level=row.level,
                name=row.name,
                invite=row.invite,
                office=row.office,
                phone=row.phone,
                hours=row.hours,
            )
            uow.units.add(units[row.name])

    async def _bind(
        self, uow: UnitOfWork, community: Community, chats: Mapping[str, KnownChat], units: Mapping[str, Unit]
    ) -> int:
        added = 0
        for row in community.chats:
            known = chats.get(row.slug)
            if known is None or await uow.staff_chats.get(ChatId(known.id)):
                continue
            await uow.staff_chats.save(
                StaffChat(
                    chat_id=ChatId(known.id),
                    unit_id=_named(units, row.unit).id,
                    purposes=row.purposes,
                    title=known.title,
                    is_forum=known.is_forum,
                )
            )
            added += 1
        return added

    async def _enrol_all(self, uow: UnitOfWork, community: Community, units: Mapping[str, Unit]) -> int:
        """People without a phone cannot be recognised, so they are taken only into an empty roster."""
        empty = await uow.roster.count() == 0
        seen: set[tuple[str, str]] = set()
        added = 0
        for row in community.roster:
            unit = _named(units, row.unit)
            phone = normal_phone(row.phone)
            if (not phone and not empty) or (phone and (phone, row.name) in seen):
                continue
            seen.add((phone, row.name))
            added += await self._enrol(uow, row, unit.id, phone)
        return added

    async def _enrol(self, uow: UnitOfWork, row: RosterRow, unit_id: UnitId, phone: str) -> bool:
        hashed = self.secrets.keyed_hash(PHONE_PURPOSE, phone) if phone else None
        if hashed and any(entry.name == row.name for entry in await uow.roster.by_phone_hash(hashed)):
            return False
        uow.roster.add(
            RosterEntry(
                id=RosterId(self.ids.new()),
                unit_id=unit_id,
                name=row.name,
                phone_cipher=self.secrets.seal(phone) if phone else None,
                phone_hash=hashed,
                building=row.building,
                room=row.room,
                household=row.household,
                weight_class=row.weight_class,
                roles=row.roles,
            )
        )
        return True


def _named(units: Mapping[str, Unit], name: str) -> Unit:
    if name not in units:
        raise NotFoundError("unit-unknown", name=name)
    return units[name]
