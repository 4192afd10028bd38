"""Ways in: what `BookingSG` is started with stands here and nowhere else."""

from collections.abc import Collection

from core.booking.model import DayKind
from core.shared.ids import BookingId, DayId, UnitId
from dialogs.states import BookingSG
from dialogs.visit import Visit


async def open_month(
    visit: Visit, *, topic: str = "", instead: str = "", on: str = "", kinds: Collection[DayKind] = ()
) -> None:
    """Show the days. `topic` is what the person has already said they want to ask, `instead` a place to give up.

    `on` is a day (ISO) whose month is shown first; of `kinds` alone, if they are given, until all are asked for.
    """
    await visit.begin(BookingSG.month, topic=topic, instead=instead, on=on, kinds="|".join(sorted(kinds)))


async def open_day(visit: Visit, day_id: DayId, *, topic: str = "", kinds: Collection[DayKind] = ()) -> None:
    """Show a day. From there the way leads to the days of `kinds`, as in `open_month`."""
    await visit.begin(BookingSG.day, day=day_id, topic=topic, kinds="|".join(sorted(kinds)))


async def open_booking(visit: Visit, booking_id: BookingId) -> None:
    await visit.begin(BookingSG.view, booking=booking_id)


async def open_topic(visit: Visit, booking_id: BookingId) -> None:
    """Ask what a booking is about that has been made already."""
    await visit.begin(BookingSG.topic, booking=booking_id)


async def open_share(visit: Visit, booking_id: BookingId, topic: str) -> None:
    """Ask anew who may read what a booking is about."""
    await visit.begin(BookingSG.share, booking=booking_id, topic=topic)


async def open_mine(visit: Visit) -> None:
    await visit.begin(BookingSG.mine)


async def door_is_open(visit: Visit) -> bool:
    """Tell whether the person's community has days that can be booked: else the door is not offered."""
    return await visit.use.booking.reader.has_days(await units_of(visit))


async def units_of(visit: Visit) -> list[UnitId]:
    own = await visit.use.office(visit.actor.resident_id)
    return [*await visit.use.booking.reader.units_of(own.id)]
