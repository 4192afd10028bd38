import time

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Double,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.types import Id, Json, Moment, Serial, TelegramId, Word, metadata

_WAITS = text("waits_since IS NOT NULL")
"""Both tables: `waits_since` is since when a row waits, elapsed seconds; nothing once it does not."""

# `seq`, not the update id, tells the order: after a quiet week Telegram starts anew at a random number.
inbox = Table(
    "inbox",
    metadata,
    Column("seq", Serial, primary_key=True),
    Column("update_id", TelegramId, nullable=False),
    Column("state", Word, nullable=False),
    Column("order_key", String(128), nullable=True),
    Column("payload", Text, nullable=True),
    Column("incident", String(64), nullable=True),
    Column("waits_since", Double, nullable=True, default=time.time),
    Column("parked_at", Double, nullable=True),
    UniqueConstraint("update_id"),
    Index(None, "state", "seq"),
    Index(
        "ix_inbox_order_key_seq",
        "order_key",
        "seq",
        sqlite_where=text("order_key IS NOT NULL"),
        postgresql_where=text("order_key IS NOT NULL"),
    ),
    Index(None, "waits_since", sqlite_where=_WAITS, postgresql_where=_WAITS),
    sqlite_autoincrement=True,
)

# No foreign keys: a row may outlive what it tells about. `not_before`, `lease_until` and `finished_at` are elapsed
# seconds, 0 where there is nothing to wait for. A leased row stays pending, so a crash needs no cleaning up.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("dedupe", String(255), nullable=False),
    Column("state", Word, nullable=False),
    Column("operation", Word, nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("spec", Json, nullable=True),
    Column("petition_id", Id, nullable=True),
    Column("to_case", Boolean, nullable=False),
    Column("role", Word, nullable=True),
    Column("case_message_id", Id, nullable=True),
    Column("reply_to", TelegramId, nullable=True),
    Column("origin_chat", TelegramId, nullable=True),
    Column("thread_id", TelegramId, nullable=True),
    Column("purge_at_once", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("revived", Integer, nullable=False, server_default="0"),
    Column("not_before", Double, nullable=False),
    Column("lease_until", Double, nullable=False),
    Column("owner", String(64), nullable=True),
    Column("error", Text, nullable=True),
    Column("finished_at", Double, nullable=True),
    Column("waits_since", Double, nullable=True, default=time.time),
    Column("album", String(128), nullable=True),
    Column("campaign_id", Id, nullable=True),
    UniqueConstraint("dedupe"),
    Index(None, "state", "priority", "id"),
    Index(None, "state", "chat_id", "priority", "id"),
    Index(None, "state", "lease_until"),
    # Rows in wait of another try only: a query must name the condition by its letters to be given this index.
    Index(
        "ix_outbox_tried_state_not_before",
        "state",
        "not_before",
        sqlite_where=text("not_before > 0"),
        postgresql_where=text("not_before > 0"),
    ),
    Index(None, "finished_at"),
    Index(
        "ix_outbox_campaign_id_state",
        "campaign_id",
        "state",
        sqlite_where=text("campaign_id IS NOT NULL"),
        postgresql_where=text("campaign_id IS NOT NULL"),
    ),
    Index(None, "waits_since", sqlite_where=_WAITS, postgresql_where=_WAITS),
    sqlite_autoincrement=True,
)

# One row for each turn of a job that was taken; `follows` names the turn before it, `passed_over` counts those between.
periods_run = Table(
    "periods_run",
    metadata,
    Column("job", String(64), primary_key=True),
    Column("period", String(64), primary_key=True),
    Column("ran_at", Moment, nullable=False),
    Column("follows", String(64), nullable=True),
    Column("passed_over", Integer, nullable=False),
)

dialog_state = Table(
    "dialog_state",
    metadata,
    Column("key", String(255), primary_key=True),
    Column("value", Text, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

# The demo's shift of civil time: one row, or none.
clock_offset = Table(
    "clock_offset",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seconds", Double, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)
