from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.tables.types import Hash, Id, Moment, Serial, Source, TelegramId, Word, metadata

_NAMED = text("resident_id IS NOT NULL")

# `unnamed`: why a case that somebody filed in their name bears it no more.
QUEUED = text("queue_at IS NOT NULL")
"""Open; `queue_at` is what the queue is sorted by."""

petitions = Table(
    "petitions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", String(20), nullable=False),
    Column("draft_id", Id, nullable=False),
    Column("kind", Word, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("resident_id", Id, ForeignKey("residents.id"), nullable=True),
    Column("text", Text, nullable=False),
    Column("place_text", Text, nullable=False),
    Column("latitude", Double, nullable=True),
    Column("longitude", Double, nullable=True),
    Column("submitted_at", Moment, nullable=False),
    Column("claim_by", Moment, nullable=False),
    Column("reply_by", Moment, nullable=False),
    Column("accept_by", Moment, nullable=False),
    Column("answer_by", Moment, nullable=False),
    Column("calendar_certain", Boolean, nullable=False),
    Column("claim_days", Integer, nullable=True),
    Column("reply_days", Integer, nullable=True),
    Column("extended_days", Integer, nullable=False, server_default="0"),
    Column("calendar_stamp", String(64), nullable=False, server_default=text("''")),
    Column("pledged_at", Moment, nullable=True),
    Column("access_hash", Hash, nullable=True),
    Column("stage", Word, nullable=False),
    Column("version", Integer, nullable=False),
    Column("handler_id", TelegramId, nullable=True),
    Column("handler_name", String(255), nullable=True),
    Column("handler_unit", Id, nullable=True),
    Column("accepted_at", Moment, nullable=True),
    Column("closed_at", Moment, nullable=True),
    Column("marks", Text, nullable=False, server_default=text("''")),
    Column("about", Id, nullable=True),
    Column("about_name", Text, nullable=False, server_default=text("''")),
    Column("review_by", Moment, nullable=True),
    Column("same_as", Id, nullable=True),
    Column("unnamed", Word, nullable=True),
    Column("category", Word, nullable=False, server_default=text("''")),
    Column("verdict", Word, nullable=False, server_default=text("''")),
    Column("team", Word, nullable=False, server_default=text("''")),
    Column("urgent", Boolean, nullable=False, server_default=false()),
    Column("mandate", Word, nullable=False, server_default=text("''")),
    Column("call_when", Text, nullable=True),
    Column("call_about", Id, nullable=True),
    Column("call_tries", Integer, nullable=False, server_default="0"),
    Column("queue_at", Moment, nullable=True),
    Column("party_role", Word, nullable=True),
    Column("party_name", String(255), nullable=False, server_default=text("''")),
    Column("party_phone", LargeBinary, nullable=True),
    Column("party_phone_hash", Hash, nullable=True),
    Column("party_room", String(64), nullable=False, server_default=text("''")),
    UniqueConstraint("number"),
    UniqueConstraint("draft_id"),
    UniqueConstraint("access_hash"),
    Index(None, "unit_id", "stage"),
    Index(None, "resident_id", "stage"),
    Index(None, "stage", "reply_by"),
    Index(None, "about"),
    Index(None, "party_phone_hash"),
    Index("ix_petitions_named_closed_at", "closed_at", sqlite_where=_NAMED, postgresql_where=_NAMED),
    Index(None, "queue_at", "number", sqlite_where=QUEUED, postgresql_where=QUEUED),
)

# What petitions are found by, one row for the petition itself (message "") and one for each message of its case. The
# migration adds what searches `words` and `plain`: see storage/case_search.py. `shown_words` and `shown_plain` are what
# desks above the community may see of them, where that is less.
case_words = Table(
    "case_words",
    metadata,
    Column("seq", Serial, primary_key=True),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("message_id", Id, nullable=False),
    Column("words", Text, nullable=False),
    Column("plain", Text, nullable=False),
    Column("shown_words", Text, nullable=True),
    Column("shown_plain", Text, nullable=True),
    UniqueConstraint("petition_id", "message_id"),
)

