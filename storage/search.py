"""Full text search: FTS5 on SQLite, tsvector on PostgreSQL, and the same is found by both.

Each cuts a text in its own way, so neither is given one to cut: a word is written as the hexadecimal digits of its
bytes with a letter before them, which both take for one word whatever was in it.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import ColumnElement, Select, column, func, literal_column, select, table

from storage.tables import disclosure_words

LONGEST = 64
"""Bytes of a word; longer ones are compared by their beginnings. PostgreSQL takes no endless words."""
_FTS = table("disclosure_fts", column("rowid"), column("words"))


def encoded(word: str) -> str:
    return "w" + word.encode()[:LONGEST].hex()


def written(words: Collection[str], before: str = "") -> str:
    """Return what is searched: these words and those written before, each once."""
    return " ".join(sorted({*before.split(), *map(encoded, words)}))


def items_with(words: Sequence[str], *, every: bool, sqlite: bool) -> Select[tuple[str]]:
    """Return the statement for the ids of items that have all of the words, or any."""
    wanted = select(disclosure_words.c.item_id)
    return wanted.where(_in_fts(words, every=every) if sqlite else _in_tsvector(words, every=every))


def _in_fts(words: Iterable[str], *, every: bool) -> ColumnElement[bool]:
    asked = (" AND " if every else " OR ").join(f'"{encoded(word)}"' for word in words)
    hits = select(_FTS.c.rowid).where(literal_column("disclosure_fts").op("MATCH")(asked))
    return disclosure_words.c.seq.in_(hits)


def _in_tsvector(words: Iterable[str], *, every: bool) -> ColumnElement[bool]:
    asked = (" & " if every else " | ").join(map(encoded, words))
    simple: ColumnElement[str] = literal_column("'simple'::regconfig")
    return func.to_tsvector(simple, disclosure_words.c.words).op("@@")(func.to_tsquery(simple, asked))
