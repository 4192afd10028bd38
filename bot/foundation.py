"""What stands without Telegram: the database and the adapters that need only the machine.

Commands that never talk to Telegram use this alone; the composition root builds the rest upon it. Imports neither
aiogram nor python-telegram-bot, which take seconds.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.adapters.calendar import KnownCalendar
from bot.adapters.clock import OffsetRefresher, SystemClock, SystemElapsed
from bot.adapters.figure_words import find_hot_words
from bot.adapters.ids import RandomIds, shuffled
from bot.adapters.secrets import KeyedSecrets, load_master
from bot.adapters.vote_keys import FileVoteKeys
from bot.adapters.words import case_cutter
from bot.config import Settings
from bot.process import process_name
from core.ballots.ports import Charts
from core.ballots.usecases import CancelBallot, LoadBallots, TendBallots
from core.booking.usecases import ImportSeries, MakeDays
from core.broadcast.ports import DigestSource
from core.broadcast.usecases import SetWeekly
from core.figures.usecases import MakeReport
from core.journeys.digest import News, digest_sources
from core.journeys.motions import tell_author
from core.people.binding import BindStaffChat, IssueBindCode
from core.people.refused import RefusedBinds
from core.people.units import AddUnit
from core.petitions.usecases import FollowCalendar
from core.reports.model import Vault
from core.reports.seating import FindSeat, everybody_present
from core.reports.usecases import RemindReviewers
from core.shared.calendar import Arrangement
from core.shared.inbox import Inbox, Turns
from core.shared.state import KeptState, StateStore
from storage.blobs import FileBlobStore
from storage.clock import SqlClockOffset
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.queries.booking import SqlBookingReader
from storage.queries.cases import SqlCaseReader
from storage.queries.disclosure import SqlDisclosureReader
from storage.queries.figures import SqlFiguresReader
from storage.serving import SoleTurns
from storage.state import SqlStateStore
from storage.tables import SECRET
from storage.unit_of_work import SqlUnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Foundation:
    """Open for as long as the process, or the command, works."""

    database: Database
    uow: SqlUnitOfWorkFactory
    outbox: SqlOutboxQueue
    state: KeptState
    inbox: Inbox
    turns: Turns
    blobs: FileBlobStore
    clock: SystemClock
    offset: OffsetRefresher
    elapsed: SystemElapsed
    calendar: KnownCalendar
    ids: RandomIds
    secrets: KeyedSecrets
    vote_keys: FileVoteKeys
    report_files: FileBlobStore
    ready: Callable[[], Awaitable[None]]
    """Raises StorageError while the database, or Redis where it is used, cannot be asked."""

    def add_unit(self) -> AddUnit:
        return AddUnit(uow=self.uow, clock=self.clock, ids=self.ids)

    def follow_calendar(self) -> FollowCalendar:
        return FollowCalendar(uow=self.uow, clock=self.clock, calendar=self.calendar)

    def make_days(self) -> MakeDays:
        return MakeDays(clock=self.clock, calendar=self.calendar, ids=self.ids)

    def import_series(self) -> ImportSeries:
        return ImportSeries(uow=self.uow, clock=self.clock, ids=self.ids, make=self.make_days())

    def load_ballots(self) -> LoadBallots:
        return LoadBallots(uow=self.uow, clock=self.clock, ids=self.ids)

    def cancel_ballot(self) -> CancelBallot:
        return CancelBallot(uow=self.uow, clock=self.clock, keys=self.vote_keys)

    def make_report(self) -> MakeReport:
        return MakeReport(reader=SqlFiguresReader(self.database), clock=self.clock, find=find_hot_words)

    def charts(self) -> Charts:
        from bot.adapters.charts import BallotCharts  # noqa: PLC0415 - Pillow, only where pictures are drawn

        return BallotCharts(self.blobs)

    def tend_ballots(self) -> TendBallots:
        async def scrub() -> None:
            await self.database.scrub(SECRET)

        return TendBallots(
            uow=self.uow,
            clock=self.clock,
            keys=self.vote_keys,
            shuffle=shuffled,
            scrub=scrub,
            charts=self.charts(),
            follow=tell_author,
        )

    def remind_reviewers(self, hour: int) -> RemindReviewers:
        return RemindReviewers(
            uow=self.uow,
            clock=self.clock,
            ids=self.ids,
            vault=Vault(self.secrets),
            find_seat=FindSeat(uow=self.uow, present=everybody_present),
            shuffle=shuffled,
            state=self.state,
            hour=hour,
        )

    def digest(self) -> Sequence[DigestSource]:
        cases, booking = SqlCaseReader(self.database), SqlBookingReader(self.database)
        return digest_sources(self.uow, cases, booking, self.news(), self.clock)

    def news(self) -> News:
        return News(disclosure=SqlDisclosureReader(self.database))

    def set_weekly(self) -> SetWeekly:
        return SetWeekly(uow=self.uow, clock=self.clock)

    def issue_bind_code(self) -> IssueBindCode:
        return IssueBindCode(uow=self.uow, clock=self.clock, ids=self.ids, secrets=self.secrets)

    def bind_staff_chat(self) -> BindStaffChat:
        return BindStaffChat(uow=self.uow, clock=self.clock, secrets=self.secrets)

    def refused_binds(self, state: StateStore | None = None) -> RefusedBinds:
        """Give `state` where writes are to be held back with the update."""
        return RefusedBinds(uow=self.uow, secrets=self.secrets, state=state or self.state)


@asynccontextmanager
async def open_foundation(settings: Settings) -> AsyncIterator[Foundation]:
    """Open the database and the keys; raises StorageError if one of them cannot be had."""
    given = settings.secret_key.get_secret_value() if settings.secret_key else None
    secrets = KeyedSecrets(load_master(given, settings.data_dir))
    database = Database(settings.database_url)
    async with AsyncExitStack() as opened:
        opened.push_async_callback(database.close)
        state: KeptState = SqlStateStore(database)
        inbox: Inbox = SqlInbox(database)
        turns: Turns = SoleTurns(settings.database_url)
        pings = [database.ping]
        if settings.redis_url:
            from storage.redis_state import RedisInbox, RedisStateStore  # noqa: PLC0415 - only where it is used
            from storage.redis_turns import RedisTurns  # noqa: PLC0415 - only where it is used

            redis = RedisStateStore(settings.redis_url, settings.bot_id)
            opened.push_async_callback(redis.close)
            state, inbox = redis, RedisInbox(inbox, redis)
            turns = RedisTurns(redis, f"{process_name()}:{RandomIds().new()}", database.ping)
            pings.append(redis.ping)

        async def ready() -> None:
            for ping in pings:
                await ping()

        uow = SqlUnitOfWorkFactory(database, case_cutter)

        async def arrangement() -> Arrangement:
            async with uow.reading() as reading:
                return await reading.calendar.arrangement()

        clock = SystemClock(settings.zone)
        offset = OffsetRefresher(clock, SqlClockOffset(database).read, demo=settings.demo)
        await offset.refresh()
        yield Foundation(
            database=database,
            uow=uow,
            outbox=SqlOutboxQueue(database, clock),
            state=state,
            inbox=inbox,
            turns=turns,
            blobs=FileBlobStore(settings.data_dir / "blobs"),
            clock=clock,
            offset=offset,
            elapsed=SystemElapsed(),
            calendar=KnownCalendar(arrangement),
            ids=RandomIds(),
            secrets=secrets,
            vote_keys=FileVoteKeys(settings.data_dir / "vote-keys"),
            report_files=FileBlobStore(settings.data_dir / "report-files"),
            ready=ready,
        )
