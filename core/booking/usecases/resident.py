"""What a resident does: book, wait, take or decline what is offered, cancel, book anew."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.booking import policy
from core.booking.access import access_own, lock_days, units_of
from core.booking.model import Day, Slot
from core.booking.places import LIVE, Booking, BookingEvent, BookingState, next_state
from core.booking.policy import Held
from core.booking.usecases.places import Places
from core.people.model import Resident
from core.shared.actor import RESIDENT, ResidentActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import BookingId, DayId, IdSource, SlotId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to have. `request` is the same however often they press."""

    request: str
    day_id: DayId
    slot_id: SlotId | None = None
    """None to wait for whichever becomes free."""
    begins: datetime | None = None
    """When the slot begins as they saw it; None if they saw none."""
    topic: str = ""
    shared: bool = False
    instead: BookingId | None = None
    """The place they give up for it, in the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Take a place, or a place on the waiting list; one transaction, never oversold, nobody twice at one time."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, actor: ResidentActor, wish: Wish) -> Booking:
        """Return the place; asked again with the same request, the first one.

        Raises NotFoundError("day-unknown"), DomainError("consent-first", "day-state-<state>", "slot-over", "slot-full",
        "slot-moved", "day-has-places", "booking-same-day", "booking-clash", "booking-limit", "booking-over").
        """
        try:
            async with self.uow() as uow:
                booking = await self._book(uow, actor, wish)
                await uow.commit()
        except ConflictError:  # the same press in another process: that one has made it
            async with self.uow.reading() as uow:
                earlier = await uow.bookings.by_request(wish.request)
            if earlier is None:
                raise
            return earlier
        return booking

    async def _book(self, uow: UnitOfWork, actor: ResidentActor, wish: Wish) -> Booking:
        resident = await uow.residents.get(actor.resident_id)
        if not resident.consented:
            raise DomainError("consent-first")
        old = await self._old(uow, actor, wish)
        days = await lock_days(uow, [wish.day_id, *([old.day_id] if old else [])])
        day = days[wish.day_id]
        earlier = await uow.bookings.by_request(wish.request)  # only now: the same press may have waited beside us
        if earlier is not None:
            return earlier
        if day.unit_id not in await units_of(uow, resident.unit_id):
            raise NotFoundError("day-unknown")
        policy.ensure_bookable(day)
        await uow.bookings.hold_person(resident.id)
        others = await uow.bookings.live_of(resident.id)
        kept = [held for held in others if old is None or held[0].id != old.id]
        places = Places(uow=uow, clock=self.clock)
        given_up = None if old is None else await cancel(places, old.id, RESIDENT)
        booking = await (
            self._wait(uow, places, resident, wish, day, kept)
            if wish.slot_id is None
            else self._take(uow, places, resident, wish, day, kept)
        )
        if given_up is not None:
            await pass_place_on(places, *given_up, days[given_up[0].day_id])
        return booking

    async def _old(self, uow: UnitOfWork, actor: ResidentActor, wish: Wish) -> Booking | None:
        if wish.instead is None:
            return None
        old = await uow.bookings.get(wish.instead)
        if old.resident_id != actor.resident_id:
            raise NotFoundError("booking-unknown")
        return old if old.state in LIVE else None

    async def _take(
        self, uow: UnitOfWork, places: Places, resident: Resident, wish: Wish, day: Day, others: list[Held]
    ) -> Booking:
        slot = next((slot for slot in await uow.days.slots(day.id) if slot.id == wish.slot_id), None)
        if slot is None:
            raise NotFoundError("day-unknown")
        if wish.begins not in {None, slot.begins}:
            raise DomainError("slot-moved")
        policy.ensure_slot_open(day, slot, self.clock.now())
        policy.ensure_may_have(day, slot, others)
        if not await uow.days.take(slot.id):
            raise DomainError("slot-full")
        booking = await self._add(uow, places, resident, wish, slot)
        await places.tell(booking, day, slot, "booking-ticket", file="set")
        return booking

    async def _wait(
        self, uow: UnitOfWork, places: Places, resident: Resident, wish: Wish, day: Day, others: list[Held]
    ) -> Booking:
        now, slots = self.clock.now(), await uow.days.slots(day.id)
        bookable = [slot for slot in slots if now < slot.closes_at(day.plan)]
        if not bookable:
            raise DomainError("slot-over")
        policy.ensure_may_have(day, None, others)
        if any(slot.free > 0 and policy.clash(slot, others) is None for slot in bookable):
            raise DomainError("day-has-places")
        return await self._add(uow, places, resident, wish, None)

    async def _add(self, uow: UnitOfWork, places: Places, resident: Resident, wish: Wish, slot: Slot | None) -> Booking:
        now = self.clock.now()
        event = BookingEvent.WAIT if slot is None else BookingEvent.BOOK
        booking = Booking(
            id=BookingId(self.ids.new()),
            number=await uow.bookings.next_number(local_day(now, self.clock.zone).year),
            request=wish.request,
            day_id=wish.day_id,
            slot_id=None if slot is None else slot.id,
            resident_id=resident.id,
            name=resident.name,
            state=next_state(None, event),
            made_at=now,
        ).says(wish.topic, shared=wish.shared)
        uow.bookings.add(booking)
        places.note(None, booking, event, RESIDENT)
        return booking


async def cancel(places: Places, booking_id: BookingId, actor: str) -> tuple[Booking, Booking]:
    """Cancel a place that is to come; return it as it was and as it is. What it held is still counted as taken."""
    booking = await places.uow.bookings.get(booking_id)
    policy.ensure_not_begun(await places.slot_of(booking), places.clock.now())
    return booking, await places.change(booking, BookingEvent.CANCEL, actor, offer_until=None)


async def pass_place_on(places: Places, before: Booking, cancelled: Booking, day: Day) -> None:
    """Give back what a cancelled place held, to whoever is next, and tell the person that it is gone."""
    slot = await places.slot_of(before)
    if slot is not None:
        await places.uow.days.give_back(slot.id)
        await places.pass_on(day)
    if before.state is BookingState.CONFIRMED:
        await places.tell(cancelled, day, slot, "booking-cancelled", file="gone")


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking:
    """Cancel, or leave the waiting list."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor, booking_id: BookingId) -> Booking:
        """A second time changes nothing. Raises NotFoundError("booking-unknown"), DomainError("booking-over", …)."""
        async with self.uow() as uow:
            booking, day = await access_own(uow, actor, booking_id)
            if booking.state is BookingState.CANCELLED:
                return booking
            places = Places(uow=uow, clock=self.clock)
            before, cancelled = await cancel(places, booking_id, RESIDENT)
            await pass_place_on(places, before, cancelled, day)
            await uow.commit()
        return cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class TellTopic:
    """Write what one wants to ask, or who may read it, until the time begins: leave to read is taken back as easily."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor, booking_id: BookingId, topic: str, *, shared: bool) -> Booking:
        """An empty `topic` erases it. Raises DomainError("booking-over", "booking-state-<state>")."""
        async with self.uow() as uow:
            booking, _ = await access_own(uow, actor, booking_id)
            if booking.state not in LIVE:
                raise DomainError(f"booking-state-{booking.state}")
            policy.ensure_not_begun(await Places(uow=uow, clock=self.clock).slot_of(booking), self.clock.now())
            told = booking.says(topic, shared=shared)
            if told != booking:
                told = replace(told, version=booking.version + 1)
                await uow.bookings.save(told)
                uow.audit.record("booking.topic", RESIDENT, booking.id, at=self.clock.now())
                await uow.commit()
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffer:
    """Take the place that is held for somebody from the waiting list."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor, booking_id: BookingId) -> Booking:
        """A second time changes nothing. Raises DomainError("offer-over", "booking-clash", "booking-state-<state>")."""
        async with self.uow() as uow:
            booking, day = await access_own(uow, actor, booking_id)
            if booking.state is BookingState.CONFIRMED:
                return booking
            places = Places(uow=uow, clock=self.clock)
            slot = await places.slot_of(booking)
            late = booking.offer_until is not None and self.clock.now() >= booking.offer_until
            if booking.state is BookingState.LAPSED or (booking.state is BookingState.OFFERED and late):
                raise DomainError("offer-over")
            await uow.bookings.hold_person(actor.resident_id)
            others = await uow.bookings.live_of(actor.resident_id)
            policy.ensure_free_then(slot, [held for held in others if held[0].id != booking.id])
            told = "" if slot is None else places.needs_none(slot)
            taken = await places.change(booking, BookingEvent.TAKE, RESIDENT, offer_until=None, reminded=told)
            await places.tell(taken, day, slot, "booking-ticket", file="set")
            await uow.commit()
        return taken


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineOffer:
    """Let the held place pass on to the next; whoever declines leaves the waiting list."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor, booking_id: BookingId) -> Booking:
        """A second time changes nothing. Raises DomainError("booking-state-<state>")."""
        async with self.uow() as uow:
            booking, day = await access_own(uow, actor, booking_id)
            if booking.state is BookingState.DECLINED:
                return booking
            declined = await let_go(Places(uow=uow, clock=self.clock), booking, day, BookingEvent.DECLINE, RESIDENT)
            await uow.commit()
        return declined


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseReminders:
    """Reminders of what one has booked, or none. Offers to whoever waits, and changes, come in any case."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor, *, refuses: bool) -> None:
        """Twice is once."""
        async with self.uow() as uow:
            await uow.bookings.refuse_reminders(actor.resident_id, refuses=refuses)
            await uow.commit()

    async def refused(self, actor: ResidentActor) -> bool:
        async with self.uow.reading() as uow:
            return actor.resident_id in await uow.bookings.refusing_reminders([actor.resident_id])


async def let_go(places: Places, booking: Booking, day: Day, event: BookingEvent, actor: str) -> Booking:
    """End an offer that was not taken, and pass the place on."""
    gone = await places.change(booking, event, actor, offer_until=None)
    if booking.slot_id is not None:
        await places.uow.days.give_back(booking.slot_id)
        await places.pass_on(day)
    return gone
