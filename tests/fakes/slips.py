from bot.intakes import StateIntakeStore
from core.people.app import PeopleUseCases, people_use_cases
from core.people.ports import Secrets
from core.people.walk_in import Slip
from core.petitions.categories import Categorise
from core.petitions.clocks import Pledges
from core.petitions.kinds import TeamOf
from core.shared.clock import Calendar, Clock
from core.shared.ids import IdSource
from tests.fakes.database import FakeDatabase
from tests.fakes.stores import FakeStateStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory


class FakeSlips:
    """Remembers what was to be printed."""

    def __init__(self) -> None:
        self.made: list[Slip] = []

    async def make(self, slip: Slip) -> bytes:
        self.made.append(slip)
        return b"%PDF"


def people_of(
    database: FakeDatabase,
    clock: Clock,
    calendar: Calendar,
    ids: IdSource,
    secrets: Secrets,
    slips: FakeSlips,
    categorise: Categorise,
    team_of: TeamOf,
) -> PeopleUseCases:
    """The people's use cases on in-memory storage."""
    return people_use_cases(
        InMemoryUnitOfWorkFactory(database),
        clock,
        calendar,
        ids,
        secrets,
        pledges=Pledges(),
        categorise=categorise,
        team_of=team_of,
        intakes=StateIntakeStore(FakeStateStore(database), secrets),
        slips=slips,
    )
