"""The composition root, hand-written: the only place that names implementations."""

from dataclasses import dataclass
from typing import TypedDict

from aiogram import Bot

from bot.adapters.figure_files import FilesOfFigures
from bot.adapters.files import TelegramFileIntake
from bot.adapters.ids import shuffled
from bot.adapters.papers import TelegramPapers
from bot.adapters.present import TelegramPresence
from bot.adapters.report_drafts import SealedReportDrafts
from bot.adapters.router import ThreadedRouter
from bot.adapters.sealed_blobs import SealedBlobs
from bot.adapters.sheets import PdfSheets
from bot.adapters.slips import PdfSlips
from bot.adapters.telegram_files import AiogramDownloader
from bot.adapters.wording import CatalogueVariables, CatalogueWording
from bot.adapters.words import case_cutter, search_tokenizer
from bot.codes import MemoryCodeKeeper
from bot.config import Settings
from bot.drafts import StateDraftStore
from bot.foundation import Foundation
from bot.intakes import StateIntakeStore
from bot.newcomers import StateNewcomerStore
from bot.passing import StatePassingStore
from bot.state_scope import ScopedState
from bot.tries import MemoryTries
from core.abuse.app import abuse_use_cases
from core.answers.app import answer_use_cases
from core.answers.drafting import AnswerCase
from core.app import UseCases
from core.ballots.app import ballot_use_cases
from core.booking.app import booking_use_cases
from core.broadcast.app import broadcast_use_cases
from core.directory.app import directory_use_cases
from core.disclosure.app import disclosure_use_cases
from core.duty.app import duty_use_cases
from core.figures.usecases import figures_use_cases
from core.journeys.motions import MakeMotion
from core.mediation.app import mediation_use_cases
from core.people import usecases as people
from core.people.app import people_use_cases
from core.people.guests import StayAsGuest
from core.petitions import usecases as petitions
from core.petitions.app import flow_use_cases
from core.petitions.clocks_app import clock_use_cases
from core.petitions.gathering import Gathering
from core.petitions.kinds_app import kind_use_cases
from core.petitions.major_app import major_use_cases
from core.petitions.queue_app import QueueReaders, queue_use_cases
from core.petitions.usecases.desk import Grace
from core.petitions.usecases.moves import Rules
from core.privacy.app import privacy_use_cases
from core.reports.app import ReportPorts, report_use_cases
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.together.app import together_use_cases
from core.uow import UnitOfWorkFactory
from core.volunteers.app import volunteer_use_cases
from locales.catalogue import default_catalogue
from locales.render import Renderer
from storage.case_search import SqlCaseSearch
from storage.engine import Database
from storage.queries.booking import SqlBookingReader
from storage.queries.cases import SqlCaseReader
from storage.queries.desk_stats import SqlDeskStatsReader
from storage.queries.disclosure import SqlDisclosureReader
from storage.queries.languages import SqlLanguageReader
from storage.queries.queue import SqlQueueReader
from storage.queries.shifts import SqlShiftReader


class _Desk(TypedDict):
    """What the desk's use cases share."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    grace: Grace


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What the process works with, built once."""

    use_cases: UseCases
    state: ScopedState
    renderer: Renderer
    languages: SqlLanguageReader
    downloader: AiogramDownloader
    router: ThreadedRouter


def _queue_readers(database: Database) -> QueueReaders:
    return QueueReaders(
        queue=SqlQueueReader(database),
        search=SqlCaseSearch(database),
        shifts=SqlShiftReader(database),
        stats=SqlDeskStatsReader(database),
    )


