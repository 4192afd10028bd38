"""Everything an edge may do or read about rota, put together from the ports."""

from dataclasses import dataclass

from core.duty.usecases import AskSwap, ComeBack, ConfirmPlan, DecideSwap, GoAway, KnowColleague, SeeRota, SetDuty
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyUseCases:
    know: KnowColleague
    see: SeeRota
    set: SetDuty
    ask_swap: AskSwap
    decide_swap: DecideSwap
    go_away: GoAway
    come_back: ComeBack
    plan: ConfirmPlan


def duty_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource) -> DutyUseCases:
    return DutyUseCases(
        know=KnowColleague(uow=uow),
        see=SeeRota(uow=uow, clock=clock),
        set=SetDuty(uow=uow, clock=clock),
        ask_swap=AskSwap(uow=uow, clock=clock, ids=ids),
        decide_swap=DecideSwap(uow=uow, clock=clock),
        go_away=GoAway(uow=uow, clock=clock, ids=ids),
        come_back=ComeBack(uow=uow, clock=clock),
        plan=ConfirmPlan(uow=uow, clock=clock),
    )
