"""Every morning a desk that has a rota reads who is on duty, who is away, and whose cases others should look after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, tzinfo

from core.duty.messages import mention
from core.people.model import Purpose
from core.shared.clock import Clock, local_day
from core.shared.ids import UnitId
from core.shared.messages import Arg, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.periods import Daily, Period, Schedule, Turn
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyBrief:
    """One message a desk and a day; none where there is no rota and nobody is away. Of days passed over the latest."""

    clock: Clock
    hour: int = 8

    @property
    def name(self) -> str:
        return "duty"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(self.hour))

    async def prepare(self, period: Period) -> None:
        """Nothing: a brief is rows alone."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        today = local_day(self.clock.now(), self.clock.zone)
        for chat in await uow.staff_chats.all():
            if Purpose.DESK not in chat.purposes:
                continue
            rota = await uow.duty.rota(chat.unit_id, today)
            led = await lead_lines(uow, chat.unit_id, self.clock.zone)
            duty = [] if rota.empty and not rota.aways else await duty_lines(uow, chat.unit_id, today)
            if not duty and not led:
                continue
            uow.outbox.add(
                OutboxItem(
                    dedupe=f"duty:{turn.period.key}:{chat.chat_id}",
                    operation=Operation.SEND,
                    chat_id=chat.chat_id,
                    priority=Priority.BRIEF,
                    spec=MessageSpec("duty-brief", {"day": today}, more=[*duty, *led]),
                    purge_at_once=True,  # anonymous cases may be among them
                )
            )
