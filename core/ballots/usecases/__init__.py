"""One callable class for each thing people do with ballots."""

from core.ballots.usecases.loading import BallotRow, LoadBallots, Loaded
from core.ballots.usecases.supervision import (
    ApproveBallot,
    BallotSheet,
    CancelBallot,
    ProposeBallot,
    SeeBallots,
    SendBackBallot,
)
from core.ballots.usecases.tending import TendBallots
from core.ballots.usecases.voting import BallotView, CastVote, FillIn, PaperView, SeeVotes, Standing

__all__ = [
    "ApproveBallot",
    "BallotRow",
    "BallotSheet",
    "BallotView",
    "CancelBallot",
    "CastVote",
    "FillIn",
    "LoadBallots",
    "Loaded",
    "PaperView",
    "ProposeBallot",
    "SeeBallots",
    "SeeVotes",
    "SendBackBallot",
    "Standing",
    "TendBallots",
]
