"""Full text search over cases: FTS5 on SQLite, tsvector and trigrams on PostgreSQL, and the same is found by both.

Words and pairs of characters are written in letters that both take for one word each (see `storage.search`). Parts of a
text are looked for in its plain form, on PostgreSQL by trigrams where the extension pg_trgm could be had.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    case,
    cast,
    column,
    delete,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.petitions.model import Author, CaseMessage, Petition
from core.petitions.search import Cut, Cutter, Found, Hit, Way
from core.shared.ids import ChatId, PetitionId
from core.shared.marks import Marked, read_back
from core.shared.masking import masked
from storage.engine import Database
from storage.queries.queue import ROW, row_of, worked_on
from storage.search import encoded
from storage.tables import case_messages, case_words, petitions
from storage.work import Work

_FTS = table("case_fts", column("rowid"), column("words"))
OWN = ""
"""Stands for the message's id in the row of the petition itself."""


def tokens_of(words: Cut) -> str:
    """Return what is searched: words, and pairs with another letter before them."""
    return " ".join([*map(encoded, words.words), *map(_pair, words.pairs)])


def _pair(pair: str) -> str:
    return "p" + encoded(pair)


def index_row(petition_id: PetitionId, message_id: str, words: Cut) -> dict[str, Any]:
    values = {"petition_id": petition_id, "message_id": message_id}
    return {**values, "words": tokens_of(words), "plain": words.plain}


class SqlSearchIndex:
    """Buffered: what a unit of work touched is cut and written before it commits."""

    def __init__(self, work: Work, cutter: Cutter) -> None:
        self._work = work
        self._cutter = cutter
        self._texts: dict[tuple[PetitionId, str], str] = {}

    def touch_petition(self, petition: Petition) -> None:
        """Find the petition by its words and place from now on."""
        self._texts[petition.id, OWN] = f"{petition.words.title}\n{petition.place.text}"

    def touch_message(self, message: CaseMessage) -> None:
        """Find the case by a message's words from now on."""
        self._texts[message.petition_id, message.id] = message.words.title

    async def flush(self) -> None:
        """Cut in a thread: the first text of a process takes a second."""
        texts, self._texts = self._texts, {}
        if not texts:
            return
        cuts = await asyncio.to_thread(lambda: [self._cutter(text) for text in texts.values()])
        for (petition_id, message_id), words in zip(texts, cuts, strict=True):
            row = index_row(petition_id, message_id, words)
            statement = self._work.insert(case_words).values(row)
            changed = {name: statement.excluded[name] for name in ("words", "plain")}
            keys = ["petition_id", "message_id"]
            await self._work.run(statement.on_conflict_do_update(index_elements=keys, set_=changed))

    async def unindexed(self, limit: int) -> Sequence[PetitionId]:
        own = and_(case_words.c.petition_id == petitions.c.id, case_words.c.message_id == OWN)
        wanted = select(petitions.c.id).outerjoin(case_words, own).where(case_words.c.seq.is_(None)).limit(limit)
        return [PetitionId(found) for found in (await self._work.run(wanted)).scalars()]

    async def renew(self, petition_id: PetitionId) -> None:
        wanted = select(petitions).where(petitions.c.id == petition_id)
        row = (await self._work.run(wanted)).mappings().one()
        said = select(case_messages).where(case_messages.c.petition_id == petition_id)
        messages = (await self._work.run(said)).mappings().all()
        await self._work.run(delete(case_words).where(case_words.c.petition_id == petition_id))
        self._texts[petition_id, OWN] = petition_text(row["text"], row["marks"], row["place_text"])
        for message in messages:
            self._texts[petition_id, message["id"]] = _title(message["text"], message["marks"])
        await self.flush()
        await self._forget_for_good()

    async def _forget_for_good(self) -> None:
        """Let SQLite's search write its segments anew: in those of before what was deleted still stands."""
        if self._work.is_sqlite:
            await self._work.run(text("INSERT INTO case_fts(case_fts) VALUES ('optimize')"))


def petition_text(words: str, marks: str, place: str) -> str:
    return f"{_title(words, marks)}\n{place}"


def _title(words: str, marks: str) -> str:
    """Return the words without cards of people: their numbers are in no list."""
    return Marked(words, read_back(marks)).title


