"""A petition, its kinds, and what is kept of it (DOMAIN §2); its stages stand in `core.petitions.stages`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from core.petitions.authors import Author
from core.petitions.party import Call, Party
from core.petitions.places import Place
from core.petitions.promises import Promises
from core.petitions.stages import (
    ANSWERED_STAGES,
    DUE_STAGES,
    INSIDE,
    ON_THE_WAY,
    OPEN_STAGES,
    OUTSIDE_STAGES,
    REASONS_TOLD,
    SPEAKING,
    TAKEN_STAGES,
    TRANSITIONS,
    UNSTAGED,
    WAITING_STAGES,
    Event,
    Stage,
)
from core.shared.errors import DomainError
from core.shared.ids import AttachmentId, BlobId, CaseMessageId, DraftId, PetitionId, ResidentId, UnitId
from core.shared.marks import Mark, Marked

__all__ = [
    "ANSWERED_STAGES",
    "DUE_STAGES",
    "INSIDE",
    "KINDS",
    "MAX_COPIED",
    "ON_THE_WAY",
    "OPEN_STAGES",
    "OUTSIDE_STAGES",
    "REASONS_TOLD",
    "SPEAKING",
    "TAKEN_STAGES",
    "TRANSITIONS",
    "WAITING_STAGES",
    "Attachment",
    "Author",
    "CaseMessage",
    "Event",
    "FileKind",
    "Handler",
    "HistoryRow",
    "Kind",
    "KindRule",
    "Petition",
    "Place",
    "Promises",
    "Stage",
    "stage_without",
    "told_to_author",
]


class Kind(StrEnum):
    """Kinds that can be filed now. Each has its own row of rules in `KINDS`."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    SERVICE = "service"
    CALLBACK = "callback"
    PROPOSAL = "proposal"
    MEDIATION = "mediation"


class FileKind(StrEnum):
    """What Telegram calls the file; it decides by which method it is sent on."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"
    STICKER = "sticker"


TELLING_FILES = frozenset(FileKind) - {FileKind.STICKER}
"""Files that can show or say what a matter is."""


@dataclass(frozen=True, slots=True)
class KindRule:
    anonymous_allowed: bool
    files: frozenset[FileKind] = TELLING_FILES
    """What may be handed in with it; words added later may come with anything."""
    walk_in: bool = True
    """Whether staff file it for somebody at the counter."""
    teams: bool = False
    """It is for one of the service teams, by its words or as its author says."""
    never: tuple[Event, ...] = ()
    """What the table would allow, and this kind does not."""
    verdict: bool = False
    """Its answer says whether it is adopted, and why (XF 29)."""


APPEALS = (Event.RECONSIDER, Event.GO_TO_STREET, Event.ASK_REVIEW)
"""Ways against an authority's answer; parties who did not agree have others (人民调解法 art. 26)."""
KINDS = {
    Kind.COMPLAINT: KindRule(anonymous_allowed=False),
    Kind.SUGGESTION: KindRule(anonymous_allowed=True, files=TELLING_FILES - {FileKind.VIDEO_NOTE}, verdict=True),
    Kind.SERVICE: KindRule(anonymous_allowed=False, teams=True),
    Kind.PROPOSAL: KindRule(anonymous_allowed=False, walk_in=False, never=(Event.NOT_ACCEPT, Event.SAME_MATTER)),
    Kind.CALLBACK: KindRule(
        anonymous_allowed=False, walk_in=False, never=(Event.ASK_MORE, Event.ANSWER, Event.FINDING, Event.REOPEN)
    ),
    Kind.MEDIATION: KindRule(
        anonymous_allowed=False,
        walk_in=False,
        never=(Event.ASK_MORE, Event.ANSWER, Event.FINDING, Event.REOPEN, *APPEALS),
    ),
}


