"""Booking: a day, a time, what it is about, a last look; then the ticket. See `choosing` and `mine` for the rest."""

from aiogram.fsm.state import State
from aiogram_dialog import Dialog, LaunchMode

from core.booking.messages import day_args, slot_args
from core.booking.places import MAX_TOPIC
from core.booking.usecases import Wish
from core.shared.actions import Action, ActionCode
from core.shared.ids import BookingId, DayId, SlotId
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.text import fold, is_blank, utf16_len
from dialogs.booking.choosing import ASKED, BEGINS, DAY, MENU, REQUEST, SHARED, SLOT, TOPIC, Go, day_page, month_page
from dialogs.booking.door import open_booking
from dialogs.booking.mine import cancel_page, decline_page, mine_page, view_page
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.states import BookingSG
from dialogs.urgent import warn_if_urgent


async def topic_page(visit: Visit) -> Page:
    """What it is about, so that the specialist can prepare; nobody has to say."""
    made = "booking" in visit.start_data
    skip = "button-topic-drop" if made else "button-topic-skip"
    choices = [
        Choice("skip", skip, _skip, also=("names-skip", "names-no-place")),
        Choice("back", "button-back", _to_made if made else _to(BookingSG.day), also="names-back"),
        MENU,
    ]
    return Page(MessageSpec("booking-topic", {"most": MAX_TOPIC}), choices, _typed_topic, numbered=False)


async def share_page(visit: Visit) -> Page:
    """What was written goes to nobody unless they say so."""
    choices = [
        Choice("yes", "button-share-yes", _share(shared=True), also="names-yes"),
        Choice("no", "button-share-no", _share(shared=False), also="names-no"),
        Choice("back", "button-back", _to(BookingSG.topic), also="names-back"),
    ]
    body = MessageSpec("booking-share", {"topic": _topic(visit)})
    return Page(body, choices, _typed_topic, loose=True, asks=True, unseen=[MENU])


async def preview_page(visit: Visit) -> Page:
    """All of it once more. A time somebody else was quicker for is refused, and another can be chosen."""
    view = await visit.use.booking.reader.day(DayId(visit.data.get(DAY, "")))
    slot = next((slot for slot in view.slots if slot.id == visit.data.get(SLOT)), None)
    if slot is None:
        return await day_page(visit)
    topic = visit.data.get(TOPIC, "")
    lines = [_topic_line(topic, shared=bool(visit.data.get(SHARED)))]
    if instead := visit.start_data.get("instead"):
        old = (await visit.use.booking.reader.one(visit.actor.resident_id, BookingId(instead))).booking
        lines.append(MessageSpec("booking-preview-instead", {"number": old.number}))
    args: dict[str, Arg] = {**day_args(view.day), **slot_args(slot, visit.use.clock.zone), "name": visit.actor.name}
    choices = [
        Choice("confirm", "button-book", _confirm, also="names-confirm"),
        Choice("time", "button-change-time", _to(BookingSG.day)),
        Choice("topic", "button-change-topic", _to(BookingSG.topic)),
        *([Choice("share", "button-change-share", _to(BookingSG.share))] if topic else []),
        MENU,
    ]
    return Page(MessageSpec("booking-preview", args, more=lines), choices, _typed_more, unhurried=True)


def _topic_line(topic: str, *, shared: bool) -> MessageSpec:
    if not topic:
        return MessageSpec("booking-preview-no-topic")
    return MessageSpec("booking-preview-shared" if shared else "booking-preview-unshared", {"topic": topic})


async def _typed_topic(visit: Visit, incoming: Incoming) -> None:
    if await _keep_topic(visit, incoming, incoming.told.text):
        await visit.goto(BookingSG.share)


async def _typed_more(visit: Visit, incoming: Incoming) -> None:
    """Words at the last look belong to what it is about; the question who may read them is asked for all of it."""
    before = visit.data.get(TOPIC, "")
    if await _keep_topic(visit, incoming, "\n".join(filter(None, [before, incoming.told.text]))):
        await visit.goto(BookingSG.share)


