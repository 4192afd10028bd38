"""The list of a reception day, posted by itself in the morning: who comes when, and what waits (DOMAIN §3, §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.booking.messages import clock_time, day_title
from core.booking.model import BOOKABLE, Day, DayKind
from core.booking.places import Booking, BookingState
from core.people.model import Purpose
from core.petitions.queries import DueCase
from core.petitions.stages import WAITING_STAGES
from core.shared.clock import Clock, local_day
from core.shared.ids import ChatId
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.text import excerpt, one_line
from core.uow import UnitOfWork

AT = time(8, 30)
RECEPTIONS = (DayKind.LEADERS_RECEPTION, DayKind.DEPUTIES_RECEPTION)
COMING = (BookingState.CONFIRMED, BookingState.OFFERED)
PEOPLE, CASES = 20, 10
"""Named in one list; the others are counted."""
NAME, TOPIC, EXCERPT = 20, 40, 24
"""UTF-16 units."""
SINCE = timedelta(days=60)
"""A day may be held so long after it was planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionList:
    """On the morning of a reception day, to the desk that sees to it; also where nobody has booked.

    Whoever receives sits there either way, and silence would be read as failure. Topics that were not shared are left
    out, and of cases stands here what stands in the desk's reminders.
    """

    clock: Clock

    @property
    def name(self) -> str:
        return "reception-list"

    @property
    def schedule(self) -> Schedule:
        return Daily(AT)

    async def prepare(self, period: Period) -> None:
        """Nothing: a list is rows alone."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """A list passed over is not made up for on another day."""
        today = local_day(self.clock.now(), self.clock.zone)
        if turn.period.day != today:
            return
        later = datetime.combine(today + timedelta(days=365), time(), tzinfo=self.clock.zone)
        cases: Sequence[DueCase] | None = None
        for day in await self._days(uow, today):
            desk = await uow.staff_chats.serving(day.unit_id, Purpose.DESK)
            if desk is None:
                continue
            if cases is None:
                cases = await uow.petitions.falling_due(later)
            theirs = [case for case in cases if case.chat_id == desk.chat_id and self._waits(case, today)]
            lines = [*await self._people(uow, day), *self._cases(theirs, today)]
            head: dict[str, Arg] = {
                "day": today,
                "title": day_title(day),
                "people": " · ".join(day.people),
                "manned": "yes" if day.people else "no",
            }
            spec = MessageSpec("reception-list", head, more=lines)
            uow.outbox.add(_list(f"reception:{day.id}:{today.isoformat()}", desk.chat_id, spec))

    async def _days(self, uow: UnitOfWork, today: date) -> list[Day]:
        return [
            day
            for series in await uow.series.all()
            if series.plan.kind in RECEPTIONS
            for day in await uow.days.made(series.id, today - SINCE)
            if day.held_on == today and day.state in BOOKABLE
        ]

    def _waits(self, case: DueCase, today: date) -> bool:
        return case.stage in WAITING_STAGES or local_day(case.due, self.clock.zone) < today

    async def _people(self, uow: UnitOfWork, day: Day) -> list[MessageSpec]:
        slots = {slot.id: slot for slot in await uow.days.slots(day.id)}
        booked = [b for b in await uow.bookings.of_day(day.id) if b.state in COMING]
        coming = [(slots[b.slot_id].begins, b) for b in booked if b.slot_id is not None]
        coming.sort(key=lambda pair: pair[0])
        lines = [self._person(booking, clock_time(begins, self.clock.zone)) for begins, booking in coming[:PEOPLE]]
        if len(coming) > PEOPLE:
            lines.append(MessageSpec("queue-more", {"count": len(coming) - PEOPLE}))
        return lines or [MessageSpec("reception-nobody")]

    def _person(self, booking: Booking, at: str) -> MessageSpec:
        topic = excerpt(one_line(booking.topic), TOPIC) if booking.shared else ""
        args: dict[str, Arg] = {"at": at, "name": excerpt(booking.name, NAME), "topic": topic}
        return MessageSpec("reception-person", {**args, "told": "yes" if topic else "no"})

    def _cases(self, cases: Sequence[DueCase], today: date) -> list[MessageSpec]:
        if not cases:
            return []
        lines = [MessageSpec("reception-cases", {"count": len(cases)})]
        for case in cases[:CASES]:
            args: dict[str, Arg] = {
                "number": case.number,
                "kind": Term(f"kind-{case.kind}"),
                "mark": Term(f"mark-{case.stage}"),
                "text": excerpt(case.excerpt, EXCERPT),
                "day": local_day(case.due, self.clock.zone),
                "over": "yes" if local_day(case.due, self.clock.zone) < today else "no",
            }
            lines.append(MessageSpec("reception-case", args))
        return lines if len(cases) <= CASES else [*lines, MessageSpec("queue-more", {"count": len(cases) - CASES})]


def _list(dedupe: str, chat: ChatId, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(
        dedupe=dedupe,
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.BRIEF,
        spec=spec,
        purge_at_once=True,  # anonymous cases may be among them, and what people booked for
    )
