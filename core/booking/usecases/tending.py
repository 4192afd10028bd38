"""What happens to days by itself: they are made, opened and ended, offers pass on, people are reminded."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.booking.model import MAX_OPENS, Day, DayEvent, DayState, Plan, Reason, Series, Slot
from core.booking.places import Booking, BookingEvent, BookingState
from core.booking.recurrence import LONGEST_BREAK, held_once
from core.booking.usecases.places import Places
from core.booking.usecases.resident import let_go
from core.shared.clock import Calendar, Clock, local_day
from core.shared.ids import DayId, IdSource, SlotId
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.trace import seen
from core.uow import UnitOfWork, UnitOfWorkFactory

TOPICS_KEPT = timedelta(days=30)
"""So long after a day what people wrote for it is kept."""
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDays:
    """A job: every night the days of the coming weeks are made from their series, each once for ever."""

    clock: Clock
    calendar: Calendar
    ids: IdSource

    @property
    def name(self) -> str:
        return "booking-days"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(0, 5))

    async def prepare(self, period: Period) -> None:
        """Nothing: all of it belongs to the turn's transaction."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:
        """What people wrote for days long past is erased in the same turn."""
        for series in await uow.series.all():
            await self.of(uow, series)
        await uow.bookings.forget_topics(turn.period.day - TOPICS_KEPT)

    async def of(self, uow: UnitOfWork, series: Series) -> list[Day]:
        """Make what is missing of one series; return the days that were made.

        Days on which nobody can have booked yet follow the calendar, if it has become known since they were made.
        """
        today = local_day(self.clock.now(), self.clock.zone)
        since = today - timedelta(days=LONGEST_BREAK)  # what was put off during a holiday may be still to come
        earlier = await uow.days.made(series.id, since)
        for day in earlier:
            await self._follow_calendar(uow, day, today)
        if not series.active:
            return []
        there = {day.planned_on for day in earlier}
        made: list[Day] = []
        for planned in series.plan.rule.dates(since, today + timedelta(days=MAX_OPENS)):
            held = held_once(series.plan.rule, planned, series.plan.holiday, self.calendar)
            if planned in there or held is None or held < today:
                continue
            at = datetime.combine(held - timedelta(days=series.plan.opens_days), time(), tzinfo=self.clock.zone)
            day = Day(
                id=DayId(self.ids.new()),
                series_id=series.id,
                unit_id=series.unit_id,
                planned_on=planned,
                held_on=held,
                plan=series.plan,
                people=series.plan.people(planned),
                opens_at=at,
            )
            slots = self._slots(day, series.plan)
            if slots and await uow.days.add(day, slots):
                made.append(day)
        return made

    async def _follow_calendar(self, uow: UnitOfWork, day: Day, today: date) -> None:
        held = held_once(day.plan.rule, day.planned_on, day.plan.holiday, self.calendar)
        if day.state is not DayState.PLANNED or day.reason is not None or held == day.held_on:
            return
        day = await uow.days.lock(day.id)
        if day.state is not DayState.PLANNED or day.reason is not None:
            return  # the desk was quicker
        if held is None or held <= today:
            await _changes(uow, replace(day, reason=Reason.HOLIDAY), DayEvent.CLOSE, self.clock)
            return
        by = (held - day.held_on).days
        moved = replace(day, held_on=held, opens_at=day.opens_at + timedelta(days=by))
        await _changes(uow, moved, DayEvent.MOVE, self.clock)
        for slot in await uow.days.slots(day.id):
            await uow.days.save_slot(slot.later(by, self.clock.zone))

    def _slots(self, day: Day, plan: Plan) -> list[Slot]:
        now, zone = self.clock.now(), self.clock.zone
        slots = [
            Slot(
                id=SlotId(self.ids.new()),
                day_id=day.id,
                begins=datetime.combine(day.held_on, begins, tzinfo=zone),
                ends=datetime.combine(day.held_on, ends, tzinfo=zone),
                capacity=session.capacity,
            )
            for session in plan.sessions
            for begins, ends in session.slots()
        ]
        return slots if any(slot.ends > now for slot in slots) else []


