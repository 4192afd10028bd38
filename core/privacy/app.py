"""Everything an edge may do or read about personal data, put together from the ports."""

from dataclasses import dataclass

from core.people.ports import Secrets
from core.privacy.erasing import EraseMe
from core.privacy.export import ExportMe
from core.privacy.looking import LookAtIdentity, ReadLooks
from core.privacy.mine import SeeMe
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyUseCases:
    look: LookAtIdentity
    looks: ReadLooks
    erase: EraseMe
    me: SeeMe
    export: ExportMe


def privacy_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, secrets: Secrets) -> PrivacyUseCases:
    return PrivacyUseCases(
        look=LookAtIdentity(uow=uow, clock=clock, secrets=secrets),
        looks=ReadLooks(uow=uow, clock=clock),
        erase=EraseMe(uow=uow, clock=clock, ids=ids, secrets=secrets),
        me=SeeMe(uow=uow),
        export=ExportMe(uow=uow, clock=clock),
    )
