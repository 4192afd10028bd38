"""Everything an edge may do about the peace of a desk, put together from the ports."""

from dataclasses import dataclass

from core.abuse.usecases import BlockAuthor, LiftBlock, SeeBlocks
from core.shared.clock import Clock
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class AbuseUseCases:
    block: BlockAuthor
    blocked: SeeBlocks
    lift: LiftBlock


def abuse_use_cases(uow: UnitOfWorkFactory, clock: Clock) -> AbuseUseCases:
    return AbuseUseCases(
        block=BlockAuthor(uow=uow, clock=clock),
        blocked=SeeBlocks(uow=uow, clock=clock),
        lift=LiftBlock(uow=uow, clock=clock),
    )
