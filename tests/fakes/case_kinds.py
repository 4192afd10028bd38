from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.petitions.model import OPEN_STAGES, WAITING_STAGES, Event, Kind, Petition
from core.petitions.places import WORKED_ON
from core.shared.ids import ChatId
from tests.fakes.database import FakeWork


class KindLists:
    """What is asked of the petitions of some kinds only."""

    _work: FakeWork

    async def urgent_waiting(self, since: datetime, until: datetime) -> Sequence[Petition]:
        waits = [p for p in self._work.now().petitions.values() if p.urgent and p.stage in WAITING_STAGES]
        late = [replace(p, attachments=()) for p in waits if since <= p.promises.claim_by <= until]
        return sorted(late, key=lambda p: p.number)

    async def unanswered(self, kind: Kind, chat_id: ChatId) -> Sequence[str]:
        tables = self._work.now()
        told = {row.petition_id for row in tables.history if row.event is Event.ANSWER}
        places = [place for place in tables.cards.values() if place.standing in WORKED_ON]
        here = {place.petition_id for place in places if place.chat_id == chat_id}
        found = [p for p in tables.petitions.values() if p.kind is kind and p.stage in OPEN_STAGES]
        return sorted(p.number for p in found if p.id in here - told)
