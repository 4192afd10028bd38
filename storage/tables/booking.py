from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.types import Id, Json, Moment, Serial, Word, metadata

booking_series = Table(
    "booking_series",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("slug", String(64), nullable=False),
    Column("plan", Json, nullable=False),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("unit_id", "slug"),
)

# `planned_on` is what the rule said, and keeps a day from being made twice, also after it was moved.
booking_days = Table(
    "booking_days",
    metadata,
    Column("id", Id, primary_key=True),
    Column("series_id", Id, ForeignKey("booking_series.id"), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("planned_on", Date, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("plan", Json, nullable=False),
    Column("people", Json, nullable=False),
    Column("opens_at", Moment, nullable=False),
    Column("state", Word, nullable=False),
    Column("reason", Word, nullable=True),
    Column("walk_ins", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("series_id", "planned_on"),
    Index(None, "unit_id", "held_on"),
    Index(None, "state", "opens_at"),
)

# The check is the last word on overselling: whatever the program did wrong, no database takes one place too many.
booking_slots = Table(
    "booking_slots",
    metadata,
    Column("id", Id, primary_key=True),
    Column("day_id", Id, ForeignKey("booking_days.id"), nullable=False),
    Column("begins", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    CheckConstraint("taken >= 0 AND taken <= capacity", name="not_oversold"),
    Index(None, "day_id", "begins"),
)

_OFFERED = text("offer_until IS NOT NULL")
_LIVE = text("state IN ('waiting', 'offered', 'confirmed')")

# `seq` keeps the order of the waiting list; moments may be equal.
bookings = Table(
    "bookings",
    metadata,
    Column("seq", Serial, primary_key=True),
    Column("id", Id, nullable=False),
    Column("number", String(20), nullable=False),
    Column("request", String(128), nullable=False),
    Column("day_id", Id, ForeignKey("booking_days.id"), nullable=False),
    Column("slot_id", Id, ForeignKey("booking_slots.id"), nullable=True),
    Column("resident_id", Id, ForeignKey("residents.id"), nullable=True),
    Column("name", String(255), nullable=False),
    Column("state", Word, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("topic", Text, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("offer_until", Moment, nullable=True),
    Column("reminded", Word, nullable=False),
    Column("walk_in", Integer, nullable=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("id"),
    UniqueConstraint("number"),
    UniqueConstraint("request"),
    Index(None, "day_id"),
    Index(None, "slot_id"),
    Index(None, "resident_id", "state"),
    Index(None, "offer_until", sqlite_where=_OFFERED, postgresql_where=_OFFERED),
    # One person has one place a day that is still to come.
    Index(
        "uq_bookings_day_id_resident_id",
        "day_id",
        "resident_id",
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    ),
)

booking_counters = Table(
    "booking_counters",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

# Whoever does not want to be reminded of what they have booked.
reminder_optouts = Table(
    "reminder_optouts",
    metadata,
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
)
