"""What people want to be told, and the campaigns that tell them, with the table by which their state changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Any

from core.people.model import Role
from core.shared.errors import DomainError
from core.shared.ids import CampaignId, ChatId, MessageId, ResidentId, TelegramUserId, UnitId
from core.shared.messages import MessageSpec

HOURS = 24
TOLD_AT_ONCE = timedelta(days=7)
"""So long after its publication an item is still told at once, should nobody have looked before."""


class Rhythm(StrEnum):
    """How often somebody wants to hear of us. Stored by value: never rename."""

    WEEKLY = "weekly"
    AT_ONCE = "at_once"
    """What is published at once, the rest weekly."""
    NOTICES = "notices"
    """Only what the staff write to everybody; so it is for whoever has chosen nothing."""
    NEVER = "never"
    """Nothing at all, not even in an emergency: who says so is told that."""


class Topic(StrEnum):
    """What a digest speaks of, in this order. Stored by value: never rename."""

    NEWS = "news"
    WORK = "work"
    DAYS = "days"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Local hours in which nothing but an emergency comes; `until` may be on the next day."""

    since: int
    until: int

    def ends(self, now: datetime, zone: tzinfo) -> datetime | None:
        """Return when they end, if it is quiet at `now` (aware)."""
        local = now.astimezone(zone)
        over = (local.hour - self.since) % HOURS
        if over >= (self.until - self.since) % HOURS:
            return None
        day = local.date() + timedelta(days=1 if local.hour >= self.until else 0)
        return datetime.combine(day, time(self.until), tzinfo=zone)


QUIET = Quiet(21, 8)
"""Of whoever has chosen no hours. A habit of the house, not a rule of law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What one person has chosen."""

    resident_id: ResidentId
    rhythm: Rhythm = Rhythm.NOTICES
    topics: frozenset[Topic] = frozenset(Topic)
    quiet: Quiet | None = QUIET
    since: datetime
    """When the rhythm was chosen (aware): what was published before is not sent at once."""


class CampaignKind(StrEnum):
    """Stored by value: never rename."""

    WEEKLY = "weekly"
    ITEM = "item"
    """One published item, to those who want it at once."""
    NOTICE = "notice"
    URGENT = "urgent"
    """A notice that does not wait for the end of anybody's quiet hours."""


class CampaignState(StrEnum):
    """Stored by value: never rename."""

    DRAFT = "draft"
    """Being aimed by the staff; nobody has been written down."""
    PREPARING = "preparing"
    """Recipients are being written into the outbox; those who are in it are sent to already."""
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"


class CampaignEvent(StrEnum):
    """What can happen to a campaign."""

    CONFIRM = "confirm"
    EXPANDED = "expanded"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    STOP = "stop"


LIVE = (CampaignState.PREPARING, CampaignState.SENDING, CampaignState.PAUSED)
TRANSITIONS: dict[tuple[CampaignState, CampaignEvent], CampaignState] = {
    (CampaignState.DRAFT, CampaignEvent.CONFIRM): CampaignState.PREPARING,
    (CampaignState.DRAFT, CampaignEvent.STOP): CampaignState.STOPPED,
    (CampaignState.PREPARING, CampaignEvent.EXPANDED): CampaignState.SENDING,
    (CampaignState.PREPARING, CampaignEvent.PAUSE): CampaignState.PAUSED,
    (CampaignState.PREPARING, CampaignEvent.STOP): CampaignState.STOPPED,
    (CampaignState.SENDING, CampaignEvent.PAUSE): CampaignState.PAUSED,
    (CampaignState.SENDING, CampaignEvent.FINISH): CampaignState.DONE,
    (CampaignState.SENDING, CampaignEvent.STOP): CampaignState.STOPPED,
    (CampaignState.PAUSED, CampaignEvent.RESUME): CampaignState.PREPARING,
    (CampaignState.PAUSED, CampaignEvent.STOP): CampaignState.STOPPED,
}
"""(state, event) → next state. What is not here does not happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One thing worth telling the residents of `unit_id` and of the units below it."""

    unit_id: UnitId
    topic: Topic
    spec: MessageSpec
    at: datetime | None = None
    """Of what is told at once as well, the moment of its publication (aware)."""

    def to_json(self) -> dict[str, Any]:
        at = {} if self.at is None else {"at": self.at.isoformat()}
        return {"unit": self.unit_id, "topic": self.topic, "spec": self.spec.to_json(), **at}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "DigestLine":
        return cls(
            unit_id=UnitId(data["unit"]),
            topic=Topic(data["topic"]),
            spec=MessageSpec.from_json(data["spec"]),
            at=datetime.fromisoformat(data["at"]) if "at" in data else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a campaign says: a digest's lines, or the words of the staff."""

    text: str = ""
    lines: tuple[DigestLine, ...] = ()
    weeks: int = 1
    """How many weeks a digest covers; more than one where some were missed."""

    def to_json(self) -> dict[str, Any]:
        return {"text": self.text, "lines": [line.to_json() for line in self.lines], "weeks": self.weeks}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Content":
        lines = tuple(DigestLine.from_json(line) for line in data["lines"])
        return cls(text=data["text"], lines=lines, weeks=data["weeks"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One thing told to many. There is one of each kind, unit and period: that row is what nobody can repeat."""

    id: CampaignId
    kind: CampaignKind
    unit_id: UnitId
    """The unit whose desk sees to it."""
    period: str
    """What it is about: a turn, an item's version, the message of the staff it was made from."""
    content: Content
    made_at: datetime
    """Aware. Of an item the moment of its publication."""
    units: frozenset[UnitId] = frozenset()
    """Whose residents get it."""
    role: Role | None = None
    """Only to residents with this role on the roster."""
    by: TelegramUserId | None = None
    state: CampaignState = CampaignState.PREPARING
    cursor: ResidentId | None = None
    """The last resident that was looked at; residents are written down in the order of their ids."""
    chat_id: ChatId | None = None
    message_id: MessageId | None = None
    """Where its progress stands."""
    shown: str = ""
    """What of its progress was last put on its way to the staff."""
    drawings: int = 0
    version: int = 1

    def apply(self, event: CampaignEvent) -> "Campaign":
        """Return it after `event`; raises DomainError("campaign-state-<state>") if the table has no such row."""
        target = TRANSITIONS.get((self.state, event))
        if target is None:
            raise DomainError(f"campaign-state-{self.state}")
        return replace(self, state=target, version=self.version + 1)

    def changed(self, **to: Any) -> "Campaign":  # noqa: ANN401 - the fields' own types
        return replace(self, version=self.version + 1, **to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom a campaign is for: residents who have agreed to everything and do not refuse our messages."""

    units: frozenset[UnitId]
    rhythms: frozenset[Rhythm]
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    telegram_id: TelegramUserId
    unit_id: UnitId
    choice: Subscription
    """Of whoever has chosen nothing, what holds then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a campaign is, in people."""

    sent: int = 0
    waiting: int = 0
    blocked: int = 0
    """They refuse our messages, and were marked so."""
    failed: int = 0
    later: int = 0
    """Their quiet hours have not ended."""
    dropped: int = 0
    """The campaign was stopped before it was their turn, or they said meanwhile that they want none."""

    @property
    def people(self) -> int:
        return self.sent + self.waiting + self.blocked + self.failed + self.later + self.dropped
