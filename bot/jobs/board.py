"""Every job there is, and `linli schedule`: the part that does them, apart from updates and delivery."""

import asyncio
import logging
import signal
from collections.abc import Callable, Sequence

from bot.config import Settings
from bot.foundation import Foundation, open_foundation
from bot.jobs.ticker import Ticker
from bot.jobs.turns import TakeTurns
from bot.metrics import Metrics
from bot.nursery import Nursery
from bot.whose import owner
from core.abuse.usecases import ForgetBlocks
from core.answers.rating import RemindRatings
from core.booking.usecases import TendDays
from core.broadcast.usecases import SendWeekly, TellAtOnce, TendCampaigns
from core.figures.usecases import TellWords
from core.jobs import Chore, Job, TakeTurn
from core.journeys.reception import ReceptionList
from core.mediation.reminding import RemindConfirmation
from core.people.strangers import ForgetStrangers
from core.petitions.briefs import BranchBrief, DailyBrief
from core.petitions.reminders import RemindDesks
from core.petitions.usecases.searching import FillIndex
from core.petitions.usecases.teams import CallAgain
from core.privacy.leftovers import RemoveLeftovers
from core.privacy.retention import ForgetUnfinished, MaskIdentities
from core.privacy.sealing import SealAudit
from core.shared.watch import JobMeter
from storage.blob_uses import ReportFileUses, SqlBlobUses
from storage.queries.depth import SqlDepths

_log = logging.getLogger(__name__)


def jobs_of(settings: Settings, base: Foundation) -> Sequence[Job]:
    return [
        RemindDesks(clock=base.clock, habits=settings.reminders),
        ForgetStrangers(uow=base.uow, state=base.state, owner=owner),
        MaskIdentities(uow=base.uow, clock=base.clock, secrets=base.secrets, days=settings.mask_after_days),
        _leftovers(settings, base),
        ForgetUnfinished(state=base.state, owner=owner, tidy=base.database.tidy),
        ForgetBlocks(clock=base.clock, elapsed=base.elapsed),
        RemindRatings(clock=base.clock),
        RemindConfirmation(clock=base.clock),
        base.make_days(),
        DailyBrief(clock=base.clock, calendar=base.calendar),
        BranchBrief(
            clock=base.clock, day=settings.branch_weekday, words=TellWords(uow=base.uow, make=base.make_report())
        ),
        ReceptionList(clock=base.clock),
        base.remind_reviewers(settings.remind_hour),
    ]


def _leftovers(settings: Settings, base: Foundation) -> Job:
    return RemoveLeftovers(
        inbox=base.inbox,
        queue=base.outbox,
        elapsed=base.elapsed,
        shelves=[
            (base.blobs, SqlBlobUses(base.database)),
            (base.report_files, ReportFileUses(base.database, base.secrets)),
        ],
        files_days=settings.unused_files_days,
        aside_days=settings.set_aside_days,
    )


def chores_of(settings: Settings, base: Foundation, take: TakeTurn, meter: JobMeter) -> Sequence[Chore]:
    weekly = SendWeekly(
        uow=base.uow, clock=base.clock, ids=base.ids, sources=base.digest(), default=settings.weekly_digest
    )
    return [
        base.follow_calendar(),  # before what asks for working days
        TendDays(uow=base.uow, clock=base.clock, hour=settings.remind_hour),
        SealAudit(uow=base.uow, clock=base.clock, secrets=base.secrets),
        base.tend_ballots(),
        TakeTurns(weekly, take, meter),
        TellAtOnce(uow=base.uow, clock=base.clock, ids=base.ids, news=base.news()),
        TendCampaigns(uow=base.uow, clock=base.clock),  # after what begins campaigns
        FillIndex(base.uow),
        CallAgain(uow=base.uow, clock=base.clock),
    ]


def build_ticker(settings: Settings, base: Foundation, told: Callable[[], None], meter: JobMeter) -> Ticker:
    """Return what does every job in time; `told` is called after each turn: there may be something to send."""
    take = TakeTurn(uow=base.uow, clock=base.clock)
    chores = chores_of(settings, base, take, meter)
    ticker = Ticker(jobs_of(settings, base), take, base.offset, settings.zone, told, meter, chores)
    base.offset.moved = ticker.wake
    return ticker


async def schedule(settings: Settings) -> None:
    """Do what falls due until SIGTERM or SIGINT. Needs the database alone: what is to be sent `linli deliver` sends."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_foundation(settings) as base, Nursery() as nursery:
        metrics = Metrics(SqlDepths(base.database), base.elapsed)
        if settings.watched:
            from bot.web import be_watched  # noqa: PLC0415 - brings aiogram, which takes seconds

            nursery.keep_up(lambda: be_watched(settings, base.ready, metrics.exposed), name="watched")
        await base.calendar.refresh()
        nursery.keep_up(base.calendar.run, name="calendar")
        nursery.keep_up(base.offset.run, name="clock")
        nursery.keep_up(build_ticker(settings, base, _nobody_to_wake, metrics).run, name="jobs")
        _log.info("the schedule is being kept")
        await stop.wait()


def _nobody_to_wake() -> None:
    """Another process delivers; it looks for itself."""
