from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.types import Id, Json, Moment, Serial, Source, TelegramId, Word, metadata

disclosure_counters = Table(
    "disclosure_counters",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

disclosure_items = Table(
    "disclosure_items",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("category", Word, nullable=True),
    Column("span", String(16), nullable=False),
    Column("span_chosen", Boolean, nullable=False),
    Column("number", String(20), nullable=True),
    Column("current", Integer, nullable=False),
    Column("published_at", Moment, nullable=True),
    Column("board_until", Date, nullable=True),
    UniqueConstraint("number"),
    Index(None, "unit_id", "published_at"),
)

_PUBLISHED = text("state = 'published'")

disclosure_versions = Table(
    "disclosure_versions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("item_id", Id, ForeignKey("disclosure_items.id"), nullable=False),
    Column("source", Source, nullable=False),
    Column("title", Text, nullable=False),
    Column("author_id", TelegramId, nullable=False),
    Column("author_name", String(255), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("parts", Json, nullable=False),
    Column("state", Word, nullable=False),
    Column("round", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("published_at", Moment, nullable=True),
    Column("passed_by", TelegramId, nullable=True),
    UniqueConstraint("source"),
    Index(None, "published_at"),
    # One version counts as the first, one as the second, and so on.
    Index(
        "uq_disclosure_versions_item_id_n",
        "item_id",
        "n",
        unique=True,
        sqlite_where=_PUBLISHED,
        postgresql_where=_PUBLISHED,
    ),
)

# What a message in a staff chat has to do with a version.
disclosure_posts = Table(
    "disclosure_posts",
    metadata,
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("message_id", TelegramId, primary_key=True, autoincrement=False),
    Column("version_id", Id, ForeignKey("disclosure_versions.id"), nullable=False),
    Column("role", Word, nullable=False),
    Column("detail", String(32), nullable=False),
    Index(None, "version_id"),
)

# What items are found by. The migration adds what searches it: an FTS5 table on SQLite, an index of a tsvector on
# PostgreSQL. Words are written in letters that both take for one word, whatever they are: see storage/search.py.
disclosure_words = Table(
    "disclosure_words",
    metadata,
    Column("seq", Serial, primary_key=True),
    Column("item_id", Id, ForeignKey("disclosure_items.id"), nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("item_id"),
)
