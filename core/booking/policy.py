"""Pure "may this be done now?" checks; they raise DomainError and change nothing."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, tzinfo

from core.booking.model import Day, Slot
from core.booking.places import HOLDING, LIVE, Booking
from core.shared.errors import DomainError

Held = tuple[Booking, Day, Slot | None]


def ensure_bookable(day: Day) -> None:
    """Raises DomainError("day-state-<state>") for a day that cannot be booked now."""
    if not day.bookable:
        raise DomainError(f"day-state-{day.state}")


def ensure_slot_open(day: Day, slot: Slot, now: datetime) -> None:
    if now >= slot.closes_at(day.plan):
        raise DomainError("slot-over")


def ensure_may_have(day: Day, slot: Slot | None, others: Iterable[Held]) -> None:
    """Check a further place of a person against the `others` that are still to come.

    Raises "booking-same-day", "booking-clash" or "booking-limit".
    """
    others = list(others)
    for other, its_day, _ in others:
        if its_day.id == day.id:
            raise DomainError("booking-same-day", number=other.number)
    ensure_free_then(slot, others)
    if sum(its_day.series_id == day.series_id for _, its_day, _ in others) >= day.plan.limit:
        raise DomainError("booking-limit", count=day.plan.limit)


def ensure_free_then(slot: Slot | None, others: Iterable[Held]) -> None:
    """Nobody is booked twice at the same time. Raises "booking-clash"."""
    other = clash(slot, others)
    if other is not None:
        raise DomainError("booking-clash", number=other.number)


def clash(slot: Slot | None, others: Iterable[Held]) -> Booking | None:
    """Return the place of the person that overlaps the slot in time; waiting takes no time."""
    for other, _, theirs in others:
        if slot is None or theirs is None or other.state not in HOLDING:
            continue
        if slot.begins < theirs.ends and theirs.begins < slot.ends:
            return other
    return None


def ensure_not_begun(slot: Slot | None, now: datetime) -> None:
    if slot is not None and now >= slot.begins:
        raise DomainError("booking-over")


MORNING, EVENING = time(8), time(21)
"""Local hours between which people are asked: the community's own habit."""


def held_until(now: datetime, minutes: int, zone: tzinfo) -> datetime:
    """Return until when a place is held that is offered at `now`: so many minutes, of which nights are none.

    Else whoever sleeps loses the place and their turn before they have seen it.
    """
    at, left = now.astimezone(zone), timedelta(minutes=minutes)
    while True:
        morning, evening = (datetime.combine(at.date(), hour, tzinfo=zone) for hour in (MORNING, EVENING))
        at = max(at, morning)
        if at + left <= evening:
            return (at + left).astimezone(UTC)
        left -= max(evening - at, timedelta())
        at = morning + timedelta(days=1)


def has_begun(slots: Iterable[Slot], now: datetime) -> bool:
    return any(slot.begins <= now for slot in slots)


def to_come(bookings: Iterable[Booking], slots: Iterable[Slot], now: datetime) -> list[Booking]:
    """Return those who wait, or whose time has not begun: whom it concerns if the day is called off or moved."""
    begun = {slot.id for slot in slots if slot.begins <= now}
    return [booking for booking in bookings if booking.state in LIVE and booking.slot_id not in begun]
