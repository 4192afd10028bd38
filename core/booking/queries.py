"""What windows and lists read. Every call is a short read of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.booking.model import TO_COME, Day, Slot
from core.booking.places import LIVE, Booking
from core.shared.ids import BookingId, ChatId, DayId, ResidentId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day with its slots by time."""

    day: Day
    slots: Sequence[Slot]

    def open_slots(self, now: datetime) -> list[Slot]:
        """Return the slots that can be booked at this moment."""
        if not self.day.bookable:
            return []
        return [slot for slot in self.slots if slot.free > 0 and now < slot.closes_at(self.day.plan)]

    def free(self, now: datetime) -> int:
        return sum(slot.free for slot in self.open_slots(now))

    def still_bookable(self, now: datetime) -> bool:
        """Tell whether there is a slot, taken or not, whose booking has not ended."""
        return self.day.bookable and any(now < slot.closes_at(self.day.plan) for slot in self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingView:
    booking: Booking
    day: Day
    slot: Slot | None
    ahead: int = 0
    """How many wait before this one; 0 unless it waits."""

    @property
    def to_come(self) -> bool:
        """Tell whether something may still become of it: nobody marks whoever came on every day."""
        return self.booking.state in LIVE and self.day.state in TO_COME


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """A day as the desk sees it; topics that were not shared are left out by the query."""

    view: DayView
    bookings: Sequence[Booking]


class BookingReader(Protocol):
    async def units_of(self, unit_id: UnitId) -> Sequence[UnitId]:
        """Return the unit and those above it: whose days a person may book."""
        ...

    async def has_days(self, units: Collection[UnitId]) -> bool:
        """Tell whether one of the units has a series that goes on, or a day still to come of one that has ended."""
        ...

    async def days(self, units: Collection[UnitId], since: date, until: date) -> Sequence[DayView]:
        """Return the units' days held from `since` to `until`, both counted, by date and first slot."""
        ...

    async def day(self, day_id: DayId) -> DayView:
        """Return the day; raises NotFoundError("day-unknown")."""
        ...

    async def of_resident(self, resident_id: ResidentId, limit: int = 20) -> Sequence[BookingView]:
        """Return the bookings of a resident: on days still to come first and by time, then the others, newest first."""
        ...

    async def one(self, resident_id: ResidentId, booking_id: BookingId) -> BookingView:
        """Return the resident's own booking; raises NotFoundError("booking-unknown") for any other."""
        ...

    async def days_of_desk(self, chat_id: ChatId, since: date, until: date) -> Sequence[DayView]:
        """Return the days this staff chat sees to: those of its unit and of units below without a desk of theirs."""
        ...

    async def list_of_day(self, day_id: DayId) -> DayList:
        """Return the day with everybody on it; raises NotFoundError("day-unknown")."""
        ...
