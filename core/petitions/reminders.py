"""Every morning each desk is told once what falls due soon, and, with the level above, what is overdue (DOMAIN §2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.petitions.above import desk_above
from core.petitions.messages import card_past_day, link_of
from core.petitions.model import WAITING_STAGES, Kind
from core.petitions.queries import DueCase
from core.shared.clock import Clock, local_day
from core.shared.ids import ChatId
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.text import excerpt
from core.uow import UnitOfWork

LISTED = 10
"""Cases named in each of a reminder's three parts, so that it is one message; the others are counted."""
ENDS_BY = {Kind.CALLBACK: "call", Kind.MEDIATION: "mediation"}
"""What is to come, and so what to press, of kinds that get no formal answer."""
EXCERPT, NAME = 24, 20
"""UTF-16 units of what was written, and of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """When desks are reminded; a community's habit, so it is configuration."""

    hour: int = 9
    days_before: frozenset[int] = frozenset({3, 1})
    """Besides the day itself, and every day after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindDesks:
    """One message a desk and a day, none where nothing is due. Of mornings passed over only the latest is made up for.

    It is told as things stand when it is written, also where yesterday's is made up for before today's hour has come:
    then today's brings nothing more.
    A case is named when one of its days (three before, one before, the day itself) has come since the last reminder,
    so that a morning on which nobody was there hides none; and every morning once its day is over. In the first of
    those its card is drawn anew, to say so.
    """

    clock: Clock
    habits: Habits

    @property
    def name(self) -> str:
        return "reminders"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(self.habits.hour))

    async def prepare(self, period: Period) -> None:
        """Nothing: a reminder is rows alone."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        today = self._day(self.clock.now())
        since = await self._told_last(uow, turn, today)
        if since >= today:
            return
        last = today + timedelta(days=max(self.habits.days_before, default=0) + 1)
        found = await uow.petitions.falling_due(datetime.combine(last, time(), tzinfo=self.clock.zone))
        soon = [case for case in found if self._has_come(self._day(case.due), today, since)]
        overdue = [case for case in found if self._day(case.due) < today]
        themselves = {case.chat_id: case.chat_id for case in found}
        above = await _desks_above(uow, {case.chat_id for case in overdue})
        parts: dict[ChatId, list[MessageSpec]] = {}
        for head, row, cases, told in (
            ("reminder-overdue", "reminder-overdue-row", overdue, themselves),
            ("reminder-soon", "reminder-soon-row", soon, themselves),
            ("reminder-below", "reminder-below-row", overdue, above),
        ):
            for chat, theirs in _by(cases, told).items():
                parts.setdefault(chat, []).extend(self._part(head, row, theirs, today))
        for chat, lines in sorted(parts.items()):
            uow.outbox.add(_reminder(chat, turn, today, lines))
        for case in overdue:
            if self._day(case.due) >= since:
                uow.outbox.add(card_past_day(case))

    async def _told_last(self, uow: UnitOfWork, turn: Turn, today: date) -> date:
        """Return the day on which desks were reminded last; yesterday if they never were."""
        at = await uow.periods.taken_at(self.name, turn.follows) if turn.follows else None
        return self._day(at) if at else today - timedelta(days=1)

    def _has_come(self, due: date, today: date, since: date) -> bool:
        days = (due - timedelta(days=before) for before in (*self.habits.days_before, 0))
        return today <= due and any(since < day <= today for day in days)

    def _day(self, moment: datetime) -> date:
        return local_day(moment, self.clock.zone)

    def _part(self, head: str, row: str, cases: Sequence[DueCase], today: date) -> list[MessageSpec]:
        lines = [MessageSpec(head, {"count": len(cases)})]
        lines += [MessageSpec(row, self._row(case, today)) for case in cases[:LISTED]]
        if len(cases) > LISTED:
            lines.append(MessageSpec("queue-more", {"count": len(cases) - LISTED}))
        return lines

    def _row(self, case: DueCase, today: date) -> dict[str, Arg]:
        return {
            "number": case.number,
            "kind": Term(f"kind-{case.kind}"),
            "mark": Term(f"mark-{case.stage}"),
            "text": excerpt(case.excerpt, EXCERPT),
            "unit": excerpt(case.unit_name, NAME),
            "awaits": "claim" if case.stage in WAITING_STAGES else ENDS_BY.get(case.kind, "reply"),
            "day": self._day(case.due),
            "law": self._day(case.law),
            "broken": "yes" if self._day(case.law) < today else "no",
            "name": excerpt(case.handler_name or "", NAME),
            "user": str(case.handler_id or 0),
            "link": link_of(case.chat_id, case.message_id),
            "linked": "yes" if case.message_id else "no",
            "own": "yes" if case.pledged else "no",
            "taken": "yes" if case.handler_name else "no",
        }


async def _desks_above(uow: UnitOfWork, chats: Iterable[ChatId]) -> dict[ChatId, ChatId]:
    """Return for each desk the one that serves the level above, where there is another."""
    found = {chat_id: await desk_above(uow, chat_id) for chat_id in chats}
    return {chat_id: above for chat_id, above in found.items() if above is not None}


def _by(cases: Iterable[DueCase], told: dict[ChatId, ChatId]) -> dict[ChatId, list[DueCase]]:
    """Sort the cases by the chat that is told of them; those of which none is are left out."""
    sorted_out: dict[ChatId, list[DueCase]] = {}
    for case in cases:
        if case.chat_id in told:
            sorted_out.setdefault(told[case.chat_id], []).append(case)
    return sorted_out


def _reminder(chat: ChatId, turn: Turn, today: date, lines: Sequence[MessageSpec]) -> OutboxItem:
    return OutboxItem(
        dedupe=f"reminders:{turn.period.key}:{chat}",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.BRIEF,
        spec=MessageSpec("reminder", {"day": today}, more=[*lines, MessageSpec("reminder-hint")]),
        purge_at_once=True,  # anonymous cases may be among them
    )
