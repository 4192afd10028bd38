from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from core.booking.model import BOOKABLE, TO_COME, Day, DayState, Series, Slot
from core.booking.places import LIVE, Booking, BookingState
from core.booking.queries import BookingView, DayList, DayView
from core.people.model import Purpose
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BookingId, ChatId, DayId, ResidentId, SeriesId, SlotId, UnitId
from tests.fakes.database import FakeDatabase, FakeWork, Tables, require, unique


class FakeSeriesRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def all(self) -> Sequence[Series]:
        return sorted(self._work.now().series.values(), key=lambda series: (series.unit_id, series.slug))

    async def find(self, unit_id: UnitId, slug: str) -> Series | None:
        return next((s for s in self._work.now().series.values() if (s.unit_id, s.slug) == (unit_id, slug)), None)

    async def save(self, series: Series) -> None:
        tables = self._work.now()
        require(series.unit_id in tables.units)
        tables.series[series.id] = replace(series, plan=type(series.plan).from_json(series.plan.to_json()))


class FakeDayRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def made(self, series_id: SeriesId, since: date) -> Sequence[Day]:
        days = self._work.now().days.values()
        theirs = [day for day in days if day.series_id == series_id and day.planned_on >= since]
        return sorted(theirs, key=lambda day: day.planned_on)

    async def add(self, day: Day, slots: Sequence[Slot]) -> bool:
        tables = self._work.now()
        require(day.series_id in tables.series)
        if day.planned_on in {each.planned_on for each in await self.made(day.series_id, day.planned_on)}:
            return False
        tables.days[day.id] = day
        for slot in slots:
            tables.slots[slot.id] = slot
        return True

    async def get(self, day_id: DayId) -> Day:
        if day_id not in self._work.now().days:
            raise NotFoundError("day-unknown")
        return self._work.now().days[day_id]

    async def lock(self, day_id: DayId) -> Day:
        if self._work.reads_only:
            raise StorageError("storage-failed")
        return await self.get(day_id)

    async def save(self, day: Day) -> None:
        if (await self.get(day.id)).version != day.version - 1:
            raise ConflictError("day-changed")
        self._work.now().days[day.id] = day

    async def slots(self, day_id: DayId) -> Sequence[Slot]:
        return slots_of(self._work.now(), day_id)

    async def save_slot(self, slot: Slot) -> None:
        slots = self._work.now().slots
        slots[slot.id] = replace(slots[slot.id], begins=slot.begins, ends=slot.ends, capacity=slot.capacity)

    async def take(self, slot_id: SlotId) -> bool:
        slots = self._work.now().slots
        if slots[slot_id].free < 1:
            return False
        slots[slot_id] = replace(slots[slot_id], taken=slots[slot_id].taken + 1)
        return True

    async def give_back(self, slot_id: SlotId) -> None:
        slots = self._work.now().slots
        if slots[slot_id].taken < 1:
            raise StorageError("storage-failed")
        slots[slot_id] = replace(slots[slot_id], taken=slots[slot_id].taken - 1)

    async def to_open(self, now: datetime) -> Sequence[DayId]:
        days = self._work.now().days.values()
        return sorted(day.id for day in days if day.state is DayState.PLANNED and day.opens_at <= now)

    async def to_end(self, now: datetime) -> Sequence[DayId]:
        tables = self._work.now()
        days = [day.id for day in tables.days.values() if day.state in BOOKABLE]
        return sorted(day for day in days if all(slot.ends <= now for slot in slots_of(tables, day)))


class FakeBookingRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def next_number(self, year: int) -> str:
        counters = self._work.now().tickets
        counters[year] = counters.get(year, 0) + 1
        return f"YY-{year}-{counters[year]:06d}"

    def add(self, booking: Booking) -> None:
        def write(tables: Tables) -> None:
            require(booking.day_id in tables.days)
            require(booking.slot_id is None or booking.slot_id in tables.slots)
            require(booking.resident_id is None or booking.resident_id in tables.residents)
            others = tables.bookings.values()
            unique(booking.number not in {b.number for b in others})
            unique(booking.request not in {b.request for b in others}, "booking-exists")
            live = {(b.day_id, b.resident_id) for b in others if b.state in LIVE and b.resident_id}
            unique((booking.day_id, booking.resident_id) not in live, "booking-exists")
            tables.bookings[booking.id] = booking

        self._work.later(write)

    async def save(self, booking: Booking) -> None:
        if (await self.get(booking.id)).version != booking.version - 1:
            raise ConflictError("booking-changed")
        self._work.now().bookings[booking.id] = booking

    async def get(self, booking_id: BookingId) -> Booking:
        if booking_id not in self._work.now().bookings:
            raise NotFoundError("booking-unknown")
        return self._work.now().bookings[booking_id]

    async def by_request(self, request: str) -> Booking | None:
        return next((b for b in self._work.now().bookings.values() if b.request == request), None)

    async def of_day(self, day_id: DayId) -> Sequence[Booking]:
        return [booking for booking in self._work.now().bookings.values() if booking.day_id == day_id]

    async def hold_person(self, resident_id: ResidentId) -> None:
        """The transaction itself is the lock."""

    async def live_of(self, resident_id: ResidentId) -> Sequence[tuple[Booking, Day, Slot | None]]:
        tables = self._work.now()
        theirs = [b for b in tables.bookings.values() if b.resident_id == resident_id and b.state in LIVE]
        found = [(b, tables.days[b.day_id], tables.slots.get(b.slot_id) if b.slot_id else None) for b in theirs]
        return [held for held in found if held[1].state in TO_COME]

    async def overdue_offers(self, now: datetime) -> Sequence[DayId]:
        offered = [b for b in self._work.now().bookings.values() if b.state is BookingState.OFFERED]
        return sorted({b.day_id for b in offered if b.offer_until and b.offer_until <= now})

    async def refuse_reminders(self, resident_id: ResidentId, *, refuses: bool) -> None:
        refusing = self._work.now().reminder_optouts
        refusing.pop(resident_id, None)
        if refuses:
            refusing[resident_id] = True

    async def refusing_reminders(self, resident_ids: Collection[ResidentId]) -> Collection[ResidentId]:
        return {each for each in resident_ids if each in self._work.now().reminder_optouts}

    async def to_remind(self, since: datetime, until: datetime) -> Sequence[tuple[Booking, Slot]]:
        tables = self._work.now()
        waits = [b for b in tables.bookings.values() if b.state is BookingState.CONFIRMED and b.resident_id]
        pairs = [(b, tables.slots[b.slot_id]) for b in waits if b.slot_id and b.reminded != "hour"]
        pairs = [pair for pair in pairs if since < pair[1].begins <= until]
        return sorted(pairs, key=lambda pair: pair[1].begins)

    async def forget_topics(self, before: date) -> int:
        tables = self._work.now()
        past = [b for b in tables.bookings.values() if b.topic and tables.days[b.day_id].held_on < before]
        for booking in past:
            tables.bookings[booking.id] = replace(booking, topic="", shared=False)
        return len(past)


def slots_of(tables: Tables, day_id: DayId) -> list[Slot]:
    return sorted((s for s in tables.slots.values() if s.day_id == day_id), key=lambda slot: (slot.begins, slot.id))


class FakeBookingReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    @property
    def _tables(self) -> Tables:
        return self._database.committed

    async def units_of(self, unit_id: UnitId) -> Sequence[UnitId]:
        found, at = [], self._tables.units.get(unit_id)
        while at is not None:
            found.append(at.id)
            at = self._tables.units.get(at.parent_id) if at.parent_id else None
        return found

    async def has_days(self, units: Collection[UnitId]) -> bool:
        comes = any(series.unit_id in units and series.active for series in self._tables.series.values())
        return comes or any(d.unit_id in units and d.state in TO_COME for d in self._tables.days.values())

    async def days(self, units: Collection[UnitId], since: date, until: date) -> Sequence[DayView]:
        found = [d for d in self._tables.days.values() if d.unit_id in units and since <= d.held_on <= until]
        views = [DayView(day=day, slots=slots_of(self._tables, day.id)) for day in found]
        return sorted(views, key=lambda view: (view.day.held_on, view.slots[0].begins, view.day.id))

    async def day(self, day_id: DayId) -> DayView:
        if day_id not in self._tables.days:
            raise NotFoundError("day-unknown")
        return DayView(day=self._tables.days[day_id], slots=slots_of(self._tables, day_id))

    async def of_resident(self, resident_id: ResidentId, limit: int = 20) -> Sequence[BookingView]:
        theirs = [self._view(b) for b in self._tables.bookings.values() if b.resident_id == resident_id][::-1]
        views = sorted(theirs, key=lambda v: not v.to_come)[:limit]
        to_come = sorted((v for v in views if v.to_come), key=lambda v: (v.day.held_on, v.booking.number))
        return [*to_come, *(view for view in views if not view.to_come)]

    async def one(self, resident_id: ResidentId, booking_id: BookingId) -> BookingView:
        booking = self._tables.bookings.get(booking_id)
        if booking is None or booking.resident_id != resident_id:
            raise NotFoundError("booking-unknown")
        view = self._view(booking)
        if booking.state is not BookingState.WAITING:
            return view
        waiting = [b for b in self._tables.bookings.values() if b.day_id == booking.day_id]
        waiting = sorted((b for b in waiting if b.state is BookingState.WAITING), key=lambda b: -b.priority)
        return replace(view, ahead=waiting.index(booking))

    async def days_of_desk(self, chat_id: ChatId, since: date, until: date) -> Sequence[DayView]:
        desks = {c.unit_id: c.chat_id for c in self._tables.staff_chats.values() if Purpose.DESK in c.purposes}
        theirs = [
            unit
            for unit in self._tables.units
            if next((desks[up] for up in await self.units_of(unit) if up in desks), None) == chat_id
        ]
        return await self.days(theirs, since, until)

    async def list_of_day(self, day_id: DayId) -> DayList:
        found = [b for b in self._tables.bookings.values() if b.day_id == day_id]
        return DayList(view=await self.day(day_id), bookings=[b if b.shared else replace(b, topic="") for b in found])

    def _view(self, booking: Booking) -> BookingView:
        slot = self._tables.slots.get(booking.slot_id) if booking.slot_id else None
        return BookingView(booking=booking, day=self._tables.days[booking.day_id], slot=slot)