def build_container(settings: Settings, base: Foundation, bot: Bot) -> Container:
    uow, clock, ids, secrets = base.uow, base.clock, base.ids, base.secrets
    state, tries = ScopedState(base.state), MemoryTries(base.elapsed)
    newcomers, router = StateNewcomerStore(state), ThreadedRouter()
    downloader = AiogramDownloader(bot)
    files = TelegramFileIntake(downloader, base.blobs)
    cases = SqlCaseReader(base.database)
    open_by_code = petitions.OpenByCode(uow=uow, secrets=secrets)
    find = petitions.FindCase(uow=uow, clock=clock)
    desk: _Desk = {"uow": uow, "clock": clock, "ids": ids, "grace": Grace(base.elapsed, settings.undo_seconds)}
    rules = Rules(base.calendar, settings.pledges, settings.roads)
    renderer = Renderer(default_catalogue(), settings.zone, clock.now)
    wording = CatalogueWording(renderer)
    use_cases = UseCases(
        clock=clock,
        ids=ids,
        drafts=StateDraftStore(state),
        words=StateDraftStore(state, "words"),
        newcomers=newcomers,
        codes=MemoryCodeKeeper(base.elapsed),
        held=StatePassingStore(state, "held"),
        windows=StatePassingStore(state, "windows"),
        templating=StatePassingStore(state, "templating"),
        why=StatePassingStore(state, "why"),
        route=router,
        blobs=base.blobs,
        tries=tries,
        cases=cases,
        find=find,
        show_to_staff=petitions.ShowToStaff(uow=uow, find=find),
        see=petitions.SeeCase(cases=cases, open_by_code=open_by_code),
        office=people.SeeOffice(uow=uow),
        staff_chat=people.FindStaffChat(uow=uow),
        meet=people.MeetResident(uow=uow, ids=ids, newcomers=newcomers),
        choose_language=people.ChooseLanguage(uow=uow, newcomers=newcomers),
        communities=people.Communities(uow=uow),
        choose_unit=people.ChooseUnit(uow=uow, clock=clock),
        consent=people.GiveConsent(uow=uow, clock=clock, newcomers=newcomers),
        refuse_consent=people.RefuseConsent(uow=uow, newcomers=newcomers),
        issue_bind_code=base.issue_bind_code(),
        bind=base.bind_staff_chat(),
        refused_binds=base.refused_binds(state),
        set_staff_language=people.SetStaffLanguage(uow=uow),
        follow_chat=people.FollowChat(uow=uow),
        stay_as_guest=StayAsGuest(uow=uow, elapsed=base.elapsed),
        seat_cases=petitions.SeatCases(uow=uow, clock=clock),
        link_receipt=petitions.LinkReceipt(uow=uow),
        submit=petitions.SubmitPetition(
            uow=uow,
            clock=clock,
            calendar=base.calendar,
            ids=ids,
            secrets=secrets,
            files=files,
            pledges=settings.pledges,
            hours=settings.usual_hours,
            categorise=router.category,
            team_of=router.team,
            elapsed=base.elapsed,
            tries=tries,
        ),
        add_to_case=petitions.AddToCase(
            uow=uow,
            clock=clock,
            ids=ids,
            secrets=secrets,
            files=files,
            elapsed=base.elapsed,
            gathering=Gathering(base.elapsed, settings.case_per_minute),
        ),
        withdraw=petitions.WithdrawPetition(uow=uow, clock=clock, secrets=secrets),
        open_by_code=open_by_code,
        claim=petitions.ClaimCase(**desk),
        reply=petitions.ReplyToResident(**desk),
        ask=petitions.AskForMore(**desk),
        answer=AnswerCase(wording=wording, **desk),
        note=petitions.AddNote(**desk),
        undo=petitions.TakeBack(**desk),
        cancel_prompt=petitions.CancelPrompt(**desk),
        close=petitions.CloseCase(**desk),
        prompt=petitions.PromptStaff(**desk),
        flow=flow_use_cases(**desk, rules=rules, find=find, sheets=PdfSheets(), blobs=base.blobs, secrets=base.secrets),
        queue=queue_use_cases(_queue_readers(base.database), router.category, case_cutter, **desk),
        figures=figures_use_cases(uow, base.make_report(), FilesOfFigures(), base.blobs),
        clocks=clock_use_cases(base.calendar, open_by_code, **desk),
        kinds=kind_use_cases(**desk, team_of=router.team),
        major=major_use_cases(**desk),
        answers=answer_use_cases(wording, CatalogueVariables(renderer), secrets, **desk),
        together=together_use_cases(**desk),
        make_motion=MakeMotion(**desk),
        mediation=mediation_use_cases(**desk),
        abuse=abuse_use_cases(uow, clock),
        booking=booking_use_cases(uow, SqlBookingReader(base.database), clock, base.calendar, ids),
        ballots=ballot_use_cases(uow, clock, ids, base.vote_keys, base.charts()),
        broadcast=broadcast_use_cases(uow, clock, ids),
        duty=duty_use_cases(uow, clock, ids),
        volunteers=volunteer_use_cases(uow, clock, ids),
        directory=directory_use_cases(uow, clock, ids),
        privacy=privacy_use_cases(uow, clock, ids, secrets),
        people=people_use_cases(
            uow,
            clock,
            base.calendar,
            ids,
            secrets,
            pledges=settings.pledges,
            categorise=router.category,
            team_of=router.team,
            intakes=StateIntakeStore(state, secrets),
            slips=PdfSlips(),
        ),
        disclosure=disclosure_use_cases(
            uow,
            SqlDisclosureReader(base.database),
            clock,
            ids,
            base.blobs,
            papers=TelegramPapers(downloader, base.blobs),
            sheets=PdfSheets(),
            tokenizer=search_tokenizer(),
        ),
        reports=report_use_cases(uow, clock, ids, _report_ports(settings, base, bot, state, downloader)),
    )
    return Container(
        use_cases=use_cases,
        state=state,
        renderer=renderer,
        languages=SqlLanguageReader(base.database),
        downloader=downloader,
        router=router,
    )


def _report_ports(
    settings: Settings, base: Foundation, bot: Bot, state: ScopedState, downloader: AiogramDownloader
) -> ReportPorts:
    blobs = SealedBlobs(base.report_files, base.secrets)
    return ReportPorts(
        secrets=base.secrets,
        files=TelegramFileIntake(downloader, blobs),
        blobs=blobs,
        drafts=SealedReportDrafts(state, base.secrets),
        present=TelegramPresence(bot, base.elapsed),
        shuffle=shuffled,
        office=settings.discipline_office,
    )