async def _keep_topic(visit: Visit, incoming: Incoming, topic: str) -> bool:
    """Keep what it is about; False if it cannot be kept, which is said."""
    await warn_if_urgent(visit, incoming)
    if is_blank(topic) and not incoming.files and incoming.latitude is None:
        visit.flash("message-empty")
        return False
    if incoming.files or incoming.latitude is not None or not fold(topic):
        visit.flash("booking-topic-words")
        return False
    if utf16_len(topic) > MAX_TOPIC:
        visit.flash("booking-topic-long", most=MAX_TOPIC, count=utf16_len(topic))
        return False
    visit.data.update({TOPIC: topic, SHARED: False})
    return True


async def _skip(visit: Visit) -> None:
    visit.data.update({TOPIC: "", SHARED: False})
    await _told(visit)


def _share(*, shared: bool) -> Go:
    async def go(visit: Visit) -> None:
        visit.data.update({SHARED: shared, ASKED: visit.data.get(DAY)})
        await _told(visit)

    return go


def _topic(visit: Visit) -> str:
    """Return what has been written, or what a booking says whose readers are asked for anew."""
    return str(visit.data.get(TOPIC, visit.start_data.get("topic", "")))


async def _told(visit: Visit) -> None:
    """Go on to the last look; of a booking that has been made, keep it."""
    if "booking" not in visit.start_data:
        await visit.goto(BookingSG.preview)
        return
    booking_id, shared = BookingId(visit.start_data["booking"]), bool(visit.data.get(SHARED))
    booking = await visit.use.booking.tell_topic(visit.actor, booking_id, _topic(visit), shared=shared)
    visit.flash("topic-kept" if booking.topic else "topic-dropped")
    await _to_made(visit)


async def _to_made(visit: Visit) -> None:
    await open_booking(visit, BookingId(visit.start_data["booking"]))


def _to(state: State) -> Go:
    async def go(visit: Visit) -> None:
        await visit.goto(state)

    return go


async def _confirm(visit: Visit) -> None:
    """Book and say so. Pressed twice, or handled twice, it is one place with one number.

    Whoever read another time than is held now reads the new one first: the desk has moved the day meanwhile.
    """
    day_id, slot_id = DayId(visit.data.get(DAY, "")), SlotId(visit.data.get(SLOT, ""))
    begins = {slot.id: slot.begins for slot in (await visit.use.booking.reader.day(day_id)).slots}.get(slot_id)
    if begins is not None and begins.isoformat() != visit.data.setdefault(BEGINS, begins.isoformat()):
        visit.data[BEGINS] = begins.isoformat()
        visit.flash("error-slot-moved")
        await visit.goto(BookingSG.preview)
        return
    instead = visit.start_data.get("instead", "")
    wish = Wish(
        request=visit.data.get(REQUEST, ""),
        day_id=day_id,
        slot_id=slot_id,
        begins=begins,
        topic=visit.data.get(TOPIC, ""),
        shared=bool(visit.data.get(SHARED)),
        instead=BookingId(instead) if instead else None,
    )
    booking = await visit.use.booking.book(visit.actor, wish)
    show = [Button("button-show-booking", ActionCode(Action.SHOW_BOOKING, booking.id).pack())]
    menu = [Button("button-menu", ActionCode(Action.MENU).pack())]
    await visit.say(MessageSpec("booked", {"number": booking.number}, [show, menu]))


def build_booking_dialog() -> Dialog:
    return Dialog(
        page_window(BookingSG.month, month_page),
        page_window(BookingSG.day, day_page),
        page_window(BookingSG.topic, topic_page),
        page_window(BookingSG.share, share_page),
        page_window(BookingSG.preview, preview_page),
        page_window(BookingSG.mine, mine_page),
        page_window(BookingSG.view, view_page),
        page_window(BookingSG.cancel, cancel_page),
        page_window(BookingSG.decline, decline_page),
        launch_mode=LaunchMode.ROOT,
    )
