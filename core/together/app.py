"""Everything an edge may do about petitions of several people, put together from the ports."""

from dataclasses import dataclass

from core.petitions.usecases.desk import Grace
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.together.merging import MergeCases
from core.together.reported import JoinReported
from core.together.showing import AllowNeighbours, ShowToNeighbours
from core.together.signing import SeeSigners, SignTogether
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherUseCases:
    sign: SignTogether
    signers: SeeSigners
    merge: MergeCases
    allow: AllowNeighbours
    reported: JoinReported
    show: ShowToNeighbours


def together_use_cases(*, uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, grace: Grace) -> TogetherUseCases:
    return TogetherUseCases(
        sign=SignTogether(uow=uow, clock=clock, ids=ids),
        signers=SeeSigners(uow=uow, clock=clock),
        merge=MergeCases(uow=uow, clock=clock, ids=ids, grace=grace),
        allow=AllowNeighbours(uow=uow, clock=clock, ids=ids),
        reported=JoinReported(uow=uow, clock=clock, ids=ids, elapsed=grace.elapsed),
        show=ShowToNeighbours(uow=uow, clock=clock, ids=ids, grace=grace),
    )
