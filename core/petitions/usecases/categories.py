from dataclasses import dataclass, replace

from core.petitions import messages
from core.petitions.access import access_desk_case
from core.petitions.categories import Category
from core.petitions.model import Petition
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.ids import PetitionId
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCategory:
    """Put right what a petition is about, where the router's guess was wrong. The same twice changes nothing."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, category: Category) -> Petition:
        """Raises NotFoundError("case-unknown") and DomainError("case-elsewhere")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if was.category == category:
                return was
            petition = replace(was, category=category.value, version=was.version + 1)
            detail = f"{was.category or '-'} > {category}"
            if not petition.anonymous:  # the order of the audit's rows would date what is anonymous
                uow.audit.record(
                    "petition.category", str(actor.user_id), petition.id, at=self.clock.now(), detail=detail
                )
            await uow.petitions.save(petition)
            for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
                uow.outbox.add(item)
            await uow.commit()
        return petition