class SqlCaseSearch:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, chat_id: ChatId, wanted: Cut, *, offset: int, limit: int) -> Found:
        async with self._database.reading() as connection:
            for way in Way:
                rank = self._rank(way, wanted)
                if rank is None:
                    continue
                hits = worked_on(chat_id, petitions.c.id, rank.c.near).join(rank, rank.c.petition_id == petitions.c.id)
                total = (await connection.execute(select(func.count()).select_from(hits.subquery()))).scalar_one()
                if not total:
                    continue
                page = worked_on(chat_id, *ROW, petitions.c.place_text).join(rank, rank.c.petition_id == petitions.c.id)
                page = page.order_by(rank.c.near.desc(), petitions.c.submitted_at.desc(), petitions.c.number.desc())
                rows = (await connection.execute(page.offset(offset).limit(limit))).mappings().all()
                stands = await self._stands(connection, [row["id"] for row in rows], way, wanted)
                return Found([_hit(row, stands.get(row["id"])) for row in rows], total, way)
        return Found([], 0, Way.WORDS)

    def _rank(self, way: Way, wanted: Cut) -> Any:  # noqa: ANN401 - a subquery, or none where there is nothing to ask
        """Return the petitions that have what is wanted, each with how near it is."""
        doc = case_words.c.petition_id
        if way is Way.WORDS and wanted.words:
            has = select(doc.label("petition_id"), literal_column("1", Integer).label("near")).distinct()
            for word in wanted.words:
                has = has.where(doc.in_(select(doc).where(self._has([encoded(word)]))))
            return has.subquery()
        if way is Way.PART and wanted.plain:
            has = select(doc.label("petition_id"), literal_column("1", Integer).label("near")).distinct()
            for run in wanted.plain.split():
                part = and_(self._has(list(map(_pair, _pairs(run))), every=True), _contains(run))
                has = has.where(doc.in_(select(doc).where(part if len(run) > 1 else _contains(run))))
            return has.subquery()
        if way is Way.LIKE and len(wanted.pairs) > 1:
            pairs = wanted.pairs[:32]
            some = self._has(list(map(_pair, pairs)), every=False)
            share = sum((cast(_contains(pair), Integer) for pair in pairs), literal_column("0", Integer))
            each = select(doc.label("petition_id"), share.label("share")).where(some).subquery()
            near = func.max(each.c.share)
            like = select(each.c.petition_id, near.label("near")).group_by(each.c.petition_id)
            return like.having(near * 2 >= len(pairs)).subquery()
        return None

    def _has(self, tokens: Sequence[str], *, every: bool = True) -> ColumnElement[bool]:
        if self._database.is_sqlite:
            match = (" AND " if every else " OR ").join(f'"{token}"' for token in tokens)
            hits = select(_FTS.c.rowid).where(literal_column("case_fts").op("MATCH")(match))
            return case_words.c.seq.in_(hits)
        simple: ColumnElement[str] = literal_column("'simple'::regconfig")
        query = func.to_tsquery(simple, (" & " if every else " | ").join(tokens))
        return func.to_tsvector(simple, case_words.c.words).op("@@")(query)

    async def _stands(
        self,
        connection: AsyncConnection,
        ids: Sequence[str],
        way: Way,
        wanted: Cut,
    ) -> dict[str, tuple[str, str]]:
        """Return for each petition the text in which most of what is wanted stands, in one statement for all."""
        parts = wanted.pairs[:32] if way is Way.LIKE else [*wanted.words, *wanted.plain.split()]
        share = sum((cast(_contains(part), Integer) for part in parts), literal_column("0", Integer))
        said = and_(case_messages.c.id == case_words.c.message_id)
        best = (
            select(case_words.c.petition_id, share.label("share"), case_words.c.message_id)
            .add_columns(case_messages.c.text, case_messages.c.marks, case_messages.c.author)
            .outerjoin(case_messages, said)
            .where(case_words.c.petition_id.in_(ids))
            .order_by(share, case((case_words.c.message_id == OWN, 1), else_=0), case_words.c.seq)
        )
        found: dict[str, tuple[str, str]] = {}
        for row in (await connection.execute(best)).mappings():
            mine = (_title(row["text"], row["marks"]), Author(row["author"]).value) if row["message_id"] else None
            found.pop(row["petition_id"], None)
            if mine is not None:
                found[row["petition_id"]] = mine
        return found


def _pairs(run: str) -> list[str]:
    return [run[n : n + 2] for n in range(len(run) - 1)]


def _contains(part: str) -> ColumnElement[bool]:
    return case_words.c.plain.contains(part, autoescape=True)


def _hit(row: Any, stands: tuple[str, str] | None) -> Hit:  # noqa: ANN401 - a row
    words, where = stands or (petition_text(row["text"], row["marks"], row["place_text"]), "petition")
    return Hit(row_of(row), masked(words, place=stands is None) if row["above"] else words, where)
