"""What can be done about dates, put together from the ports."""

from dataclasses import dataclass

from core.petitions.usecases.dates import ExplainDates
from core.petitions.usecases.desk import Grace
from core.petitions.usecases.extending import DecideExtension, ProposeExtension
from core.petitions.usecases.resident import OpenByCode
from core.shared.clock import Calendar, Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockUseCases:
    dates: ExplainDates
    propose: ProposeExtension
    decide: DecideExtension


def clock_use_cases(
    calendar: Calendar,
    open_by_code: OpenByCode,
    *,
    uow: UnitOfWorkFactory,
    clock: Clock,
    ids: IdSource,
    grace: Grace,
) -> ClockUseCases:
    return ClockUseCases(
        dates=ExplainDates(uow=uow, clock=clock, calendar=calendar, open_by_code=open_by_code),
        propose=ProposeExtension(uow=uow, clock=clock, ids=ids, grace=grace),
        decide=DecideExtension(uow=uow, clock=clock, ids=ids, grace=grace, calendar=calendar),
    )