# Cases a staff member offers to a colleague of the same desk, until somebody takes them.
handovers = Table(
    "handovers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", TelegramId, nullable=False),
    Column("giver_id", TelegramId, nullable=False),
    Column("giver_name", String(255), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("taken_by", TelegramId, nullable=True),
)

handover_cases = Table(
    "handover_cases",
    metadata,
    Column("handover_id", Id, ForeignKey("handovers.id"), primary_key=True),
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Index(None, "petition_id"),
)

petition_counters = Table(
    "petition_counters",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

# Append-only: triggers in the migration refuse UPDATE and DELETE.
petition_history = Table(
    "petition_history",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("event", Word, nullable=False),
    Column("actor_kind", Word, nullable=False),
    Column("actor_id", String(64), nullable=False),
    Column("actor_name", String(255), nullable=False),
    Column("at", Moment, nullable=False),
    Column("from_stage", Word, nullable=True),
    Column("to_stage", Word, nullable=False),
    Column("reason", Text, nullable=False),
    Column("unit_id", Id, nullable=True),
    Index(None, "petition_id"),
    Index(None, "event", "at"),
    Index(None, "actor_id", "at"),
    sqlite_autoincrement=True,
)

# `seq` keeps the order of writing; moments may be equal.
case_messages = Table(
    "case_messages",
    metadata,
    Column("seq", Serial, primary_key=True),
    Column("id", Id, nullable=False),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("author", Word, nullable=False),
    Column("author_name", String(255), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("source", Source, nullable=False),
    Column("unit_id", Id, nullable=True),
    Column("marks", Text, nullable=False, server_default=text("''")),
    UniqueConstraint("id"),
    UniqueConstraint("source"),
    Index(None, "petition_id"),
)

# One row per content; no moment, because that would date what an anonymous person sent.
blobs = Table("blobs", metadata, Column("id", Hash, primary_key=True))

attachments = Table(
    "attachments",
    metadata,
    Column("seq", Serial, primary_key=True),
    Column("id", Id, nullable=False),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("case_message_id", Id, ForeignKey("case_messages.id"), nullable=True),
    Column("kind", Word, nullable=False),
    Column("file_id", String(255), nullable=False),
    Column("blob_id", Hash, ForeignKey("blobs.id"), nullable=True),
    Column("name", Text, nullable=False),
    Column("size", Serial, nullable=False),
    Column("unique_id", String(64), nullable=False, server_default=text("''")),
    UniqueConstraint("id"),
    Index(None, "petition_id"),
    Index(None, "case_message_id"),
    Index(None, "blob_id"),
    Index(None, "unique_id"),
)

staff_cards = Table(
    "staff_cards",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("message_id", TelegramId, nullable=True),
    Column("thread_id", TelegramId, nullable=True),
    Column("rendered_version", Integer, nullable=False),
    Column("standing", Word, nullable=False, server_default="here"),
    Index(None, "chat_id", "thread_id"),
)

message_links = Table(
    "message_links",
    metadata,
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("message_id", TelegramId, primary_key=True, autoincrement=False),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("role", Word, nullable=False),
    Column("case_message_id", Id, nullable=True),
    Index(None, "petition_id"),
)

# What a staff member's next words in a case are meant to be; a row lives until they have been said.
staff_intents = Table(
    "staff_intents",
    metadata,
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("user_id", TelegramId, primary_key=True, autoincrement=False),
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("album", String(64), primary_key=True),
    Column("role", Word, nullable=False),
    Column("at", Moment, nullable=False),
    Column("subject", String(64), nullable=False, server_default=text("''")),
    Index(None, "petition_id"),
)

# Append-only, like the history.
audit = Table(
    "audit",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("action", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("subject", String(128), nullable=False),
    Column("detail", Text, nullable=False),
    Index(None, "subject"),
    Index(None, "action", "id"),
    sqlite_autoincrement=True,
)

# What the audit's rows from `first` to `last` were when they were sealed. Append-only, like the audit.
audit_seals = Table(
    "audit_seals",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("first", Serial, nullable=False),
    Column("last", Serial, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("seal", Hash, nullable=False),
    sqlite_autoincrement=True,
)
