from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.duty.access import own_desk
from core.duty.model import MAX_ON_DUTY, Away, Colleague, Rota
from core.duty.words import people_named, read_order
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import DomainError
from core.shared.ids import TelegramUserId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaSheet:
    """A desk's rota with everything its page shows."""

    unit_name: str
    today: date
    rota: Rota
    people: Sequence[Colleague]
    """Who can be put on it."""

    def aways_of(self, user_id: TelegramUserId) -> list[Away]:
        return sorted((each for each in self.rota.aways if each.user_id == user_id), key=lambda each: each.first)


async def sheet_of(uow: UnitOfWork, unit_id: UnitId, today: date) -> RotaSheet:
    monday = today - timedelta(days=today.weekday())
    rota = await uow.duty.rota(unit_id, monday)
    people = [each for each in await uow.duty.people(unit_id) if not each.gone]
    return RotaSheet(unit_name=(await uow.units.get(unit_id)).name, today=today, rota=rota, people=people)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeRota:
    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor) -> RotaSheet:
        """Raises DomainError("duty-elsewhere") in a chat that is no desk."""
        async with self.uow.reading() as uow:
            desk = await own_desk(uow, actor)
            return await sheet_of(uow, desk.unit_id, local_day(self.clock.now(), self.clock.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDuty:
    """Say who is on duty, every week or on single days. What was said before for the same slot is replaced."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def words(
        self, actor: StaffActor, text: str, mentioned: Sequence[TelegramUserId] = ()
    ) -> tuple[RotaSheet, Sequence[str]]:
        """Do what words say; return the rota and the slots that were set. `mentioned`: people named by a mention.

        Raises DomainError("duty-day-unknown", "duty-nobody-named", "duty-too-many", "duty-elsewhere") and
        DomainError("duty-person-unknown", name=…).
        """
        order = read_order(text, local_day(self.clock.now(), self.clock.zone))
        if not order.slots:
            raise DomainError("duty-day-unknown")
        async with self.uow.reading() as uow:
            desk = await own_desk(uow, actor)
            people = [each for each in await uow.duty.people(desk.unit_id) if not each.gone]
        named, unknown = people_named(order.names, people)
        known = {each.user_id for each in people}
        if unknown or not known.issuperset(mentioned):
            raise DomainError("duty-person-unknown", name=unknown[0] if unknown else "?")
        wanted = list(dict.fromkeys([*mentioned, *(each.user_id for each in named)]))
        if not wanted and not order.nobody:
            raise DomainError("duty-nobody-named")
        return await self._put(actor, order.slots, wanted), order.slots

    async def toggle(self, actor: StaffActor, slot: str, user_id: TelegramUserId) -> RotaSheet:
        """Put one person of the desk on a slot, or take them off; raises DomainError("duty-person-unknown")."""
        async with self.uow.reading() as uow:
            desk = await own_desk(uow, actor)
            today = local_day(self.clock.now(), self.clock.zone)
            sheet = await sheet_of(uow, desk.unit_id, today)
        if user_id not in {each.user_id for each in sheet.people}:
            raise DomainError("duty-person-unknown", name="?")
        on = self._in(sheet.rota, slot)
        wanted = [each for each in on if each != user_id] if user_id in on else [*on, user_id]
        return await self._put(actor, [slot], wanted)

    async def as_every_week(self, actor: StaffActor, slot: str) -> RotaSheet:
        """Forget what was said for one day alone."""
        return await self._put(actor, [slot], None)

    def _in(self, rota: Rota, slot: str) -> Sequence[TelegramUserId]:
        return rota.slots.get(slot, ()) if slot.startswith("w") else rota.named(date.fromisoformat(slot))

    async def _put(
        self, actor: StaffActor, slots: Collection[str], people: Sequence[TelegramUserId] | None
    ) -> RotaSheet:
        if people is not None and len(people) > MAX_ON_DUTY:
            raise DomainError("duty-too-many", count=MAX_ON_DUTY)
        now = self.clock.now()
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            await uow.duty.lock(desk.unit_id)
            for slot in slots:
                if people is None:
                    await uow.duty.clear(desk.unit_id, slot)
                else:
                    await uow.duty.put(desk.unit_id, slot, people)
                named = " ".join(map(str, people or ()))
                uow.audit.record("duty.set", str(actor.user_id), desk.unit_id, at=now, detail=f"{slot} {named}")
            sheet = await sheet_of(uow, desk.unit_id, local_day(now, self.clock.zone))
            await uow.commit()
        return sheet
