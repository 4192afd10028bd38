from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import and_, distinct, func, select

from core.petitions.model import Author, Event
from core.shared.ids import ChatId, PetitionId, TelegramUserId
from core.shared.marks import Marked, read_back
from storage.engine import Database
from storage.queries.queue import worked_on
from storage.tables import case_messages, petition_history, petitions


class SqlShiftReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def done_by(self, chat_id: ChatId, user_id: TelegramUserId, since: datetime) -> Mapping[Event, int]:
        row = petition_history.c
        wanted = worked_on(chat_id, row.event, func.count(distinct(row.petition_id)))
        wanted = wanted.join(petition_history, row.petition_id == petitions.c.id)
        wanted = wanted.where(row.actor_id == str(user_id), row.actor_kind == "staff", row.at >= since)
        async with self._database.reading() as connection:
            return {Event(event): count for event, count in await connection.execute(wanted.group_by(row.event))}

    async def latest_notes(self, petition_ids: Collection[PetitionId]) -> Mapping[PetitionId, str]:
        notes = and_(case_messages.c.petition_id.in_(petition_ids), case_messages.c.author == Author.NOTE)
        wanted = select(case_messages.c.petition_id, case_messages.c.text, case_messages.c.marks).where(notes)
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted.order_by(case_messages.c.seq))).mappings()
            return {row["petition_id"]: Marked(row["text"], read_back(row["marks"])).title for row in rows}
