from dataclasses import dataclass

from core.petitions.access import see_desk_case, speaks_for
from core.petitions.explained import Dates
from core.petitions.extension import ExtensionState
from core.petitions.model import Petition
from core.petitions.usecases.resident import OpenByCode
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Calendar, Clock
from core.shared.errors import NotFoundError
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainDates:
    """Say how a case's dates were computed: to its author, whoever they are, and to the desk that works on it."""

    uow: UnitOfWorkFactory
    clock: Clock
    calendar: Calendar
    open_by_code: OpenByCode

    async def own(self, actor: ResidentActor, petition_id: PetitionId) -> MessageSpec:
        """Raises NotFoundError("case-unknown") for absent and not yours alike."""
        async with self.uow.reading() as uow:
            petition = await uow.petitions.get(petition_id)
            if petition.resident_id != actor.resident_id and not await speaks_for(uow, actor, petition_id):
                raise NotFoundError("case-unknown")
            return await self._of(uow, petition)

    async def by_code(self, code: str) -> MessageSpec:
        """Raises DomainError("code-short") or NotFoundError("code-unknown")."""
        found = await self.open_by_code(code)
        async with self.uow.reading() as uow:
            return await self._of(uow, await uow.petitions.get(found))

    async def at_desk(self, actor: StaffActor, petition_id: PetitionId) -> MessageSpec:
        """Raises NotFoundError("case-unknown")."""
        async with self.uow.reading() as uow:
            return await self._of(uow, await see_desk_case(uow, actor, petition_id))

    async def _of(self, uow: UnitOfWork, petition: Petition) -> MessageSpec:
        extension = await uow.extensions.of(petition.id)
        agreed = extension if extension and extension.state is ExtensionState.APPROVED else None
        return Dates(petition=petition, extension=agreed, calendar=self.calendar, zone=self.clock.zone).explained()
