"""What free text may want of us, and what we make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Intent(StrEnum):
    """The doors, and what leads to none of them."""

    COMPLAINT = "petition.complaint"
    SUGGESTION = "petition.suggestion"
    MEDIATION = "petition.mediation"
    SERVICE = "petition.service"
    REPORT = "petition.report"
    STATUS = "case.status"
    LEGAL = "booking.legal"
    EVENT = "booking.event"
    LEADER = "booking.leader"
    MANAGE = "booking.manage"
    VOTE = "ballot.vote"
    QUERY = "disclosure.query"
    SUBSCRIBE = "disclosure.subscribe"
    ACCOUNT = "account"
    HUMAN = "human"
    GREETING = "greeting"
    NONE = "none"

    @property
    def is_petition(self) -> bool:
        """A report is none, whatever its value says: it goes into no group."""
        return self.value.startswith("petition.") and self is not Intent.REPORT


class Decision(StrEnum):
    """Go through the door, ask which one is meant, or say that we did not understand."""

    ACT = "act"
    ASK = "ask"
    FALLBACK = "fallback"


class Team(StrEnum):
    """Who deals with it first; a hint for the desk, never an order."""

    DESK = "desk"
    EMERGENCY = "emergency"
    MEDICAL = "medical"
    JOBS = "jobs"
    RELIEF = "relief"
    HEALTH = "health"
    FIRE = "fire"
    POLICE = "police"
    ENVIRONMENT = "environment"
    PROPERTY = "property"
    TENANCY = "tenancy"
    MEDIATION = "mediation"
    SUPERVISION = "supervision"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A name with how sure we are of it, 0 to 1, and the words that spoke for it, strongest first."""

    name: str
    score: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What we make of a text.

    On ACT `intent` is the door; on ASK it is the first of those to offer, `alternatives` the others (an unsure greeting
    is no door: then the menu is all there is to offer); on FALLBACK it is `Intent.NONE` and nothing is offered. Slots:
    date and date_from (ISO, local), count, case_no, place.
    """

    decision: Decision
    intent: Intent
    score: float
    alternatives: tuple[Intent, ...] = ()
    category: str = ""
    category_score: float = 0.0
    team: Team | None = None
    slots: Mapping[str, str | int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    call: bool = False
    """Whether it asks to be called back, and surely for nothing else: beside the intent, which it leaves alone."""
