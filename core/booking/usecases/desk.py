"""What the desk does with a day: mark who came, draw numbers for those without a booking, move it, call it off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.booking import policy
from core.booking.access import access_desk_day
from core.booking.model import Day, DayEvent, DayState, Reason, Slot
from core.booking.places import LIVE, Booking, BookingEvent, BookingState, next_state
from core.booking.queries import BookingReader, DayList, DayView
from core.booking.recurrence import Holiday
from core.booking.usecases.places import Places
from core.shared.actor import StaffActor
from core.shared.clock import Calendar, Clock, local_day
from core.shared.errors import DomainError
from core.shared.ids import BookingId, DayId, IdSource
from core.shared.messages import Term
from core.shared.trace import seen
from core.uow import UnitOfWork, UnitOfWorkFactory

OFFERED_DATES = 8
"""Days to which a day may be moved, offered at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeDay:
    """The list of a day, for members of the chat that sees to it only."""

    uow: UnitOfWorkFactory
    reader: BookingReader

    async def __call__(self, actor: StaffActor, day_id: DayId) -> DayList:
        """Raises NotFoundError("day-unknown")."""
        async with self.uow.reading() as uow:
            await access_desk_day(uow, actor, day_id, locked=False)
        return await self.reader.list_of_day(day_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkBooking:
    """Say that somebody came, or did not; who was marked wrongly is marked again."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, booking_id: BookingId, event: BookingEvent) -> Booking:
        """The same mark again changes nothing. Raises DomainError("day-not-yet", "booking-state-<state>")."""
        async with self.uow() as uow:
            booking = await uow.bookings.get(booking_id)
            day = await access_desk_day(uow, actor, booking.day_id)
            booking = await uow.bookings.get(booking_id)
            if day.held_on > local_day(self.clock.now(), self.clock.zone):
                raise DomainError("day-not-yet")
            if booking.state is next_state(BookingState.CONFIRMED, event):
                return booking
            marked = await Places(uow=uow, clock=self.clock).change(booking, event, str(actor.user_id))
            await uow.commit()
        return marked


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawNumber:
    """A number for somebody who came without a booking; they are there already."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, actor: StaffActor, day_id: DayId, version: int) -> Booking:
        """`version` is the day's as the presser saw it: pressed twice by one person it is one number.

        Raises DomainError("day-state-<state>", "day-not-today", "day-no-walk-ins").
        """
        request = f"walk-in:{day_id}:{version}:{actor.user_id}"
        async with self.uow() as uow:
            day = await access_desk_day(uow, actor, day_id)
            earlier = await uow.bookings.by_request(request)
            if earlier is not None:
                return earlier
            policy.ensure_bookable(day)
            now = self.clock.now()
            if day.held_on != local_day(now, self.clock.zone):
                raise DomainError("day-not-today")
            if not day.plan.walk_ins:
                raise DomainError("day-no-walk-ins")
            day = replace(day, walk_ins=day.walk_ins + 1, version=day.version + 1)
            await uow.days.save(day)
            booking = Booking(
                id=BookingId(self.ids.new()),
                number=await uow.bookings.next_number(day.held_on.year),
                request=request,
                day_id=day.id,
                slot_id=None,
                resident_id=None,
                name="",
                state=next_state(None, BookingEvent.WALK_IN),
                made_at=now,
                walk_in=day.walk_ins,
            )
            uow.bookings.add(booking)
            Places(uow=uow, clock=self.clock).note(None, booking, BookingEvent.WALK_IN, str(actor.user_id))
            await uow.commit()
        return booking


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay:
    """Call a day off, or what is left of it; everybody whose time is still to come is told, with the reason."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, day_id: DayId, reason: Reason) -> int:
        """Return how many people were told. Raises DomainError("day-state-<state>")."""
        async with self.uow() as uow:
            day = replace(
                await _happens(uow, actor, day_id, DayEvent.CLOSE, self.clock),
                reason=reason,
            )
            await uow.days.save(day)
            places = Places(uow=uow, clock=self.clock)
            slots = {slot.id: slot for slot in await uow.days.slots(day.id)}
            affected = policy.to_come(await uow.bookings.of_day(day.id), slots.values(), self.clock.now())
            for booking in affected:
                slot = slots.get(booking.slot_id) if booking.slot_id is not None else None
                gone = await places.change(booking, BookingEvent.CALL_OFF, str(actor.user_id), offer_until=None)
                key = "booking-day-closed" if slot is not None else "booking-day-closed-waiting"
                file = "gone" if booking.state is BookingState.CONFIRMED else ""
                await places.tell(gone, day, slot, key, file=file, reason=_reason(reason))
            await uow.commit()
        return len(affected)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDay:
    """Hold a day on another date, at the same times; everybody on it is told, with the reason.

    Who has another place at the new time cannot have both: theirs here is called off, which they are told.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    calendar: Calendar

    def dates(self, day: Day, others: Iterable[DayView]) -> list[date]:
        """Return the nearest days to which it may be moved: working days; any, if it is held on holidays too.

        Of `others`, the unit's days, those of the same series are left out: its people are busy then.
        """
        today = local_day(self.clock.now(), self.clock.zone)
        taken = {
            v.day.held_on for v in others if v.day.series_id == day.series_id and v.day.state is not DayState.CLOSED
        }
        following = (today + timedelta(days=n) for n in range(1, 5 * OFFERED_DATES))
        held = day.plan.holiday is Holiday.KEEP
        fitting = [at for at in following if at not in {*taken, day.held_on} and (held or self.calendar.is_workday(at))]
        near = sorted(fitting, key=lambda at: (abs((at - day.held_on).days), at))
        return sorted(near[:OFFERED_DATES])

    async def __call__(self, actor: StaffActor, day_id: DayId, to: date, reason: Reason) -> int:
        """Return how many people were told. Raises DomainError("day-past", "day-begun", "day-state-<state>").

        A day that has begun is not moved: some have been there already. What is left of it can be called off.
        """
        if to <= local_day(self.clock.now(), self.clock.zone):
            raise DomainError("day-past")
        async with self.uow() as uow:
            before = await access_desk_day(uow, actor, day_id)
            if before.held_on == to:
                return 0
            by = (to - before.held_on).days
            moved = await _happens(uow, actor, day_id, DayEvent.MOVE, self.clock)
            slots = {slot.id: slot for slot in await uow.days.slots(day_id)}
            if policy.has_begun(slots.values(), self.clock.now()):
                raise DomainError("day-begun")
            day = replace(moved, held_on=to, reason=reason, opens_at=before.opens_at + timedelta(days=by))
            await uow.days.save(day)
            slots = {slot.id: slot.later(by, self.clock.zone) for slot in slots.values()}
            for slot in slots.values():
                await uow.days.save_slot(slot)
            told = await self._take_along(uow, actor, day, list(slots.values()), reason)
            await Places(uow=uow, clock=self.clock).pass_on(day)
            await uow.commit()
        return told

    async def _take_along(self, uow: UnitOfWork, actor: StaffActor, day: Day, slots: list[Slot], reason: Reason) -> int:
        """Everybody who is on the day goes with it, as far as they can."""
        places, by = Places(uow=uow, clock=self.clock), str(actor.user_id)
        affected = [b for b in await uow.bookings.of_day(day.id) if b.state in LIVE]
        for person in sorted({b.resident_id for b in affected if b.resident_id}):
            await uow.bookings.hold_person(person)
        for booking in affected:
            slot = next((slot for slot in slots if slot.id == booking.slot_id), None)
            others = await uow.bookings.live_of(booking.resident_id) if booking.resident_id else []
            other = policy.clash(slot, [held for held in others if held[0].id != booking.id])
            confirmed = booking.state is BookingState.CONFIRMED
            if other is not None and slot is not None:
                gone = await places.change(booking, BookingEvent.CALL_OFF, by, offer_until=None)
                await uow.days.give_back(slot.id)
                key, file = "booking-moved-away", "gone" if confirmed else ""
                await places.tell(gone, day, slot, key, file=file, reason=_reason(reason), other=other.number)
            elif slot is not None and booking.offer_until is not None:
                until = min(booking.offer_until, slot.closes_at(day.plan))
                with_it = await places.change(booking, BookingEvent.MOVE, by, offer_until=until)
                await places.tell(with_it, day, slot, "booking-offer-moved", until=until, reason=_reason(reason))
            else:
                told = "" if slot is None else places.needs_none(slot)
                with_it = await places.change(booking, BookingEvent.MOVE, by, reminded=told)
                key = "booking-day-moved-waiting" if slot is None else "booking-day-moved"
                await places.tell(with_it, day, slot, key, file="set", reason=_reason(reason))
        return len(affected)


def _reason(reason: Reason) -> Term:
    return Term(f"day-reason-{reason}")


async def _happens(uow: UnitOfWork, actor: StaffActor, day_id: DayId, event: DayEvent, clock: Clock) -> Day:
    """Return the day after `event`, not saved yet, and note who brought it about."""
    day = await access_desk_day(uow, actor, day_id)
    after = day.apply(event)
    seen("day", f"{day.state}+{event}")
    uow.audit.record(f"day.{event}", str(actor.user_id), day.id, at=clock.now())
    return after
