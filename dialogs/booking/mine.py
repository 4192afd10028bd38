"""My bookings: see, cancel, book another time, leave the waiting list, take or decline what is offered."""

from core.booking.messages import day_args, day_title, slot_args
from core.booking.places import LIVE, BookingState
from core.booking.queries import BookingView
from core.shared.ids import BookingId
from core.shared.messages import Arg, MessageSpec, Term
from dialogs.booking.choosing import MENU, Go
from dialogs.booking.door import open_booking, open_mine, open_month, open_share, open_topic
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Page, Visit
from dialogs.states import BookingSG


async def mine_page(visit: Visit) -> Page:
    found = await visit.use.booking.reader.of_resident(visit.actor.resident_id)
    rows = [
        Choice(view.booking.id, "booking-row", _to_booking(view), _row(view), names=(view.booking.number,))
        for view in found
    ]
    body = MessageSpec("bookings" if found else "bookings-none", {"count": len(found)})
    return Page(body, [*rows, _MONTH, MENU], take_free_text, sorts=True)


def _row(view: BookingView) -> dict[str, Arg]:
    return {
        "when": view.slot.begins if view.slot else view.day.held_on,
        "title": day_title(view.day),
        "state": _state(view),
    }


def _state(view: BookingView) -> Term:
    """What is over and was not marked is neither booked nor missed."""
    over = view.booking.state in LIVE and not view.to_come
    return Term("booking-is-past" if over else f"booking-is-{view.booking.state}")


async def view_page(visit: Visit) -> Page:
    """One place: what it is, and what can be done about it now."""
    view = await _view(visit)
    booking, zone = view.booking, visit.use.clock.zone
    args: dict[str, Arg] = {"number": booking.number, "state": _state(view)}
    lines: list[MessageSpec] = []
    if view.slot is not None:
        lines.append(MessageSpec("booking-view-time", slot_args(view.slot, zone)))
    else:
        lines.append(MessageSpec("booking-view-day", {"day": view.day.held_on}))
    if booking.state is BookingState.WAITING:
        lines.append(MessageSpec("booking-view-ahead", {"ahead": view.ahead}))
    if booking.state is BookingState.OFFERED and booking.offer_until is not None:
        lines.append(MessageSpec("booking-view-until", {"until": booking.offer_until}))
    if booking.topic:
        key = "booking-preview-shared" if booking.shared else "booking-preview-unshared"
        lines.append(MessageSpec(key, {"topic": booking.topic}))
    body = MessageSpec("booking-view", {**day_args(view.day), **args}, more=lines)
    return Page(body, [*_deeds(visit, view), *_about(visit, view), _MINE, MENU], take_free_text, sorts=True)


def _deeds(visit: Visit, view: BookingView) -> list[Choice]:
    if not view.to_come:
        return [_MONTH]
    begun = view.slot is not None and visit.use.clock.now() >= view.slot.begins
    match view.booking.state:
        case BookingState.OFFERED:
            return [
                Choice("take", "button-offer-take", take_offer, also="names-yes"),
                Choice("decline", "button-offer-decline", _ask_decline, also="names-no"),
            ]
        case BookingState.CONFIRMED if not begun:
            return [Choice("end", "button-cancel-booking", _ask), Choice("anew", "button-book-anew", _anew)]
        case BookingState.WAITING:
            return [Choice("leave", "button-leave-list", _ask)]
        case _:
            return [_MONTH]


def _about(visit: Visit, view: BookingView) -> list[Choice]:
    """What it is about can be written, changed, shown and hidden until the time begins."""
    begun = view.slot is not None and visit.use.clock.now() >= view.slot.begins
    if begun or not view.to_come:
        return []
    if not view.booking.topic:
        return [Choice("about", "button-tell-topic", _tell)]
    return [Choice("about", "button-change-topic", _tell), Choice("share", "button-change-share", _share)]


async def _tell(visit: Visit) -> None:
    await open_topic(visit, _id(visit))


async def _share(visit: Visit) -> None:
    await open_share(visit, _id(visit), (await _view(visit)).booking.topic)


async def cancel_page(visit: Visit) -> Page:
    view = await _view(visit)
    if not view.to_come:
        return await view_page(visit)
    choices = [
        Choice("yes", "button-cancel-yes", _cancel, also="names-really"),
        Choice("no", "button-cancel-no", _keep, also=("names-rather-not", "names-back")),
    ]
    args: dict[str, Arg] = {**day_args(view.day), "number": view.booking.number}
    key = "booking-leave-sure" if view.booking.state is BookingState.WAITING else "booking-cancel-sure"
    return Page(MessageSpec(key, args), choices, take_free_text, loose=True, asks=True, unseen=[MENU])


async def decline_page(visit: Visit) -> Page:
    """Ask before a place goes to the next: it does not come back. "要" alone may mean the place: it keeps it."""
    view = await _view(visit)
    if view.booking.state is not BookingState.OFFERED or not view.to_come:
        return await view_page(visit)
    choices = [
        Choice("yes", "button-decline-yes", decline_offer, also=("names-yes", "names-confirm")),
        Choice("no", "button-back", _to_view, also=("names-keep", "names-rather-not", "names-no", "names-back")),
    ]
    body = MessageSpec("booking-decline-sure", day_args(view.day))
    return Page(body, choices, take_free_text, loose=True, asks=True, unseen=[MENU])


async def take_offer(visit: Visit, booking_id: BookingId | None = None) -> None:
    booking = await visit.use.booking.take_offer(visit.actor, booking_id or _id(visit))
    visit.flash("place-taken", number=booking.number)
    await open_booking(visit, booking.id)


async def ask_decline(visit: Visit, booking_id: BookingId) -> None:
    """Ask whether the place that is offered is not wanted; of one that is not, say how it stands."""
    if (await visit.use.booking.reader.one(visit.actor.resident_id, booking_id)).booking.state is BookingState.OFFERED:
        await visit.begin(BookingSG.decline, booking=booking_id)
    else:
        await decline_offer(visit, booking_id)


async def decline_offer(visit: Visit, booking_id: BookingId | None = None) -> None:
    booking = await visit.use.booking.decline_offer(visit.actor, booking_id or _id(visit))
    visit.flash("place-declined")
    await open_booking(visit, booking.id)


def _to_booking(view: BookingView) -> Go:
    async def go(visit: Visit) -> None:
        await open_booking(visit, view.booking.id)

    return go


async def _cancel(visit: Visit) -> None:
    booking = await visit.use.booking.cancel(visit.actor, _id(visit))
    visit.flash("booking-is-off", number=booking.number)
    await visit.goto(BookingSG.view)


async def _anew(visit: Visit) -> None:
    await open_month(visit, instead=_id(visit))


async def _ask(visit: Visit) -> None:
    await visit.goto(BookingSG.cancel)


async def _ask_decline(visit: Visit) -> None:
    await visit.goto(BookingSG.decline)


async def _to_view(visit: Visit) -> None:
    await visit.goto(BookingSG.view)


async def _keep(visit: Visit) -> None:
    visit.flash("booking-stays")
    await visit.goto(BookingSG.view)


async def _month(visit: Visit) -> None:
    await open_month(visit)


async def _view(visit: Visit) -> BookingView:
    return await visit.use.booking.reader.one(visit.actor.resident_id, _id(visit))


def _id(visit: Visit) -> BookingId:
    return BookingId(visit.start_data.get("booking", ""))


_MONTH = Choice("book", "button-days", _month)
_MINE = Choice("mine", "button-all-bookings", open_mine, also="names-back")
