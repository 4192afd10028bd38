"""Days with free places and a few bookings, so that there is something behind the door of a demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.foundation import Foundation
from bot.series_file import read_series
from core.booking.model import MAX_OPENS
from core.booking.places import Booking, BookingEvent, next_state
from core.booking.queries import BookingReader, DayView
from core.booking.usecases import TendDays
from core.shared.clock import Clock, local_day
from core.shared.ids import BookingId, IdSource
from core.uow import UnitOfWork, UnitOfWorkFactory
from storage.queries.booking import SqlBookingReader

EXAMPLE = Path(__file__).with_name("days.yaml")
BOOKED_DAYS, BOOKED_SLOTS = 4, 2
"""Days that have bookings already, and slots of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedBookings:
    """People who have booked by telephone: the bot does not know them, so nobody is told anything."""

    uow: UnitOfWorkFactory
    reader: BookingReader
    clock: Clock
    ids: IdSource

    async def __call__(self, names: Sequence[str]) -> int:
        """Return how many were added. Days that have a booking already stay as they are."""
        today = local_day(self.clock.now(), self.clock.zone)
        added = 0
        async with self.uow() as uow:
            units = [unit.id for unit in await uow.units.all()]
            views = await self.reader.days(units, today, today + timedelta(days=MAX_OPENS))
            for view in [view for view in views if view.free(self.clock.now())][:BOOKED_DAYS]:
                added += await self._book(uow, view, names)
            if added:
                await uow.commit()
        return added

    async def _book(self, uow: UnitOfWork, view: DayView, names: Sequence[str]) -> int:
        day = await uow.days.lock(view.day.id)
        if await uow.bookings.of_day(day.id):
            return 0
        slots = view.open_slots(self.clock.now())[:BOOKED_SLOTS]
        for slot, name in zip(slots, names, strict=False):
            await uow.days.take(slot.id)
            uow.bookings.add(
                Booking(
                    id=BookingId(self.ids.new()),
                    number=await uow.bookings.next_number(day.held_on.year),
                    request=f"seed:{slot.id}",
                    day_id=day.id,
                    slot_id=slot.id,
                    resident_id=None,
                    name=name,
                    state=next_state(None, BookingEvent.BOOK),
                    made_at=self.clock.now(),
                )
            )
        return min(len(slots), len(names))


async def seed_days(ground: Foundation, names: Sequence[str]) -> None:
    """Take in the example's series, open what can be booked now, and let some of it be booked. Safe to repeat."""
    await ground.import_series()(read_series(EXAMPLE))
    await TendDays(uow=ground.uow, clock=ground.clock)()
    reader = SqlBookingReader(ground.database)
    await SeedBookings(uow=ground.uow, reader=reader, clock=ground.clock, ids=ground.ids)(names)
