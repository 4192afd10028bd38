"""Keys that are put together at run time, area by area: see tests/static/test_locales.py."""

from bot.series_file import FIELDS
from core.booking.lists import COUNTED
from core.booking.model import DayKind, DayState, Reason
from core.booking.places import BookingState
from core.booking.recurrence import Holiday


def of_booking() -> dict[str, set[str]]:
    return {
        "day": {f"day-kind-{kind}" for kind in DayKind}
        | {f"{front}-{state}" for state in DayState for front in ("day-is", "error-day-state")}
        | {f"day-reason-{reason}" for reason in Reason}
        | {f"day-holiday-{holiday}" for holiday in Holiday}
        | {f"booking-day-{how}" for how in ("free", "full", "later", "off", "over")},
        "booking": {f"{front}-{state}" for state in BookingState for front in ("booking-is", "error-booking-state")}
        | {f"booking-mark-{state}" for state in COUNTED}
        | {f"booking-reminder-{which}" for which in ("day", "hour")},
        "days file": {f"cli-days-field-{word.replace('_', '-')}" for word in FIELDS}
        | {f"cli-days-{change}" for change in ("new", "changed", "same")},
    }
