"""Every port of storage at once, from one implementation, for suites that run over several."""

from dataclasses import dataclass

from core.booking.queries import BookingReader
from core.broadcast.ports import CampaignReader
from core.disclosure.queries import DisclosureReader
from core.figures.model import FiguresReader
from core.people.queries import LanguageReader
from core.petitions.desk_stats import DeskStatsReader
from core.petitions.handover import ShiftReader
from core.petitions.queries import CardReader, CaseReader, PromptReader
from core.petitions.queue import QueueReader
from core.petitions.search import CaseSearch
from core.shared.blobs import BlobStore
from core.shared.inbox import Inbox
from core.shared.outbox import OutboxQueue
from core.shared.state import KeptState
from core.uow import UnitOfWorkFactory
from tests.fakes.booking import FakeBookingReader
from tests.fakes.broadcast import FakeCampaignReader
from tests.fakes.database import FakeDatabase
from tests.fakes.disclosure import FakeDisclosureReader
from tests.fakes.figures import FakeFiguresReader
from tests.fakes.outbox import FakeOutboxQueue
from tests.fakes.queries import FakeCardReader, FakeCaseReader, FakeLanguageReader, FakePromptReader
from tests.fakes.queue import FakeCaseSearch, FakeQueueReader
from tests.fakes.shifts import FakeDeskStatsReader, FakeShiftReader
from tests.fakes.stores import FakeBlobStore, FakeInbox, FakeStateStore
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import FakeClock


@dataclass(frozen=True, slots=True, kw_only=True)
class StoragePorts:
    uow: UnitOfWorkFactory
    queue: OutboxQueue
    inbox: Inbox
    state: KeptState
    blobs: BlobStore
    cases: CaseReader
    queue_page: QueueReader
    search: CaseSearch
    shifts: ShiftReader
    stats: DeskStatsReader
    figures: FiguresReader
    cards: CardReader
    prompts: PromptReader
    languages: LanguageReader
    booking: BookingReader
    disclosure: DisclosureReader
    campaigns: CampaignReader
    clock: FakeClock


def fake_ports() -> StoragePorts:
    database, clock = FakeDatabase(), FakeClock()
    return StoragePorts(
        uow=InMemoryUnitOfWorkFactory(database),
        queue=FakeOutboxQueue(database, clock),
        inbox=FakeInbox(database),
        state=FakeStateStore(database),
        blobs=FakeBlobStore(),
        cases=FakeCaseReader(database),
        queue_page=FakeQueueReader(database),
        search=FakeCaseSearch(database),
        shifts=FakeShiftReader(database),
        stats=FakeDeskStatsReader(database),
        figures=FakeFiguresReader(database),
        cards=FakeCardReader(database),
        prompts=FakePromptReader(database),
        languages=FakeLanguageReader(database),
        booking=FakeBookingReader(database),
        disclosure=FakeDisclosureReader(database),
        campaigns=FakeCampaignReader(database),
        clock=clock,
    )
