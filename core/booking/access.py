"""The only ways to get a day or a place for a person: they load *and* authorise; absent and not yours are one error."""

from collections.abc import Iterable

from core.booking.model import Day
from core.booking.places import Booking
from core.people.model import Purpose
from core.shared.actor import ResidentActor, StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import BookingId, DayId, UnitId
from core.uow import UnitOfWork


async def units_of(uow: UnitOfWork, unit_id: UnitId) -> list[UnitId]:
    """Return the unit and those above it: whose days a person may book."""
    units = [await uow.units.get(unit_id)]
    while (parent := units[-1].parent_id) is not None:
        units.append(await uow.units.get(parent))
    return [unit.id for unit in units]


async def lock_days(uow: UnitOfWork, day_ids: Iterable[DayId]) -> dict[DayId, Day]:
    """Lock several days in the one order that keeps two of us from waiting for each other."""
    return {day_id: await uow.days.lock(day_id) for day_id in sorted(set(day_ids))}


async def access_own(uow: UnitOfWork, actor: ResidentActor, booking_id: BookingId) -> tuple[Booking, Day]:
    """Return the actor's own place and its day, locked; raises NotFoundError("booking-unknown")."""
    booking = await uow.bookings.get(booking_id)
    if booking.resident_id != actor.resident_id:
        raise NotFoundError("booking-unknown")
    day = await uow.days.lock(booking.day_id)
    return await uow.bookings.get(booking_id), day


async def access_desk_day(uow: UnitOfWork, actor: StaffActor, day_id: DayId, *, locked: bool = True) -> Day:
    """Return a day that the actor's staff chat sees to; raises NotFoundError("day-unknown")."""
    day = await (uow.days.lock(day_id) if locked else uow.days.get(day_id))
    desk = await uow.staff_chats.serving(day.unit_id, Purpose.DESK)
    if desk is None or desk.chat_id != actor.chat_id:
        raise NotFoundError("day-unknown")
    return day
