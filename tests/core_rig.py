"""The use cases on in-memory storage, with everything around them in reach of the test."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from bot.adapters.wording import CatalogueVariables, CatalogueWording
from bot.tries import MemoryTries
from core.abuse.app import abuse_use_cases
from core.answers.app import answer_use_cases
from core.answers.drafting import AnswerCase
from core.app import UseCases
from core.ballots.app import ballot_use_cases
from core.booking.app import booking_use_cases
from core.broadcast.app import broadcast_use_cases
from core.disclosure.app import disclosure_use_cases
from core.people import binding
from core.people import usecases as people
from core.people.guests import StayAsGuest
from core.people.model import Level, StaffChat, Unit
from core.people.ports import NewcomerStore
from core.people.refused import RefusedBinds
from core.petitions import usecases as petitions
from core.petitions.clocks import Pledges
from core.petitions.clocks_app import clock_use_cases
from core.petitions.gathering import Gathering
from core.petitions.model import CaseMessage, HistoryRow, Petition
from core.petitions.ports import CodeKeeper, DraftStore
from core.petitions.usecases.desk import Grace
from core.privacy.app import privacy_use_cases
from core.reports.app import report_use_cases
from core.routing.model import Decision, Intent, Route
from core.routing.ports import TextRouter
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Calendar
from core.shared.ids import ChatId, PetitionId
from core.shared.language import Language
from core.shared.outbox import OutboxItem, RowState
from core.shared.state import PassingStore
from core.shared.tries import Tries
from locales.catalogue import default_catalogue
from locales.render import Renderer
from tests.factories.cases import a_resident, a_staff_chat, a_unit
from tests.factories.said import a_draft, actor_of, an_anonymous_draft, staff_of, words
from tests.fakes.ballots import FakeCharts, FakeVoteKeys
from tests.fakes.booking import FakeBookingReader
from tests.fakes.database import FakeDatabase, Tables
from tests.fakes.disclosure import FakeDisclosureReader, FakePapers, FakeSheets, FakeTokenizer
from tests.fakes.figures import figures_of
from tests.fakes.queries import FakeCardReader, FakeCaseReader
from tests.fakes.queue import FakeCategories, queue_of
from tests.fakes.slips import FakeSlips, people_of
from tests.fakes.stores import (
    FakeBlobStore,
    FakeCodeKeeper,
    FakeDraftStore,
    FakeFileIntake,
    FakeNewcomerStore,
    FakePassingStore,
    FakeStateStore,
)
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import START, FakeCalendar, FakeClock, FakeElapsed, FakeIds, FakeSecrets
from tests.flow_rig import flow_of
from tests.report_parts import ReportParts
from tests.rig_areas import of_areas, team_by_words

__all__ = ["CoreRig", "a_claimed_case", "a_draft", "a_group_below", "actor_of", "an_anonymous_draft", "going"]
__all__ += ["nothing_known", "seen", "staff_of", "words"]


async def nothing_known(_text: str, _today: date) -> Route:
    return Route(decision=Decision.FALLBACK, intent=Intent.NONE, score=1.0)


@dataclass(slots=True, kw_only=True)
class CoreRig:
    """One street, one community with a desk, two residents who agreed to everything, two staff members."""

    calendar: Calendar = field(default_factory=FakeCalendar)
    clock: FakeClock = field(default_factory=FakeClock)
    elapsed: FakeElapsed = field(default_factory=FakeElapsed)
    undo_seconds: float = 0
    """Nothing is held, unless the test is about that."""
    ids: FakeIds = field(default_factory=FakeIds)
    secrets: FakeSecrets = field(default_factory=FakeSecrets)
    database: FakeDatabase = field(default_factory=FakeDatabase)
    blobs: FakeBlobStore = field(default_factory=FakeBlobStore)
    drafts: DraftStore = field(default_factory=FakeDraftStore)
    words: DraftStore = field(default_factory=FakeDraftStore)
    newcomers: NewcomerStore = field(default_factory=FakeNewcomerStore)
    tries: Tries = field(init=False)
    codes: CodeKeeper = field(default_factory=FakeCodeKeeper)
    held: PassingStore = field(default_factory=FakePassingStore)
    windows: PassingStore = field(default_factory=FakePassingStore)
    vote_keys: FakeVoteKeys = field(default_factory=FakeVoteKeys)
    reports: ReportParts = field(default_factory=ReportParts)
    templating: PassingStore = field(default_factory=FakePassingStore)
    why: PassingStore = field(default_factory=FakePassingStore)
    route: TextRouter = nothing_known
    """Free text is offered as a petition, unless the test is about doors."""
    categories: FakeCategories = field(default_factory=FakeCategories)
    papers: FakePapers = field(default_factory=FakePapers)
    slips: FakeSlips = field(default_factory=FakeSlips)
    sheets: FakeSheets = field(default_factory=FakeSheets)
    files: FakeFileIntake = field(init=False)
    use: UseCases = field(init=False)
    street: Unit = field(init=False)
    unit: Unit = field(init=False)
    desk: StaffChat = field(init=False)
    other_desk: StaffChat = field(init=False)
    wang: ResidentActor = field(init=False)
    zhao: ResidentActor = field(init=False)
    liu: StaffActor = field(init=False)
    chen: StaffActor = field(init=False)
    stranger: StaffActor = field(init=False)

    def __post_init__(self) -> None:
        self.tries = MemoryTries(self.elapsed)
        self.files = FakeFileIntake(self.blobs)
        self.use = self._use_cases()
        self.street = a_unit(level=Level.STREET, name="平安街道")
        self.unit = a_unit(parent_id=self.street.id, name="幸福社区", office="幸福路1号", phone="110", hours="9–17")
        self.desk, self.other_desk = a_staff_chat(self.unit), a_staff_chat(self.street)
        people_here = [
            a_resident(self.unit, name=name).speaks(Language.ZH_CN, chosen=True).agrees(START).agrees_to_transfer(START)
            for name in ("王秀英", "赵强")
        ]
        self.wang, self.zhao = (actor_of(resident) for resident in people_here)
        self.liu, self.chen = staff_of(self.desk), staff_of(self.desk, 7002, "陈杰")
        self.stranger = staff_of(self.other_desk, 7003, "外人")
        tables = self.database.committed
        tables.units = {self.street.id: self.street, self.unit.id: self.unit}
        tables.staff_chats = {chat.chat_id: chat for chat in (self.desk, self.other_desk)}
        tables.residents = {resident.id: resident for resident in people_here}

    def _use_cases(self) -> UseCases:
        uow = InMemoryUnitOfWorkFactory(self.database)
        clock, ids, secrets, files = self.clock, self.ids, self.secrets, self.files
        newcomers, cases = self.newcomers, FakeCaseReader(self.database)
        find = petitions.FindCase(uow=uow, clock=clock)
        opened = petitions.OpenByCode(uow=uow, secrets=secrets)
        written: dict[str, Any] = {"uow": uow, "clock": clock, "ids": ids}
        sent = written | {"secrets": secrets, "files": files, "elapsed": self.elapsed}
        desk = written | {"grace": Grace(self.elapsed, self.undo_seconds)}
        paper: dict[str, Any] = {"papers": self.papers, "sheets": self.sheets, "tokenizer": FakeTokenizer()}
        filed: dict[str, Any] = {"calendar": self.calendar, "pledges": Pledges(), "categorise": self.categories}
        filed["team_of"] = team_by_words
        spoken = Renderer(default_catalogue(), clock.zone, clock.now)
        wording = CatalogueWording(spoken)
        return UseCases(
            clock=clock,
            ids=ids,
            drafts=self.drafts,
            words=self.words,
            newcomers=newcomers,
            codes=self.codes,
            held=self.held,
            windows=self.windows,
            templating=self.templating,
            why=self.why,
            route=self.route,
            blobs=self.blobs,
            tries=self.tries,
            cases=cases,
            find=find,
            show_to_staff=petitions.ShowToStaff(uow=uow, find=find),
            see=petitions.SeeCase(cases=cases, open_by_code=opened),
            office=people.SeeOffice(uow=uow),
            staff_chat=people.FindStaffChat(uow=uow),
            meet=people.MeetResident(uow=uow, ids=ids, newcomers=newcomers),
            choose_language=people.ChooseLanguage(uow=uow, newcomers=newcomers),
            communities=people.Communities(uow=uow),
            choose_unit=people.ChooseUnit(uow=uow, clock=clock),
            consent=people.GiveConsent(uow=uow, clock=clock, newcomers=newcomers),
            refuse_consent=people.RefuseConsent(uow=uow, newcomers=newcomers),
            issue_bind_code=binding.IssueBindCode(uow=uow, clock=clock, ids=ids, secrets=secrets),
            bind=binding.BindStaffChat(uow=uow, clock=clock, secrets=secrets),
            refused_binds=RefusedBinds(uow=uow, secrets=secrets, state=FakeStateStore(self.database)),
            set_staff_language=people.SetStaffLanguage(uow=uow),
            follow_chat=people.FollowChat(uow=uow),
            stay_as_guest=StayAsGuest(uow=uow, elapsed=self.elapsed),
            seat_cases=petitions.SeatCases(uow=uow, clock=clock),
            link_receipt=petitions.LinkReceipt(uow=uow),
            submit=petitions.SubmitPetition(tries=self.tries, **filed, **sent),
            add_to_case=petitions.AddToCase(gathering=Gathering(self.elapsed), **sent),
            withdraw=petitions.WithdrawPetition(uow=uow, clock=clock, secrets=secrets),
            open_by_code=opened,
            claim=petitions.ClaimCase(**desk),
            reply=petitions.ReplyToResident(**desk),
            ask=petitions.AskForMore(**desk),
            answer=AnswerCase(wording=wording, **desk),
            note=petitions.AddNote(**desk),
            undo=petitions.TakeBack(**desk),
            cancel_prompt=petitions.CancelPrompt(**desk),
            close=petitions.CloseCase(**desk),
            prompt=petitions.PromptStaff(**desk),
            flow=flow_of(desk, self.calendar, find, self.sheets, self.blobs),
            queue=queue_of(self.database, self.categories, desk),
            clocks=clock_use_cases(self.calendar, opened, **desk),
            answers=answer_use_cases(wording, CatalogueVariables(spoken), secrets, **desk),
            abuse=abuse_use_cases(uow, clock),
            booking=booking_use_cases(uow, FakeBookingReader(self.database), clock, self.calendar, ids),
            ballots=ballot_use_cases(uow, clock, ids, self.vote_keys, FakeCharts()),
            broadcast=broadcast_use_cases(uow, clock, ids),
            **of_areas(desk),
            figures=figures_of(self.database, uow, clock, self.blobs),
            privacy=privacy_use_cases(uow, clock, ids, secrets),
            people=people_of(
                self.database, clock, self.calendar, ids, secrets, self.slips, self.categories, team_by_words
            ),
            disclosure=disclosure_use_cases(uow, FakeDisclosureReader(self.database), clock, ids, self.blobs, **paper),
            reports=report_use_cases(uow, clock, ids, self.reports.ports(secrets, FakeStateStore(self.database))),
        )

    @property
    def tables(self) -> Tables:
        return self.database.committed

    @property
    def keys(self) -> list[str]:
        return self.database.outbox_keys

    @property
    def items(self) -> list[OutboxItem]:
        return self.database.outbox_items

    @property
    def pending(self) -> list[OutboxItem]:
        return [row.item for row in self.tables.outbox.values() if row.state is RowState.PENDING]

    @property
    def cards(self) -> FakeCardReader:
        return FakeCardReader(self.database)

    def sent_to(self, actor: ResidentActor) -> list[OutboxItem]:
        return [item for item in self.items if item.chat_id == ChatId(actor.telegram_id)]

    def said(self, chat_id: int) -> list[str]:
        """Keys of the texts on their way to a chat, oldest first."""
        return [item.spec.key for item in self.items if item.chat_id == chat_id and item.spec]

    def case(self, petition_id: PetitionId) -> Petition:
        return self.tables.petitions[petition_id]

    def history(self, petition_id: PetitionId) -> list[HistoryRow]:
        return [row for row in self.tables.history if row.petition_id == petition_id]

    def messages(self, petition_id: PetitionId) -> list[CaseMessage]:
        return [message for message in self.tables.messages.values() if message.petition_id == petition_id]

    async def submitted(self, **given: Any) -> PetitionId:
        return (await self.use.submit(self.wang, a_draft(**given))).petition_id

    async def submitted_anonymously(self, **given: Any) -> PetitionId:
        return (await self.use.submit(self.wang, an_anonymous_draft(**given))).petition_id

    async def card_stands(self, petition_id: PetitionId, message_id: int = 500, thread_id: int | None = None) -> None:
        """What delivery would have written: the card was sent."""
        place = self.tables.cards[petition_id, self.desk.chat_id]
        shown = replace(place, message_id=message_id, thread_id=thread_id)
        self.tables.cards[petition_id, self.desk.chat_id] = shown

    def at_stage(self, petition_id: PetitionId, **changes: Any) -> None:
        """Put the case into a state without the way to it."""
        self.tables.petitions[petition_id] = replace(self.case(petition_id), **changes)


async def a_claimed_case(rig: CoreRig) -> PetitionId:
    case_id = await rig.submitted()
    await rig.use.claim(rig.liu, case_id)
    rig.clock.move(timedelta(seconds=1))
    return case_id


def going(rig: CoreRig, case_id: PetitionId) -> list[str]:
    """What is on its way to the author, in words."""
    said = {message.id for message in rig.messages(case_id)}
    rows = [row for row in rig.tables.outbox.values() if row.item.case_message_id in said]
    return [str(row.item.spec.args["text"]) for row in rows if row.state is RowState.PENDING and row.item.spec]


async def seen(rig: CoreRig, case_id: PetitionId) -> list[str]:
    view = await rig.use.cases.view(case_id)
    assert view is not None
    return [message.text for message in view.messages]


def a_group_below(rig: CoreRig) -> StaffChat:
    """Make the first resident live in a group below the community, with a desk of its own; return that desk."""
    unit = a_unit(parent_id=rig.unit.id, level=Level.GROUP, name="幸福三组")
    chat = a_staff_chat(unit)
    rig.tables.units[unit.id] = unit
    rig.tables.staff_chats[chat.chat_id] = chat
    resident = rig.tables.residents[rig.wang.resident_id]
    rig.tables.residents[resident.id] = replace(resident, unit_id=unit.id)
    return chat
