"""What residents find in the directory, and how the desk changes it: written, looked at, published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from core.directory.model import Entry, Office, OfficeKind, find
from core.people.model import Purpose, StaffChat
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import IdSource, OfficeId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory


async def _ways_up(uow: UnitOfWork, unit_id: UnitId) -> list[UnitId]:
    units = [await uow.units.get(unit_id)]
    while (parent := units[-1].parent_id) is not None:
        units.append(await uow.units.get(parent))
    return [unit.id for unit in units]


async def _offices(uow: UnitOfWork, unit_id: UnitId) -> list[Entry]:
    """Return the offices of a unit and those above it, the nearest first."""
    units = await _ways_up(uow, unit_id)
    return sorted(await uow.offices.of_units(units), key=lambda each: units.index(each.unit_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOffices:
    """What a resident may read: of their own unit and those above it, published only."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor, text: str = "") -> Sequence[Entry]:
        """Return what `text` asks for; all there is without one."""
        async with self.uow.reading() as uow:
            resident = await uow.residents.get(actor.resident_id)
            entries = [each for each in await _offices(uow, resident.unit_id) if each.published is not None]
        return find(entries, text) if text else entries

    async def one(self, actor: ResidentActor, office_id: OfficeId) -> Office | None:
        """Return what is published of it; None where it is another unit's, or is not there any more."""
        found = {each.id: each.published for each in await self(actor)}
        return found.get(office_id)


async def _desk(uow: UnitOfWork, actor: StaffActor) -> StaffChat:
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("office-elsewhere")
    return chat


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOffices:
    """The desk's side. What it writes is a draft until somebody has looked at it and publishes it."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def see(self, actor: StaffActor, text: str = "") -> Sequence[Entry]:
        """Return the desk's own offices and those above; raises DomainError("office-elsewhere")."""
        async with self.uow.reading() as uow:
            desk = await _desk(uow, actor)
            entries = await _offices(uow, desk.unit_id)
        return find(entries, text) if text else entries

    async def one(self, actor: StaffActor, office_id: OfficeId) -> Entry:
        """Return one of the desk's own; raises NotFoundError("office-unknown")."""
        async with self.uow.reading() as uow:
            return await self._own(uow, actor, office_id)

    async def draft(self, actor: StaffActor, fields: Mapping[str, str]) -> Entry:
        """Write a draft of the office that has this name, or of a new one. What is not named stays as it was.

        Raises DomainError("office-name", "office-phone", "office-mobile", "office-long", "office-kind").
        """
        async with self.uow() as uow:
            desk = await _desk(uow, actor)
            mine = await uow.offices.of_units([desk.unit_id])
            slug = slug_of(fields.get("name", ""))
            known = next((each for each in mine if each.slug == slug), None)
            was = (known.draft or known.published if known else None) or Office(name="")
            entry = known or Entry(
                id=OfficeId(self.ids.new()), unit_id=desk.unit_id, slug=slug, position=len(mine), version=0
            )
            office = replace(was, **given(fields)).checked()
            entry = replace(entry, draft=office, version=entry.version + 1)
            await uow.offices.save(entry)
            await uow.commit()
        return entry

    async def publish(self, actor: StaffActor, office_id: OfficeId, version: int) -> Entry:
        """Let residents read the draft that was looked at; raises ConflictError("office-changed") for another one."""
        return await self._change(actor, office_id, version, "office.published")

    async def drop(self, actor: StaffActor, office_id: OfficeId, version: int) -> Entry:
        """Throw the draft away."""
        return await self._change(actor, office_id, version, "office.dropped")

    async def withdraw(self, actor: StaffActor, office_id: OfficeId, version: int) -> Entry:
        """Let residents read of it no more."""
        return await self._change(actor, office_id, version, "office.withdrawn")

    async def _change(self, actor: StaffActor, office_id: OfficeId, version: int, what: str) -> Entry:
        async with self.uow() as uow:
            was = await self._own(uow, actor, office_id)
            entry = replace(was, version=version + 1, draft=None)
            if what == "office.published":
                if was.draft is None:
                    raise NotFoundError("office-unknown")
                entry = replace(entry, published=was.draft)
            elif what == "office.withdrawn":
                entry = replace(entry, published=None, draft=was.draft or was.published)
            await uow.offices.save(entry)
            if entry.draft is None and entry.published is None:
                await uow.offices.remove(entry.id)
            uow.audit.record(what, str(actor.user_id), entry.id, at=self.clock.now())
            await uow.commit()
        return entry

    async def _own(self, uow: UnitOfWork, actor: StaffActor, office_id: OfficeId) -> Entry:
        desk, entry = await _desk(uow, actor), await uow.offices.get(office_id)
        if entry.unit_id != desk.unit_id:
            raise NotFoundError("office-unknown")
        return entry


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOffices:
    """The operator's way: a whole directory of a unit from a file, published at once. Safe to repeat."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, offices: Mapping[str, Sequence[Office]], *, preview: bool = False) -> tuple[int, int]:
        """`offices` by name of the unit. Return how many are new and how many have changed.

        Raises NotFoundError("unit-unknown"), and what `Office.checked` raises; then nothing is taken.
        """
        new = changed = 0
        async with self.uow() as uow:
            for name, rows in offices.items():
                unit = await uow.units.by_name(name)
                if unit is None:
                    raise NotFoundError("unit-unknown", name=name)
                known = {each.slug: each for each in await uow.offices.of_units([unit.id])}
                for position, office in enumerate(rows):
                    slug, tidy = slug_of(office.name), office.checked()
                    was = known.get(slug)
                    if was is not None and was.published == tidy:
                        continue
                    new, changed = new + (was is None), changed + (was is not None)
                    entry = was or Entry(
                        id=OfficeId(self.ids.new()), unit_id=unit.id, slug=slug, position=position, version=0
                    )
                    await uow.offices.save(replace(entry, published=tidy, version=entry.version + 1))
            if (new or changed) and not preview:
                uow.audit.record("office.imported", "operator", "directory", at=self.clock.now(), detail=str(new))
                await uow.commit()
        return new, changed


def given(fields: Mapping[str, str]) -> dict[str, Any]:
    """Return fields as an office has them; raises DomainError("office-kind")."""
    values: dict[str, Any] = {**fields}
    if "kind" in fields:
        if fields["kind"] not in set(OfficeKind):
            raise DomainError("office-kind")
        values["kind"] = OfficeKind(fields["kind"])
    return values


def slug_of(name: str) -> str:
    """Return what tells offices of one unit apart: their name, however it is written."""
    return sha256("".join(name.split()).casefold().encode()).hexdigest()[:40]
