"""Ways in: what `VoteSG` is started with stands here and nowhere else."""

from core.ballots.usecases import Standing
from core.shared.ids import BallotId
from dialogs.states import VoteSG
from dialogs.visit import Visit


async def open_votes(visit: Visit) -> None:
    await visit.begin(VoteSG.list)


async def open_ballot(visit: Visit, ballot_id: BallotId) -> None:
    """Show a ballot, or what came of it; raises NotFoundError("ballot-unknown")."""
    view = await visit.use.ballots.votes.one(visit.actor, ballot_id)
    await visit.begin(VoteSG.result if view.standing is Standing.OVER else VoteSG.ballot, ballot=ballot_id)


def ballot_of(visit: Visit) -> BallotId:
    return BallotId(visit.start_data.get("ballot", ""))


async def votes_are_offered(visit: Visit) -> bool:
    """Tell whether there is a ballot to speak of: else the door is not offered."""
    return await visit.use.ballots.votes.any(visit.actor)
