from sqlalchemy import Column, Double, ForeignKey, Index, Integer, String, Table

from storage.tables.types import Id, Moment, TelegramId, Word, metadata

# How much somebody has done within the window that began `since` (elapsed seconds).
paces = Table(
    "paces",
    metadata,
    Column("name", Word, primary_key=True),
    Column("who", String(64), primary_key=True),
    Column("since", Double, nullable=False),
    Column("count", Integer, nullable=False),
)

blocks = Table(
    "blocks",
    metadata,
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), primary_key=True),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("reason", Word, nullable=False),
    Column("by_id", TelegramId, nullable=False),
    Column("by_name", String(255), nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Index(None, "unit_id"),
    Index(None, "petition_id"),
)
