"""Everything an edge may do or read about personal data, put together from the ports."""

from dataclasses import dataclass

from core.people.ports import Secrets
from core.privacy.looking import LookAtIdentity, ReadLooks
from core.shared.clock import Clock
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyUseCases:
    look: LookAtIdentity
    looks: ReadLooks


def privacy_use_cases(uow: UnitOfWorkFactory, clock: Clock, secrets: Secrets) -> PrivacyUseCases:
    return PrivacyUseCases(
        look=LookAtIdentity(uow=uow, clock=clock, secrets=secrets),
        looks=ReadLooks(uow=uow, clock=clock),
    )
