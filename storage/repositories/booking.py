from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import delete, exists, insert, select, update

from core.booking.model import BOOKABLE, TO_COME, Day, DayState, Series, Slot
from core.booking.places import LIVE, Booking, BookingState
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BookingId, DayId, ResidentId, SeriesId, SlotId, UnitId
from storage.booking_rows import (
    booking_of,
    booking_values,
    day_of,
    day_values,
    series_of,
    series_values,
    slot_of,
    slot_values,
)
from storage.tables import (
    booking_counters,
    booking_days,
    booking_series,
    booking_slots,
    bookings,
    reminder_optouts,
    residents,
)
from storage.work import Work


class SqlSeriesRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def all(self) -> Sequence[Series]:
        wanted = select(booking_series).order_by(booking_series.c.unit_id, booking_series.c.slug)
        return [series_of(row) for row in (await self._work.run(wanted)).mappings()]

    async def find(self, unit_id: UnitId, slug: str) -> Series | None:
        wanted = select(booking_series).where(booking_series.c.unit_id == unit_id, booking_series.c.slug == slug)
        row = (await self._work.run(wanted)).mappings().one_or_none()
        return None if row is None else series_of(row)

    async def save(self, series: Series) -> None:
        await self._work.run(self._work.upsert(booking_series, series_values(series)))


class SqlDayRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def made(self, series_id: SeriesId, since: date) -> Sequence[Day]:
        theirs = (booking_days.c.series_id == series_id) & (booking_days.c.planned_on >= since)
        wanted = select(booking_days).where(theirs).order_by(booking_days.c.planned_on)
        return [day_of(row) for row in (await self._work.run(wanted)).mappings()]

    async def add(self, day: Day, slots: Sequence[Slot]) -> bool:
        added = self._work.insert_new(booking_days, day_values(day)).returning(booking_days.c.id)
        if (await self._work.run(added)).first() is None:
            return False
        self._work.later(insert(booking_slots).values([slot_values(slot) for slot in slots]))
        return True

    async def get(self, day_id: DayId) -> Day:
        return await self._known(day_id, locked=False)

    async def lock(self, day_id: DayId) -> Day:
        """SQLite knows no row locks; there the transaction itself is the lock, because it began as a writer."""
        if self._work.reads_only:
            raise StorageError("storage-failed")  # PostgreSQL would say so; SQLite would let it pass
        return await self._known(day_id, locked=True)

    async def _known(self, day_id: DayId, *, locked: bool) -> Day:
        wanted = select(booking_days).where(booking_days.c.id == day_id)
        wanted = wanted.with_for_update(key_share=True) if locked else wanted
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("day-unknown")
        return day_of(row)

    async def save(self, day: Day) -> None:
        unchanged = (booking_days.c.id == day.id) & (booking_days.c.version == day.version - 1)
        done = await self._work.run(update(booking_days).where(unchanged).values(day_values(day)))
        if done.rowcount != 1:
            raise ConflictError("day-changed")

    async def slots(self, day_id: DayId) -> Sequence[Slot]:
        wanted = select(booking_slots).where(booking_slots.c.day_id == day_id)
        rows = await self._work.run(wanted.order_by(booking_slots.c.begins, booking_slots.c.id))
        return [slot_of(row) for row in rows.mappings()]

    async def save_slot(self, slot: Slot) -> None:
        values = {"begins": slot.begins, "ends": slot.ends, "capacity": slot.capacity}
        await self._work.run(update(booking_slots).where(booking_slots.c.id == slot.id).values(values))

    async def take(self, slot_id: SlotId) -> bool:
        free = (booking_slots.c.id == slot_id) & (booking_slots.c.taken < booking_slots.c.capacity)
        done = await self._work.run(update(booking_slots).where(free).values(taken=booking_slots.c.taken + 1))
        return done.rowcount == 1

    async def give_back(self, slot_id: SlotId) -> None:
        slot = booking_slots.c.id == slot_id
        await self._work.run(update(booking_slots).where(slot).values(taken=booking_slots.c.taken - 1))

    async def to_open(self, now: datetime) -> Sequence[DayId]:
        waits = (booking_days.c.state == DayState.PLANNED) & (booking_days.c.opens_at <= now)
        wanted = select(booking_days.c.id).where(waits).order_by(booking_days.c.id)
        return [DayId(each) for each in (await self._work.run(wanted)).scalars()]

    async def to_end(self, now: datetime) -> Sequence[DayId]:
        goes_on = exists().where(booking_slots.c.day_id == booking_days.c.id, booking_slots.c.ends > now)
        wanted = select(booking_days.c.id).where(booking_days.c.state.in_(BOOKABLE), ~goes_on)
        return [DayId(each) for each in (await self._work.run(wanted.order_by(booking_days.c.id))).scalars()]


class SqlBookingRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    async def next_number(self, year: int) -> str:
        counter = self._work.insert(booking_counters).values(year=year, last=1)
        counter = counter.on_conflict_do_update(index_elements=["year"], set_={"last": booking_counters.c.last + 1})
        last = (await self._work.run(counter.returning(booking_counters.c.last))).scalar_one()
        return f"YY-{year}-{last:06d}"

    def add(self, booking: Booking) -> None:
        self._work.later(insert(bookings).values(booking_values(booking)))

    async def save(self, booking: Booking) -> None:
        unchanged = (bookings.c.id == booking.id) & (bookings.c.version == booking.version - 1)
        done = await self._work.run(update(bookings).where(unchanged).values(booking_values(booking)))
        if done.rowcount != 1:
            raise ConflictError("booking-changed")

    async def get(self, booking_id: BookingId) -> Booking:
        found = (await self._work.run(select(bookings).where(bookings.c.id == booking_id))).mappings().one_or_none()
        if found is None:
            raise NotFoundError("booking-unknown")
        return booking_of(found)

    async def by_request(self, request: str) -> Booking | None:
        found = (await self._work.run(select(bookings).where(bookings.c.request == request))).mappings().one_or_none()
        return None if found is None else booking_of(found)

    async def of_day(self, day_id: DayId) -> Sequence[Booking]:
        wanted = select(bookings).where(bookings.c.day_id == day_id).order_by(bookings.c.seq)
        return [booking_of(row) for row in (await self._work.run(wanted)).mappings()]

    async def hold_person(self, resident_id: ResidentId) -> None:
        held = select(residents.c.id).where(residents.c.id == resident_id).with_for_update(key_share=True)
        await self._work.run(held)

    async def live_of(self, resident_id: ResidentId) -> Sequence[tuple[Booking, Day, Slot | None]]:
        theirs = (bookings.c.resident_id == resident_id) & bookings.c.state.in_(LIVE)
        wanted = select(bookings).join(booking_days, booking_days.c.id == bookings.c.day_id)
        wanted = wanted.where(theirs, booking_days.c.state.in_(TO_COME)).order_by(bookings.c.seq)
        found = [booking_of(row) for row in (await self._work.run(wanted)).mappings()]
        if not found:
            return []
        days = select(booking_days).where(booking_days.c.id.in_({booking.day_id for booking in found}))
        by_day = {row["id"]: day_of(row) for row in (await self._work.run(days)).mappings()}
        slots = select(booking_slots).where(booking_slots.c.id.in_({b.slot_id for b in found if b.slot_id}))
        by_slot = {row["id"]: slot_of(row) for row in (await self._work.run(slots)).mappings()}
        return [(booking, by_day[booking.day_id], by_slot.get(booking.slot_id or "")) for booking in found]

    async def overdue_offers(self, now: datetime) -> Sequence[DayId]:
        over = (bookings.c.state == BookingState.OFFERED) & (bookings.c.offer_until <= now)
        wanted = select(bookings.c.day_id).where(over, bookings.c.offer_until.is_not(None)).distinct()
        return sorted(DayId(each) for each in (await self._work.run(wanted)).scalars())

    async def refuse_reminders(self, resident_id: ResidentId, *, refuses: bool) -> None:
        if refuses:
            await self._work.run(self._work.insert_new(reminder_optouts, {"resident_id": resident_id}))
        else:
            theirs = reminder_optouts.c.resident_id == resident_id
            await self._work.run(delete(reminder_optouts).where(theirs))

    async def refusing_reminders(self, resident_ids: Collection[ResidentId]) -> Collection[ResidentId]:
        who = reminder_optouts.c.resident_id
        found = await self._work.run(select(who).where(who.in_([*resident_ids])))
        return {ResidentId(each) for each in found.scalars()}

    async def to_remind(self, since: datetime, until: datetime) -> Sequence[tuple[Booking, Slot]]:
        slots = select(booking_slots).where(booking_slots.c.begins > since, booking_slots.c.begins <= until)
        by_id = {row["id"]: slot_of(row) for row in (await self._work.run(slots)).mappings()}
        if not by_id:
            return []
        waits = (bookings.c.state == BookingState.CONFIRMED) & bookings.c.resident_id.is_not(None)
        wanted = select(bookings).where(bookings.c.slot_id.in_(by_id), waits, bookings.c.reminded != "hour")
        found = [booking_of(row) for row in (await self._work.run(wanted.order_by(bookings.c.seq))).mappings()]
        pairs = [(booking, by_id[booking.slot_id]) for booking in found if booking.slot_id is not None]
        return sorted(pairs, key=lambda pair: pair[1].begins)

    async def forget_topics(self, before: date) -> int:
        past = select(booking_days.c.id).where(booking_days.c.held_on < before)
        spoken = (bookings.c.topic != "") & bookings.c.day_id.in_(past)
        return (await self._work.run(update(bookings).where(spoken).values(topic="", shared=False))).rowcount
