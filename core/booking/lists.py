"""Days as the desk sees them: projections of the rows, each made by one function and nowhere else."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from core.booking.messages import clock_time, day_args, day_title
from core.booking.model import TO_COME, Day, Reason
from core.booking.places import Booking, BookingState
from core.booking.policy import has_begun
from core.booking.queries import DayList, DayView
from core.booking.recurrence import Holiday
from core.shared.actions import Action, ActionCode
from core.shared.clock import local_day
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, one_line, utf16_len

ON_A_PAGE = 15
"""People of a day shown at once: each has two buttons, and all of them have to fit into one message."""
NAME = 20
"""UTF-16 units of a name."""
ROOM, ROW = 2_900, 70
"""UTF-16 units that people and their topics may take on a page, and what one takes besides the topic at most.

Whoever agreed that a topic is read agreed to all of it, so none is cut. A message takes 4096; the head needs the rest.
"""
DAYS_ON_A_PAGE = 20
REASONS = tuple(Reason)
"""By their place in button codes: new ones are added at the end."""
SURE = ".y"
"""Ends the code of a button that moves a day or calls it off, after all questions."""
COUNTED = (BookingState.CONFIRMED, BookingState.OFFERED, BookingState.ARRIVED, BookingState.NO_SHOW)
"""Those that stand on the list."""
MARKED = (BookingState.CONFIRMED, BookingState.ARRIVED, BookingState.NO_SHOW)


def list_days(views: Sequence[DayView], page: int = 0) -> Listed:
    pages = max((len(views) - 1) // DAYS_ON_A_PAGE + 1, 1)
    page = min(page, pages - 1)
    rows = [
        [Press("days-row", code(Action.DAY, view.day.id), {**_brief(view), "state": Term(f"day-is-{view.day.state}")})]
        for view in views[page * DAYS_ON_A_PAGE : (page + 1) * DAYS_ON_A_PAGE]
    ]
    rows += _turning(Action.DAYS, "", page, pages)
    return Listed(MessageSpec("days" if views else "days-none", {"count": len(views)}), rows)


def _brief(view: DayView) -> dict[str, Arg]:
    return {
        "day": view.day.held_on,
        "title": day_title(view.day),
        "taken": sum(slot.taken for slot in view.slots),
        "capacity": sum(slot.capacity for slot in view.slots),
    }


def list_day(found: DayList, now: datetime, zone: tzinfo, page: int = 0, *, day_off: bool = False) -> Listed:
    """Everybody on a day by time, then how many wait and came without a booking; buttons for what can be done now.

    `day_off`: it has turned out that nobody works on this day.
    """
    day, slots = found.view.day, {slot.id: slot for slot in found.view.slots}
    begins = {b.id: slots[b.slot_id].begins for b in found.bookings if b.slot_id is not None}
    listed = [b for b in found.bookings if b.state in COUNTED and b.id in begins]
    listed.sort(key=lambda booking: begins[booking.id])
    walk_ins = [b for b in found.bookings if b.walk_in is not None]
    pages = _pages(listed)
    page = min(page, len(pages) - 1)
    shown = pages[page]
    head: dict[str, Arg] = {
        **day_args(day),
        "state": Term(f"day-is-{day.state}"),
        "taken": sum(slot.taken for slot in slots.values()),
        "capacity": sum(slot.capacity for slot in slots.values()),
        "waiting": sum(b.state is BookingState.WAITING for b in found.bookings),
        "drawn": len(walk_ins),
    }
    lines = [_line(number, booking, clock_time(begins[booking.id], zone)) for number, booking in shown]
    if not listed:
        lines.append(MessageSpec("day-list-nobody"))
    if day.reason is not None:
        lines.insert(0, MessageSpec("booking-day-reason", {"reason": Term(f"day-reason-{day.reason}")}))
    if day_off and day.state in TO_COME and day.plan.holiday is not Holiday.KEEP:
        lines.insert(0, MessageSpec("day-list-day-off"))
    marks = _marks(shown, page) if day.held_on <= local_day(now, zone) else []
    turning = _turning(Action.DAY, f"{day.id}.", page, len(pages))
    deeds = _deeds(day, now, zone, page, begun=has_begun(slots.values(), now))
    return Listed(MessageSpec("day-list", head, more=lines), [*marks, *turning, *deeds])


def _pages(listed: Sequence[Booking]) -> list[list[tuple[int, Booking]]]:
    """Cut a day's people into pages that fit into a message and its buttons; the first is there even if empty."""
    pages: list[list[tuple[int, Booking]]] = [[]]
    left = ROOM
    for number, booking in enumerate(listed, 1):
        needed = ROW + utf16_len(booking.topic)
        if len(pages[-1]) == ON_A_PAGE or needed > left:
            pages.append([])
            left = ROOM
        pages[-1].append((number, booking))
        left -= needed
    return pages


