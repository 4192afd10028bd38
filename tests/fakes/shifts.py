from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from core.petitions.desk_stats import Happened, OpenCount
from core.petitions.model import Author, Event, Petition
from core.petitions.places import LISTED
from core.petitions.queue import queue_at
from core.shared.ids import ChatId, PetitionId, TelegramUserId
from tests.fakes.database import FakeDatabase


class FakeShiftReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def done_by(self, chat_id: ChatId, user_id: TelegramUserId, since: datetime) -> Mapping[Event, int]:
        here = {petition.id for petition in _worked_on(self._database, chat_id)}
        rows = [
            row
            for row in self._database.committed.history
            if row.petition_id in here and row.actor_id == str(user_id) and row.at >= since
        ]
        return {
            event: len({row.petition_id for row in rows if row.event is event}) for event in {r.event for r in rows}
        }

    async def latest_notes(self, petition_ids: Collection[PetitionId]) -> Mapping[PetitionId, str]:
        said = self._database.committed.messages.values()
        return {m.petition_id: m.words.title for m in said if m.petition_id in petition_ids and m.author is Author.NOTE}


class FakeDeskStatsReader:
    def __init__(self, database: FakeDatabase) -> None:
        self._database = database

    async def open_counts(self, chat_id: ChatId, now: datetime) -> Sequence[OpenCount]:
        unit = self._database.committed.staff_chats[chat_id].unit_id
        here = [(p, at) for p in _worked_on(self._database, chat_id) if (at := queue_at(p)) is not None]
        alone = [(p, at) for p, at in here if p.id not in self._database.committed.merges]
        return [
            OpenCount(
                kind=kind,
                open=sum(p.kind is kind for p, _ in here),
                waiting=sum(p.kind is kind and p.taken_in(unit) is None for p, _ in alone),
                overdue=sum(p.kind is kind and at < now for p, at in alone),
            )
            for kind in sorted({p.kind for p, _ in here})
        ]

    async def happened(self, chat_id: ChatId, since: datetime) -> Sequence[Happened]:
        here = {petition.id: petition for petition in _worked_on(self._database, chat_id)}
        first = {(row.petition_id, row.event): row for row in reversed(self._database.committed.history)}
        return [
            Happened(
                petition_id=row.petition_id,
                event=row.event,
                at=row.at,
                kind=here[row.petition_id].kind,
                anonymous=here[row.petition_id].anonymous,
                submitted_at=here[row.petition_id].submitted_at,
                reply_by=here[row.petition_id].promises.reply_by,
            )
            for row in self._database.committed.history
            if row is first[row.petition_id, row.event]
            and row.petition_id in here
            and row.at >= since
            and row.event in {Event.SUBMIT, Event.CLAIM, Event.ANSWER, Event.CLOSE}
        ]


def _worked_on(database: FakeDatabase, chat_id: ChatId) -> list[Petition]:
    tables = database.committed
    places = (place for place in tables.cards.values() if place.chat_id == chat_id and place.standing in LISTED)
    return [tables.petitions[place.petition_id] for place in places]
