"""Whoever writes while nobody is at the office is told when people are back, once, with the receipt."""

from datetime import datetime, tzinfo

from core.people.model import Unit
from core.shared.calendar import NAMED
from core.shared.clock import Calendar, local_day
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.office import OfficeHours
from core.uow import UnitOfWork


async def hours_of(uow: UnitOfWork, unit: Unit, usual: OfficeHours) -> OfficeHours:
    """Return a unit's office hours: its own, else those of the nearest unit above that has any, else the usual ones."""
    known = await uow.calendar.hours()
    at: Unit | None = unit
    while known and at is not None:
        if hours := known.get(at.id):
            return OfficeHours.read(hours)
        at = await uow.units.get(at.parent_id) if at.parent_id else None
    return usual


def away(
    hours: OfficeHours, now: datetime, calendar: Calendar, zone: tzinfo, *, urgent: bool = False
) -> tuple[MessageSpec, ...]:
    """Return what to say of when people are back; nothing while they are there.

    Whoever needs help at once is called out for within the hour, and is not told to wait until then.
    """
    if hours.open_at(now, calendar, zone):
        return ()
    if urgent:
        return (MessageSpec("away-urgent"),)
    back, certain = hours.back_at(now, calendar, zone)
    holiday = calendar.holiday(local_day(now, zone))
    name: Arg = Term(f"holiday-{holiday}") if holiday in NAMED else holiday
    if back is None:
        return (MessageSpec("away-long"),)
    args: dict[str, Arg] = {"back": back, "name": name, "holiday": "yes" if holiday else "no"}
    return (MessageSpec("away", args), *(() if certain else (MessageSpec("away-uncertain"),)))
