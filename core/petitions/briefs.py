"""What each desk reads by itself: the day's brief on workdays, and the week's for the branch meeting (DOMAIN §6).

A morning with nothing to say brings none, but for the first workday of a week: a week without a word would be read as
failure. Who is on duty, and what leads have, stands below it, and alone on days that are not worked on. The week's
brief always comes: it is an item of the meeting's agenda.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from core.duty.brief import morning_lines
from core.people.model import Purpose, StaffChat, Unit
from core.petitions.model import Kind
from core.petitions.tally import Tally
from core.shared.clock import Calendar, Clock, local_day
from core.shared.ids import ChatId, UnitId
from core.shared.messages import Arg, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.periods import Daily, Period, Schedule, Turn, Weekly
from core.shared.text import excerpt
from core.uow import UnitOfWork

AT = time(8, 30)
LONGEST = 14
"""Days a day's brief covers at most."""
BELOW = 15
"""Units below named in a week's brief."""
NAME = 30
WeekWords = Callable[[], Awaitable[Mapping[UnitId, MessageSpec]]]
"""Return a line about the week's hot words for each unit that has some. Slow; never inside a unit of work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyBrief:
    """At half past eight: on working days new since the last brief, waiting, due, overdue, answered; every day duty."""

    clock: Clock
    calendar: Calendar

    @property
    def name(self) -> str:
        return "brief"

    @property
    def schedule(self) -> Schedule:
        return Daily(AT)

    async def prepare(self, period: Period) -> None:
        """Nothing: a brief is rows alone."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Of mornings passed over only the latest is made up for, and only on its own day: later it is no news."""
        today = local_day(self.clock.now(), self.clock.zone)
        if turn.period.day != today:
            return
        works = self.calendar.is_workday(today)
        since = self._workday_before(today)
        first = since.isocalendar()[:2] != today.isocalendar()[:2]
        tallies = await uow.petitions.tallies(*_moments(since, today, self.clock))
        for desk in await _desks(uow):
            tally = tallies.get(desk.chat_id, Tally())
            waiting = await _proposals(uow, desk) if works else []
            duty = await morning_lines(uow, desk.unit_id, today, self.clock.zone)
            silent = not works or (tally.quiet and not first and not waiting)
            if silent and not duty:
                continue
            key = "duty-brief" if silent else "brief-quiet" if tally.quiet else "brief"
            args: dict[str, Arg] = {"day": today, "since": since, **tally.args()}
            spec = MessageSpec(key, args, more=[*waiting, *duty])
            brief = _brief(f"brief:{turn.period.key}:{desk.chat_id}", desk.chat_id, spec)
            uow.outbox.add(replace(brief, purge_at_once=bool(duty)))  # anonymous cases may be among them

    def _workday_before(self, today: date) -> date:
        days = (today - timedelta(days=n) for n in range(1, LONGEST))
        return next((day for day in days if self.calendar.is_workday(day)), today - timedelta(days=LONGEST))


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchBrief:
    """Once a week before the branch meeting: a desk's figures and hot words of the week, a line for each desk below."""

    clock: Clock
    day: int
    """1 is Monday; a community's habit, so it is configuration."""
    words: WeekWords
    _found: dict[UnitId, MessageSpec] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return "branch-brief"

    @property
    def schedule(self) -> Schedule:
        return Weekly(self.day, AT)

    async def prepare(self, period: Period) -> None:  # noqa: ARG002 - the words are those of the last seven days
        """Look for the hot words; that takes a while."""
        self._found.clear()
        self._found.update(await self.words())

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """Weeks passed over are not made up for: the meeting has been."""
        today = local_day(self.clock.now(), self.clock.zone)
        if (today - turn.period.day).days > 1:
            return
        since = today - timedelta(days=7)
        tallies = await uow.petitions.tallies(*_moments(since, today, self.clock))
        units = {unit.id: unit for unit in await uow.units.all()}
        desks = await _desks(uow)
        for desk in desks:
            tally = tallies.get(desk.chat_id, Tally())
            head: dict[str, Arg] = {"since": since, "until": today - timedelta(days=1), **tally.args()}
            head["unit"] = units[desk.unit_id].name
            lines = _below(desk, desks, tallies, units)
            hot = [self._found[desk.unit_id]] if desk.unit_id in self._found else []
            spec = MessageSpec("branch-brief", head, more=[*lines, *hot, MessageSpec("branch-brief-hint")])
            uow.outbox.add(_brief(f"branch-brief:{turn.period.key}:{desk.chat_id}", desk.chat_id, spec))


async def _proposals(uow: UnitOfWork, desk: StaffChat) -> list[MessageSpec]:
    """Name the proposals that nobody has answered: every morning, until somebody has."""
    numbers = await uow.petitions.unanswered(Kind.PROPOSAL, desk.chat_id)
    shown = ", ".join(numbers[:BELOW])
    return [MessageSpec("brief-proposals", {"count": len(numbers), "numbers": shown})] if numbers else []


def _below(
    desk: StaffChat, desks: Sequence[StaffChat], tallies: Mapping[ChatId, Tally], units: Mapping[UnitId, Unit]
) -> list[MessageSpec]:
    def is_below(unit: Unit) -> bool:
        while unit.parent_id is not None:
            if unit.parent_id == desk.unit_id:
                return True
            unit = units[unit.parent_id]
        return False

    theirs = [each for each in desks if is_below(units[each.unit_id])]
    found = sorted(((units[each.unit_id].name, each) for each in theirs), key=lambda pair: pair[0])
    lines = [
        MessageSpec("branch-brief-below", {"name": excerpt(name, NAME), **tallies.get(each.chat_id, Tally()).args()})
        for name, each in found[:BELOW]
    ]
    return lines if len(found) <= BELOW else [*lines, MessageSpec("queue-more", {"count": len(found) - BELOW})]


def _moments(since: date, today: date, clock: Clock) -> tuple[datetime, datetime]:
    begin, end = (datetime.combine(day, time(), tzinfo=clock.zone) for day in (since, today))
    return begin, end


async def _desks(uow: UnitOfWork) -> list[StaffChat]:
    chats = await uow.staff_chats.all()
    return sorted((c for c in chats if Purpose.DESK in c.purposes and c.out_since is None), key=lambda c: c.chat_id)


def _brief(dedupe: str, chat: ChatId, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(dedupe=dedupe, operation=Operation.SEND, chat_id=chat, priority=Priority.BRIEF, spec=spec)
