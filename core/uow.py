"""One use case, one transaction: explicit commit, rollback by default."""

from types import TracebackType
from typing import Protocol, Self

from core.abuse.ports import BlockRepository, PaceRepository
from core.answers.drafts import AnswerDraftRepository
from core.answers.ratings import RatingRepository
from core.answers.templates import TemplateRepository
from core.ballots.ports import BallotRepository
from core.booking.ports import BookingRepository, DayRepository, SeriesRepository
from core.broadcast.ports import CampaignRepository, SubscriptionRepository
from core.directory.ports import OfficeRepository
from core.disclosure.ports import DisclosureRepository
from core.duty.ports import DutyRepository
from core.mediation.ports import MediationRepository
from core.people.ports import (
    BindCodeRepository,
    PaperCodeRepository,
    ResidentRepository,
    RosterRepository,
    StaffChatRepository,
    UnitRepository,
)
from core.petitions.extension import ExtensionRepository
from core.petitions.handover import HandoverRepository
from core.petitions.major import MajorRepository
from core.petitions.ports import (
    AttachmentRepository,
    AuditLog,
    CaseMessageRepository,
    HistoryRepository,
    IntentRepository,
    LinkRepository,
    PetitionRepository,
    SeatRepository,
)
from core.petitions.search import SearchIndex
from core.privacy.ports import AuditTrail, PersonRepository
from core.reports.ports import ReportRepository
from core.shared.calendar import CalendarRepository
from core.shared.outbox_writer import OutboxWriter
from core.shared.periods import PeriodLog
from core.together.ports import TogetherRepository
from core.volunteers.ports import VolunteerRepository


class UnitOfWork(Protocol):
    """Leaving the block without `commit` rolls everything back, outbox included."""

    @property
    def units(self) -> UnitRepository: ...
    @property
    def staff_chats(self) -> StaffChatRepository: ...
    @property
    def bind_codes(self) -> BindCodeRepository: ...
    @property
    def residents(self) -> ResidentRepository: ...
    @property
    def roster(self) -> RosterRepository: ...
    @property
    def paper_codes(self) -> PaperCodeRepository: ...
    @property
    def petitions(self) -> PetitionRepository: ...
    @property
    def search(self) -> SearchIndex: ...
    @property
    def handovers(self) -> HandoverRepository: ...
    @property
    def history(self) -> HistoryRepository: ...
    @property
    def messages(self) -> CaseMessageRepository: ...
    @property
    def links(self) -> LinkRepository: ...
    @property
    def seats(self) -> SeatRepository: ...
    @property
    def intents(self) -> IntentRepository: ...
    @property
    def attachments(self) -> AttachmentRepository: ...
    @property
    def series(self) -> SeriesRepository: ...
    @property
    def days(self) -> DayRepository: ...
    @property
    def bookings(self) -> BookingRepository: ...
    @property
    def ballots(self) -> BallotRepository: ...
    @property
    def disclosure(self) -> DisclosureRepository: ...
    @property
    def subscriptions(self) -> SubscriptionRepository: ...
    @property
    def campaigns(self) -> CampaignRepository: ...
    @property
    def calendar(self) -> CalendarRepository: ...
    @property
    def extensions(self) -> ExtensionRepository: ...
    @property
    def offices(self) -> OfficeRepository: ...
    @property
    def majors(self) -> MajorRepository: ...
    @property
    def volunteers(self) -> VolunteerRepository: ...
    @property
    def together(self) -> TogetherRepository: ...
    @property
    def mediations(self) -> MediationRepository: ...
    @property
    def duty(self) -> DutyRepository: ...
    @property
    def answers(self) -> AnswerDraftRepository: ...
    @property
    def templates(self) -> TemplateRepository: ...
    @property
    def ratings(self) -> RatingRepository: ...
    @property
    def paces(self) -> PaceRepository: ...
    @property
    def blocks(self) -> BlockRepository: ...
    @property
    def reports(self) -> ReportRepository: ...
    @property
    def audit(self) -> AuditLog: ...
    @property
    def trail(self) -> AuditTrail: ...
    @property
    def persons(self) -> PersonRepository: ...
    @property
    def outbox(self) -> OutboxWriter: ...
    @property
    def periods(self) -> PeriodLog: ...

    async def commit(self) -> None:
        """Make everything durable at once.

        Raises ConflictError or StorageError, and then nothing has happened.
        """
        ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class UnitOfWorkFactory(Protocol):
    def __call__(self) -> UnitOfWork:
        """Return one that may write. Writers of a process may have to stand in a queue: look things up by `reading`."""
        ...

    def reading(self) -> UnitOfWork:
        """Return one that sees what is committed at this moment and changes nothing."""
        ...