MAX_COPIED = 20 * 1024 * 1024
"""Bytes. Telegram hands out no larger file to a bot: it stays there, we have no copy, and both sides are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a case. Anonymous ones have a blob from the start, and nothing that Telegram calls the file."""

    id: AttachmentId
    kind: FileKind
    file_id: str = ""
    blob_id: BlobId | None = None
    name: str = ""
    size: int = 0
    unique_id: str = ""
    """What Telegram calls the file for ever, to whomever; the file id may change. "" where nobody knows."""

    @property
    def stays_with_telegram(self) -> bool:
        """Whether it is too large for a copy of ours."""
        return self.blob_id is None and self.size > MAX_COPIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """The staff member who took the case, and the unit in whose desk they did: there they may work on it."""

    user_id: int
    name: str
    unit_id: UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition:
    """The aggregate. `version` counts changes; of two changes made to one version the second is refused."""

    id: PetitionId
    number: str
    draft_id: DraftId
    kind: Kind
    unit_id: UnitId
    resident_id: ResidentId | None
    text: str
    place: Place
    submitted_at: datetime
    promises: Promises
    attachments: tuple[Attachment, ...] = ()
    access_hash: str | None = None
    """Keyed hash of the code with which an anonymous author comes back."""
    stage: Stage = Stage.SUBMITTED
    version: int = 1
    handler: Handler | None = None
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    marks: tuple[Mark, ...] = ()
    """What the author made of the text."""
    about: str | None = None
    """The id of the disclosed item that is asked about: the answer is shown with it, to everybody."""
    about_name: str = ""
    """What that item is called."""
    review_by: datetime | None = None
    """By when the body outside that reviews it has to answer."""
    same_as: PetitionId | None = None
    """The author's own pending case of the same matter, for which this one was not accepted (XF 19)."""
    category: str = ""
    """What it is about, a value of `core.petitions.categories.Category`; "" where nobody knows."""
    verdict: str = ""
    """What has become of a suggestion, a value of `core.petitions.kinds.Verdict`; "" before it is answered."""
    team: str = ""
    """The team a request for help is for, a value of `core.routing.model.Team`; "" of other kinds."""
    urgent: bool = False
    """It may be a matter of minutes: those on duty are called, and hours are pledged instead of days."""
    call: Call | None = None
    """What is known of a call back."""
    mandate: str = ""
    """In which office a proposal was filed, a value of `core.petitions.kinds.Mandate`."""
    unnamed: str | None = None
    """Why it bears no name though it was filed in one: see `core.privacy.model.Unnamed`."""
    party: Party | None = None

    @property
    def words(self) -> Marked:
        return Marked(self.text, self.marks)

    @property
    def anonymous(self) -> bool:
        return self.resident_id is None and self.party is None

    @property
    def open(self) -> bool:
        return self.stage in OPEN_STAGES

    def has_ended_by(self, moment: datetime) -> bool:
        """Tell whether it was closed at a moment, by the staff."""
        return self.stage is Stage.CLOSED and self.closed_at is not None and moment >= self.closed_at

    def taken_in(self, unit_id: UnitId) -> Handler | None:
        """Return who has the case, if they took it in this unit's desk; of another desk nobody can work on it here."""
        return self.handler if self.handler is not None and self.handler.unit_id == unit_id else None

    def can(self, event: Event) -> bool:
        return (self.stage, event) in TRANSITIONS and event not in KINDS[self.kind].never

    def apply(self, event: Event) -> "Petition":
        """Return the petition after `event`; raises DomainError("case-stage-<stage>") if the table has no such row."""
        if event in KINDS[self.kind].never:
            raise DomainError(f"never-{self.kind}", number=self.number)
        target = TRANSITIONS.get((self.stage, event))
        if target is None:
            raise DomainError(f"case-stage-{self.stage}", number=self.number)
        party = self.party and self.party.after(open_still=target in OPEN_STAGES)
        return replace(self, stage=target, party=party, version=self.version + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMessage:
    """One message of a case. `source` is unique, so an update that comes twice is written once."""

    id: CaseMessageId
    petition_id: PetitionId
    author: Author
    author_name: str
    text: str
    at: datetime
    source: str
    attachments: tuple[Attachment, ...] = field(default=())
    marks: tuple[Mark, ...] = ()
    unit_id: UnitId | None = None
    """In whose desk a staff member wrote it; None of residents, and of what was written before that was noted."""

    @property
    def words(self) -> Marked:
        return Marked(self.text, self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One change, appended and never touched again: who, when, from where to where, why."""

    petition_id: PetitionId
    event: Event
    actor_kind: str
    actor_id: str
    actor_name: str
    at: datetime
    from_stage: Stage | None
    to_stage: Stage
    reason: str = ""
    unit_id: UnitId | None = None
    """The unit the case is with from then on, where it came to one."""


def told_to_author(row: HistoryRow) -> HistoryRow:
    """Return a row as the author of the case may read it: without who is behind a name, and reasons among the staff."""
    return replace(row, actor_id="", reason=row.reason if row.event in REASONS_TOLD else "")


def stage_without(history: Sequence[HistoryRow], unsaid: Collection[datetime]) -> Stage | None:
    """Return where a case would stand had staff not spoken at the moments `unsaid`.

    None if something that has happened since could not have happened then.
    """
    stage = history[0].to_stage
    for row in history[1:]:
        if row.event in UNSTAGED or (row.event in SPEAKING and row.at in unsaid):
            continue
        following = TRANSITIONS.get((stage, row.event))
        if following is None:
            return None
        stage = following
    return stage
