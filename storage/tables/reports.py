"""Reports about staff conduct. What they say, whom they are about, who made them and who reads them is sealed."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from storage.tables.types import Hash, Id, Moment, Serial, TelegramId, Word, metadata

reports = Table(
    "reports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", String(20), nullable=False),
    Column("state", Word, nullable=False),
    Column("seat", Id, ForeignKey("units.id"), nullable=True),
    Column("received_on", Moment, nullable=False),
    Column("accept_by", Moment, nullable=False),
    Column("answer_by", Moment, nullable=False),
    Column("mark", Hash, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("access_hash", Hash, nullable=True),
    Column("author_hash", Hash, nullable=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("number"),
    UniqueConstraint("mark"),
    UniqueConstraint("access_hash"),
    Index(None, "author_hash"),
    Index(None, "seat", "state"),
    Index(None, "state"),
    sqlite_with_rowid=False,
)

# In the order in which they came within their report; nothing tells the order among reports.
report_entries = Table(
    "report_entries",
    metadata,
    Column("report_id", Id, ForeignKey("reports.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("source", Hash, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("source"),
    sqlite_with_rowid=False,
)

report_openings = Table(
    "report_openings",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("report_id", Id, ForeignKey("reports.id"), nullable=False),
    Column("user_id", TelegramId, nullable=False),
    Column("name", String(255), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "report_id"),
    sqlite_autoincrement=True,
)
