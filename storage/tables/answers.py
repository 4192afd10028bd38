from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.types import Id, Json, Moment, TelegramId, Word, metadata

# What is being written as the answer of a case: each part its text and its marks, and the files that go along.
answer_drafts = Table(
    "answer_drafts",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("parts", Json, nullable=False),
    Column("files", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("by_name", String(255), nullable=False),
    Column("at", Moment, nullable=False),
)

answer_templates = Table(
    "answer_templates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("name", String(64), nullable=False),
    Column("folded", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("by_name", String(255), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("unit_id", "folded"),
)

# Written with the answer, by whom and about what; the grade comes, or does not. Of when it came only the day is kept.
answer_ratings = Table(
    "answer_ratings",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("staff_id", TelegramId, nullable=False),
    Column("staff_name", String(255), nullable=False),
    Column("category", Word, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("grade", Word, nullable=True),
    Column("why", Text, nullable=False),
    Column("rated_on", Date, nullable=True),
    Column("reminded", Boolean, nullable=False),
    Index(None, "unit_id", "rated_on"),
    Index(None, "answered_at"),
)

# Whoever does not want to be reminded of rating.
rating_optouts = Table(
    "rating_optouts",
    metadata,
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
)
