"""Everything a desk's edge may do with its queue, put together from the ports."""

from dataclasses import dataclass

from core.petitions.categories import Categorise
from core.petitions.desk_stats import DeskStatsReader
from core.petitions.handover import ShiftReader
from core.petitions.queue import QueueReader
from core.petitions.search import CaseSearch, Cutter
from core.petitions.usecases.bulk import DoToSeveral
from core.petitions.usecases.categories import SetCategory
from core.petitions.usecases.departing import FreeCases
from core.petitions.usecases.desk import Grace
from core.petitions.usecases.handing_over import LeaveToQueue, OfferHandover, SeeShift, TakeHandover
from core.petitions.usecases.searching import SearchCases
from core.petitions.usecases.staff import ClaimCase, CloseCase
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueReaders:
    """What storage has for it."""

    queue: QueueReader
    search: CaseSearch
    shifts: ShiftReader
    stats: DeskStatsReader


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueUseCases:
    reader: QueueReader
    stats: DeskStatsReader
    categorise: Categorise
    search: SearchCases
    several: DoToSeveral
    set_category: SetCategory
    see_shift: SeeShift
    offer: OfferHandover
    take_handover: TakeHandover
    leave: LeaveToQueue
    free: FreeCases


def queue_use_cases(
    readers: QueueReaders,
    categorise: Categorise,
    cutter: Cutter,
    *,
    uow: UnitOfWorkFactory,
    clock: Clock,
    ids: IdSource,
    grace: Grace,
) -> QueueUseCases:
    queue = readers.queue
    claim = ClaimCase(uow=uow, clock=clock, ids=ids, grace=grace)
    close = CloseCase(uow=uow, clock=clock, ids=ids, grace=grace)
    return QueueUseCases(
        reader=queue,
        stats=readers.stats,
        categorise=categorise,
        search=SearchCases(reader=readers.search, cutter=cutter),
        several=DoToSeveral(uow=uow, clock=clock, reader=queue, claim=claim, close=close),
        set_category=SetCategory(uow=uow, clock=clock),
        see_shift=SeeShift(clock=clock, queue=queue, reader=readers.shifts),
        offer=OfferHandover(uow=uow, clock=clock, ids=ids, grace=grace, queue=queue),
        take_handover=TakeHandover(uow=uow, clock=clock, ids=ids, grace=grace),
        leave=LeaveToQueue(uow=uow, clock=clock, ids=ids, grace=grace, queue=queue),
        free=FreeCases(uow=uow, clock=clock, ids=ids, grace=grace, queue=queue),
    )
