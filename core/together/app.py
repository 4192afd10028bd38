"""Everything an edge may do about petitions of several people, put together from the ports."""

from dataclasses import dataclass

from core.petitions.usecases.desk import Grace
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.together.merging import MergeCases
from core.together.signing import SeeSigners, SignTogether
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherUseCases:
    sign: SignTogether
    signers: SeeSigners
    merge: MergeCases


def together_use_cases(*, uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, grace: Grace) -> TogetherUseCases:
    return TogetherUseCases(
        sign=SignTogether(uow=uow, clock=clock, ids=ids),
        signers=SeeSigners(uow=uow, clock=clock),
        merge=MergeCases(uow=uow, clock=clock, ids=ids, grace=grace),
    )
