from dataclasses import dataclass, replace

from core.petitions.access import ensure_not_own
from core.petitions.model import Event, Petition
from core.petitions.usecases.desk import Desk, record
from core.petitions.usecases.team_seats import bring_back
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import PetitionId


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchCase(Desk):
    """A desk takes back what its team's chat works on; the team sees that it has gone."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Raises DomainError("fetch-not-with-team"), ("you-recused"), ("own-case") or NotFoundError("case-unknown")."""
        async with self.uow() as uow:
            desk = await uow.staff_chats.get(actor.chat_id)
            was = await uow.petitions.lock(petition_id)
            if desk is None or not await uow.links.stood_in(petition_id, actor.chat_id):
                raise NotFoundError("case-unknown")
            if await uow.history.recused(petition_id, actor.user_id):
                raise DomainError("you-recused", number=was.number)
            await ensure_not_own(uow, actor, was)
            if await uow.seats.lends_to(petition_id) != actor.chat_id:
                raise DomainError("fetch-not-with-team", number=was.number)
            now, unit = self.clock.now(), await self.unit_of(uow, actor)
            petition = await bring_back(uow, replace(was, version=was.version + 1), desk, desk, self.clock)
            record(uow, petition, petition, Event.MOVE, replace(actor, name=unit.name), now, actor.name)
            uow.audit.record("petition.fetched", str(actor.user_id), petition.id, at=now)
            await uow.petitions.save(petition)
            await uow.commit()
        return petition
