from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.duty.access import own_desk
from core.duty.model import MAX_ON_DUTY, Colleague
from core.duty.usecases.rota import RotaSheet, sheet_of
from core.duty.words import NOBODY, people_named, read_order, tokens_of
from core.people.model import Purpose
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import TelegramUserId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory

Rows = Sequence[Sequence[str]]
"""Cells of a sheet: the first says the day, the others who is on duty. A first row that names no day is a heading."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a row from being taken in: "day", "person", "nobody" or "many"."""

    row: int
    what: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """What an import would set, or why it would not."""

    slots: Mapping[str, Sequence[Colleague]] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def read_plan(rows: Rows, people: Sequence[Colleague], today: date) -> PlanSheet:
    """Read every row and find everything that is wrong; a slot that is named twice holds as it was named last."""
    slots: dict[str, Sequence[Colleague]] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        day, rest = row[0], " ".join(row[1:])
        order = read_order(day, today)
        if not order.slots or order.names:
            if number > 1:
                problems.append(Problem(number, "day", day))
            continue
        tokens = [token for token in tokens_of(rest) if token.casefold() not in NOBODY]
        named, unknown = people_named(tokens, people)
        problems += [Problem(number, "person", name) for name in unknown]
        if len(named) > MAX_ON_DUTY:
            problems.append(Problem(number, "many", day))
        if not tokens and not rest.strip():
            problems.append(Problem(number, "nobody", day))
        slots |= dict.fromkeys(order.slots, named)
    if not slots and not problems:
        problems.append(Problem(1, "day", rows[0][0] if rows else ""))
    return PlanSheet(slots=slots, problems=problems)


async def _plan(uow: UnitOfWork, unit_id: UnitId, rows: Rows, today: date) -> PlanSheet:
    people = [each for each in await uow.duty.people(unit_id) if not each.gone]
    return read_plan(rows, people, today)


def _ids(plan: PlanSheet) -> dict[str, list[TelegramUserId]]:
    return {slot: [each.user_id for each in people] for slot, people in plan.slots.items()}


async def _set(uow: UnitOfWork, unit_id: UnitId, slots: Mapping[str, Sequence[TelegramUserId]]) -> None:
    await uow.duty.lock(unit_id)
    for slot, people in slots.items():
        await uow.duty.put(unit_id, slot, people)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPlan:
    """Take in a rota that was sent as a file: first it is looked at, and only the whole of it is taken."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def look(self, actor: StaffActor, rows: Rows) -> PlanSheet:
        """Keep what the rows say for `__call__`, if nothing is wrong with them."""
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            plan = await _plan(uow, desk.unit_id, rows, local_day(self.clock.now(), self.clock.zone))
            if not plan.problems:
                await uow.duty.keep_plan(desk.unit_id, _ids(plan))
                await uow.commit()
        return plan

    async def __call__(self, actor: StaffActor) -> RotaSheet:
        """Raises ConflictError("duty-plan-gone") if it has been taken already."""
        now = self.clock.now()
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            slots = await uow.duty.take_plan(desk.unit_id)
            if slots is None:
                raise ConflictError("duty-plan-gone")
            await _set(uow, desk.unit_id, slots)
            uow.audit.record("duty.imported", str(actor.user_id), desk.unit_id, at=now, detail=str(len(slots)))
            sheet = await sheet_of(uow, desk.unit_id, local_day(now, self.clock.zone))
            await uow.commit()
        return sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRota:
    """The operator's way: a file for a unit's desk, whole or not at all."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, unit_name: str, rows: Rows, *, preview: bool) -> PlanSheet:
        """Without a name: the only desk there is. Raises NotFoundError("unit-unknown"), DomainError("duty-no-desk")."""
        now = self.clock.now()
        async with self.uow() as uow:
            unit_id = await self._desk_of(uow, unit_name)
            plan = await _plan(uow, unit_id, rows, local_day(now, self.clock.zone))
            if not plan.problems and not preview:
                await _set(uow, unit_id, _ids(plan))
                uow.audit.record("duty.imported", "operator", unit_id, at=now, detail=str(len(plan.slots)))
                await uow.commit()
        return plan

    async def _desk_of(self, uow: UnitOfWork, name: str) -> UnitId:
        desks = {chat.unit_id for chat in await uow.staff_chats.all() if Purpose.DESK in chat.purposes}
        if not name:
            if len(desks) != 1:
                raise DomainError("duty-no-desk")
            return desks.pop()
        unit = await uow.units.by_name(name)
        if unit is None:
            raise NotFoundError("unit-unknown", name=name)
        if unit.id not in desks:
            raise DomainError("duty-no-desk")
        return unit.id
