"""The frozen bundle of use cases and readers every edge receives."""

from dataclasses import dataclass

from core.abuse.app import AbuseUseCases
from core.answers.app import AnswerUseCases
from core.answers.drafting import AnswerCase
from core.ballots.app import BallotUseCases
from core.booking.app import BookingUseCases
from core.broadcast.app import BroadcastUseCases
from core.directory.app import DirectoryUseCases
from core.disclosure.app import DisclosureUseCases
from core.duty.app import DutyUseCases
from core.figures.usecases import FiguresUseCases
from core.journeys.motions import MakeMotion
from core.mediation.app import MediationUseCases
from core.people.app import PeopleUseCases
from core.people.binding import BindStaffChat, IssueBindCode
from core.people.guests import StayAsGuest
from core.people.ports import NewcomerStore
from core.people.refused import RefusedBinds
from core.people.usecases import (
    ChooseLanguage,
    ChooseUnit,
    Communities,
    FindStaffChat,
    FollowChat,
    GiveConsent,
    MeetResident,
    RefuseConsent,
    SeeOffice,
    SetStaffLanguage,
)
from core.petitions.app import FlowUseCases
from core.petitions.clocks_app import ClockUseCases
from core.petitions.kinds_app import KindUseCases
from core.petitions.major_app import MajorUseCases
from core.petitions.ports import CodeKeeper, DraftStore
from core.petitions.queries import CaseReader
from core.petitions.queue_app import QueueUseCases
from core.petitions.usecases import (
    AddNote,
    AddToCase,
    AskForMore,
    CancelPrompt,
    ClaimCase,
    CloseCase,
    FindCase,
    LinkReceipt,
    OpenByCode,
    PromptStaff,
    ReplyToResident,
    SeatCases,
    SeeCase,
    ShowToStaff,
    SubmitPetition,
    TakeBack,
    WithdrawPetition,
)
from core.privacy.app import PrivacyUseCases
from core.reports.app import ReportUseCases
from core.routing.ports import TextRouter
from core.shared.blobs import BlobStore
from core.shared.clock import Clock
from core.shared.ids import IdSource
from core.shared.state import PassingStore
from core.shared.tries import Tries
from core.together.app import TogetherUseCases
from core.volunteers.app import VolunteerUseCases


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCases:
    """Everything an edge may do or read; built once in the composition root."""

    clock: Clock
    ids: IdSource
    drafts: DraftStore
    """Petitions being written."""
    words: DraftStore
    """Words sent outside any dialog, waiting to be told what to become; apart, so that they mix with no petition."""
    newcomers: NewcomerStore
    codes: CodeKeeper
    held: PassingStore
    """Words that wait for the code of the anonymous case they may be for."""
    windows: PassingStore
    """Which messages of ours are windows that have nothing to do with an anonymous case."""
    templating: PassingStore
    """Of whom `/tpl` has just asked a name or a text, and in which message."""
    why: PassingStore
    """How a person's last free text was understood, without the text."""
    route: TextRouter
    blobs: BlobStore
    tries: Tries
    cases: CaseReader
    find: FindCase
    see: SeeCase
    show_to_staff: ShowToStaff
    office: SeeOffice
    staff_chat: FindStaffChat
    meet: MeetResident
    choose_language: ChooseLanguage
    communities: Communities
    choose_unit: ChooseUnit
    consent: GiveConsent
    refuse_consent: RefuseConsent
    issue_bind_code: IssueBindCode
    bind: BindStaffChat
    refused_binds: RefusedBinds
    set_staff_language: SetStaffLanguage
    follow_chat: FollowChat
    seat_cases: SeatCases
    stay_as_guest: StayAsGuest
    submit: SubmitPetition
    link_receipt: LinkReceipt
    add_to_case: AddToCase
    withdraw: WithdrawPetition
    open_by_code: OpenByCode
    claim: ClaimCase
    reply: ReplyToResident
    ask: AskForMore
    answer: AnswerCase
    note: AddNote
    undo: TakeBack
    cancel_prompt: CancelPrompt
    close: CloseCase
    prompt: PromptStaff
    flow: FlowUseCases
    queue: QueueUseCases
    figures: FiguresUseCases
    clocks: ClockUseCases
    abuse: AbuseUseCases
    booking: BookingUseCases
    ballots: BallotUseCases
    broadcast: BroadcastUseCases
    people: PeopleUseCases
    disclosure: DisclosureUseCases
    privacy: PrivacyUseCases
    duty: DutyUseCases
    volunteers: VolunteerUseCases
    answers: AnswerUseCases
    kinds: KindUseCases
    major: MajorUseCases
    together: TogetherUseCases
    make_motion: MakeMotion
    mediation: MediationUseCases
    directory: DirectoryUseCases
    reports: ReportUseCases
