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
    Select,
    and_,
    case,
    cast,
    column,
    delete,
    func,
    literal_column,
    or_,
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
from storage.queries.queue import ABOVE_HERE, ROW, row_of, worked_on
from storage.search import encoded
from storage.tables import case_messages, case_words, petitions, staff_chats
from storage.work import Work

_FTS = table("case_fts", column("rowid"), column("words"))
_SHOWN = case_words.c.shown_words
OWN = ""
"""Stands for the message's id in the row of the petition itself."""


def tokens_of(words: Cut) -> str:
    """Return what is searched: words, and pairs with another letter before them."""
    return " ".join([*map(encoded, words.words), *map(_pair, words.pairs)])


def _pair(pair: str) -> str:
    return "p" + encoded(pair)


def index_row(petition_id: PetitionId, message_id: str, words: Cut, shown: Cut | None = None) -> dict[str, Any]:
    """`shown` is what a desk above the community may read of the words, where that is less."""
    less = {} if shown is None else {"shown_words": f" {tokens_of(shown)} ", "shown_plain": shown.plain}
    values = {"petition_id": petition_id, "message_id": message_id, "shown_words": None, "shown_plain": None}
    return {**values, "words": tokens_of(words), "plain": words.plain, **less}


class SqlSearchIndex:
    """Buffered: what a unit of work touched is cut and written before it commits."""

    def __init__(self, work: Work, cutter: Cutter) -> None:
        self._work = work
        self._cutter = cutter
        self._texts: dict[tuple[PetitionId, str], tuple[str, str]] = {}

    def touch_petition(self, petition: Petition) -> None:
        """Find the petition by its words and place from now on."""
        self._texts[petition.id, OWN] = _petition_texts(petition.words.title, petition.place.text)

    def touch_message(self, message: CaseMessage) -> None:
        """Find the case by a message's words from now on."""
        self._texts[message.petition_id, message.id] = _message_texts(message.words.title)

    async def flush(self) -> None:
        """Cut in a thread: the first text of a process takes a second."""
        texts, self._texts = self._texts, {}
        if not texts:
            return
        rows = await asyncio.to_thread(lambda: [self._row(*each) for each in texts.items()])
        for row in rows:
            statement = self._work.insert(case_words).values(row)
            changed = {name: statement.excluded[name] for name in ("words", "plain", "shown_words", "shown_plain")}
            keys = ["petition_id", "message_id"]
            await self._work.run(statement.on_conflict_do_update(index_elements=keys, set_=changed))

    def _row(self, key: tuple[PetitionId, str], texts: tuple[str, str]) -> dict[str, Any]:
        full, shown = texts
        return index_row(*key, self._cutter(full), None if shown == full else self._cutter(shown))

    async def tokens(self, text: str) -> frozenset[str]:
        cut = await asyncio.to_thread(self._cutter, text)
        return frozenset(tokens_of(cut).split())

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
        self._texts[petition_id, OWN] = _petition_texts(_title(row["text"], row["marks"]), row["place_text"])
        for message in messages:
            self._texts[petition_id, message["id"]] = _message_texts(_title(message["text"], message["marks"]))
        await self.flush()
        await self._forget_for_good()

    async def _forget_for_good(self) -> None:
        """Let SQLite's search write its segments anew: in those of before what was deleted still stands."""
        if self._work.is_sqlite:
            await self._work.run(text("INSERT INTO case_fts(case_fts) VALUES ('optimize')"))


def _petition_texts(words: str, place: str) -> tuple[str, str]:
    """Return what is found at home, and above: what is masked there is not found there either."""
    return f"{words}\n{place}", f"{masked(words)}\n{masked(place, place=True)}"


def _message_texts(words: str) -> tuple[str, str]:
    return words, masked(words)


def _title(words: str, marks: str) -> str:
    """Return the words without cards of people: their numbers are in no list."""
    return Marked(words, read_back(marks)).title


class SqlCaseSearch:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, chat_id: ChatId, wanted: Cut, *, offset: int, limit: int) -> Found:
        async with self._database.reading() as connection:
            above = bool((await connection.execute(_is_above(chat_id))).scalar_one_or_none())
            for way in Way:
                rank = self._rank(way, wanted, above=above)
                if rank is None:
                    continue
                hits = worked_on(chat_id, petitions.c.id, rank.c.near).join(rank, rank.c.petition_id == petitions.c.id)
                total = (await connection.execute(select(func.count()).select_from(hits.subquery()))).scalar_one()
                if not total:
                    continue
                page = worked_on(chat_id, *ROW, petitions.c.place_text).join(rank, rank.c.petition_id == petitions.c.id)
                page = page.order_by(rank.c.near.desc(), petitions.c.submitted_at.desc(), petitions.c.number.desc())
                rows = (await connection.execute(page.offset(offset).limit(limit))).mappings().all()
                ids = [row["id"] for row in rows]
                stands = await self._stands(connection, ids, way, wanted, above=above)
                return Found([_hit(row, stands.get(row["id"])) for row in rows], total, way)
        return Found([], 0, Way.WORDS)

    def _rank(self, way: Way, wanted: Cut, *, above: bool) -> Any:  # noqa: ANN401 - a subquery, or none where there is nothing to ask
        """Return the petitions that have what is wanted, each with how near it is."""
        doc = case_words.c.petition_id
        if way is Way.WORDS and wanted.words:
            has = select(doc.label("petition_id"), literal_column("1", Integer).label("near")).distinct()
            for word in wanted.words:
                token = encoded(word)
                seen = [or_(_SHOWN.is_(None), _SHOWN.contains(f" {token} "))] if above else []
                has = has.where(doc.in_(select(doc).where(self._has([token]), *seen)))
            return has.subquery()
        if way is Way.PART and wanted.plain:
            has = select(doc.label("petition_id"), literal_column("1", Integer).label("near")).distinct()
            for run in wanted.plain.split():
                stands = _contains(run, above=above)
                part = and_(self._has(list(map(_pair, _pairs(run))), every=True), stands)
                has = has.where(doc.in_(select(doc).where(part if len(run) > 1 else stands)))
            return has.subquery()
        if way is Way.LIKE and len(wanted.pairs) > 1:
            pairs = wanted.pairs[:32]
            some = self._has(list(map(_pair, pairs)), every=False)
            share = _share(pairs, above=above)
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
        *,
        above: bool,
    ) -> dict[str, tuple[str, str]]:
        """Return for each petition the text in which most of what is wanted stands, in one statement for all."""
        parts = wanted.pairs[:32] if way is Way.LIKE else [*wanted.words, *wanted.plain.split()]
        share = _share(parts, above=above)
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


def _is_above(chat_id: ChatId) -> Select[*tuple[bool]]:
    return select(ABOVE_HERE).select_from(staff_chats).where(staff_chats.c.chat_id == chat_id)


def _contains(part: str, *, above: bool) -> ColumnElement[bool]:
    plain = func.coalesce(case_words.c.shown_plain, case_words.c.plain) if above else case_words.c.plain
    return plain.contains(part, autoescape=True)


def _share(parts: Sequence[str], *, above: bool) -> ColumnElement[int]:
    return sum((cast(_contains(part, above=above), Integer) for part in parts), literal_column("0", Integer))


def _hit(row: Any, stands: tuple[str, str] | None) -> Hit:  # noqa: ANN401 - a row
    own = _petition_texts(_title(row["text"], row["marks"]), row["place_text"])
    texts, where = (own, "petition") if stands is None else (_message_texts(stands[0]), stands[1])
    return Hit(row_of(row), texts[bool(row["above"])], where)
