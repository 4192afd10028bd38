from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.duty.access import own_desk
from core.duty.model import LONGEST_AWAY, Away
from core.duty.usecases.rota import RotaSheet, sheet_of
from core.duty.words import read_days
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import AwayId, IdSource
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Gone:
    """What somebody's days off leave behind: days of theirs on the rota, and cases."""

    away: Away
    duty: Sequence[date]
    cases: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoAway:
    """Say on which days one does not work: one's duty is open then, and the others hear of one's cases."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(self, actor: StaffActor, text: str) -> Gone:
        """Raises DomainError("away-days-unknown", "away-past", "away-long", "duty-elsewhere")."""
        today = local_day(self.clock.now(), self.clock.zone)
        days = read_days(text, today)
        if not days:
            raise DomainError("away-days-unknown")
        first, last = min(day for day, _ in days), max(day for _, day in days)
        if last < today:
            raise DomainError("away-past")
        if last - first > LONGEST_AWAY:
            raise DomainError("away-long")
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            await uow.duty.lock(desk.unit_id)
            away = Away(id=AwayId(self.ids.new()), unit_id=desk.unit_id, user_id=actor.user_id, first=first, last=last)
            rota = await uow.duty.rota(desk.unit_id, min(first, today))
            same = [each for each in rota.aways if replace(each, id=away.id) == away]
            if not same:
                await uow.duty.add_away(away)
                detail = f"{first.isoformat()} {last.isoformat()}"
                uow.audit.record("duty.away", str(actor.user_id), desk.unit_id, at=self.clock.now(), detail=detail)
            cases = await uow.duty.cases_of([actor.user_id])
            await uow.commit()
        span = [first + timedelta(days=step) for step in range((last - first).days + 1)]
        on = [day for day in span if actor.user_id in rota.named(day) and day >= today]
        return Gone(same[0] if same else away, on, cases.get(actor.user_id, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeBack:
    """Take one's own days off back."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, away_id: AwayId) -> RotaSheet:
        """Raises NotFoundError("away-unknown") for another's, too."""
        now = self.clock.now()
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            away = await uow.duty.away(away_id)
            if away.user_id != actor.user_id or away.unit_id != desk.unit_id:
                raise NotFoundError("away-unknown")
            await uow.duty.drop_away(away_id)
            uow.audit.record("duty.back", str(actor.user_id), desk.unit_id, at=now)
            sheet = await sheet_of(uow, desk.unit_id, local_day(now, self.clock.zone))
            await uow.commit()
        return sheet
