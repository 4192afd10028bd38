"""What booking needs from outside. Repositories write in the open unit of work and never commit."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from core.booking.model import Day, Series, Slot
from core.booking.places import Booking
from core.shared.ids import BookingId, DayId, ResidentId, SeriesId, SlotId, UnitId


class SeriesRepository(Protocol):
    async def all(self) -> Sequence[Series]:
        """Return every series, by unit and slug."""
        ...

    async def find(self, unit_id: UnitId, slug: str) -> Series | None: ...

    async def save(self, series: Series) -> None:
        """Insert or replace by id."""
        ...


class DayRepository(Protocol):
    async def made(self, series_id: SeriesId, since: date) -> Sequence[Day]:
        """Return the days that the series' rule planned from `since` on, whatever became of them, in that order."""
        ...

    async def add(self, day: Day, slots: Sequence[Slot]) -> bool:
        """Write a day with its slots; False, and nothing is written, if the series has it already."""
        ...

    async def get(self, day_id: DayId) -> Day:
        """Return the day; raises NotFoundError("day-unknown")."""
        ...

    async def lock(self, day_id: DayId) -> Day:
        """Return the day and keep everybody else from changing it, its slots and its bookings until this ends.

        Whoever locks several locks them in the order of their ids. Raises NotFoundError("day-unknown").
        """
        ...

    async def save(self, day: Day) -> None:
        """Raises ConflictError("day-changed") if somebody else has changed it since."""
        ...

    async def slots(self, day_id: DayId) -> Sequence[Slot]:
        """Return the day's slots by time."""
        ...

    async def save_slot(self, slot: Slot) -> None:
        """Replace times and capacity by id; `taken` is changed by `take` and `give_back` alone."""
        ...

    async def take(self, slot_id: SlotId) -> bool:
        """Count one more place as taken; False, and nothing is changed, if none is free. One conditional update."""
        ...

    async def give_back(self, slot_id: SlotId) -> None: ...

    async def to_open(self, now: datetime) -> Sequence[DayId]:
        """Return planned days whose booking has begun by `now`, by id."""
        ...

    async def to_end(self, now: datetime) -> Sequence[DayId]:
        """Return days that can be booked and whose last slot has ended by `now`, by id."""
        ...


class BookingRepository(Protocol):
    async def next_number(self, year: int) -> str:
        """Return the year's next ticket number, `YY-2026-000123`."""
        ...

    def add(self, booking: Booking) -> None:
        """Insert; a second one of the same request raises ConflictError("booking-exists") at the latest at commit."""
        ...

    async def save(self, booking: Booking) -> None:
        """Raises ConflictError("booking-changed") if somebody else has changed it since."""
        ...

    async def get(self, booking_id: BookingId) -> Booking:
        """Return the booking; raises NotFoundError("booking-unknown")."""
        ...

    async def by_request(self, request: str) -> Booking | None: ...

    async def of_day(self, day_id: DayId) -> Sequence[Booking]:
        """Return the day's bookings, whatever their state, in the order in which they were made."""
        ...

    async def hold_person(self, resident_id: ResidentId) -> None:
        """Let nobody else book for this person until this unit of work ends; held after the days."""
        ...

    async def live_of(self, resident_id: ResidentId) -> Sequence[tuple[Booking, Day, Slot | None]]:
        """Return the person's bookings that are still to come, with day and slot; of days that are not over."""
        ...

    async def overdue_offers(self, now: datetime) -> Sequence[DayId]:
        """Return the days with offers that have ended by `now`, by id."""
        ...

    async def refuse_reminders(self, resident_id: ResidentId, *, refuses: bool) -> None:
        """Note that somebody wants no reminders, or wants them again; twice is once."""
        ...

    async def refusing_reminders(self, resident_ids: Collection[ResidentId]) -> Collection[ResidentId]:
        """Return who of them wants none."""
        ...

    async def to_remind(self, since: datetime, until: datetime) -> Sequence[tuple[Booking, Slot]]:
        """Return confirmed bookings of residents whose slot begins after `since` and by `until`, by time.

        Of those that have had their last reminder none.
        """
        ...

    async def forget_topics(self, before: date) -> int:
        """Erase what people wrote for days held before `before`; return of how many."""
        ...
