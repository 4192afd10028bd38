"""One reminder that the days end in which both may ask the court to confirm their agreement (人民调解法 art. 33)."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from core.mediation.model import CONFIRM_DAYS, REMIND_DAYS, Side, confirm_until
from core.mediation.telling import tell
from core.shared.clock import Clock, local_day
from core.shared.periods import Daily, Period, Schedule, Turn
from core.uow import UnitOfWork

HOUR = time(9, 30)
AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindConfirmation:
    """A week before the last day, once; whoever looks later than the last day is told nothing."""

    clock: Clock

    @property
    def name(self) -> str:
        return "remind-mediations"

    @property
    def schedule(self) -> Schedule:
        return Daily(HOUR)

    async def prepare(self, period: Period) -> None:
        """Nothing: a reminder is rows alone."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:  # noqa: ARG002 - what is due is asked of the rows
        zone, today = self.clock.zone, local_day(self.clock.now(), self.clock.zone)
        first = today - timedelta(days=CONFIRM_DAYS - REMIND_DAYS - 1)
        for petition_id in await uow.mediations.to_remind(datetime.combine(first, time(), tzinfo=zone), AT_ONCE):
            petition = await uow.petitions.lock(petition_id)
            mediation = await uow.mediations.of(petition_id)
            if mediation is None or mediation.ended_at is None:
                continue
            until = confirm_until(mediation.ended_at, zone)
            if today <= until:
                await tell(uow, petition, mediation, "gm-remind", *Side, until=until)
            await uow.mediations.save(replace(mediation, reminded=True))