@dataclass(frozen=True, slots=True, kw_only=True)
class TendDays:
    """Whatever of days and places has come to its time, by their rows alone: late or twice, it happens once.

    Days are opened and ended, offers that were not taken pass on, and people are reminded: at `hour` on the day before,
    and an hour before. Of two reminders that are both due only the later one is sent; who has booked after a reminder's
    moment needs none.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    hour: int = 9
    """Local hour of the reminder on the day before."""

    @property
    def name(self) -> str:
        return "booking"

    async def __call__(self) -> bool:
        """Do it, a transaction for each day; tell whether there was anything to do."""
        now = self.clock.now()
        async with self.uow.reading() as uow:
            opening, ending = await uow.days.to_open(now), await uow.days.to_end(now)
            offers = await uow.bookings.overdue_offers(now)
            soon = [found for found in await uow.bookings.to_remind(now, self._horizon(now)) if self._due(*found, now)]
        for day_id in opening:
            await self._open(day_id)
        for day_id in offers:
            await self._end_offers(day_id)
        for day_id in ending:
            await self._end(day_id)
        for day_id in sorted({booking.day_id for booking, _ in soon}):
            await self._remind(day_id)
        return bool(opening or ending or offers or soon)

    async def _open(self, day_id: DayId) -> None:
        async with self.uow() as uow:
            day = await uow.days.lock(day_id)
            if day_id in await uow.days.to_open(self.clock.now()):
                await _changes(uow, day, DayEvent.OPEN, self.clock)
                await uow.commit()

    async def _end(self, day_id: DayId) -> None:
        """Who still waits has waited in vain; who was not marked stays as booked."""
        async with self.uow() as uow:
            day = await uow.days.lock(day_id)
            if day_id not in await uow.days.to_end(self.clock.now()):
                return
            day = await _changes(uow, day, DayEvent.END, self.clock)
            places = Places(uow=uow, clock=self.clock)
            for booking in await uow.bookings.of_day(day_id):
                if booking.state is BookingState.WAITING:
                    gone = await places.change(booking, BookingEvent.EXPIRE, "system")
                    await places.tell(gone, day, None, "booking-waited-in-vain")
            await uow.commit()

    async def _end_offers(self, day_id: DayId) -> None:
        now = self.clock.now()
        async with self.uow() as uow:
            day = await uow.days.lock(day_id)
            places = Places(uow=uow, clock=self.clock)
            for booking in await uow.bookings.of_day(day_id):
                if booking.state is BookingState.OFFERED and booking.offer_until and booking.offer_until <= now:
                    slot = await places.slot_of(booking)
                    gone = await let_go(places, booking, day, BookingEvent.EXPIRE, "system")
                    await places.tell(gone, day, slot, "booking-offer-over")
            await uow.commit()

    async def _remind(self, day_id: DayId) -> None:
        now = self.clock.now()
        async with self.uow() as uow:
            day = await uow.days.lock(day_id)
            places = Places(uow=uow, clock=self.clock)
            soon = [
                found for found in await uow.bookings.to_remind(now, self._horizon(now)) if found[0].day_id == day_id
            ]
            quiet = await uow.bookings.refusing_reminders({b.resident_id for b, _ in soon if b.resident_id})
            for booking, slot in soon:
                which = self._due(booking, slot, now)
                if not which:
                    continue
                reminded = replace(booking, reminded=which, version=booking.version + 1)
                await uow.bookings.save(reminded)
                if booking.made_at < self._moment(slot, which) and booking.resident_id not in quiet:
                    await places.tell(reminded, day, slot, self._reminder(slot, which, now))
            await uow.commit()

    def _horizon(self, now: datetime) -> datetime:
        return now + timedelta(days=2)

    def _due(self, booking: Booking, slot: Slot, now: datetime) -> str:
        """Return which reminder has come and was not given: "hour", "day" or none."""
        if now >= self._moment(slot, "hour"):
            return "" if booking.reminded == "hour" else "hour"
        return "day" if not booking.reminded and now >= self._moment(slot, "day") else ""

    def _reminder(self, slot: Slot, which: str, now: datetime) -> str:
        """Who was away yesterday says "today" for what it should have called "tomorrow"."""
        late = which == "day" and local_day(slot.begins, self.clock.zone) == local_day(now, self.clock.zone)
        return "booking-reminder-today" if late else f"booking-reminder-{which}"

    def _moment(self, slot: Slot, which: str) -> datetime:
        if which == "hour":
            return slot.begins - AN_HOUR
        before = local_day(slot.begins, self.clock.zone) - timedelta(days=1)
        return datetime.combine(before, time(self.hour), tzinfo=self.clock.zone)


async def _changes(uow: UnitOfWork, day: Day, event: DayEvent, clock: Clock) -> Day:
    after = day.apply(event)
    await uow.days.save(after)
    seen("day", f"{day.state}+{event}")
    uow.audit.record(f"day.{event}", "system", day.id, at=clock.now())
    return after
