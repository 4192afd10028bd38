"""What all storage fakes share: committed state, and transactions that work on a copy."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from core.abuse.model import Block
from core.answers.drafts import AnswerDraft
from core.answers.ratings import Rating
from core.answers.templates import Template, TemplateId
from core.ballots.model import Ballot, Slip, Voter
from core.booking.model import Day, Series, Slot
from core.booking.places import Booking
from core.broadcast.model import Campaign, Subscription
from core.directory.model import Entry
from core.disclosure.model import Item, Version
from core.disclosure.ports import Post
from core.duty.model import Away, Colleague, Swap
from core.mediation.model import Mediation
from core.people.model import BindCode, PaperCode, Purpose, Resident, RosterEntry, StaffChat, Unit
from core.petitions.extension import Extension
from core.petitions.handover import Handover, HandoverId
from core.petitions.intent import Intent
from core.petitions.major import Major
from core.petitions.model import CaseMessage, HistoryRow, Petition
from core.petitions.places import CardPlace
from core.privacy.model import Seal
from core.reports.model import Opening, Report
from core.shared.calendar import ArrangedDay
from core.shared.errors import AppError, ConflictError, StorageError
from core.shared.followups import goes_with
from core.shared.ids import (
    AwayId,
    BallotId,
    BookingId,
    CallId,
    CampaignId,
    CaseMessageId,
    ChatId,
    DayId,
    ExtensionId,
    ItemId,
    MessageId,
    OfficeId,
    PetitionId,
    ReportId,
    ResidentId,
    RosterId,
    SeriesId,
    SlotId,
    SwapId,
    TelegramUserId,
    UnitId,
    VersionId,
)
from core.shared.inbox import InboxRow
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import ClaimedItem, OutboxItem, RowState
from core.shared.periods import Period, Turn, Weekly
from core.together.model import Collective, Merge, Signature
from core.together.neighbours import NeighbourLine
from core.volunteers.model import Call, Reply, Volunteer


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    action: str
    actor: str
    subject: str
    at: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeOutboxRow:
    id: int
    item: OutboxItem
    state: RowState = RowState.PENDING
    attempts: int = 0
    not_before: float = 0.0
    lease_until: float = 0.0
    owner: str = ""
    finished_at: float | None = None
    error: str | None = None
    revived: int = 0

    @property
    def held(self) -> bool:
        return self.state is RowState.PENDING and self.not_before > 0 and self.attempts == 0

    def claimed(self) -> ClaimedItem:
        return ClaimedItem(
            id=self.id,
            item=self.item,
            attempts=self.attempts,
            lease_until=self.lease_until,
            revived=self.revived,
            open_ended=self.attempts > 1 and self.error is None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    petition_id: PetitionId
    role: LinkRole
    case_message_id: CaseMessageId | None


@dataclass(slots=True)
class Tables:
    """Frozen values in dicts and lists, so that a shallow copy is a snapshot."""

    units: dict[UnitId, Unit] = field(default_factory=dict)
    staff_chats: dict[ChatId, StaffChat] = field(default_factory=dict)
    bind_codes: dict[str, BindCode] = field(default_factory=dict)
    residents: dict[ResidentId, Resident] = field(default_factory=dict)
    roster: dict[RosterId, RosterEntry] = field(default_factory=dict)
    paper_codes: dict[str, PaperCode] = field(default_factory=dict)
    petitions: dict[PetitionId, Petition] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    history: list[HistoryRow] = field(default_factory=list)
    messages: dict[CaseMessageId, CaseMessage] = field(default_factory=dict)
    handovers: dict[HandoverId, Handover] = field(default_factory=dict)
    links: dict[tuple[ChatId, MessageId], Link] = field(default_factory=dict)
    cards: dict[tuple[PetitionId, ChatId], CardPlace] = field(default_factory=dict)
    intents: dict[tuple[ChatId, TelegramUserId, PetitionId, str], Intent] = field(default_factory=dict)
    rendered: dict[tuple[PetitionId, ChatId], int] = field(default_factory=dict)
    audit: list[AuditRow] = field(default_factory=list)
    seals: list[Seal] = field(default_factory=list)
    outbox: dict[int, FakeOutboxRow] = field(default_factory=dict)
    inbox: dict[int, InboxRow | None] = field(default_factory=dict)
    parked: dict[int, str] = field(default_factory=dict)
    parked_at: dict[int, float] = field(default_factory=dict)
    state: dict[str, str] = field(default_factory=dict)
    state_idle: dict[str, int] = field(default_factory=dict)
    """Days since a value was written, where a test says so."""
    periods: dict[tuple[str, Period], Turn] = field(default_factory=dict)
    items: dict[ItemId, Item] = field(default_factory=dict)
    versions: dict[VersionId, Version] = field(default_factory=dict)
    posts: dict[tuple[ChatId, MessageId], Post] = field(default_factory=dict)
    news_counters: dict[int, int] = field(default_factory=dict)
    news_words: dict[ItemId, frozenset[str]] = field(default_factory=dict)
    ran_at: dict[tuple[str, Period], datetime] = field(default_factory=dict)
    series: dict[SeriesId, Series] = field(default_factory=dict)
    days: dict[DayId, Day] = field(default_factory=dict)
    slots: dict[SlotId, Slot] = field(default_factory=dict)
    bookings: dict[BookingId, Booking] = field(default_factory=dict)
    tickets: dict[int, int] = field(default_factory=dict)
    ballots: dict[BallotId, Ballot] = field(default_factory=dict)
    approvals: dict[tuple[BallotId, TelegramUserId], str] = field(default_factory=dict)
    roll: dict[tuple[BallotId, RosterId], Voter] = field(default_factory=dict)
    register: dict[tuple[BallotId, str], bool] = field(default_factory=dict)
    box: dict[tuple[BallotId, str], Slip] = field(default_factory=dict)
    receipts: dict[tuple[BallotId, str], bool] = field(default_factory=dict)
    vote_drafts: dict[tuple[BallotId, RosterId], bytes] = field(default_factory=dict)
    lists: dict[BallotId, Mapping[str, Any]] = field(default_factory=dict)
    subscriptions: dict[ResidentId, Subscription] = field(default_factory=dict)
    digest_settings: dict[UnitId, Weekly | None] = field(default_factory=dict)
    campaigns: dict[CampaignId, Campaign] = field(default_factory=dict)
    arranged: dict[date, ArrangedDay] = field(default_factory=dict)
    arrangements: dict[int, int] = field(default_factory=dict)
    hours: dict[UnitId, str] = field(default_factory=dict)
    extensions: dict[ExtensionId, Extension] = field(default_factory=dict)
    paces: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)
    blocks: dict[tuple[ResidentId, UnitId], Block] = field(default_factory=dict)
    reports: dict[ReportId, Report] = field(default_factory=dict)
    report_entries: dict[tuple[ReportId, int], tuple[str, bytes]] = field(default_factory=dict)
    openings: list[Opening] = field(default_factory=list)
    put_off: dict[tuple[CampaignId, ResidentId], datetime] = field(default_factory=dict)

    offices: dict[OfficeId, Entry] = field(default_factory=dict)
    answer_drafts: dict[PetitionId, AnswerDraft] = field(default_factory=dict)
    answer_templates: dict[TemplateId, Template] = field(default_factory=dict)
    answer_ratings: dict[PetitionId, Rating] = field(default_factory=dict)
    rating_optouts: dict[ResidentId, bool] = field(default_factory=dict)
    reminder_optouts: dict[ResidentId, bool] = field(default_factory=dict)
    majors: dict[PetitionId, Major] = field(default_factory=dict)
    collectives: dict[PetitionId, Collective] = field(default_factory=dict)
    signatures: dict[tuple[PetitionId, str], Signature] = field(default_factory=dict)
    mediations: dict[PetitionId, Mediation] = field(default_factory=dict)
    merges: dict[PetitionId, Merge] = field(default_factory=dict)
    neighbour_lines: dict[PetitionId, NeighbourLine] = field(default_factory=dict)
    volunteers: dict[ResidentId, Volunteer] = field(default_factory=dict)
    calls: dict[CallId, Call] = field(default_factory=dict)
    replies: dict[tuple[CallId, ResidentId], Reply] = field(default_factory=dict)
    desk_people: dict[tuple[UnitId, TelegramUserId], Colleague] = field(default_factory=dict)
    duty_slots: dict[tuple[UnitId, str], Sequence[TelegramUserId]] = field(default_factory=dict)
    aways: dict[AwayId, Away] = field(default_factory=dict)
    swaps: dict[SwapId, Swap] = field(default_factory=dict)
    duty_plans: dict[UnitId, Mapping[str, Sequence[TelegramUserId]]] = field(default_factory=dict)

    def copy(self) -> "Tables":
        return Tables(*(getattr(self, f.name).copy() for f in fields(self)))

    def enqueue(self, item: OutboxItem) -> None:
        """Add `item` as a row would keep it: its text through JSON, its dedupe key once for ever."""
        if any(row.item.dedupe == item.dedupe for row in self.outbox.values()):
            return
        spec = None if item.spec is None else MessageSpec.from_json(item.spec.to_json())
        row_id = max(self.outbox, default=0) + 1
        kept = replace(item, spec=spec, not_before=0.0)
        self.outbox[row_id] = FakeOutboxRow(id=row_id, item=kept, not_before=item.not_before)
        self.hold_as_long(item)

    def hold_as_long(self, item: OutboxItem) -> None:
        """What is held of an album waits for its latest part."""
        for row in list(self.outbox.values()):
            if row.held and goes_with(row.item, item) and row.not_before < item.not_before:
                self.outbox[row.id] = replace(row, not_before=item.not_before)

    def held(self) -> list[FakeOutboxRow]:
        """Rows whose writer may still take them back, with what they said in a case."""
        return [row for row in self.outbox.values() if row.held and row.item.case_message_id is not None]

    def operators(self) -> list[ChatId]:
        return sorted(chat.chat_id for chat in self.staff_chats.values() if Purpose.OPERATORS in chat.purposes)

    def resident_of(self, telegram_id: int) -> Resident | None:
        wanted = TelegramUserId(telegram_id)
        return next((r for r in self.residents.values() if r.telegram_id == wanted), None)


class FakeDatabase:
    """One database of one process. `committed` is what other units of work can see."""

    def __init__(self) -> None:
        self.committed = Tables()
        self._writer = asyncio.Lock()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Tables]:
        """Hand out a copy; the caller commits it with `publish`. One writer at a time, as in SQLite."""
        async with self._writer:
            yield self.committed.copy()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tables]:
        async with self.writing() as tables:
            yield tables
            self.publish(tables)

    def publish(self, tables: Tables) -> None:
        self.committed = tables.copy()

    @property
    def outbox_items(self) -> list[OutboxItem]:
        return [row.item for row in self.committed.outbox.values()]

    @property
    def outbox_keys(self) -> list[str]:
        return [item.dedupe for item in self.outbox_items]


class FakeWork:
    """Buffered writes, applied in order before anything is read and at commit: there they fail, if they fail."""

    def __init__(self, tables: Tables, *, reads_only: bool = False) -> None:
        self.reads_only = reads_only
        self._tables = tables
        self._buffer: list[Callable[[Tables], None]] = []

    def later(self, write: Callable[[Tables], None]) -> None:
        self._buffer.append(write)

    def now(self) -> Tables:
        buffer, self._buffer = self._buffer, []
        for write in buffer:
            write(self._tables)
        return self._tables


def require(known: bool) -> None:
    """Stand in for a foreign key."""
    if not known:
        raise StorageError("storage-failed")


def unique(free: bool, code: str | None = None) -> None:
    """Stand in for a unique constraint, with the code it has in `storage.integrity`, if it has one."""
    if not free:
        error: AppError = StorageError("storage-failed") if code is None else ConflictError(code)
        raise error
