from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.mediation.model import Mediation, State
from core.petitions.authors import Author
from core.shared.ids import PetitionId, ResidentId
from tests.fakes.database import FakeWork, require


class FakeMediationRepository:
    def __init__(self, work: FakeWork) -> None:
        self._work = work

    async def of(self, petition_id: PetitionId) -> Mediation | None:
        return self._work.now().mediations.get(petition_id)

    async def by_invite(self, invite: str) -> Mediation | None:
        return next((each for each in self._work.now().mediations.values() if each.invite == invite), None)

    async def save(self, mediation: Mediation) -> None:
        tables = self._work.now()
        require(mediation.petition_id in tables.petitions)
        tables.mediations[mediation.petition_id] = mediation

    async def with_other(self, resident_id: ResidentId) -> Sequence[PetitionId]:
        tables = self._work.now()
        found = [tables.petitions[m.petition_id] for m in tables.mediations.values() if m.other_id == resident_id]
        return [each.id for each in sorted(found, key=lambda p: (p.submitted_at, p.number), reverse=True)]

    async def to_remind(self, ended_before: datetime, limit: int) -> Sequence[PetitionId]:
        due = [
            (each.ended_at, each.petition_id)
            for each in self._work.now().mediations.values()
            if each.state is State.AGREED and not each.reminded and each.ended_at and each.ended_at < ended_before
        ]
        return [petition_id for _, petition_id in sorted(due)[:limit]]

    async def forget(self, resident_id: ResidentId) -> None:
        self._forget([each for each in self._work.now().mediations.values() if each.other_id == resident_id])

    async def forget_closed(self, before: datetime) -> None:
        tables = self._work.now()
        closed = {p.id for p in tables.petitions.values() if p.closed_at is not None and p.closed_at < before}
        self._forget([each for each in tables.mediations.values() if each.petition_id in closed])

    def _forget(self, theirs: Sequence[Mediation]) -> None:
        tables = self._work.now()
        for each in theirs:
            who = tables.residents.get(each.other_id) if each.other_id else None
            tables.mediations[each.petition_id] = replace(each, other_id=None, other_name="", invite=None)
            for message in list(tables.messages.values()):
                if message.petition_id == each.petition_id and message.author is Author.OTHER:
                    files = tuple(replace(file, name="", unique_id="") for file in message.attachments)
                    bare = replace(message, author_name="", source=f"gone:{message.id}", attachments=files)
                    tables.messages[message.id] = bare
            for key, link in list(tables.links.items()):
                if who is not None and link.petition_id == each.petition_id and key[0] == who.telegram_id:
                    del tables.links[key]
