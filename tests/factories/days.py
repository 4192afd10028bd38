"""Series and days: a consultation every Tuesday, with as many places as a test wants."""

from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from core.booking.model import Day, DayKind, DayState, Plan, Series, Session, Slot
from core.booking.recurrence import Holiday, Weekly
from core.people.model import Unit
from core.shared.ids import DayId, SeriesId, SlotId
from tests.fakes.world import SHANGHAI

_numbers = count(1)
TUESDAY = date(2026, 12, 1)
"""Eight days after `START`."""


def a_plan(**given: Any) -> Plan:
    values: dict[str, Any] = {
        "kind": DayKind.LEGAL_CONSULTATION,
        "rule": Weekly(2),
        "holiday": Holiday.SKIP,
        "place": "二楼调解室",
        "sessions": (Session(time(14), time(15), 30, 1),),
        "specialists": ("冯律师",),
    }
    return Plan(**{**values, **given})


def a_series(unit: Unit, **given: Any) -> Series:
    n = next(_numbers)
    values: dict[str, Any] = {"id": SeriesId(f"series{n}"), "unit_id": unit.id, "slug": f"law{n}", "plan": a_plan()}
    return Series(**{**values, **given})


def a_day(series: Series, held_on: date = TUESDAY, **given: Any) -> Day:
    values: dict[str, Any] = {
        "id": DayId(f"day{next(_numbers):04d}"),
        "series_id": series.id,
        "unit_id": series.unit_id,
        "planned_on": held_on,
        "held_on": held_on,
        "plan": series.plan,
        "people": series.plan.people(held_on),
        "opens_at": at(held_on, 0) - timedelta(days=14),
        "state": DayState.OPEN,
    }
    return Day(**{**values, **given})


def some_slots(day: Day, capacity: int | None = None) -> list[Slot]:
    return [
        Slot(
            id=SlotId(f"slot{next(_numbers):04d}"),
            day_id=day.id,
            begins=datetime.combine(day.held_on, begins, tzinfo=SHANGHAI),
            ends=datetime.combine(day.held_on, ends, tzinfo=SHANGHAI),
            capacity=session.capacity if capacity is None else capacity,
        )
        for session in day.plan.sessions
        for begins, ends in session.slots()
    ]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A local moment."""
    return datetime.combine(day, time(hour, minute), tzinfo=SHANGHAI)