def _turning(action: Action, before: str, page: int, pages: int) -> list[list[Press]]:
    row = [
        Press(key, code(action, f"{before}{to}"))
        for key, to in (("button-page-before", page - 1), ("button-page-after", page + 1))
        if 0 <= to < pages
    ]
    return [row] if row else []


def _line(number: int, booking: Booking, begins: str) -> MessageSpec:
    args: dict[str, Arg] = {
        "index": number,
        "from": begins,
        "name": _name(booking),
        "number": booking.number,
        "state": Term(f"booking-mark-{booking.state}"),
        "topic": one_line(booking.topic),
    }
    return MessageSpec("day-list-topic" if booking.topic else "day-list-row", args)


def _name(booking: Booking) -> str:
    return excerpt(one_line(booking.name), NAME) or "—"


def _marks(shown: Sequence[tuple[int, Booking]], page: int) -> list[list[Press]]:
    rows: list[list[Press]] = []
    for number, booking in shown:
        name, subject = _name(booking), f"{booking.id}.{page}"
        row = []
        if booking.state in MARKED and booking.state is not BookingState.ARRIVED:
            row.append(Press("button-arrived", code(Action.ARRIVED, subject), {"index": number, "name": name}))
        if booking.state in MARKED and booking.state is not BookingState.NO_SHOW:
            row.append(Press("button-no-show", code(Action.NO_SHOW, subject), {"index": number, "name": name}))
        rows += [row] if row else []
    return rows


def _deeds(day: Day, now: datetime, zone: tzinfo, page: int, *, begun: bool) -> list[list[Press]]:
    rows: list[list[Press]] = []
    if day.bookable and day.plan.walk_ins and day.held_on == local_day(now, zone):
        rows.append([Press("button-walk-in", code(Action.WALK_IN, f"{day.id}.{page}", day.version))])
    if day.state in TO_COME:
        move = [] if begun else [Press("button-move-day", code(Action.MOVE_DAY, day.id))]
        rows.append([*move, Press("button-close-day", code(Action.CLOSE_DAY, day.id))])
    rows.append(
        [Press("button-refresh", code(Action.DAY, f"{day.id}.{page}")), Press("button-days", code(Action.DAYS))]
    )
    return rows


def ask_date(day: Day, dates: Sequence[date]) -> Listed:
    rows = [[Press("day-date-row", code(Action.MOVE_DAY, f"{day.id}.{at:%Y%m%d}"), {"day": at})] for at in dates]
    return Listed(MessageSpec("day-move-to", day_args(day)), [*rows, _back(day)])


def ask_reason(day: Day, action: Action, to: date | None) -> Listed:
    """Ask why; everybody on the day will be told."""
    so_far = day.id if to is None else f"{day.id}.{to:%Y%m%d}"
    rows = [
        [Press(f"day-reason-{reason}", code(action, f"{so_far}.{number}"))] for number, reason in enumerate(REASONS)
    ]
    key = "day-close-why" if to is None else "day-move-why"
    return Listed(MessageSpec(key, {**day_args(day), "to": to or day.held_on}), [*rows, _back(day)])


def ask_sure(day: Day, action: Action, to: date | None, reason: Reason, people: int) -> Listed:
    so_far = day.id if to is None else f"{day.id}.{to:%Y%m%d}"
    yes = Press("button-day-sure", code(action, f"{so_far}.{REASONS.index(reason)}{SURE}"))
    key = "day-close-sure" if to is None else "day-move-sure"
    args: dict[str, Arg] = {**day_args(day), "to": to or day.held_on, "count": people}
    return Listed(MessageSpec(key, {**args, "reason": Term(f"day-reason-{reason}")}), [[yes], _back(day)])


def _back(day: Day) -> list[Press]:
    return [Press("button-back", code(Action.DAY, day.id))]


def code(action: Action, subject: str = "", version: int = 0) -> str:
    return ActionCode(action, subject, version).pack()
