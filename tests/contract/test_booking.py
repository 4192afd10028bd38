"""Days and places mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.booking.model import Day, DayEvent, DayState, Reason, Series, Slot
from core.booking.places import Booking, BookingEvent, BookingState
from core.people.model import Level
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BookingId, DayId
from tests.factories.cases import a_resident, a_staff_chat, a_unit
from tests.factories.days import TUESDAY, a_day, a_plan, a_series, at, some_slots
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


@dataclass(frozen=True, slots=True)
class Stage:
    scene: Scene
    series: Series
    day: Day
    slots: list[Slot]

    def booking(self, n: int, **given: Any) -> Booking:
        values: dict[str, Any] = {
            "id": BookingId(f"booking{n:04d}"),
            "number": f"YY-2026-{n:06d}",
            "request": f"request{n}",
            "day_id": self.day.id,
            "slot_id": self.slots[0].id,
            "resident_id": self.scene.resident.id,
            "name": "王秀英",
            "state": BookingState.CONFIRMED,
            "made_at": START,
        }
        return Booking(**{**values, **given})


async def set_stage(ports: StoragePorts, **plan: Any) -> Stage:
    scene = await set_scene(ports.uow)
    series = a_series(scene.unit, plan=a_plan(**plan))
    day = a_day(series)
    slots = some_slots(day)
    async with ports.uow() as uow:
        await uow.series.save(series)
        assert await uow.days.add(day, slots)
        await uow.commit()
    return Stage(scene, series, day, slots)


async def test_a_series_comes_back_as_it_went_in(ports: StoragePorts) -> None:
    stage = await set_stage(ports, rota=("张主任", "李书记"), title="律师日", limit=2)
    changed = replace(stage.series, active=False)
    async with ports.uow() as uow:
        assert await uow.series.all() == [stage.series]
        await uow.series.save(changed)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.series.find(stage.scene.unit.id, stage.series.slug) == changed
        assert await uow.series.find(stage.scene.street.id, stage.series.slug) is None


async def test_a_day_is_made_once(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    again = a_day(stage.series)
    async with ports.uow() as uow:
        assert not await uow.days.add(again, some_slots(again))
        assert await uow.days.made(stage.series.id, TUESDAY) == [stage.day]
        assert await uow.days.made(stage.series.id, TUESDAY + timedelta(days=1)) == []
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.days.get(stage.day.id) == stage.day
        assert await uow.days.slots(stage.day.id) == stage.slots
        with pytest.raises(NotFoundError, match="day-unknown"):
            await uow.days.get(DayId("nobody"))
        with pytest.raises(StorageError):
            await uow.days.lock(stage.day.id)


async def test_of_two_who_change_a_day_the_second_is_refused(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    moved = replace(stage.day.apply(DayEvent.MOVE), held_on=date(2026, 12, 3), reason=Reason.PLACE)
    async with ports.uow() as uow:
        assert await uow.days.lock(stage.day.id) == stage.day
        await uow.days.save(moved)
        with pytest.raises(ConflictError, match="day-changed"):
            await uow.days.save(moved)
        assert await uow.days.get(stage.day.id) == moved


async def test_a_slot_is_taken_as_often_as_it_has_places(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    first = stage.slots[0].id
    async with ports.uow() as uow:
        assert [await uow.days.take(first) for _ in range(2)] == [True, False]
        await uow.days.give_back(first)
        assert await uow.days.take(first)
        later = stage.slots[1].later(2, ports.clock.zone)
        await uow.days.save_slot(replace(later, taken=5))
        await uow.commit()
    async with ports.uow.reading() as uow:
        found = await uow.days.slots(stage.day.id)
    assert [(slot.begins, slot.taken) for slot in found] == [(stage.slots[0].begins, 1), (later.begins, 0)]


async def test_no_place_is_given_back_that_was_not_taken(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        with pytest.raises(StorageError):
            await uow.days.give_back(stage.slots[0].id)


async def test_days_whose_time_has_come(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    waits = a_day(stage.series, date(2026, 12, 8), state=DayState.PLANNED)
    async with ports.uow() as uow:
        await uow.days.add(waits, some_slots(waits))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.days.to_open(waits.opens_at - timedelta(seconds=1)) == []
        assert await uow.days.to_open(waits.opens_at) == [waits.id]
        assert await uow.days.to_end(at(TUESDAY, 14, 59)) == []
        assert await uow.days.to_end(at(TUESDAY, 15)) == [stage.day.id]


async def test_a_booking_comes_back_as_it_went_in(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    booking = stage.booking(1, topic="想问遗产", shared=True, priority=1)
    async with ports.uow() as uow:
        assert [await uow.bookings.next_number(2026) for _ in range(2)] == ["YY-2026-000001", "YY-2026-000002"]
        assert await uow.bookings.next_number(2027) == "YY-2027-000001"
        uow.bookings.add(booking)
        assert await uow.bookings.get(booking.id) == booking
        arrived = booking.apply(BookingEvent.ARRIVE)
        await uow.bookings.save(arrived)
        with pytest.raises(ConflictError, match="booking-changed"):
            await uow.bookings.save(arrived)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.bookings.by_request("request1") == arrived
        assert await uow.bookings.by_request("request2") is None
        assert await uow.bookings.of_day(stage.day.id) == [arrived]
        with pytest.raises(NotFoundError, match="booking-unknown"):
            await uow.bookings.get(BookingId("nobody"))


@pytest.mark.parametrize("second", [{"request": "request1"}, {"request": "request2"}])
async def test_one_request_and_one_live_place_a_person_and_day(ports: StoragePorts, second: dict[str, str]) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        uow.bookings.add(stage.booking(1))
        uow.bookings.add(stage.booking(2, **second))
        with pytest.raises(ConflictError, match="booking-exists"):
            await uow.commit()


async def test_what_has_ended_makes_room_for_the_next(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        uow.bookings.add(stage.booking(1, state=BookingState.CANCELLED))
        uow.bookings.add(stage.booking(2))
        uow.bookings.add(stage.booking(3, resident_id=None))
        uow.bookings.add(stage.booking(4, resident_id=None))
        await uow.commit()
    async with ports.uow() as uow:
        await uow.bookings.hold_person(stage.scene.resident.id)
        assert await uow.bookings.live_of(stage.scene.resident.id) == [(stage.booking(2), stage.day, stage.slots[0])]


async def test_places_of_days_that_are_over_are_not_to_come(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        uow.bookings.add(stage.booking(1, state=BookingState.WAITING, slot_id=None))
        await uow.days.save(stage.day.apply(DayEvent.END))
        assert await uow.bookings.live_of(stage.scene.resident.id) == []


async def test_what_is_to_be_done_about_places(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    until = START + timedelta(hours=4)
    offered = stage.booking(1, state=BookingState.OFFERED, offer_until=until)
    other = a_resident(stage.scene.unit)
    booked = stage.booking(2, resident_id=other.id, slot_id=stage.slots[1].id)
    async with ports.uow() as uow:
        await uow.residents.save(other)
        uow.bookings.add(offered)
        uow.bookings.add(booked)
        uow.bookings.add(stage.booking(3, resident_id=None))
        assert await uow.bookings.overdue_offers(until - timedelta(seconds=1)) == []
        assert await uow.bookings.overdue_offers(until) == [stage.day.id]
        slot = stage.slots[1]
        assert await uow.bookings.to_remind(slot.begins - timedelta(hours=1), slot.begins) == [(booked, slot)]
        assert await uow.bookings.to_remind(slot.begins, slot.ends) == []
        await uow.bookings.save(replace(booked, reminded="hour", version=2))
        assert await uow.bookings.to_remind(START, slot.begins) == []


async def test_topics_of_long_ago_are_erased(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        uow.bookings.add(stage.booking(1, topic="想问遗产", shared=True))
        assert await uow.bookings.forget_topics(TUESDAY) == 0
        assert await uow.bookings.forget_topics(TUESDAY + timedelta(days=1)) == 1
        assert await uow.bookings.get(BookingId("booking0001")) == stage.booking(1)


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
