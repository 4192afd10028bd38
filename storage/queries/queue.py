from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, func, literal_column, or_, select, tuple_

from core.petitions.categories import Category
from core.petitions.masking import ABOVE
from core.petitions.model import Kind, Stage
from core.petitions.places import LISTED
from core.petitions.queries import excerpt_of
from core.petitions.queue import LAST, Mark, QueueFilter, QueuePage, QueueRow, QueueView, Scope
from core.shared.ids import ChatId
from core.shared.marks import Marked, read_back
from storage.engine import Database
from storage.rows import HANDLER_HERE, MERGED
from storage.tables import petitions, staff_cards, staff_chats, units

ABOVE_HERE = select(units.c.level.in_(ABOVE)).where(units.c.id == staff_chats.c.unit_id).scalar_subquery()
"""Whether a chat is a desk's above the community, which reads words masked."""
_TAKEN_HERE = petitions.c.handler_unit == staff_chats.c.unit_id
ROW = (
    *(petitions.c[name] for name in ("id", "number", "kind", "stage", "category", "text", "marks", "queue_at")),
    HANDLER_HERE.label("handler_name"),
    case((_TAKEN_HERE, petitions.c.handler_id)).label("handler_id"),
    staff_cards.c.message_id,
    ABOVE_HERE.label("above"),
)
_PLACE = tuple_(petitions.c.queue_at, petitions.c.number)


def worked_on(chat_id: ChatId, *columns: Any, in_order: bool = False) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - columns of any kind
    """Return the statement for the cases that are worked on in a chat, or by a team of its desk, open or not.

    SQLite reads all of a chat's cards and sorts them, unless a plus (`in_order`) keeps it from looking petitions up by
    their ids: then it goes along the index of the queue, and stops at the end of the page.
    """
    own_id: ColumnElement[str] = literal_column("+petitions.id") if in_order else petitions.c.id
    wanted = select(*columns).select_from(petitions).join(staff_cards, staff_cards.c.petition_id == own_id)
    wanted = wanted.join(staff_chats, staff_chats.c.chat_id == staff_cards.c.chat_id)
    return wanted.where(staff_cards.c.chat_id == chat_id, staff_cards.c.standing.in_(LISTED))


class SqlQueueReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, chat_id: ChatId, user_id: int, view: QueueView, now: datetime, size: int) -> QueuePage:
        """One count and one page; a second page only where nothing is left of the one that was asked for."""
        fits = and_(petitions.c.queue_at.is_not(None), ~MERGED, *_fitting(view.wanted, user_id, now))
        async with self._database.reading() as connection:
            total = (await connection.execute(worked_on(chat_id, func.count()).where(fits))).scalar_one()
            wanted = worked_on(chat_id, *ROW, in_order=self._database.is_sqlite).where(fits)
            found = (await connection.execute(_part(wanted, view.mark, size))).mappings().all()
            turned_back_too_far = view.mark is not None and view.mark.back and len(found) <= size
            if view.mark is not None and (not found or turned_back_too_far):
                view = QueueView(wanted=view.wanted)
                found = (await connection.execute(_part(wanted, None, size))).mappings().all()
        back = view.mark is not None and view.mark.back
        rows = found[:size][::-1] if back else found[:size]
        more = len(found) > size
        return QueuePage(
            view=view,
            rows=[row_of(row) for row in rows],
            total=total,
            before=Mark(rows[0]["queue_at"], rows[0]["number"], back=True) if view.mark else None,
            after=Mark(rows[-1]["queue_at"], rows[-1]["number"]) if more or back else None,
        )

    async def by_numbers(self, chat_id: ChatId, numbers: Sequence[str]) -> Sequence[QueueRow]:
        wanted = worked_on(chat_id, *ROW).where(petitions.c.number.in_(numbers)).order_by(petitions.c.number)
        async with self._database.reading() as connection:
            return [row_of(row) for row in (await connection.execute(wanted)).mappings()]


def _fitting(wanted: QueueFilter, user_id: int, now: datetime) -> list[ColumnElement[bool]]:
    fits: list[ColumnElement[bool]] = []
    match wanted.scope:
        case Scope.MINE:
            fits.append(and_(petitions.c.handler_id == user_id, _TAKEN_HERE))
        case Scope.UNCLAIMED:
            fits.append(or_(petitions.c.handler_id.is_(None), petitions.c.handler_unit != staff_chats.c.unit_id))
        case Scope.OVERDUE:
            fits.append(petitions.c.queue_at < now)
        case Scope.ALL:
            pass
    if wanted.kind is not None:
        fits.append(petitions.c.kind == wanted.kind)
    if wanted.category is not None:
        fits.append(petitions.c.category == wanted.category)
    if wanted.age:
        fits.append(petitions.c.submitted_at <= now - timedelta(days=wanted.age))
    return fits


def _part(wanted: Select[Any], mark: Mark | None, size: int) -> Select[Any]:
    """Return one page and one row more, which tells that there is a further page; from the back the other way round."""
    if mark is None:
        return wanted.order_by(petitions.c.queue_at, petitions.c.number).limit(size + 1)
    here = tuple_(mark.at, mark.number, types=(petitions.c.queue_at.type, petitions.c.number.type))
    if mark.back:
        wanted = wanted.where(here > _PLACE)
        return wanted.order_by(petitions.c.queue_at.desc(), petitions.c.number.desc()).limit(size + 1)
    return wanted.where(here < _PLACE).order_by(petitions.c.queue_at, petitions.c.number).limit(size + 1)


def row_of(row: RowMapping) -> QueueRow:
    due = row["queue_at"]
    return QueueRow(
        **{name: row[name] for name in ("id", "number", "handler_name", "handler_id", "message_id")},
        kind=Kind(row["kind"]),
        stage=Stage(row["stage"]),
        category=Category(row["category"]) if row["category"] else None,
        excerpt=excerpt_of(Marked(row["text"], read_back(row["marks"])), hidden=bool(row["above"])),
        due=None if due == LAST else due,
    )
