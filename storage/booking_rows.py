"""Rows of days and places into domain objects and back."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import RowMapping, select

from core.booking.model import Day, DayState, Plan, Reason, Series, Slot
from core.booking.places import Booking, BookingState
from core.booking.queries import DayView
from storage.rows import Run
from storage.tables import booking_slots, bookings
from storage.work import Values


def series_of(row: RowMapping) -> Series:
    return Series(**{**row, "plan": Plan.from_json(row["plan"])})


def series_values(series: Series) -> Values:
    return {
        "id": series.id,
        "unit_id": series.unit_id,
        "slug": series.slug,
        "plan": series.plan.to_json(),
        "active": series.active,
    }


def day_of(row: RowMapping) -> Day:
    return Day(
        **{
            **row,
            "plan": Plan.from_json(row["plan"]),
            "people": tuple(row["people"]),
            "state": DayState(row["state"]),
            "reason": None if row["reason"] is None else Reason(row["reason"]),
        }
    )


def day_values(day: Day) -> Values:
    names = (
        "id",
        "series_id",
        "unit_id",
        "planned_on",
        "held_on",
        "opens_at",
        "state",
        "reason",
        "walk_ins",
        "version",
    )
    values = {name: getattr(day, name) for name in names}
    return {**values, "plan": day.plan.to_json(), "people": list(day.people)}


def slot_of(row: RowMapping) -> Slot:
    return Slot(**row)


def slot_values(slot: Slot) -> Values:
    return asdict(slot)


def booking_of(row: RowMapping) -> Booking:
    known = {column.name: row[column.name] for column in bookings.c if column.name != "seq"}
    return Booking(**{**known, "state": BookingState(row["state"])})


def booking_values(booking: Booking) -> Values:
    return asdict(booking)


async def with_slots(run: Run, days: Iterable[Day]) -> Sequence[DayView]:
    """Return the days with their slots, by date and first slot, in one statement however many there are."""
    known = {day.id: day for day in days}
    slots: dict[str, list[Slot]] = {day_id: [] for day_id in known}
    if known:
        wanted = select(booking_slots).where(booking_slots.c.day_id.in_(known))
        for row in (await run(wanted.order_by(booking_slots.c.begins, booking_slots.c.id))).mappings():
            slots[row["day_id"]].append(slot_of(row))
    views = [DayView(day=day, slots=slots[day_id]) for day_id, day in known.items()]
    return sorted(views, key=lambda view: (view.day.held_on, view.slots[0].begins, view.day.id))
