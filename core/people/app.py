"""Everything an edge may do or read about the roster's people, put together from the ports."""

from dataclasses import dataclass

from core.people.identity import BindOnPaper, FindOnPaper, IssuePaperCode, SeeIdentity, TakeWalkIns
from core.people.intake import IntakeStore
from core.people.ports import Secrets
from core.people.roster import VerifyResident
from core.people.walk_in import FileWalkIn, RenewSlip, SealPhone, SeePhone, SlipMaker
from core.petitions.categories import Categorise
from core.petitions.clocks import Pledges
from core.petitions.kinds import TeamOf
from core.shared.clock import Calendar, Clock
from core.shared.ids import IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleUseCases:
    verify: VerifyResident
    identity: SeeIdentity
    paper_code: IssuePaperCode
    find_on_paper: FindOnPaper
    bind_on_paper: BindOnPaper
    take_walk_ins: TakeWalkIns
    intakes: IntakeStore
    file_walk_in: FileWalkIn
    renew_slip: RenewSlip
    see_phone: SeePhone
    seal_phone: SealPhone
    slips: SlipMaker


def people_use_cases(
    uow: UnitOfWorkFactory,
    clock: Clock,
    calendar: Calendar,
    ids: IdSource,
    secrets: Secrets,
    *,
    pledges: Pledges,
    categorise: Categorise,
    team_of: TeamOf,
    intakes: IntakeStore,
    slips: SlipMaker,
) -> PeopleUseCases:
    return PeopleUseCases(
        verify=VerifyResident(uow=uow, clock=clock, secrets=secrets),
        identity=SeeIdentity(uow=uow),
        paper_code=IssuePaperCode(uow=uow, clock=clock, ids=ids, secrets=secrets),
        find_on_paper=FindOnPaper(uow=uow, clock=clock, secrets=secrets),
        bind_on_paper=BindOnPaper(uow=uow, clock=clock, secrets=secrets),
        take_walk_ins=TakeWalkIns(uow=uow, clock=clock),
        intakes=intakes,
        file_walk_in=FileWalkIn(
            uow=uow,
            clock=clock,
            calendar=calendar,
            ids=ids,
            secrets=secrets,
            pledges=pledges,
            categorise=categorise,
            team_of=team_of,
        ),
        renew_slip=RenewSlip(uow=uow, clock=clock, ids=ids, secrets=secrets),
        seal_phone=SealPhone(secrets=secrets),
        see_phone=SeePhone(uow=uow, clock=clock, secrets=secrets),
        slips=slips,
    )
