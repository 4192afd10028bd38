"""What residents and the desk see of days is the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.booking.model import DayState
from core.booking.places import BookingState
from core.people.model import Level
from core.shared.errors import NotFoundError
from core.shared.ids import DayId
from tests.factories.cases import a_resident, a_staff_chat, a_unit
from tests.factories.day_stage import set_stage
from tests.factories.days import TUESDAY, a_day, a_series, some_slots
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


async def test_what_residents_see(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    group = a_unit(parent_id=stage.scene.unit.id, level=Level.GROUP)
    theirs = [
        stage.booking(1, state=BookingState.CANCELLED),
        stage.booking(2, state=BookingState.WAITING, slot_id=None),
    ]
    others = [a_resident(stage.scene.unit) for _ in range(2)]
    ahead = [
        stage.booking(n, resident_id=other.id, state=BookingState.WAITING, slot_id=None, priority=priority)
        for n, other, priority in zip((0, 3), others, (0, 1), strict=True)
    ]
    async with ports.uow() as uow:
        uow.units.add(group)
        for other in others:
            await uow.residents.save(other)
        for booking in (ahead[0], *theirs, ahead[1]):
            uow.bookings.add(booking)
        await uow.commit()
    reader, units = ports.booking, await ports.booking.units_of(group.id)
    assert units == [group.id, stage.scene.unit.id, stage.scene.street.id]
    assert await reader.has_days(units)
    assert not await reader.has_days([group.id])
    view = await reader.day(stage.day.id)
    assert (view.day, view.slots) == (stage.day, stage.slots)
    assert await reader.days(units, TUESDAY, TUESDAY) == [view]
    assert await reader.days(units, TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=9)) == []
    mine = await reader.of_resident(stage.scene.resident.id)
    assert [each.booking for each in mine] == theirs[::-1]
    assert (await reader.one(stage.scene.resident.id, theirs[1].id)).ahead == 2
    with pytest.raises(NotFoundError, match="booking-unknown"):
        await reader.one(others[0].id, theirs[1].id)
    with pytest.raises(NotFoundError, match="day-unknown"):
        await reader.day(DayId("nobody"))


async def test_what_is_over_comes_after_what_is_to_come_although_nobody_was_marked(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    later = a_day(stage.series, TUESDAY + timedelta(days=7))
    coming = stage.booking(1, day_id=later.id, slot_id=None, state=BookingState.WAITING)
    over = stage.booking(2)
    async with ports.uow() as uow:
        await uow.days.add(later, some_slots(later))
        await uow.days.save(replace(stage.day, state=DayState.DONE, version=2))
        for booking in (coming, over):
            uow.bookings.add(booking)
        await uow.commit()
    reader, resident = ports.booking, stage.scene.resident.id
    mine = await reader.of_resident(resident)
    assert [(each.booking.id, each.to_come) for each in mine] == [(coming.id, True), (over.id, False)]
    assert [each.booking.id for each in await reader.of_resident(resident, 1)] == [coming.id]


async def test_a_series_that_has_ended_has_days_until_they_are_over(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    unit = stage.scene.unit.id
    async with ports.uow() as uow:
        await uow.series.save(replace(stage.series, active=False))
        await uow.commit()
    assert await ports.booking.has_days([unit])
    async with ports.uow() as uow:
        await uow.days.save(replace(stage.day, state=DayState.DONE, version=2))
        await uow.commit()
    assert not await ports.booking.has_days([unit])


async def test_what_the_desk_sees(ports: StoragePorts) -> None:
    """The desk of a unit sees to units below that have none; a topic that was not shared it never reads."""
    stage = await set_stage(ports)
    group, served = (a_unit(parent_id=stage.scene.unit.id, level=Level.GROUP) for _ in range(2))
    desk = a_staff_chat(served)
    series = [a_series(unit) for unit in (group, served)]
    days = [a_day(each) for each in series]
    async with ports.uow() as uow:
        for unit in (group, served):
            uow.units.add(unit)
        await uow.staff_chats.save(desk)
        for each, day in zip(series, days, strict=True):
            await uow.series.save(each)
            await uow.days.add(day, some_slots(day))
        uow.bookings.add(stage.booking(1, topic="只给自己看"))
        uow.bookings.add(stage.booking(2, topic="请律师先看", shared=True, resident_id=None))
        await uow.commit()
    reader = ports.booking
    found = await reader.days_of_desk(stage.scene.desk.chat_id, TUESDAY, TUESDAY)
    assert {view.day.id for view in found} == {stage.day.id, days[0].id}
    assert [view.day.id for view in await reader.days_of_desk(desk.chat_id, TUESDAY, TUESDAY)] == [days[1].id]
    listed = await reader.list_of_day(stage.day.id)
    assert [booking.topic for booking in listed.bookings] == ["", "请律师先看"]


async def test_whoever_has_a_booking_is_not_forgotten_as_if_there_were_none(ports: StoragePorts) -> None:
    """They may refuse a later text of the consent; their place, and what they are told of it, stays."""
    stage = await set_stage(ports)
    other = a_resident(stage.scene.unit)
    async with ports.uow() as uow:
        await uow.residents.save(other)
        uow.bookings.add(stage.booking(1, resident_id=other.id))
        assert not await uow.residents.forget(other.id)
        await uow.commit()
