from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.tables.types import Hash, Id, Moment, TelegramId, Word, metadata

units = Table(
    "units",
    metadata,
    Column("id", Id, primary_key=True),
    Column("parent_id", Id, ForeignKey("units.id"), nullable=True),
    Column("level", Word, nullable=False),
    Column("name", String(200), nullable=False),
    Column("invite", String(64), nullable=False),
    Column("office", Text, nullable=False),
    Column("phone", String(100), nullable=False),
    Column("hours", Text, nullable=False),
    UniqueConstraint("invite"),
    Index(None, "name"),
)

staff_chats = Table(
    "staff_chats",
    metadata,
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("title", String(255), nullable=False),
    Column("is_forum", Boolean, nullable=False),
    Column("language", Word, nullable=False),
    Column("out_since", Moment, nullable=True),
    Index(None, "unit_id"),
)

staff_chat_purposes = Table(
    "staff_chat_purposes",
    metadata,
    Column(
        "chat_id",
        TelegramId,
        ForeignKey("staff_chats.chat_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("purpose", Word, primary_key=True),
)

# Which service teams work in a chat.
staff_chat_teams = Table(
    "staff_chat_teams",
    metadata,
    Column(
        "chat_id",
        TelegramId,
        ForeignKey("staff_chats.chat_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("team", Word, primary_key=True),
)

bind_codes = Table(
    "bind_codes",
    metadata,
    Column("code_hash", Hash, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("purpose", Word, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_by", TelegramId, nullable=True),
    Column("replaces", Boolean, nullable=False, server_default=false()),
    Column("team", Word, nullable=False, server_default=text("''")),
)

residents = Table(
    "residents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", TelegramId, nullable=False),
    Column("name", String(255), nullable=False),
    Column("language", Word, nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("consent_version", Word, nullable=True),
    Column("consented_at", Moment, nullable=True),
    Column("abroad_consented_at", Moment, nullable=True),
    Column("unreachable_since", Moment, nullable=True),
    UniqueConstraint("telegram_id"),
    Index(None, "unit_id"),
)

roster_entries = Table(
    "roster_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("name", String(255), nullable=False),
    Column("phone_cipher", LargeBinary, nullable=True),
    Column("phone_hash", Hash, nullable=True),
    Column("building", String(64), nullable=False),
    Column("room", String(64), nullable=False),
    Column("household", String(64), nullable=False),
    Column("weight_class", String(64), nullable=False),
    Column("resident_id", Id, ForeignKey("residents.id"), nullable=True),
    Column("helper_id", Id, ForeignKey("residents.id"), nullable=True),
    Column("left_at", Moment, nullable=True),
    Index(None, "unit_id", "household"),
    Index(None, "phone_hash"),
    Index("uq_roster_entries_resident_id", "resident_id", unique=True),
    Index(None, "helper_id"),
)

paper_codes = Table(
    "paper_codes",
    metadata,
    Column("code_hash", Hash, primary_key=True),
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment, nullable=True),
    Index(None, "resident_id"),
)

roster_roles = Table(
    "roster_roles",
    metadata,
    Column("entry_id", Id, ForeignKey("roster_entries.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Word, primary_key=True),
)
