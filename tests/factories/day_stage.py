"""A day with its slots in storage, and bookings of it."""

from dataclasses import dataclass
from typing import Any

from core.booking.model import Day, Series, Slot
from core.booking.places import Booking, BookingState
from core.shared.ids import BookingId
from tests.factories.days import a_day, a_plan, a_series, some_slots
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START


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
