from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, false

from storage.tables.types import Id, Moment, TelegramId, Word, metadata

# A mediation beside its petition; what happens in it stands in the petition's history.
mediations = Table(
    "mediations",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("other_name", String(255), nullable=False),
    Column("invite", Id, nullable=True),
    Column("line", Text, nullable=False),
    Column("other_id", Id, ForeignKey("residents.id"), nullable=True),
    Column("state", Word, nullable=False),
    Column("willing", Word, nullable=True),
    Column("willing_at", Moment, nullable=True),
    Column("mediator_id", TelegramId, nullable=True),
    Column("mediator_name", String(255), nullable=False),
    Column("session_at", Moment, nullable=True),
    Column("session_place", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("asker_confirmed", Word, nullable=True),
    Column("other_confirmed", Word, nullable=True),
    Column("ended_at", Moment, nullable=True),
    Column("reminded", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("invite"),
    Index(None, "other_id"),
    Index(None, "state", "ended_at"),
)
