"""A change of the hour at which a unit has its digest: nobody is told by it, no week is told twice, none is lost."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from core.broadcast.model import DigestLine, Rhythm
from core.broadcast.ports import Window
from core.broadcast.usecases import SendWeekly, SetWeekly
from core.people.model import Unit
from core.shared.ids import UnitId
from core.shared.periods import Weekly
from tests.broadcast_rig import FRIDAY, House, Source, local
from tests.core_rig import CoreRig
from tests.factories.broadcast import a_line, some_subscribers

pytestmark = pytest.mark.unit


class OfUnit(Source):
    """Remembers what the community's own desk asked, not the street's."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(a_line(unit))
        self.unit = unit

    async def lines(self, units: Collection[UnitId], window: Window, /) -> Sequence[DigestLine]:
        return await super().lines(units, window) if self.unit.id in units else []


@pytest.fixture
async def house() -> House:
    """A community below a street, with a subscriber, after its first Friday."""
    made = House(CoreRig())
    made.source = OfUnit(made.rig.unit)
    await some_subscribers(made.uow, made.rig.unit, Rhythm.WEEKLY)
    await made.at(local(23, 9))
    await made.at(local(27))
    assert made.source.windows == [Window(since=local(20), until=local(27))]
    return made


async def changes(house: House, at: datetime, to: Weekly | None, *, above: bool = False) -> None:
    rig = house.rig
    house.go_to(at)
    await SetWeekly(uow=house.uow, clock=rig.clock)(rig.street if above else rig.unit, to)
    await house.at(at + timedelta(minutes=1))


def december(day: int, hour: int = 18) -> datetime:
    return local(day, hour, month=12)


@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize(
    ("at", "to", "comes"),
    [
        (local(28, 10), Weekly(1, time(9)), local(30, 9)),  # last Monday's turn lies before what was told on Friday
        (local(28, 10), Weekly(6, time(9)), december(5, 9)),  # this morning's turn is past, and must not be lost
        (december(4, 17), Weekly(5, time(16)), december(11, 16)),  # an hour before it would have come
        (december(4, 17), Weekly(5, time(17)), december(11, 17)),  # at that very moment
        (december(4, 17), Weekly(5, time(20)), december(4, 20)),
        (december(4, 19), Weekly(5, time(20)), december(4, 20)),
        (december(2, 12), FRIDAY, december(4)),
    ],
)
async def test_a_change_tells_nobody_and_the_next_digest_everything(
    house: House, at: datetime, to: Weekly, comes: datetime, above: bool
) -> None:
    if at == december(4, 19):
        await house.at(december(4, 18))  # this Friday's has gone out
    before = list(house.source.windows)
    told = before[-1].until
    await changes(house, at, to, above=above)
    await house.at(comes - timedelta(minutes=1))
    assert house.source.windows == before
    await house.at(comes)
    await house.at(comes + timedelta(hours=1))
    assert house.source.windows == [*before, Window(since=told, until=comes)]


async def test_two_changes_in_a_row_lose_nothing(house: House) -> None:
    await changes(house, december(1, 12), Weekly(1, time(9)))
    await changes(house, december(2, 12), Weekly(3, time(9)))
    await house.at(december(9, 9))
    assert house.source.windows[-1] == Window(since=local(27), until=december(9, 9))


async def test_who_had_none_begins_anew(house: House) -> None:
    await changes(house, local(28, 10), None)
    await house.at(december(20, 9))
    await changes(house, december(21, 9), FRIDAY)
    await house.at(december(25))
    assert house.source.windows[-1] == Window(since=december(18), until=december(25))
    assert [item.spec.args["weeks"] for item in house.digests if item.spec] == [1, 1]


async def test_who_is_below_and_has_an_hour_of_their_own_keeps_it(house: House) -> None:
    await changes(house, local(28, 10), Weekly(2, time(9)))
    await changes(house, local(28, 11), Weekly(6, time(10)), above=True)
    await house.at(december(1, 9))
    assert house.source.windows[-1] == Window(since=local(27), until=december(1, 9))


async def test_another_hour_in_the_settings_tells_no_week_twice(house: House) -> None:
    """`LINLI_DIGEST_WEEKDAY`, changed on a Saturday: last Monday lies before what was told on Friday."""
    house.go_to(local(28, 10))
    monday: SendWeekly = replace(house.weekly, default=Weekly(1, time(9)))
    await house.takes(monday)
    await house.tends()
    assert len(house.digests) == 1
    house.go_to(local(30, 9))
    await house.takes(monday)
    assert house.source.windows[-1] == Window(since=local(27), until=local(30, 9))


async def test_a_digest_speaks_of_no_more_weeks_than_it_looks_back(house: House) -> None:
    await house.at(local(27) + timedelta(weeks=30))
    spec = house.digests[-1].spec
    assert spec is not None
    assert spec.args["weeks"] == 8
