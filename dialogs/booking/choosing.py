"""Choosing a day and a time. What is free is read anew at each look; what is booked is decided by the use case."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta

from core.booking.messages import clock_time, day_args, day_title
from core.booking.model import MAX_OPENS, DayState, Slot
from core.booking.places import LIVE
from core.booking.queries import DayView
from core.booking.recurrence import DECEMBER
from core.booking.usecases import Wish
from core.shared.clock import local_day
from core.shared.ids import BookingId, DayId
from core.shared.messages import Arg, MessageSpec, Term
from dialogs.booking.door import open_booking, open_mine, open_month, units_of
from dialogs.held import source_of
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Page, Visit
from dialogs.states import BookingSG, MenuSG

Go = Callable[[Visit], Awaitable[None]]
MONTH, DAY, SLOT, REQUEST, TOPIC, SHARED = "month", "day", "slot", "request", "topic", "shared"
"""What the window remembers."""


def today(visit: Visit) -> date:
    clock = visit.use.clock
    return local_day(clock.now(), clock.zone)


def _month(start: date, offset: int) -> tuple[date, date]:
    """Return first and last day of the month so many months after that of `start`."""
    year, month = divmod(start.year * DECEMBER + start.month - 1 + offset, DECEMBER)
    first = date(year, month + 1, 1)
    following = date(year + month // (DECEMBER - 1), (month + 1) % DECEMBER + 1, 1)
    return first, following - timedelta(days=1)


async def month_page(visit: Visit) -> Page:
    """The days of a month with what is free on each; the first month that has any."""
    now, horizon = today(visit), today(visit) + timedelta(days=MAX_OPENS)
    views = await visit.use.booking.reader.days(await units_of(visit), now, horizon)
    months = sorted({(view.day.held_on.year, view.day.held_on.month) for view in views})
    at = min(max(int(visit.data.get(MONTH, _first(visit, months))), 0), max(len(months) - 1, 0))
    mine = await visit.use.booking.reader.of_resident(visit.actor.resident_id)
    live = sum(view.booking.state in LIVE for view in mine)
    around = [
        *([Choice("earlier", "button-month-earlier", _to_month(at - 1))] if at > 0 else []),
        *([Choice("later", "button-month-later", _to_month(at + 1))] if at < len(months) - 1 else []),
        *([Choice("mine", "button-my-bookings", open_mine, {"count": live})] if mine else []),
        MENU,
    ]
    if not views:
        return Page(MessageSpec("booking-no-days"), around, take_free_text, sorts=True)
    year, month = months[at]
    shown = [view for view in views if (view.day.held_on.year, view.day.held_on.month) == (year, month)]
    rows = [Choice(view.day.id, "booking-day-row", _to_day(view.day.id), _row(visit, view)) for view in shown]
    key = "booking-month-instead" if visit.start_data.get("instead") else "booking-month"
    return Page(MessageSpec(key, {"year": str(year), "month": month}), [*rows, *around], take_free_text, sorts=True)


def _first(visit: Visit, months: Sequence[tuple[int, int]]) -> int:
    """Return which month is shown first: that of the day they came for, or the first after it that has any."""
    on = visit.start_data.get("on", "")
    return 0 if not on else sum(month < (int(on[:4]), int(on[5:7])) for month in months)


def _row(visit: Visit, view: DayView) -> dict[str, Arg]:
    now = visit.use.clock.now()
    free, day = view.free(now), view.day
    return {"day": day.held_on, "title": day_title(day), "free": free, "how": _how(view, free, visit)}


def _how(view: DayView, free: int, visit: Visit) -> str:
    """Say in a word what can be done about a day."""
    state = view.day.state
    if state is DayState.PLANNED:
        return "later"
    if not view.still_bookable(visit.use.clock.now()):
        return "off" if state is DayState.CLOSED else "over"
    return "free" if free else "full"


async def day_page(visit: Visit) -> Page:
    """A day: where, who, which times are free; where none is, the waiting list."""
    view = await visit.use.booking.reader.day(_day_id(visit))
    if view.day.unit_id not in await units_of(visit):
        return await month_page(visit)  # forged, or they live elsewhere now
    now, zone = visit.use.clock.now(), visit.use.clock.zone
    mine = await visit.use.booking.reader.of_resident(visit.actor.resident_id)
    theirs = next((v for v in mine if v.day.id == view.day.id and v.booking.state in LIVE), None)
    choices: list[Choice] = []
    instead = visit.start_data.get("instead")
    if theirs is not None and theirs.booking.id != instead:
        choices.append(Choice("theirs", "button-booking-of-day", _to_booking(theirs.booking.id)))
    else:
        choices += [
            Choice(slot.id, "booking-slot-row", _to_slot(slot), _slot_row(visit, slot)) for slot in view.open_slots(now)
        ]
        if not choices and view.still_bookable(now) and not instead:
            choices.append(Choice("wait", "button-wait", _wait))
    lines = [MessageSpec(f"day-holiday-{view.day.plan.holiday}")]
    if view.day.held_on != view.day.planned_on and view.day.reason is None:
        lines.insert(0, MessageSpec("booking-day-shifted", {"day": view.day.planned_on}))
    if view.day.reason is not None:
        lines.insert(0, MessageSpec("booking-day-reason", {"reason": Term(f"day-reason-{view.day.reason}")}))
    lines.append(
        MessageSpec(f"booking-day-{_how(view, view.free(now), visit)}", {"from": local_day(view.day.opens_at, zone)})
    )
    times = f"{clock_time(view.slots[0].begins, zone)}–{clock_time(view.slots[-1].ends, zone)}"
    body = MessageSpec("booking-day", {**day_args(view.day), "times": times}, more=lines)
    return Page(body, [*choices, BACK_TO_MONTH, MENU], take_free_text, sorts=True)


def _slot_row(visit: Visit, slot: Slot) -> dict[str, Arg]:
    zone = visit.use.clock.zone
    return {"from": clock_time(slot.begins, zone), "to": clock_time(slot.ends, zone), "free": slot.free}


def _day_id(visit: Visit) -> DayId:
    return DayId(visit.data.get(DAY) or visit.start_data.get("day", ""))


def _to_month(at: int) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[MONTH] = at

    return go


def _to_day(day_id: DayId) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[DAY] = day_id
        await visit.goto(BookingSG.day)

    return go


def _to_booking(booking_id: BookingId) -> Go:
    async def go(visit: Visit) -> None:
        await open_booking(visit, booking_id)

    return go


def _to_slot(slot: Slot) -> Go:
    async def go(visit: Visit) -> None:
        visit.data.update({DAY: slot.day_id, SLOT: slot.id, REQUEST: visit.data.get(REQUEST) or visit.use.ids.new()})
        if TOPIC not in visit.data:
            await _said_before(visit)
        await visit.goto(BookingSG.preview if visit.data.get(TOPIC) else BookingSG.topic)

    return go


async def _said_before(visit: Visit) -> None:
    """What they said on the way here, or for the place they give up, need not be written again."""
    if topic := visit.start_data.get("topic", ""):
        visit.data.update({TOPIC: topic, SHARED: False})
    elif instead := visit.start_data.get("instead", ""):
        old = (await visit.use.booking.reader.one(visit.actor.resident_id, BookingId(instead))).booking
        if old.topic:
            visit.data.update({TOPIC: old.topic, SHARED: old.shared})


async def _wait(visit: Visit) -> None:
    """Join the waiting list; handled twice, it is one place in it."""
    wish = Wish(request=f"wait:{visit.actor.telegram_id}:{source_of(visit)}", day_id=_day_id(visit))
    booking = await visit.use.booking.book(visit.actor, wish)
    visit.flash("booking-waits")
    await open_booking(visit, booking.id)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


async def _back_to_month(visit: Visit) -> None:
    visit.data.pop(DAY, None)
    if "day" in visit.start_data:
        await open_month(visit, topic=visit.start_data.get("topic", ""))
    else:
        await visit.goto(BookingSG.month)


MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave"))
BACK_TO_MONTH = Choice("back", "button-days", _back_to_month, also="names-back")
