"""Everything an edge may do or read about ballots, put together from the ports."""

from dataclasses import dataclass

from core.ballots.ports import Charts, VoteKeys
from core.ballots.usecases import (
    ApproveBallot,
    CancelBallot,
    CastVote,
    FillIn,
    ProposeBallot,
    SeeBallots,
    SeeVotes,
    SendBackBallot,
)
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotUseCases:
    votes: SeeVotes
    fill_in: FillIn
    cast: CastVote
    see: SeeBallots
    propose: ProposeBallot
    approve: ApproveBallot
    send_back: SendBackBallot
    cancel: CancelBallot
    charts: Charts


def ballot_use_cases(
    uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, keys: VoteKeys, charts: Charts
) -> BallotUseCases:
    return BallotUseCases(
        votes=SeeVotes(uow=uow, clock=clock),
        fill_in=FillIn(uow=uow, clock=clock, keys=keys),
        cast=CastVote(uow=uow, clock=clock, ids=ids, keys=keys),
        see=SeeBallots(uow=uow),
        propose=ProposeBallot(uow=uow, clock=clock),
        approve=ApproveBallot(uow=uow, clock=clock),
        send_back=SendBackBallot(uow=uow, clock=clock),
        cancel=CancelBallot(uow=uow, clock=clock, keys=keys),
        charts=charts,
    )
