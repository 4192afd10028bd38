"""Everything a desk's edge may do with its queue, put together from the ports."""

from dataclasses import dataclass

from core.petitions.categories import Categorise
from core.petitions.queue import QueueReader
from core.petitions.usecases.bulk import DoToSeveral
from core.petitions.usecases.categories import SetCategory
from core.petitions.usecases.staff import ClaimCase, CloseCase
from core.shared.clock import Clock
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueUseCases:
    reader: QueueReader
    categorise: Categorise
    several: DoToSeveral
    set_category: SetCategory


def queue_use_cases(
    uow: UnitOfWorkFactory,
    reader: QueueReader,
    clock: Clock,
    categorise: Categorise,
    *,
    claim: ClaimCase,
    close: CloseCase,
) -> QueueUseCases:
    return QueueUseCases(
        reader=reader,
        categorise=categorise,
        several=DoToSeveral(uow=uow, clock=clock, reader=reader, claim=claim, close=close),
        set_category=SetCategory(uow=uow, clock=clock),
    )
