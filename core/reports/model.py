"""Confidential reports about staff conduct (DOMAIN §2): what one is, and how it moves. It is no petition.

What was written, who is meant, who wrote and who may read rests sealed: the database alone says only that there is a
report, in whose committee it lies, where it stands and by when it is due.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.people.ports import Secrets
from core.petitions.model import FileKind
from core.shared.errors import DomainError
from core.shared.ids import BlobId, ReportId, ResidentId, RosterId, TelegramUserId, UnitId
from core.shared.trace import seen

NOTICE_DAYS = 15
"""Written notice whether it is accepted, calendar days (XF 22-23)."""
ANSWER_DAYS = 60
"""The outer limit of an answer, calendar days (XF 34)."""
REVIEWERS = 2
"""Who reads a report: fewer who may, and it goes one level up (DOMAIN §2)."""


class ReportState(StrEnum):
    """Stored: never rename."""

    RECEIVED = "received"
    IN_REVIEW = "in_review"
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"
    EXTERNAL = "external"
    """Nobody here may read it, or it was handed out: the person takes it to the discipline office."""


class ReportEvent(StrEnum):
    """Stored, sealed: never rename."""

    SUBMIT = "submit"
    TAKE = "take"
    ASK = "ask"
    ADD = "add"
    NOTE = "note"
    ANSWER = "answer"
    CLOSE = "close"
    CLIMB = "climb"
    HAND_OUT = "hand_out"
    DRAW = "draw"


_S, _E = ReportState, ReportEvent
_WORKED_ON = (_S.IN_REVIEW, _S.ASKED, _S.ANSWERED)
AWAITED = frozenset({_S.RECEIVED, _S.IN_REVIEW, _S.ASKED})
"""States in which an answer is still to come."""
TRANSITIONS: Mapping[tuple[ReportState, ReportEvent], ReportState] = {
    (_S.RECEIVED, _E.TAKE): _S.IN_REVIEW,
    (_S.RECEIVED, _E.ADD): _S.RECEIVED,
    (_S.IN_REVIEW, _E.ADD): _S.IN_REVIEW,
    (_S.IN_REVIEW, _E.ASK): _S.ASKED,
    (_S.ASKED, _E.ADD): _S.IN_REVIEW,
    (_S.IN_REVIEW, _E.ANSWER): _S.ANSWERED,
    (_S.ASKED, _E.ANSWER): _S.ANSWERED,
    (_S.ANSWERED, _E.ADD): _S.IN_REVIEW,
    (_S.ANSWERED, _E.CLOSE): _S.CLOSED,
    **{(state, _E.NOTE): state for state in _WORKED_ON},
    **{(state, _E.CLIMB): _S.RECEIVED for state in (_S.RECEIVED, *_WORKED_ON)},
    **{(state, _E.HAND_OUT): _S.EXTERNAL for state in (_S.RECEIVED, *_WORKED_ON)},
    **{(state, _E.DRAW): state for state in AWAITED},
}
"""What is not here does not happen."""
OPEN_STATES = frozenset({_S.RECEIVED, *_WORKED_ON})
OVER = frozenset({_S.CLOSED, _S.EXTERNAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What rests sealed beside a report. People are lines of the roster."""

    accused: tuple[RosterId, ...] = ()
    named: tuple[RosterId, ...] = ()
    """Whose names stand in words that came later: nobody was asked, so they do not read it either."""
    others: tuple[str, ...] = ()
    """Those who are on no roster, as they were written."""
    author: ResidentId | None = None
    author_name: str = ""
    taken_by_call: str = ""
    """The supervisor who wrote down a call."""
    home: str = ""
    """The unit of whoever reports."""
    reviewers: tuple[RosterId, ...] = ()
    taker: RosterId | None = None
    drawn_on: str = ""
    """The local day on which the last reviewers were drawn (ISO)."""

    @property
    def concerned(self) -> frozenset[RosterId]:
        return frozenset({*self.accused, *self.named})

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Body":
        data: dict[str, Any] = json.loads(text)
        known = {each.name for each in fields(cls)}
        kept: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in data.items()}
        return cls(**{name: value for name, value in kept.items() if name in known})


@dataclass(frozen=True, slots=True)
class ReportFile:
    kind: FileKind
    blob: BlobId


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What happened to a report or was said in it; rests sealed, with its moment."""

    event: ReportEvent
    at: str
    """A local day (ISO) where the person who reports acted, else an aware moment (ISO)."""
    by: str = ""
    """The reviewer's name; "" for whoever reports."""
    text: str = ""
    files: tuple[ReportFile, ...] = ()

    @property
    def inside(self) -> bool:
        """Whether only reviewers see it."""
        return self.event in {ReportEvent.NOTE, ReportEvent.DRAW}

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Entry":
        data: dict[str, Any] = json.loads(text)
        files = tuple(ReportFile(FileKind(file["kind"]), BlobId(file["blob"])) for file in data.pop("files"))
        return cls(**{**data, "event": ReportEvent(data["event"]), "files": files})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`sealed` is the `Body`. Days are ends of local days (aware); `received_on` has no time of day."""

    id: ReportId
    number: str
    state: ReportState
    seat: UnitId | None
    """The unit whose supervision committee has it, or had it last; None where nobody here ever might read it."""
    received_on: datetime
    accept_by: datetime
    answer_by: datetime
    mark: str
    """What recognises a draft confirmed twice."""
    sealed: bytes
    access_hash: str | None = None
    author_hash: str | None = None
    """A keyed hash of whoever gave their name; finds their reports, and says nothing without the key."""
    version: int = 1

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def anonymous(self) -> bool:
        return self.author_hash is None

    @property
    def due(self) -> datetime:
        """What is due next."""
        return self.accept_by if self.state is ReportState.RECEIVED else self.answer_by

    def apply(self, event: ReportEvent) -> "Report":
        """Raises DomainError("report-state-<state>") for what the table does not know."""
        after = TRANSITIONS.get((self.state, event))
        if after is None:
            raise DomainError(f"report-state-{self.state}", number=self.number)
        seen("report", f"{self.state}+{event}")
        return replace(self, state=after, version=self.version + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Somebody has read a report; kept for ever, without a word of it."""

    report_id: ReportId
    user_id: TelegramUserId
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report with what is sealed of it, for whoever may read that."""

    report: Report
    body: Body
    entries: tuple[Entry, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Vault:
    """Seals what a report says, and opens it."""

    secrets: Secrets

    def body(self, report: Report) -> Body:
        return Body.from_json(self.secrets.open(report.sealed))

    def keep(self, report: Report, body: Body) -> Report:
        return replace(report, sealed=self.secrets.seal(body.to_json()))

    def entry(self, sealed: bytes) -> Entry:
        return Entry.from_json(self.secrets.open(sealed))

    def seal(self, entry: Entry) -> bytes:
        return self.secrets.seal(entry.to_json())

    def author(self, resident_id: ResidentId) -> str:
        return self.secrets.keyed_hash("report-author", resident_id)
