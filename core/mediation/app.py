"""Everything an edge may do about mediations, put together from the ports."""

from dataclasses import dataclass

from core.mediation.desk import DraftAgreement, EndMediation, MediateAtDesk, SayToOne, SetSession
from core.mediation.model import Side
from core.mediation.parties import Parties
from core.petitions.stages import Event
from core.petitions.usecases.desk import Grace
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationUseCases:
    parties: Parties
    desk: MediateAtDesk
    session: SetSession
    draft: DraftAgreement
    failed: EndMediation
    declined: EndMediation
    left: EndMediation
    to_asker: SayToOne
    to_other: SayToOne


def mediation_use_cases(*, uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, grace: Grace) -> MediationUseCases:
    def ends(event: Event) -> EndMediation:
        return EndMediation(uow=uow, clock=clock, ids=ids, grace=grace, event=event)

    def says(side: Side) -> SayToOne:
        return SayToOne(uow=uow, clock=clock, ids=ids, grace=grace, side=side)

    return MediationUseCases(
        parties=Parties(uow=uow, clock=clock, ids=ids),
        desk=MediateAtDesk(uow=uow, clock=clock, ids=ids, grace=grace),
        session=SetSession(uow=uow, clock=clock, ids=ids, grace=grace),
        draft=DraftAgreement(uow=uow, clock=clock, ids=ids, grace=grace),
        failed=ends(Event.GM_FAIL),
        declined=ends(Event.GM_DECLINE),
        left=ends(Event.GM_LEAVE),
        to_asker=says(Side.ASKER),
        to_other=says(Side.OTHER),
    )
