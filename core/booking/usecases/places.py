"""What every change of a place has in common: the row, the audit, the word to the person, and whoever is next."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.booking import policy
from core.booking.messages import appointment, told
from core.booking.model import Day, Slot
from core.booking.places import Booking, BookingEvent, BookingState
from core.shared.clock import Clock, local_day
from core.shared.messages import Arg
from core.shared.trace import seen
from core.uow import UnitOfWork

SHORTEST_OFFER = timedelta(minutes=10)
"""Nobody is offered a place they could hardly see in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Changes the places of one locked day, in the open unit of work."""

    uow: UnitOfWork
    clock: Clock

    async def change(self, booking: Booking, event: BookingEvent, actor: str, **changes: object) -> Booking:
        """Save the place after `event`; raises DomainError("booking-state-<state>") if it cannot happen now."""
        changed = replace(booking.apply(event), **changes)  # type: ignore[arg-type] # field names of the callers' own
        await self.uow.bookings.save(changed)
        self.note(booking.state, changed, event, actor)
        return changed

    def note(self, before: BookingState | None, booking: Booking, event: BookingEvent, actor: str) -> None:
        seen("booking", f"{before}+{event}")
        self.uow.audit.record(f"booking.{event}", actor, booking.id, at=self.clock.now())

    async def tell(
        self, booking: Booking, day: Day, slot: Slot | None, key: str, *, file: str = "", **extra: Arg
    ) -> None:
        """Tell the person, if the bot knows them. `file` "set" or "gone" sends the calendar file along."""
        if booking.resident_id is None:
            return
        resident = await self.uow.residents.get(booking.resident_id)
        entry = None
        if file and slot is not None:
            entry = appointment(booking, day, slot, self.clock.now(), cancelled=file == "gone")
        self.uow.outbox.add(
            told(booking, day, slot, resident.telegram_id, key, self.clock.zone, entry=entry, extra=extra)
        )

    async def pass_on(self, day: Day) -> None:
        """Offer what is free to whoever waits, by priority and then first come; held until they answer or time is up.

        Nobody is offered a time at which they have another place; that is looked at without holding the person, and
        again when they take it. Who has blocked us would never hear of it, and waits on until they are back.
        """
        if not day.bookable:
            return
        now = self.clock.now()
        waiting = [b for b in await self.uow.bookings.of_day(day.id) if b.state is BookingState.WAITING]
        waiting.sort(key=lambda b: -b.priority)
        for slot in await self.uow.days.slots(day.id):
            until = self._until(day, slot, now)
            free = slot.free if until is not None else 0
            for booking in list(waiting):
                if free == 0:
                    break
                if not await self._asked(booking, slot) or not await self.uow.days.take(slot.id):
                    continue
                waiting.remove(booking)
                free -= 1
                offered = await self.change(booking, BookingEvent.OFFER, "system", slot_id=slot.id, offer_until=until)
                await self.tell(offered, day, slot, "booking-offer", until=until or now)

    def _until(self, day: Day, slot: Slot, now: datetime) -> datetime | None:
        """Return until when the slot is held for whom it is offered to; None if it is too late for that."""
        closes = slot.closes_at(day.plan)
        if closes - now < SHORTEST_OFFER:
            return None
        return min(policy.held_until(now, day.plan.offer_minutes, self.clock.zone), closes)

    async def _asked(self, booking: Booking, slot: Slot) -> bool:
        """Tell whether somebody can be asked, and is free then."""
        if booking.resident_id is None:
            return True
        if (await self.uow.residents.get(booking.resident_id)).unreachable_since is not None:
            return False
        others = await self.uow.bookings.live_of(booking.resident_id)
        return policy.clash(slot, [held for held in others if held[0].id != booking.id]) is None

    def needs_none(self, slot: Slot) -> str:
        """Return the last reminder that whoever is told of a slot at this moment does without."""
        left = slot.begins - self.clock.now()
        days = (local_day(slot.begins, self.clock.zone) - local_day(self.clock.now(), self.clock.zone)).days
        return "hour" if left <= timedelta(hours=1) else "day" if days <= 1 else ""

    async def slot_of(self, booking: Booking) -> Slot | None:
        slots = await self.uow.days.slots(booking.day_id)
        return next((slot for slot in slots if slot.id == booking.slot_id), None)
