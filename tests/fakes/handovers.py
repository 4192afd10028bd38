from dataclasses import replace

from core.petitions.handover import Handover, HandoverId
from core.shared.errors import NotFoundError
from core.shared.ids import TelegramUserId
from tests.fakes.database import FakeWork


class FakeHandoverRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    def add(self, handover: Handover) -> None:
        self._work.later(lambda tables: tables.handovers.update({handover.id: handover}))

    async def lock(self, handover_id: HandoverId) -> Handover:
        found = self._work.now().handovers.get(handover_id)
        if found is None:
            raise NotFoundError("handover-unknown")
        return replace(found, cases=sorted(found.cases))

    async def taken(self, handover_id: HandoverId, by: TelegramUserId) -> None:
        tables = self._work.now()
        tables.handovers[handover_id] = replace(tables.handovers[handover_id], taken_by=by)
