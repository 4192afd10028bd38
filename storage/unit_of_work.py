from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from core.petitions.search import Cutter, cut_into_characters
from storage.case_search import SqlSearchIndex
from storage.engine import Database
from storage.integrity import translated
from storage.repositories.abuse import SqlBlockRepository, SqlPaceRepository
from storage.repositories.answers import SqlAnswerDraftRepository, SqlRatingRepository, SqlTemplateRepository
from storage.repositories.ballots import SqlBallotRepository
from storage.repositories.booking import SqlBookingRepository, SqlDayRepository, SqlSeriesRepository
from storage.repositories.broadcast import SqlCampaignRepository, SqlSubscriptionRepository
from storage.repositories.clocks import SqlCalendarRepository, SqlExtensionRepository
from storage.repositories.disclosure import SqlDisclosureRepository
from storage.repositories.duty import SqlDutyRepository
from storage.repositories.handovers import SqlHandoverRepository
from storage.repositories.intents import SqlIntentRepository
from storage.repositories.links import SqlAuditLog, SqlLinkRepository, SqlOutboxWriter
from storage.repositories.majors import SqlMajorRepository
from storage.repositories.mediation import SqlMediationRepository
from storage.repositories.offices import SqlOfficeRepository
from storage.repositories.people import (
    SqlBindCodeRepository,
    SqlResidentRepository,
    SqlUnitRepository,
)
from storage.repositories.periods import SqlPeriodLog
from storage.repositories.persons import SqlPersonRepository
from storage.repositories.petitions import (
    SqlAttachmentRepository,
    SqlCaseMessageRepository,
    SqlHistoryRepository,
    SqlPetitionRepository,
)
from storage.repositories.reports import SqlReportRepository
from storage.repositories.roster import SqlPaperCodeRepository, SqlRosterRepository
from storage.repositories.seats import SqlSeatRepository
from storage.repositories.staff_chats import SqlStaffChatRepository
from storage.repositories.together import SqlTogetherRepository
from storage.repositories.trail import SqlAuditTrail
from storage.repositories.volunteers import SqlVolunteerRepository
from storage.work import Work


class SqlUnitOfWork:
    """One transaction. On SQLite a writing one is this process's only one: do no network inside, open no second one."""

    def __init__(self, connection: AsyncConnection, cutter: Cutter, *, reads_only: bool = False) -> None:
        self._connection = connection
        self._work = Work(self._connection, reads_only=reads_only)
        self.units = SqlUnitRepository(self._work)
        self.staff_chats = SqlStaffChatRepository(self._work)
        self.bind_codes = SqlBindCodeRepository(self._work)
        self.residents = SqlResidentRepository(self._work)
        self.roster = SqlRosterRepository(self._work)
        self.search = SqlSearchIndex(self._work, cutter)
        self.petitions = SqlPetitionRepository(self._work, self.search)
        self.handovers = SqlHandoverRepository(self._work)
        self.paper_codes = SqlPaperCodeRepository(self._work)
        self.history = SqlHistoryRepository(self._work)
        self.messages = SqlCaseMessageRepository(self._work, self.search)
        self.links = SqlLinkRepository(self._work)
        self.seats = SqlSeatRepository(self._work)
        self.intents = SqlIntentRepository(self._work)
        self.attachments = SqlAttachmentRepository(self._work)
        self.series = SqlSeriesRepository(self._work)
        self.days = SqlDayRepository(self._work)
        self.bookings = SqlBookingRepository(self._work)
        self.ballots = SqlBallotRepository(self._work)
        self.disclosure = SqlDisclosureRepository(self._work)
        self.subscriptions = SqlSubscriptionRepository(self._work)
        self.campaigns = SqlCampaignRepository(self._work)
        self.calendar = SqlCalendarRepository(self._work)
        self.extensions = SqlExtensionRepository(self._work)
        self.offices = SqlOfficeRepository(self._work)
        self.majors = SqlMajorRepository(self._work)
        self.volunteers = SqlVolunteerRepository(self._work)
        self.mediations = SqlMediationRepository(self._work)
        self.together = SqlTogetherRepository(self._work)
        self.duty = SqlDutyRepository(self._work)
        self.answers = SqlAnswerDraftRepository(self._work)
        self.templates = SqlTemplateRepository(self._work)
        self.ratings = SqlRatingRepository(self._work)
        self.paces = SqlPaceRepository(self._work)
        self.blocks = SqlBlockRepository(self._work)
        self.reports = SqlReportRepository(self._work)
        self.audit = SqlAuditLog(self._work)
        self.trail = SqlAuditTrail(self._work)
        self.persons = SqlPersonRepository(self._work)
        self.outbox = SqlOutboxWriter(self._work)
        self.periods = SqlPeriodLog(self._work)

    async def commit(self) -> None:
        await self.search.flush()
        await self._work.flush()
        with translated():
            await self._connection.commit()

    async def __aenter__(self) -> Self:
        with translated():
            self._connection = await self._connection.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the connection back; whatever was not committed is rolled back by that."""
        with translated():
            await self._connection.__aexit__(kind, error, trace)


class SqlUnitOfWorkFactory:
    """`cutter` cuts what petitions are found by; the default one knows no words, only characters."""

    def __init__(self, database: Database, cutter: Cutter = cut_into_characters) -> None:
        self._database = database
        self._cutter = cutter

    def __call__(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._database.writing(), self._cutter)

    def reading(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._database.looking(), self._cutter, reads_only=True)
