"""A new roster in the place of the old one: who is new, who changed, who has left. Nobody's account is ever unbound."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.people.model import RosterEntry, Unit
from core.people.moving import move_resident
from core.people.ports import Secrets
from core.people.roster import PHONE_PURPOSE
from core.people.roster_file import RosterLine
from core.shared.clock import Clock
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import IdSource, RosterId, UnitId
from core.shared.text import fold
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPlan:
    """What a file would do. Who is `gone` stays on the roster, marked as having left, and stays bound."""

    new: Sequence[RosterEntry]
    changed: Sequence[tuple[RosterEntry, RosterEntry]]
    """Before and after."""
    gone: Sequence[RosterEntry]
    same: int
    units: Sequence[str]
    """The units the file speaks of: people of other units are left alone."""

    @property
    def moved(self) -> Sequence[tuple[RosterEntry, RosterEntry]]:
        return [(was, now) for was, now in self.changed if was.unit_id != now.unit_id]

    @property
    def bound_gone(self) -> Sequence[RosterEntry]:
        return [entry for entry in self.gone if entry.resident_id is not None]

    @property
    def nothing(self) -> bool:
        return not (self.new or self.changed or self.gone)

    @property
    def mark(self) -> tuple[object, ...]:
        """What must still be so when it is done: who is new, changed and gone."""
        return (
            sorted(entry.name for entry in self.new),
            sorted(was.id for was, _ in self.changed),
            sorted(entry.id for entry in self.gone),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRoster:
    """One transaction for the whole file.

    A person is who has the same phone and name; where the phone is one person's, who has the phone and the same home or
    no account; else who has the same name and home. Whoever has an account keeps it, whatever the file says.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets

    async def plan(self, lines: Sequence[RosterLine]) -> RosterPlan:
        """Say what the file would do, and do nothing. Raises NotFoundError("unit-unknown", name=…)."""
        async with self.uow.reading() as uow:
            return await self._plan(uow, lines)

    async def __call__(self, lines: Sequence[RosterLine], planned: RosterPlan) -> RosterPlan:
        """Do what was `planned`; raises ConflictError("roster-changed") if the roster has changed since."""
        now = self.clock.now()
        async with self.uow() as uow:
            plan = await self._plan(uow, lines)
            if plan.mark != planned.mark:
                raise ConflictError("roster-changed")
            for entry in plan.new:
                uow.roster.add(entry)
            for _, entry in plan.changed:
                await uow.roster.save(entry)
            for entry in plan.gone:
                await uow.roster.save(replace(entry, left_at=now))
            for _, entry in plan.moved:
                if entry.resident_id is not None:
                    await move_resident(uow, entry.resident_id, entry.unit_id, now, by="roster", tell=True)
            counts = f"new={len(plan.new)} changed={len(plan.changed)} gone={len(plan.gone)}"
            uow.audit.record("roster.imported", "operator", "roster", at=now, detail=counts)
            await uow.commit()
        return plan

    async def _plan(self, uow: UnitOfWork, lines: Sequence[RosterLine]) -> RosterPlan:
        units = {unit.name: unit for unit in await uow.units.all()}
        known = _Known(await uow.roster.everybody())
        new: list[RosterEntry] = []
        changed: list[tuple[RosterEntry, RosterEntry]] = []
        same = 0
        made = [(line, self._entry(line, units)) for line in lines]
        shared = _shared(entry.phone_hash for _, entry in made)
        for line, entry in sorted(made, key=lambda pair: not pair[1].phone_hash):  # who has a phone is certain
            was = known.take(entry, alone=entry.phone_hash not in shared)
            if was is None:
                new.append(replace(entry, phone_cipher=self._sealed(line)))
                continue
            after = replace(
                entry,
                id=was.id,
                resident_id=was.resident_id,
                helper_id=was.helper_id,
                phone_cipher=was.phone_cipher if was.phone_hash == entry.phone_hash else self._sealed(line),
            )
            if after == was:
                same += 1
            else:
                changed.append((was, after))
        spoken = {entry.unit_id for _, entry in made}
        gone = [entry for entry in known.left if entry.unit_id in spoken and entry.left_at is None]
        names = sorted(unit.name for unit in units.values() if unit.id in spoken)
        return RosterPlan(new=new, changed=changed, gone=gone, same=same, units=names)

    def _entry(self, line: RosterLine, units: Mapping[str, Unit]) -> RosterEntry:
        if line.unit not in units:
            raise NotFoundError("unit-unknown", name=line.unit)
        return RosterEntry(
            id=RosterId(self.ids.new()),
            unit_id=UnitId(units[line.unit].id),
            name=line.name,
            phone_cipher=None,
            phone_hash=self.secrets.keyed_hash(PHONE_PURPOSE, line.phone) if line.phone else None,
            building=line.building,
            room=line.room,
            household=line.household,
            weight_class=line.weight_class,
            roles=line.roles,
        )

    def _sealed(self, line: RosterLine) -> bytes | None:
        return self.secrets.seal(line.phone) if line.phone else None


def _shared(hashes: Iterable[str | None]) -> set[str | None]:
    return {one for one, count in Counter(hashes).items() if count > 1}


def _at_home(entry: RosterEntry) -> tuple[str, str]:
    return fold(entry.name), fold(entry.household) or fold(f"{entry.building}-{entry.room}")


class _Known:
    """Those on the roster who have not been found in the file yet."""

    def __init__(self, entries: Sequence[RosterEntry]) -> None:
        self._left = {entry.id: entry for entry in entries}
        self._by_phone: dict[str, list[RosterEntry]] = defaultdict(list)
        self._by_home: dict[tuple[str, str], list[RosterEntry]] = defaultdict(list)
        for entry in sorted(entries, key=lambda each: each.left_at is not None):
            if entry.phone_hash is not None:
                self._by_phone[entry.phone_hash].append(entry)
            self._by_home[_at_home(entry)].append(entry)

    @property
    def left(self) -> Sequence[RosterEntry]:
        return list(self._left.values())

    def take(self, entry: RosterEntry, *, alone: bool) -> RosterEntry | None:
        """Return who this is; `alone`: nobody else in the file has the phone."""
        found = self._find(entry, alone=alone)
        if found is not None:
            del self._left[found.id]
        return found

    def _find(self, entry: RosterEntry, *, alone: bool) -> RosterEntry | None:
        holders = [one for one in self._by_phone.get(entry.phone_hash or "", ()) if one.id in self._left]
        name, home = _at_home(entry)
        for one in holders:
            if fold(one.name) == name:
                return one
        if alone and len(holders) == 1:
            only = holders[0]
            if only.resident_id is None or _at_home(only)[1] == home:  # else the number is somebody else's now
                return only
        same_home = [one for one in self._by_home.get((name, home), ()) if one.id in self._left]
        return same_home[0] if len(same_home) == 1 else None
