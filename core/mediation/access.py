"""Who may say something in a case: its author and who speaks for them, or the other party of a mediation."""

from dataclasses import replace

from core.mediation.model import ensure_running
from core.petitions.access import access_own_case
from core.petitions.model import Kind, Petition
from core.shared.actor import ResidentActor
from core.shared.ids import PetitionId
from core.uow import UnitOfWork


async def is_other(uow: UnitOfWork, actor: ResidentActor, petition: Petition) -> bool:
    """Tell whether somebody is the other party of a mediation."""
    mediation = await uow.mediations.of(petition.id) if petition.kind is Kind.MEDIATION else None
    return mediation is not None and mediation.other_id == actor.resident_id


async def access_party_case(uow: UnitOfWork, actor: ResidentActor, petition_id: PetitionId) -> Petition:
    """Return a case the actor may add words to, locked; raises NotFoundError("case-unknown")."""
    petition = await uow.petitions.lock(petition_id)
    return petition if await is_other(uow, actor, petition) else await access_own_case(uow, actor, petition_id)


def noted(petition: Petition) -> Petition:
    """Return it with something more in it, at the same stage; raises DomainError("case-stage-…") once it is over."""
    ensure_running(petition)
    return replace(petition, version=petition.version + 1)
