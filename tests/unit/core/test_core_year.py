"""A year of days: 2026 with Spring Festival and National Day, and on into 2027 that nobody knows yet.

Every day petitions are filed and taken; each date is counted once more by stepping through the days one by one, by a
list of holidays that was typed off the State Council's notice. Reminders come exactly on the mornings they should.
"""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

import pytest

from bot.adapters.calendar import ChineseCalendar
from core.jobs import TakeTurn
from core.people.model import Level
from core.petitions.clocks import Pledges, promise, promise_after_acceptance
from core.petitions.model import Petition, Stage
from core.petitions.places import CardPlace
from core.petitions.reminders import Habits, RemindDesks
from core.shared.clock import local_day
from tests.core_rig import CoreRig
from tests.factories.cases import a_petition
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory
from tests.fakes.world import SHANGHAI, FakeClock

pytestmark = pytest.mark.unit

CHINA = ChineseCalendar()
DAY = timedelta(days=1)
FIRST, LAST = date(2026, 1, 1), date(2027, 1, 31)

OFF = {
    *(date(2026, 1, n) for n in (1, 2, 3)),
    *(date(2026, 2, n) for n in range(15, 24)),
    *(date(2026, 4, n) for n in (4, 5, 6)),
    *(date(2026, 5, n) for n in range(1, 6)),
    *(date(2026, 6, n) for n in (19, 20, 21)),
    *(date(2026, 9, n) for n in (25, 26, 27)),
    *(date(2026, 10, n) for n in range(1, 8)),
}
WORKED = {
    *(date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9)),
    *(date(2026, 9, 20), date(2026, 10, 10)),
}


def works(day: date) -> bool:
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def slowly(start: date, count: int) -> date:
    """Step from day to day and cross off working days."""
    left, day = count, start
    while left:
        day += DAY
        left -= works(day)
    return day


def all_days() -> list[date]:
    return [FIRST + n * DAY for n in range((LAST - FIRST).days + 1)]


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=SHANGHAI)


def test_every_day_of_the_year_is_worked_on_or_not_as_the_notice_says() -> None:
    assert [day for day in all_days() if CHINA.is_workday(day) != works(day)] == []


@pytest.mark.parametrize("level", list(Level))
def test_every_date_of_every_day_is_what_a_slow_count_finds(level: Level) -> None:
    for day in all_days():
        for hour in (0, 9, 23):
            clock = FakeClock(at(day, hour))
            promises = promise(clock.now(), clock, CHINA, Pledges(), level)
            got = [local_day(m, SHANGHAI) for m in (promises.claim_by, promises.reply_by, promises.accept_by)]
            accept, answer = day + 15 * DAY, day + 60 * DAY
            ours = [accept, answer] if level is Level.STREET else [slowly(day, 1), slowly(day, 5)]
            assert got == [*ours, accept], (day, hour)
            touched = {day.year} if level is Level.STREET else {day.year, slowly(day, 5).year}
            assert promises.calendar_certain is (level is Level.STREET or 2027 not in touched), day

            for waited in (0, 1, 14):
                taken = promise_after_acceptance(promises, at(day + waited * DAY, hour), clock)
                assert local_day(taken.answer_by, SHANGHAI) == day + (waited + 60) * DAY
                reply = day + (waited + 60) * DAY if level is Level.STREET else slowly(day, 5)
                assert local_day(taken.reply_by, SHANGHAI) == reply


def named_on(petition: Petition, filed: date, taken: date, answered: date) -> set[date]:
    """The mornings (nine o'clock) on which a case filed, taken and answered at noon is to be named."""
    days = set()
    for morning in (filed + n * DAY for n in range(1, (answered - filed).days + 1)):
        due = slowly(filed, 1) if morning <= taken else slowly(filed, 5)
        if due - morning in {3 * DAY, DAY, timedelta(0)} or morning > due:
            days.add(morning)
    return days


async def test_reminders_come_on_exactly_the_mornings_they_should() -> None:
    """Each day one petition is filed at noon; it is taken and answered sooner or later, some far too late."""
    rig = CoreRig(calendar=CHINA)
    job = RemindDesks(clock=rig.clock, habits=Habits())
    take = TakeTurn(uow=InMemoryUnitOfWorkFactory(rig.database), clock=rig.clock)
    told: dict[str, set[date]] = defaultdict(set)
    wanted: dict[str, set[date]] = defaultdict(set)
    deeds: dict[date, list[tuple[str, Stage]]] = defaultdict(list)
    above: set[tuple[date, str]] = set()
    read = 0
    rig.clock.set(at(FIRST - DAY, 10))
    await take(job)

    for n, day in enumerate(all_days()):
        rig.clock.set(at(day, 9))
        await take(job)
        for item in rig.items[read:]:
            for line in item.spec.more if item.spec else ():
                if "row" in line.key and item.chat_id == rig.desk.chat_id:
                    told[str(line.args["number"])].add(day)
                elif "row" in line.key:
                    above.add((day, str(line.args["number"])))
        read = len(rig.items)
        for case, stage in deeds.pop(day, []):
            rig.at_stage(case, stage=stage)  # type: ignore[arg-type] # of a case just filed
        taken, answered = day + (n % 4) * DAY, day + (n % 4 + n % 9) * DAY
        clock = FakeClock(at(day, 12))
        promises = promise(clock.now(), clock, CHINA, Pledges())
        petition = a_petition(rig.unit, promises=promises, submitted_at=clock.now(), number=f"XF-{n:06d}")
        rig.tables.petitions[petition.id] = petition
        rig.tables.cards[petition.id, rig.desk.chat_id] = CardPlace(petition_id=petition.id, chat_id=rig.desk.chat_id)
        for when, stage in ((taken, Stage.ACCEPTED), (answered, Stage.ANSWERED)):
            if when == day:
                rig.at_stage(petition.id, stage=stage)
            else:
                deeds[when].append((petition.id, stage))
        until = min(answered, LAST)
        wanted[petition.number] = {d for d in named_on(petition, day, taken, answered) if d <= until}

    assert {number: days for number, days in told.items() if days} == {n: d for n, d in wanted.items() if d}
    late = {
        (morning, number)
        for number, days in wanted.items()
        for morning in days
        if morning > _due(rig, number, morning, FIRST + int(number[3:]) * DAY)
    }
    assert above == late
    assert len(late) > 100


def _due(rig: CoreRig, number: str, morning: date, filed: date) -> date:
    taken = filed + (int(number[3:]) % 4) * DAY
    return slowly(filed, 1) if morning <= taken else slowly(filed, 5)
