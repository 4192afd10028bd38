"""A person's place on a day, and the table by which its state changes (DOMAIN §3)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.shared.errors import DomainError
from core.shared.ids import BookingId, DayId, ResidentId, SlotId
from core.shared.text import excerpt, storable


class BookingState(StrEnum):
    """Stored by value: never rename."""

    WAITING = "waiting"
    OFFERED = "offered"
    """A place is held for somebody from the waiting list, until `offer_until`."""
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    """By the person, who may also have left the waiting list."""
    DECLINED = "declined"
    LAPSED = "lapsed"
    """An offer nobody took, or waiting that led to nothing before the day was over."""
    CALLED_OFF = "called_off"
    """The day was called off, or moved to a time at which the person has another place."""


class BookingEvent(StrEnum):
    """What can happen to a place. Stored in the audit by value: never rename."""

    BOOK = "book"
    WAIT = "wait"
    OFFER = "offer"
    TAKE = "take"
    DECLINE = "decline"
    EXPIRE = "expire"
    CANCEL = "cancel"
    MOVE = "move"
    CALL_OFF = "call_off"
    ARRIVE = "arrive"
    MISS = "miss"
    WALK_IN = "walk_in"


LIVE = (BookingState.WAITING, BookingState.OFFERED, BookingState.CONFIRMED)
"""Still to come."""
HOLDING = (BookingState.OFFERED, BookingState.CONFIRMED)
"""Those that take a place and are still to come."""

TRANSITIONS: dict[tuple[BookingState | None, BookingEvent], BookingState] = {
    (None, BookingEvent.BOOK): BookingState.CONFIRMED,
    (None, BookingEvent.WAIT): BookingState.WAITING,
    (None, BookingEvent.WALK_IN): BookingState.ARRIVED,
    (BookingState.WAITING, BookingEvent.OFFER): BookingState.OFFERED,
    (BookingState.WAITING, BookingEvent.EXPIRE): BookingState.LAPSED,
    (BookingState.WAITING, BookingEvent.MOVE): BookingState.WAITING,
    (BookingState.OFFERED, BookingEvent.TAKE): BookingState.CONFIRMED,
    (BookingState.OFFERED, BookingEvent.DECLINE): BookingState.DECLINED,
    (BookingState.OFFERED, BookingEvent.EXPIRE): BookingState.LAPSED,
    (BookingState.OFFERED, BookingEvent.MOVE): BookingState.OFFERED,
    (BookingState.CONFIRMED, BookingEvent.MOVE): BookingState.CONFIRMED,
    (BookingState.CONFIRMED, BookingEvent.ARRIVE): BookingState.ARRIVED,
    (BookingState.CONFIRMED, BookingEvent.MISS): BookingState.NO_SHOW,
    (BookingState.ARRIVED, BookingEvent.MISS): BookingState.NO_SHOW,
    (BookingState.NO_SHOW, BookingEvent.ARRIVE): BookingState.ARRIVED,
    **{(state, BookingEvent.CANCEL): BookingState.CANCELLED for state in LIVE},
    **{(state, BookingEvent.CALL_OFF): BookingState.CALLED_OFF for state in LIVE},
}
"""(state, event) → next state, None before there is any. What is not here does not happen.

Who was marked wrongly is marked again: late ones arrive after all.
"""

MAX_TOPIC = 500
"""UTF-16 units of what somebody wants to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """`request` recognises a press that comes twice; `version` counts changes, and is the calendar's sequence."""

    id: BookingId
    number: str
    request: str
    day_id: DayId
    slot_id: SlotId | None
    """None while waiting, and for people who came without a booking."""
    resident_id: ResidentId | None
    """None for people who are on the list without the bot."""
    name: str
    state: BookingState
    made_at: datetime
    topic: str = ""
    shared: bool = False
    """Whether the specialist and the staff may read the topic beforehand."""
    priority: int = 0
    """On the waiting list the higher goes first; of equals whoever came first."""
    offer_until: datetime | None = None
    reminded: str = ""
    """The last reminder: nothing, "day" or "hour"."""
    walk_in: int | None = None
    version: int = 1

    def apply(self, event: BookingEvent) -> "Booking":
        """Return the place after `event`; raises DomainError("booking-state-<state>") if the table has no such row."""
        return replace(self, state=next_state(self.state, event), version=self.version + 1)

    def says(self, topic: str, *, shared: bool) -> "Booking":
        """Return the place with what its person wants to ask; of nothing there is nothing to read."""
        kept = excerpt(storable(topic), MAX_TOPIC)
        return replace(self, topic=kept, shared=shared and bool(kept))


def next_state(state: BookingState | None, event: BookingEvent) -> BookingState:
    """Raises DomainError("booking-state-<state>") if the table has no such row."""
    target = TRANSITIONS.get((state, event))
    if target is None:
        raise DomainError(f"booking-state-{state}")
    return target
