"""Proposals are filed by whom the roster shows as people's deputy or CPPCC member, and by nobody else (DOMAIN §2)."""

from dataclasses import dataclass

from core.petitions.kinds import Mandate, mandate_of
from core.shared.actor import ResidentActor
from core.shared.errors import DomainError
from core.shared.ids import ResidentId
from core.uow import UnitOfWork, UnitOfWorkFactory


async def ensure_mandate(uow: UnitOfWork, resident_id: ResidentId) -> Mandate:
    """Return in which office somebody files proposals; raises DomainError("proposal-not-yours")."""
    entry = await uow.roster.of_resident(resident_id)
    mandate = None if entry is None else mandate_of(entry.roles)
    if mandate is None:
        raise DomainError("proposal-not-yours")
    return mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class MayPropose:
    """Whether the door for proposals is there for somebody: only a verified line of the roster opens it."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor) -> bool:
        async with self.uow.reading() as uow:
            entry = await uow.roster.of_resident(actor.resident_id)
        return entry is not None and mandate_of(entry.roles) is not None
