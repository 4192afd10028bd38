"""Everything an edge may do about volunteers, put together from the ports."""

from dataclasses import dataclass

from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory
from core.volunteers.for_cases import CallForCase
from core.volunteers.usecases import AnswerCall, CallVolunteers, SignUp


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerUseCases:
    sign_up: SignUp
    call: CallVolunteers
    answer: AnswerCall
    for_case: CallForCase


def volunteer_use_cases(uow: UnitOfWorkFactory, clock: Clock, ids: IdSource) -> VolunteerUseCases:
    return VolunteerUseCases(
        sign_up=SignUp(uow=uow, clock=clock),
        call=CallVolunteers(uow=uow, clock=clock, ids=ids),
        answer=AnswerCall(uow=uow, clock=clock),
        for_case=CallForCase(uow=uow, clock=clock, ids=ids),
    )
