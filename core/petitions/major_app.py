"""Everything an edge may do about major cases, put together from the ports."""

from dataclasses import dataclass

from core.petitions.usecases.desk import Grace
from core.petitions.usecases.major import ChangeLead, HandleMajor, ReportUp, TellFinding, WriteFromAbove
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorUseCases:
    handle: HandleMajor
    change_lead: ChangeLead
    finding: TellFinding
    report_up: ReportUp
    from_above: WriteFromAbove


def major_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, grace: Grace) -> MajorUseCases:
    return MajorUseCases(
        handle=HandleMajor(uow=uow, clock=clock, ids=ids, grace=grace),
        change_lead=ChangeLead(uow=uow, clock=clock, ids=ids, grace=grace),
        finding=TellFinding(uow=uow, clock=clock, ids=ids, grace=grace),
        report_up=ReportUp(uow=uow, clock=clock, ids=ids, grace=grace),
        from_above=WriteFromAbove(uow=uow, clock=clock, ids=ids, grace=grace),
    )
