"""Every morning a desk that has a rota reads who is on duty, who is away, and whose cases others should look after."""

from collections.abc import Sequence
from datetime import date, tzinfo

from core.duty.messages import mention
from core.shared.clock import local_day
from core.shared.ids import UnitId
from core.shared.messages import Arg, MessageSpec
from core.uow import UnitOfWork

NAMED = 5
"""Cases of one person that are named; the others are counted."""


async def duty_lines(uow: UnitOfWork, unit_id: UnitId, day: date) -> Sequence[MessageSpec]:
    """Return the lines of a desk's brief about its own rota; `unit_id` is the unit whose desk it is."""
    rota = await uow.duty.rota(unit_id, day)
    today = rota.on(day)
    lines = [mention("duty-brief-on", each) for each in today.people]
    if not lines:
        lines = [MessageSpec("duty-brief-empty" if rota.empty else "duty-brief-nobody")]
    lines += [MessageSpec("duty-brief-open", {"name": each.name}) for each in today.away]
    gone = {each.user_id: each for each in rota.aways if each.covers(day)}
    cases = await uow.duty.cases_of(gone)
    for user_id, away in gone.items():
        who = rota.people.get(user_id)
        if who is None or who.gone:
            continue
        theirs = cases.get(user_id, ())
        lines.append(MessageSpec("duty-brief-away", {"name": who.name, "last": away.last}))
        if theirs:
            numbers, hidden = ", ".join(theirs[:NAMED]), max(len(theirs) - NAMED, 0)
            more: dict[str, Arg] = {"numbers": numbers, "count": len(theirs), "more": hidden}
            lines.append(MessageSpec("duty-brief-cases", {"name": who.name, **more}))
    return lines


async def lead_lines(uow: UnitOfWork, unit_id: UnitId, zone: tzinfo) -> Sequence[MessageSpec]:
    """Return a line for each open major case whose lead works in a unit's desk, so that their telephone rings."""
    return [
        MessageSpec(
            "duty-brief-lead",
            {
                "name": each.lead.name,
                "user": str(each.lead.user_id),
                "number": each.number,
                "day": local_day(each.answer_by, zone),
            },
        )
        for each in await uow.majors.open_of(unit_id)
    ]


async def morning_lines(uow: UnitOfWork, unit_id: UnitId, day: date, zone: tzinfo) -> Sequence[MessageSpec]:
    """Return what a desk reads in the morning of its rota and its leads; nothing where there is neither."""
    rota = await uow.duty.rota(unit_id, day)
    duty = [] if rota.empty and not rota.aways else await duty_lines(uow, unit_id, day)
    return [*duty, *await lead_lines(uow, unit_id, zone)]
