from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, func, literal, select

from core.disclosure.model import Category, Span, State
from core.disclosure.queries import ItemView, NewsRow, PublicAnswer
from core.petitions.model import Author, Event
from core.shared.errors import NotFoundError
from core.shared.ids import ItemId, UnitId
from core.shared.marks import Marked, read_back, without_people
from storage.disclosure_rows import item_of, version_of
from storage.engine import Database
from storage.held import held_messages
from storage.rows import Run
from storage.search import items_with
from storage.tables import case_messages, disclosure_items, disclosure_versions, petition_history, petitions, units

_PUBLIC = disclosure_items.c.number.is_not(None)
_VERSION_OF = disclosure_versions.c.item_id == disclosure_items.c.id
_COUNTS = and_(_VERSION_OF, disclosure_versions.c.n == disclosure_items.c.current)
_ROW = (
    *(disclosure_items.c[name] for name in ("id", "unit_id", "number", "category", "span", "board_until")),
    disclosure_versions.c.title,
    disclosure_versions.c.n,
    disclosure_versions.c.published_at,
)
_NEWEST = (disclosure_items.c.published_at.desc(), disclosure_items.c.number.desc())


class SqlDisclosureReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def units_of(self, unit_id: UnitId) -> Sequence[UnitId]:
        async with self._database.reading() as connection:
            rows = await connection.execute(select(units.c.id, units.c.parent_id))
            parents: dict[UnitId, UnitId | None] = dict(tuple(row) for row in rows)
        found: list[UnitId] = []
        at: UnitId | None = unit_id
        while at is not None and at in parents:
            found.append(at)
            at = parents[at]
        return found

    async def counts(self, units: Collection[UnitId]) -> Mapping[Category, int]:
        theirs = and_(_PUBLIC, disclosure_items.c.unit_id.in_(units))
        wanted = select(disclosure_items.c.category, func.count()).where(theirs).group_by(disclosure_items.c.category)
        async with self._database.reading() as connection:
            return {Category(category): count for category, count in await connection.execute(wanted)}

    async def rows(
        self, units: Collection[UnitId], category: Category | None = None, *, offset: int = 0, limit: int = 8
    ) -> Sequence[NewsRow]:
        wanted = _current(units)
        if category is not None:
            wanted = wanted.where(disclosure_items.c.category == category)
        return await self._rows(wanted.order_by(*_NEWEST).offset(offset).limit(limit))

    async def find(
        self, units: Collection[UnitId], words: Sequence[str], *, every: bool = True, limit: int = 8
    ) -> Sequence[NewsRow]:
        if not words:
            return []
        sqlite, item = self._database.is_sqlite, disclosure_items.c.id
        wanted = _current(units).where(item.in_(items_with(words, every=every, sqlite=sqlite)))
        if not every and len(words) > 1:
            has = [case((item.in_(items_with([word], every=True, sqlite=sqlite)), 1), else_=0) for word in {*words}]
            how_many: ColumnElement[int] = sum(has, literal(0))
            wanted = wanted.order_by(how_many.desc())
        return await self._rows(wanted.order_by(*_NEWEST).limit(limit))

    async def by_number(self, number: str) -> ItemId | None:
        wanted = select(disclosure_items.c.id).where(disclosure_items.c.number == number)
        async with self._database.reading() as connection:
            found: str | None = (await connection.execute(wanted)).scalar_one_or_none()
        return None if found is None else ItemId(found)

    async def view(self, item_id: ItemId) -> ItemView:
        wanted = select(disclosure_items, units.c.name.label("unit_name"))
        wanted = wanted.join(units, units.c.id == disclosure_items.c.unit_id)
        versions = select(disclosure_versions).where(
            disclosure_versions.c.item_id == item_id, disclosure_versions.c.state == State.PUBLISHED
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted.where(disclosure_items.c.id == item_id, _PUBLIC))).mappings().first()
            if row is None:
                raise NotFoundError("news-unknown")
            published = await connection.execute(versions.order_by(disclosure_versions.c.n))
            return ItemView(
                item=item_of(row),
                unit_name=row["unit_name"],
                versions=[version_of(each) for each in published.mappings()],
                answers=await _answers(connection.execute, item_id),
            )

    async def published_between(self, units: Collection[UnitId], since: datetime, until: datetime) -> Sequence[NewsRow]:
        wanted = select(*_ROW).join(disclosure_versions, _VERSION_OF).where(_PUBLIC)
        wanted = wanted.where(disclosure_items.c.unit_id.in_(units), disclosure_versions.c.state == State.PUBLISHED)
        at = disclosure_versions.c.published_at
        return await self._rows(wanted.where(at >= since, at < until).order_by(at, disclosure_items.c.number))

    async def _rows(self, wanted: Select[Any]) -> list[NewsRow]:
        async with self._database.reading() as connection:
            return [_row_of(row) for row in (await connection.execute(wanted)).mappings()]


def _current(units: Collection[UnitId]) -> Select[Any]:
    return select(*_ROW).join(disclosure_versions, _COUNTS).where(_PUBLIC, disclosure_items.c.unit_id.in_(units))


def _row_of(row: RowMapping) -> NewsRow:
    return NewsRow(**{**row, "category": Category(row["category"]), "span": Span.parse(row["span"])})


async def _answers(run: Run, item_id: ItemId) -> list[PublicAnswer]:
    """Return the last that was said as the answer to each question; not what its writer may still take back."""
    answered = and_(
        petition_history.c.petition_id == case_messages.c.petition_id,
        petition_history.c.event == Event.ANSWER,
        petition_history.c.at == case_messages.c.at,
    )
    wanted = (
        select(case_messages.c.petition_id, case_messages.c.text, case_messages.c.marks, case_messages.c.at)
        .add_columns(units.c.name.label("unit_name"))
        .join(petitions, petitions.c.id == case_messages.c.petition_id)
        .join(petition_history, answered)
        .join(units, units.c.id == func.coalesce(case_messages.c.unit_id, petitions.c.unit_id))
        .where(petitions.c.about == item_id, case_messages.c.author == Author.STAFF)
        .where(case_messages.c.id.not_in(held_messages()))
        .order_by(case_messages.c.seq)
    )
    latest = {row["petition_id"]: row for row in (await run(wanted)).mappings()}
    return [
        PublicAnswer(
            words=Marked(row["text"], without_people(read_back(row["marks"]))), at=row["at"], unit_name=row["unit_name"]
        )
        for row in sorted(latest.values(), key=lambda row: row["at"])
        if row["text"]
    ]
