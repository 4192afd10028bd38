from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import and_, exists, func, or_, select

from core.booking.model import TO_COME, Day
from core.booking.places import LIVE, Booking, BookingState
from core.booking.queries import BookingView, DayList, DayView
from core.people.model import Purpose
from core.shared.errors import NotFoundError
from core.shared.ids import BookingId, ChatId, DayId, ResidentId, UnitId
from storage.booking_rows import booking_of, day_of, slot_of, with_slots
from storage.engine import Database
from storage.rows import Run
from storage.tables import (
    booking_days,
    booking_series,
    booking_slots,
    bookings,
    staff_chat_purposes,
    staff_chats,
    units,
)


class SqlBookingReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def units_of(self, unit_id: UnitId) -> Sequence[UnitId]:
        async with self._database.reading() as connection:
            rows = await connection.execute(select(units.c.id, units.c.parent_id))
            return _upwards(dict(tuple(row) for row in rows), unit_id)

    async def has_days(self, units: Collection[UnitId]) -> bool:
        comes = exists().where(booking_series.c.unit_id.in_(units), booking_series.c.active)
        stays = exists().where(booking_days.c.unit_id.in_(units), booking_days.c.state.in_(TO_COME))
        async with self._database.reading() as connection:
            return bool((await connection.execute(select(or_(comes, stays)))).scalar_one())

    async def days(self, units: Collection[UnitId], since: date, until: date) -> Sequence[DayView]:
        return await self._days(units, since, until)

    async def day(self, day_id: DayId) -> DayView:
        async with self._database.reading() as connection:
            return await _day(connection.execute, day_id)

    async def of_resident(self, resident_id: ResidentId, limit: int = 20) -> Sequence[BookingView]:
        live = bookings.c.state.in_(LIVE) & booking_days.c.state.in_(TO_COME)
        wanted = select(bookings).join(booking_days, booking_days.c.id == bookings.c.day_id)
        wanted = wanted.where(bookings.c.resident_id == resident_id)
        async with self._database.reading() as connection:
            rows = await connection.execute(wanted.order_by(live.desc(), bookings.c.seq.desc()).limit(limit))
            views = await _views(connection.execute, [booking_of(row) for row in rows.mappings()])
        to_come = sorted((v for v in views if v.to_come), key=lambda v: (v.day.held_on, v.booking.number))
        return [*to_come, *(view for view in views if not view.to_come)]

    async def one(self, resident_id: ResidentId, booking_id: BookingId) -> BookingView:
        wanted = select(bookings).where(bookings.c.id == booking_id, bookings.c.resident_id == resident_id)
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).mappings().one_or_none()
            if row is None:
                raise NotFoundError("booking-unknown")
            (view,) = await _views(connection.execute, [booking_of(row)])
            if view.booking.state is not BookingState.WAITING:
                return view
            return replace(view, ahead=await _ahead(connection.execute, row["seq"], view.booking))

    async def days_of_desk(self, chat_id: ChatId, since: date, until: date) -> Sequence[DayView]:
        desks = select(staff_chats.c.unit_id, staff_chats.c.chat_id).join(
            staff_chat_purposes, staff_chat_purposes.c.chat_id == staff_chats.c.chat_id
        )
        async with self._database.reading() as connection:
            parents = dict(tuple(row) for row in await connection.execute(select(units.c.id, units.c.parent_id)))
            serving = {row.unit_id: row.chat_id for row in await connection.execute(desks.where(_DESK))}
        theirs = [unit for unit in parents if _desk_of(parents, serving, unit) == chat_id]
        return await self._days(theirs, since, until)

    async def list_of_day(self, day_id: DayId) -> DayList:
        async with self._database.reading() as connection:
            view = await _day(connection.execute, day_id)
            rows = await connection.execute(
                select(bookings).where(bookings.c.day_id == day_id).order_by(bookings.c.seq)
            )
            found = [booking_of(row) for row in rows.mappings()]
        return DayList(view=view, bookings=[b if b.shared else replace(b, topic="") for b in found])

    async def _days(self, units: Collection[UnitId], since: date, until: date) -> Sequence[DayView]:
        wanted = select(booking_days).where(
            booking_days.c.unit_id.in_(units), booking_days.c.held_on >= since, booking_days.c.held_on <= until
        )
        async with self._database.reading() as connection:
            found = [day_of(row) for row in (await connection.execute(wanted)).mappings()]
            return await with_slots(connection.execute, found)


_DESK = staff_chat_purposes.c.purpose == Purpose.DESK


def _upwards(parents: dict[UnitId, UnitId | None], unit_id: UnitId) -> list[UnitId]:
    found: list[UnitId] = []
    at: UnitId | None = unit_id
    while at is not None and at in parents:
        found.append(at)
        at = parents[at]
    return found


def _desk_of(parents: dict[UnitId, UnitId | None], serving: dict[UnitId, ChatId], unit_id: UnitId) -> ChatId | None:
    """Return the desk of the unit or of the nearest above it, as `StaffChatRepository.serving` does."""
    return next((serving[unit] for unit in _upwards(parents, unit_id) if unit in serving), None)


async def _day(run: Run, day_id: DayId) -> DayView:
    row = (await run(select(booking_days).where(booking_days.c.id == day_id))).mappings().one_or_none()
    if row is None:
        raise NotFoundError("day-unknown")
    (view,) = await with_slots(run, [day_of(row)])
    return view


async def _views(run: Run, found: Sequence[Booking]) -> list[BookingView]:
    """Return bookings with day and slot, in two statements however many there are."""
    if not found:
        return []
    wanted = select(booking_days).where(booking_days.c.id.in_({booking.day_id for booking in found}))
    days: dict[str, Day] = {row["id"]: day_of(row) for row in (await run(wanted)).mappings()}
    wanted = select(booking_slots).where(booking_slots.c.id.in_({b.slot_id for b in found if b.slot_id}))
    slots = {row["id"]: slot_of(row) for row in (await run(wanted)).mappings()}
    return [
        BookingView(booking=booking, day=days[booking.day_id], slot=slots.get(booking.slot_id or ""))
        for booking in found
    ]


async def _ahead(run: Run, seq: int, booking: Booking) -> int:
    earlier = and_(bookings.c.priority == booking.priority, bookings.c.seq < seq)
    before = or_(bookings.c.priority > booking.priority, earlier)
    waiting = (bookings.c.day_id == booking.day_id) & (bookings.c.state == BookingState.WAITING)
    return int((await run(select(func.count()).select_from(bookings).where(waiting, before))).scalar_one())
