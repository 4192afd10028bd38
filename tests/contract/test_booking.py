"""Days and places mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.booking.model import DayEvent, DayState, Reason
from core.booking.places import BookingEvent, BookingState
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BookingId, DayId, ResidentId
from tests.factories.cases import a_resident
from tests.factories.day_stage import set_stage
from tests.factories.days import TUESDAY, a_day, at, some_slots
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


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


async def test_who_wants_no_reminders_is_known_until_they_want_them_again_or_are_forgotten(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    who = scene.resident.id
    async with ports.uow() as uow:
        for _ in range(2):
            await uow.bookings.refuse_reminders(who, refuses=True)
        assert await uow.bookings.refusing_reminders([who, ResidentId("other")]) == {who}
        await uow.bookings.refuse_reminders(who, refuses=False)
        assert not await uow.bookings.refusing_reminders([who])
        await uow.bookings.refuse_reminders(who, refuses=True)
        await uow.persons.drop_choices(who)
        assert not await uow.bookings.refusing_reminders([who])
        await uow.commit()
