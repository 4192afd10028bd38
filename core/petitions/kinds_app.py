"""Everything an edge may do with only some kinds of petitions, put together from the ports."""

from dataclasses import dataclass

from core.petitions.kinds import TeamOf, desk_alone
from core.petitions.mandates import MayPropose
from core.petitions.usecases.calling import CallMissed, CallReached
from core.petitions.usecases.desk import Grace
from core.petitions.usecases.fetching import FetchCase
from core.petitions.usecases.teams import ChangeTeam
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class KindUseCases:
    team_of: TeamOf
    change_team: ChangeTeam
    called: CallReached
    missed: CallMissed
    may_propose: MayPropose
    fetch: FetchCase


def kind_use_cases(
    uow: UnitOfWorkFactory, clock: Clock, ids: IdSource, grace: Grace, *, team_of: TeamOf = desk_alone
) -> KindUseCases:
    return KindUseCases(
        team_of=team_of,
        change_team=ChangeTeam(uow=uow, clock=clock, ids=ids, grace=grace),
        called=CallReached(uow=uow, clock=clock, ids=ids, grace=grace),
        may_propose=MayPropose(uow=uow),
        fetch=FetchCase(uow=uow, clock=clock, ids=ids, grace=grace),
        missed=CallMissed(uow=uow, clock=clock, ids=ids, grace=grace),
    )
