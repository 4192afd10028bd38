"""Where a case's cards stand, and which staff chat works on it."""

from dataclasses import dataclass
from enum import StrEnum

from core.shared.ids import ChatId, PetitionId


class Standing(StrEnum):
    """What a card in a staff chat is for. Stored by value: never rename."""

    HERE = "here"
    """The case belongs to this chat, and is worked on here."""
    LENT = "lent"
    """It belongs to this chat, which we cannot work in; another one stands in."""
    STAND_IN = "stand_in"
    """It is worked on here as long as its own chat is out."""
    RETURNED = "returned"
    """It was worked on here, and is no longer; the card says so and does nothing."""
    TEAM = "team"
    """It is worked on here, by the service team whose chat this is."""
    WITH_TEAM = "with_team"
    """It belongs to this desk, which sees it in its lists; the team's chat works on it."""


WORKED_ON = (Standing.HERE, Standing.STAND_IN, Standing.TEAM)
LISTED = (*WORKED_ON, Standing.WITH_TEAM)
"""Where a case is seen in the queue, and found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPlace:
    """Where a case's card stands in a staff chat; the view's memory, not the petition's."""

    petition_id: PetitionId
    chat_id: ChatId
    message_id: int | None = None
    thread_id: int | None = None
    standing: Standing = Standing.HERE


@dataclass(frozen=True, slots=True)
class Seat:
    """Which chat works on a case now."""

    petition_id: PetitionId
    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is about: typed words, a shared position, or both."""

    text: str = ""
    latitude: float | None = None
    longitude: float | None = None
