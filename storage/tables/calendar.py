from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text, text

from storage.tables.types import Id, Moment, TelegramId, Word, metadata

# Public holidays and make-up workdays that were imported; of a year that is in it, it alone counts.
calendar_days = Table(
    "calendar_days",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", Word, nullable=False),
    Column("name", String(100), nullable=False),
)

# One row: how often was imported.
calendar_version = Table(
    "calendar_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)

# When a unit's office is open, as `core.shared.office.OfficeHours` writes it; units without a row are like those above.
office_hours = Table(
    "office_hours",
    metadata,
    Column("unit_id", Id, ForeignKey("units.id"), primary_key=True),
    Column("hours", String(255), nullable=False),
)

_LIVE = text("state IN ('proposed', 'approved')")

# Who wanted to put an answer off, why, and what became of it; of a case one at most is on its way or agreed to.
petition_extensions = Table(
    "petition_extensions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("proposed_by", TelegramId, nullable=False),
    Column("proposed_name", String(255), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("state", Word, nullable=False),
    Column("days", Integer, nullable=False),
    Column("decided_by", TelegramId, nullable=True),
    Column("decided_name", String(255), nullable=False),
    Column("decided_at", Moment, nullable=True),
    Index(None, "petition_id"),
    Index(
        "uq_petition_extensions_petition_id",
        "petition_id",
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    ),
)
