from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from core.shared.errors import StorageError
from tests.fakes.abuse import FakeBlockRepository, FakePaceRepository
from tests.fakes.answers import FakeAnswerDraftRepository, FakeRatingRepository, FakeTemplateRepository
from tests.fakes.ballots import FakeBallotRepository
from tests.fakes.booking import FakeBookingRepository, FakeDayRepository, FakeSeriesRepository
from tests.fakes.broadcast import FakeCampaignRepository, FakeSubscriptionRepository
from tests.fakes.clocks import FakeCalendarRepository, FakeExtensionRepository
from tests.fakes.database import FakeDatabase, FakeWork, Tables
from tests.fakes.disclosure import FakeDisclosureRepository
from tests.fakes.duty import FakeDutyRepository
from tests.fakes.files import FakeAttachmentRepository
from tests.fakes.handovers import FakeHandoverRepository
from tests.fakes.majors import FakeMajorRepository
from tests.fakes.mediation import FakeMediationRepository
from tests.fakes.offices import FakeOfficeRepository
from tests.fakes.outbox_writer import FakeOutboxWriter
from tests.fakes.people import (
    FakeBindCodeRepository,
    FakeResidentRepository,
    FakeStaffChatRepository,
    FakeUnitRepository,
)
from tests.fakes.periods import FakePeriodLog
from tests.fakes.persons import FakePersonRepository
from tests.fakes.petitions import (
    FakeAuditLog,
    FakeCaseMessageRepository,
    FakeHistoryRepository,
    FakeIntentRepository,
    FakeLinkRepository,
    FakePetitionRepository,
)
from tests.fakes.reports import FakeReportRepository
from tests.fakes.roster import FakePaperCodeRepository, FakeRosterRepository
from tests.fakes.search_index import FakeSearchIndex
from tests.fakes.seats import FakeSeatRepository
from tests.fakes.together import FakeTogetherRepository
from tests.fakes.trail import FakeAuditTrail
from tests.fakes.volunteers import FakeVolunteerRepository


class InMemoryUnitOfWork:
    """Works on a copy; leaving without `commit` throws it away. A second one waits until the first has ended."""

    def __init__(self, database: FakeDatabase) -> None:
        self._database = database
        self._resources = AsyncExitStack()
        self._tables = Tables()
        self._bind()

    reads_only = False

    def _bind(self) -> None:
        self._work = work = FakeWork(self._tables, reads_only=self.reads_only)
        self.units = FakeUnitRepository(work)
        self.staff_chats = FakeStaffChatRepository(work)
        self.bind_codes = FakeBindCodeRepository(work)
        self.residents = FakeResidentRepository(work)
        self.roster = FakeRosterRepository(work)
        self.paper_codes = FakePaperCodeRepository(work)
        self.petitions = FakePetitionRepository(work)
        self.search = FakeSearchIndex()
        self.handovers = FakeHandoverRepository(work)
        self.history = FakeHistoryRepository(work)
        self.messages = FakeCaseMessageRepository(work)
        self.links = FakeLinkRepository(work)
        self.seats = FakeSeatRepository(work)
        self.intents = FakeIntentRepository(work)
        self.attachments = FakeAttachmentRepository(work)
        self.series = FakeSeriesRepository(work)
        self.days = FakeDayRepository(work)
        self.bookings = FakeBookingRepository(work)
        self.ballots = FakeBallotRepository(work)
        self.disclosure = FakeDisclosureRepository(work)
        self.subscriptions = FakeSubscriptionRepository(work)
        self.campaigns = FakeCampaignRepository(work)
        self.calendar = FakeCalendarRepository(work)
        self.extensions = FakeExtensionRepository(work)
        self.offices = FakeOfficeRepository(work)
        self.majors = FakeMajorRepository(work)
        self.volunteers = FakeVolunteerRepository(work)
        self.mediations = FakeMediationRepository(work)
        self.together = FakeTogetherRepository(work)
        self.duty = FakeDutyRepository(work)
        self.answers = FakeAnswerDraftRepository(work)
        self.templates = FakeTemplateRepository(work)
        self.ratings = FakeRatingRepository(work)
        self.paces = FakePaceRepository(work)
        self.blocks = FakeBlockRepository(work)
        self.reports = FakeReportRepository(work)
        self.audit = FakeAuditLog(work)
        self.trail = FakeAuditTrail(work)
        self.persons = FakePersonRepository(work)
        self.outbox = FakeOutboxWriter(work)
        self.periods = FakePeriodLog(work)

    async def commit(self) -> None:
        self._database.publish(self._work.now())

    async def __aenter__(self) -> Self:
        self._tables = await self._resources.enter_async_context(self._database.writing())
        self._bind()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._resources.aclose()


class ReadingUnitOfWork(InMemoryUnitOfWork):
    """Sees what is committed, waits for nobody, and cannot write."""

    reads_only = True

    async def commit(self) -> None:
        raise StorageError("storage-failed")

    async def __aenter__(self) -> Self:
        self._tables = self._database.committed.copy()
        self._bind()
        return self


class InMemoryUnitOfWorkFactory:
    """`committed` is what a test looks at."""

    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    def __call__(self) -> InMemoryUnitOfWork:
        return InMemoryUnitOfWork(self._database)

    def reading(self) -> InMemoryUnitOfWork:
        return ReadingUnitOfWork(self._database)

    @property
    def committed(self) -> FakeDatabase:
        return self._database
