"""Everything an edge may do or read about broadcasts, put together from the ports."""

from dataclasses import dataclass

from core.broadcast.usecases import (
    AimNotice,
    ConfirmNotice,
    DraftNotice,
    SeeCampaign,
    SeeNotice,
    SeeSubscription,
    SteerCampaign,
    Subscribe,
    TendCampaigns,
)
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastUseCases:
    choice: SeeSubscription
    subscribe: Subscribe
    see: SeeCampaign
    steer: SteerCampaign
    draft: DraftNotice
    notice: SeeNotice
    aim: AimNotice
    confirm: ConfirmNotice


def broadcast_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource) -> BroadcastUseCases:
    tend = TendCampaigns(uow=uow, clock=clock)
    return BroadcastUseCases(
        choice=SeeSubscription(uow=uow, clock=clock),
        subscribe=Subscribe(uow=uow, clock=clock),
        see=SeeCampaign(uow=uow),
        steer=SteerCampaign(uow=uow, clock=clock, tend=tend),
        draft=DraftNotice(uow=uow, clock=clock, ids=ids),
        notice=SeeNotice(uow=uow),
        aim=AimNotice(uow=uow),
        confirm=ConfirmNotice(uow=uow, clock=clock, tend=tend),
    )
