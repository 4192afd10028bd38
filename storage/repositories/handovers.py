from sqlalchemy import insert, select, update

from core.petitions.handover import Handover, HandoverId
from core.shared.errors import NotFoundError
from core.shared.ids import PetitionId, TelegramUserId
from storage.tables import handover_cases, handovers
from storage.work import Work


class SqlHandoverRepository:
    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, handover: Handover) -> None:
        names = ("id", "chat_id", "giver_id", "giver_name", "made_at", "taken_by")
        self._work.later(insert(handovers).values({name: getattr(handover, name) for name in names}))
        rows = [{"handover_id": handover.id, "petition_id": petition_id} for petition_id in handover.cases]
        self._work.later(insert(handover_cases).values(rows))

    async def lock(self, handover_id: HandoverId) -> Handover:
        wanted = select(handovers).where(handovers.c.id == handover_id).with_for_update()
        row = (await self._work.run(wanted)).mappings().one_or_none()
        if row is None:
            raise NotFoundError("handover-unknown")
        cases = select(handover_cases.c.petition_id).where(handover_cases.c.handover_id == handover_id)
        found = (await self._work.run(cases.order_by(handover_cases.c.petition_id))).scalars()
        return Handover(**row, cases=[PetitionId(each) for each in found])

    async def taken(self, handover_id: HandoverId, by: TelegramUserId) -> None:
        await self._work.run(update(handovers).where(handovers.c.id == handover_id).values(taken_by=by))
