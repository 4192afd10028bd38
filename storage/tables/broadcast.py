from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.types import Id, Json, Moment, TelegramId, Word, metadata

# A row only of whoever has chosen something. `quiet_since` and `quiet_until` are local hours, both or neither.
subscriptions = Table(
    "subscriptions",
    metadata,
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
    Column("rhythm", Word, nullable=False),
    Column("topics", String(128), nullable=False),
    Column("quiet_since", Integer, nullable=True),
    Column("quiet_until", Integer, nullable=True),
    Column("since", Moment, nullable=False),
)

# When a unit and those below it have their digest; no weekday: never. A unit without a row has it as those above.
digest_settings = Table(
    "digest_settings",
    metadata,
    Column("unit_id", Id, ForeignKey("units.id"), primary_key=True),
    Column("weekday", Integer, nullable=True),
    Column("at", String(5), nullable=True),
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Word, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("period", String(64), nullable=False),
    Column("state", Word, nullable=False),
    Column("content", Json, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("units", Json, nullable=False),
    Column("role", Word, nullable=True),
    Column("by", TelegramId, nullable=True),
    Column("cursor", Id, nullable=True),
    Column("chat_id", TelegramId, nullable=True),
    Column("message_id", TelegramId, nullable=True),
    Column("shown", String(255), nullable=False),
    Column("drawings", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("kind", "unit_id", "period"),
    Index(None, "state"),
)

# Who is to get a campaign when their quiet hours have ended.
campaign_later = Table(
    "campaign_later",
    metadata,
    Column("campaign_id", Id, ForeignKey("campaigns.id"), primary_key=True),
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Index(None, "campaign_id", "due_at"),
)
