"""The tree of units: how it grows."""

from dataclasses import dataclass

from core.people.model import Level, Unit
from core.shared.clock import Clock
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import IdSource, UnitId
from core.shared.text import is_blank
from core.uow import UnitOfWorkFactory

PARENT_LEVEL = {Level.GROUP: Level.COMMUNITY, Level.COMMUNITY: Level.STREET, Level.STREET: None}
"""A petition climbs one level at a time, so a unit hangs one level below its parent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlan:
    """What an operator says about a new unit."""

    name: str
    level: Level
    parent: str = ""
    office: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUnit:
    """Hang a unit into the tree. A community may stand alone, a group may not."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, plan: UnitPlan) -> Unit:
        """Raises ConflictError("unit-name-taken"), NotFoundError("unit-unknown"), DomainError("unit-level")."""
        if is_blank(plan.name):
            raise DomainError("unit-name-empty")
        async with self.uow() as uow:
            if await uow.units.by_name(plan.name):
                raise ConflictError("unit-name-taken", name=plan.name)
            parent = await uow.units.by_name(plan.parent) if plan.parent else None
            if plan.parent and parent is None:
                raise NotFoundError("unit-unknown", name=plan.parent)
            ensure_fits_under(plan.level, parent)
            unit = Unit(
                id=UnitId(self.ids.new()),
                parent_id=parent.id if parent else None,
                level=plan.level,
                name=plan.name,
                invite=self.ids.code(2),
                office=plan.office,
                phone=plan.phone,
                hours=plan.hours,
            )
            uow.units.add(unit)
            uow.audit.record("unit.added", "operator", unit.id, at=self.clock.now(), detail=unit.level)
            await uow.commit()
        return unit


def ensure_fits_under(level: Level, parent: Unit | None) -> None:
    """Raises DomainError("unit-level") if a unit of `level` may not hang under `parent`."""
    wanted = PARENT_LEVEL[level]
    fits = parent.level is wanted if parent else level is not Level.GROUP
    if not fits:
        raise DomainError("unit-level")
