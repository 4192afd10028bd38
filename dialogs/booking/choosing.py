"""Choosing a day and a time. What is free is read anew at each look; what is booked is decided by the use case."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, time, timedelta

from core.booking.messages import clock_time, day_args, day_title
from core.booking.model import MAX_OPENS, Day, DayKind, DayState, Slot
from core.booking.queries import DayView
from core.booking.recurrence import Holiday
from core.booking.usecases import Wish
from core.shared.clock import local_day
from core.shared.day_words import plain
from core.shared.ids import BookingId, DayId
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.phrases import only_day, only_time
from dialogs.booking.door import open_booking, open_mine, open_month, units_of
from dialogs.content import on_one_line
from dialogs.held import source_of
from dialogs.incoming import Incoming
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Page, Visit
from dialogs.states import BookingSG, MenuSG

Go = Callable[[Visit], Awaitable[None]]
MONTH, DAY, SLOT, BEGINS, REQUEST, TOPIC, SHARED = "month", "day", "slot", "begins", "request", "topic", "shared"
"""What the window remembers."""
ASKED = "asked"
"""The day for which it was asked who may read the topic."""
ALL = "all"
"""That they want to see days of every kind."""
ON = "on"
"""The day (ISO) they have named, whose month is shown."""
TYPED = 20
"""UTF-16 units of a typed time that are said again."""
ON_A_PAGE = 30
"""Days under one message, which takes a hundred buttons and a reader far fewer."""


def today(visit: Visit) -> date:
    clock = visit.use.clock
    return local_day(clock.now(), clock.zone)


async def month_page(visit: Visit) -> Page:
    """The days of a month with what is free on each; the first month that has any."""
    every = await _days(visit)
    views = _meant(visit, every)
    pages = _pages(views)
    at = min(max(int(visit.data.get(MONTH, _first(visit, pages))), 0), max(len(pages) - 1, 0))
    mine = await visit.use.booking.reader.of_resident(visit.actor.resident_id)
    live = sum(view.to_come for view in mine)
    around = [
        *([Choice("earlier", _turn(pages, at, at - 1), _to_month(at - 1))] if at > 0 else []),
        *([Choice("later", _turn(pages, at, at + 1), _to_month(at + 1))] if at < len(pages) - 1 else []),
        *([Choice("all", "button-all-days", _to_all)] if len(views) < len(every) else []),
        *([Choice("mine", "button-my-bookings", open_mine, {"count": live})] if mine else []),
        MENU,
    ]
    if not views:
        return Page(MessageSpec("booking-no-days"), around, take_free_text, sorts=True)
    year, month = _month_of(pages[at][0])
    rows = [Choice(view.day.id, "booking-day-row", _to_day(view.day.id), _row(visit, view)) for view in pages[at]]
    key = "booking-month-instead" if visit.start_data.get("instead") else "booking-month"
    return Page(MessageSpec(key, {"year": str(year), "month": month}), [*rows, *around], _typed_day, sorts=True)


async def _days(visit: Visit) -> Sequence[DayView]:
    now = today(visit)
    return await visit.use.booking.reader.days(await units_of(visit), now, now + timedelta(days=MAX_OPENS))


def _meant(visit: Visit, views: Sequence[DayView]) -> Sequence[DayView]:
    """Leave the days of the kinds they came for; all of them where there are none, and once all were asked for."""
    kinds = visit.start_data.get("kinds", "").split("|")
    return views if ALL in visit.data else [view for view in views if view.day.plan.kind in kinds] or views


def _month_of(view: DayView) -> tuple[int, int]:
    return view.day.held_on.year, view.day.held_on.month


def _pages(views: Sequence[DayView]) -> list[list[DayView]]:
    """Cut days into months, and a month that has more than fit under one message into several pages."""
    pages: list[list[DayView]] = []
    for view in views:
        if not pages or len(pages[-1]) == ON_A_PAGE or _month_of(pages[-1][0]) != _month_of(view):
            pages.append([])
        pages[-1].append(view)
    return pages


def _turn(pages: Sequence[Sequence[DayView]], at: int, to: int) -> str:
    way = "earlier" if to < at else "later"
    return f"button-{'days' if _month_of(pages[at][0]) == _month_of(pages[to][0]) else 'month'}-{way}"


def _first(visit: Visit, pages: Sequence[Sequence[DayView]]) -> int:
    """Return what is shown first: the page of the day they came for, or the first after it that has any."""
    on = visit.data.get(ON) or visit.start_data.get("on", "")
    return 0 if not on else sum(page[-1].day.held_on < date.fromisoformat(on) for page in pages)


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
    theirs = next((v for v in mine if v.day.id == view.day.id and v.to_come), None)
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
    lines[:0] = _news(view.day)
    if view.day.plan.holiday is not Holiday.KEEP and not visit.use.booking.calendar.knows(view.day.held_on.year):
        lines.append(MessageSpec("booking-day-unsure", {"year": str(view.day.held_on.year)}))
    lines.append(
        MessageSpec(f"booking-day-{_how(view, view.free(now), visit)}", {"from": local_day(view.day.opens_at, zone)})
    )
    times = f"{clock_time(view.slots[0].begins, zone)}–{clock_time(view.slots[-1].ends, zone)}"
    body = MessageSpec("booking-day", {**day_args(view.day), "times": times}, more=lines)
    return Page(body, [*choices, BACK_TO_MONTH, MENU], _typed_time, sorts=True)


async def _typed_day(visit: Visit, incoming: Incoming) -> None:
    """A day that is typed instead of pressed is opened, if it is listed; other words go where they lead."""
    named = only_day(incoming.text, today(visit)) if await _may_choose(visit, incoming) else None
    if named is None:
        await take_free_text(visit, incoming)
        return
    views = [view for view in _meant(visit, await _days(visit)) if view.day.held_on == named.first]
    if len(views) == 1:
        visit.data[DAY] = views[0].day.id
        await visit.goto(BookingSG.day)
    else:
        visit.flash("booking-several-days" if views else "routed-no-day", day=named.first)
        visit.data[ON] = named.first.isoformat()
        visit.data.pop(MONTH, None)
        await visit.goto(BookingSG.month)


async def _may_choose(visit: Visit, incoming: Incoming) -> bool:
    """Tell whether words may name what is chosen here: while the staff wait for an answer, a day or a time is one."""
    return incoming.is_plain and not incoming.origin and not await visit.use.cases.waits_for(visit.actor.resident_id)


async def _typed_time(visit: Visit, incoming: Incoming) -> None:
    """A time that is typed instead of pressed is taken, if one is free then; other words are as in the month."""
    times = only_time(plain(incoming.text)) if await _may_choose(visit, incoming) else ()
    if not times:
        await _typed_day(visit, incoming)
        return
    view, zone = await visit.use.booking.reader.day(_day_id(visit)), visit.use.clock.zone
    begins: dict[str, time] = {slot.id: slot.begins.astimezone(zone).time() for slot in view.slots}
    shown = [choice for choice in (await day_page(visit)).choices if choice.id in begins]
    offered = [choice for choice in shown if begins[choice.id] in times]
    if len(offered) == 1:
        await offered[0].go(visit)
    elif shown:
        visit.flash("booking-which-time" if offered else "booking-no-such-time", text=on_one_line(incoming.text, TYPED))
    else:
        visit.flash("booking-no-times")


def _news(day: Day) -> list[MessageSpec]:
    """What whoever knows the rule has to be told of this day: that it was put off, moved or called off, and why."""
    if day.reason is None:
        return [MessageSpec("booking-day-shifted", {"day": day.planned_on})] if day.held_on != day.planned_on else []
    reason = Term(f"day-reason-{day.reason}")
    if day.state is DayState.CLOSED:
        return [MessageSpec("booking-day-reason", {"reason": reason})]
    moved = MessageSpec("booking-day-moved-here", {"day": day.planned_on, "reason": reason})
    return [moved] if day.held_on != day.planned_on else []


def _slot_row(visit: Visit, slot: Slot) -> dict[str, Arg]:
    zone = visit.use.clock.zone
    return {"from": clock_time(slot.begins, zone), "to": clock_time(slot.ends, zone), "free": slot.free}


def _day_id(visit: Visit) -> DayId:
    return DayId(visit.data.get(DAY) or visit.start_data.get("day", ""))


def _to_month(at: int) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[MONTH] = at

    return go


async def _to_all(visit: Visit) -> None:
    visit.data[ALL] = 1
    visit.data.pop(MONTH, None)


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
        visit.data.update({DAY: slot.day_id, SLOT: slot.id, BEGINS: slot.begins.isoformat()})
        visit.data.setdefault(REQUEST, visit.use.ids.new())
        if TOPIC not in visit.data:
            await _said_before(visit, slot)
        if not visit.data.get(TOPIC):
            await visit.goto(BookingSG.topic)
        else:
            await visit.goto(BookingSG.share if await _others_would_read(visit, slot) else BookingSG.preview)

    return go


async def _others_would_read(visit: Visit, slot: Slot) -> bool:
    """Tell whether leave to read was given for another kind of day, and somebody else would read it on this one."""
    asked = visit.data.get(ASKED)
    if not visit.data.get(SHARED) or asked in {None, slot.day_id}:
        return False
    reader = visit.use.booking.reader
    return (await reader.day(DayId(str(asked)))).day.series_id != (await reader.day(slot.day_id)).day.series_id


async def _said_before(visit: Visit, slot: Slot) -> None:
    """What they said on the way here, or for the place they give up, need not be written again.

    Who may read it was said of those whom they were to meet: others would have to be allowed anew.
    """
    if topic := visit.start_data.get("topic", ""):
        visit.data.update({TOPIC: topic, SHARED: False})
    elif instead := visit.start_data.get("instead", ""):
        old = await visit.use.booking.reader.one(visit.actor.resident_id, BookingId(instead))
        new = (await visit.use.booking.reader.day(slot.day_id)).day
        if old.booking.topic:
            same = old.day.series_id == new.series_id
            visit.data.update({TOPIC: old.booking.topic, SHARED: old.booking.shared and same})


async def _wait(visit: Visit) -> None:
    """Join the waiting list; handled twice, it is one place in it. What they said on the way is kept."""
    wish = Wish(
        request=f"wait:{visit.actor.telegram_id}:{source_of(visit)}",
        day_id=_day_id(visit),
        topic=visit.start_data.get("topic", ""),
    )
    booking = await visit.use.booking.book(visit.actor, wish)
    visit.flash("booking-waits")
    await open_booking(visit, booking.id)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


async def _back_to_month(visit: Visit) -> None:
    visit.data.pop(DAY, None)
    if "day" in visit.start_data:
        kinds = [kind for kind in DayKind if kind in visit.start_data.get("kinds", "").split("|")]
        await open_month(visit, topic=visit.start_data.get("topic", ""), kinds=kinds)
    else:
        await visit.goto(BookingSG.month)


MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave"))
BACK_TO_MONTH = Choice("back", "button-days", _back_to_month, also="names-back")
