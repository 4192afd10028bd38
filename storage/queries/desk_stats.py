from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, case, exists, func, or_

from core.petitions.desk_stats import Happened, OpenCount
from core.petitions.model import Event, Kind
from core.shared.ids import ChatId
from storage.engine import Database
from storage.queries.queue import worked_on
from storage.rows import MERGED
from storage.tables import petition_history, petitions, staff_chats

_COUNTED = (Event.SUBMIT, Event.CLAIM, Event.ANSWER, Event.CLOSE)


class SqlDeskStatsReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_counts(self, chat_id: ChatId, now: datetime) -> Sequence[OpenCount]:
        nobody = ~MERGED & or_(petitions.c.handler_id.is_(None), petitions.c.handler_unit != staff_chats.c.unit_id)
        wanted = worked_on(
            chat_id,
            petitions.c.kind,
            func.count().label("open"),
            func.sum(case((nobody, 1), else_=0)).label("waiting"),
            func.sum(case(((petitions.c.queue_at < now) & ~MERGED, 1), else_=0)).label("overdue"),
        ).where(petitions.c.queue_at.is_not(None))
        async with self._database.reading() as connection:
            rows = await connection.execute(wanted.group_by(petitions.c.kind).order_by(petitions.c.kind))
            return [
                OpenCount(kind=Kind(row.kind), open=row.open, waiting=row.waiting, overdue=row.overdue) for row in rows
            ]

    async def happened(self, chat_id: ChatId, since: datetime) -> Sequence[Happened]:
        row, before = petition_history.c, petition_history.alias()
        earlier = exists().where(
            before.c.petition_id == row.petition_id, before.c.event == row.event, before.c.id < row.id
        )
        names = ("kind", "resident_id", "submitted_at", "reply_by")
        wanted = worked_on(chat_id, row.petition_id, row.event, row.at, *(petitions.c[name] for name in names))
        wanted = wanted.join(petition_history, row.petition_id == petitions.c.id)
        wanted = wanted.where(and_(row.event.in_(_COUNTED), row.at >= since, ~earlier)).order_by(row.id)
        async with self._database.reading() as connection:
            return [
                Happened(
                    petition_id=each["petition_id"],
                    event=Event(each["event"]),
                    at=each["at"],
                    kind=Kind(each["kind"]),
                    anonymous=each["resident_id"] is None,
                    submitted_at=each["submitted_at"],
                    reply_by=each["reply_by"],
                )
                for each in (await connection.execute(wanted)).mappings()
            ]
