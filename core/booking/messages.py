"""What is told about days and places on them. Every function returns outbox items or lines; nothing here sends."""

from datetime import datetime, tzinfo

from core.booking.model import Day, Slot
from core.booking.places import Booking
from core.shared.actions import Action, ActionCode
from core.shared.appointments import Appointment
from core.shared.ids import ChatId, TelegramUserId
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority

BETWEEN = " · "
OFFERS = ("booking-offer", "booking-offer-moved")
"""Texts that ask for an answer."""


def day_title(day: Day) -> Arg:
    return day.plan.title or Term(f"day-kind-{day.plan.kind}")


def day_args(day: Day) -> dict[str, Arg]:
    return {
        "title": day_title(day),
        "day": day.held_on,
        "place": day.plan.place,
        "people": BETWEEN.join(day.people),
        "manned": "yes" if day.people else "no",
    }


def slot_args(slot: Slot, zone: tzinfo) -> dict[str, Arg]:
    """`begins` with its day, and both ends as the time of day."""
    return {"begins": slot.begins, "from": clock_time(slot.begins, zone), "to": clock_time(slot.ends, zone)}


def clock_time(moment: datetime, zone: tzinfo) -> str:
    return f"{moment.astimezone(zone):%H:%M}"


def appointment(booking: Booking, day: Day, slot: Slot, now: datetime, *, cancelled: bool = False) -> Appointment:
    return Appointment(
        uid=f"{booking.id}@linli",
        sequence=booking.version,
        begins=slot.begins,
        ends=slot.ends,
        stamp=now,
        name=booking.number,
        title=day.plan.title,
        title_key=f"day-kind-{day.plan.kind}",
        place=day.plan.place,
        cancelled=cancelled,
    )


def show_button(booking: Booking) -> Button:
    return Button("button-show-booking", ActionCode(Action.SHOW_BOOKING, booking.id).pack())


def told(
    booking: Booking,
    day: Day,
    slot: Slot | None,
    chat: TelegramUserId,
    key: str,
    zone: tzinfo,
    *,
    entry: Appointment | None = None,
    extra: dict[str, Arg] | None = None,
) -> OutboxItem:
    """A word to the person about their place, once per version of it."""
    args: dict[str, Arg] = {"number": booking.number, **day_args(day), **(extra or {})}
    if slot is not None:
        args |= slot_args(slot, zone)
    buttons = [[show_button(booking)]]
    if key in OFFERS:
        buttons.insert(
            0,
            [
                Button("button-offer-take", ActionCode(Action.TAKE_OFFER, booking.id).pack()),
                Button("button-offer-decline", ActionCode(Action.DECLINE_OFFER, booking.id).pack()),
            ],
        )
    return OutboxItem(
        dedupe=f"{key}:{booking.id}:{booking.version}",
        operation=Operation.SEND,
        chat_id=ChatId(chat),
        priority=Priority.REPLY,
        spec=MessageSpec(key, args, buttons=buttons, appointment=entry),
    )
