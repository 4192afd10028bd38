"""The further deeds that staff and residents can do with a case, put together from the ports."""

from dataclasses import dataclass

from core.petitions.usecases.deeds import HandBack, OpenMenu, Recuse
from core.petitions.usecases.desk import Grace
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowUseCases:
    menu: OpenMenu
    hand_back: HandBack
    recuse: Recuse


def flow_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, grace: Grace) -> FlowUseCases:
    return FlowUseCases(
        menu=OpenMenu(uow=uow, clock=clock, ids=ids, grace=grace),
        hand_back=HandBack(uow=uow, clock=clock, ids=ids, grace=grace),
        recuse=Recuse(uow=uow, clock=clock, ids=ids, grace=grace),
    )
