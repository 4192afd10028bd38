"""Ballots. Who voted and what was voted lie apart: no column, no order and no time of a row joins them (DOMAIN §4).

SQLite numbers the rows of a table in the order in which they come, unless it is told not to; these tables are kept by
their random keys alone.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.types import Hash, Id, Json, Moment, TelegramId, Word, metadata

ballots = Table(
    "ballots",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("slug", String(64), nullable=False),
    Column("paper", Json, nullable=False),
    Column("opens_at", Moment, nullable=False),
    Column("closes_at", Moment, nullable=False),
    Column("state", Word, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("result", Json, nullable=True),
    Column("withheld", Word, nullable=True),
    Column("announced", Boolean, nullable=False),
    Column("off_by", TelegramId, nullable=True),
    Column("off_name", String(255), nullable=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("unit_id", "slug"),
    Index(None, "state", "announced"),
)

ballot_approvals = Table(
    "ballot_approvals",
    metadata,
    Column("ballot_id", Id, ForeignKey("ballots.id"), primary_key=True),
    Column("user_id", TelegramId, primary_key=True, autoincrement=False),
    Column("name", String(255), nullable=False),
)

ballot_roll = Table(
    "ballot_roll",
    metadata,
    Column("ballot_id", Id, ForeignKey("ballots.id"), primary_key=True),
    Column("voter", Id, ForeignKey("roster_entries.id"), primary_key=True),
    Column("seat", String(64), nullable=False),
    Column("group", Text, nullable=False),
    Column("weight", Integer, nullable=False),
    Index(None, "voter"),
)

# Who voted: no time, and nothing of what.
ballot_register = Table(
    "ballot_register",
    metadata,
    Column("ballot_id", Id, ForeignKey("ballots.id"), primary_key=True),
    Column("seat", String(64), primary_key=True),
    sqlite_with_rowid=False,
)

# What was voted: no time, no order, and nothing of who.
ballot_box = Table(
    "ballot_box",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ballot_id", Id, ForeignKey("ballots.id"), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("dimension", Word, nullable=False),
    Column("group", Text, nullable=False),
    Column("weight", Integer, nullable=False),
    Column("grade", Word, nullable=False),
    Index(None, "ballot_id"),
    sqlite_with_rowid=False,
)

ballot_receipts = Table(
    "ballot_receipts",
    metadata,
    Column("ballot_id", Id, ForeignKey("ballots.id"), primary_key=True),
    Column("hash", Hash, primary_key=True),
    sqlite_with_rowid=False,
)

# Sealed under a key that is not in the database; deleted with the vote.
ballot_drafts = Table(
    "ballot_drafts",
    metadata,
    Column("ballot_id", Id, ForeignKey("ballots.id"), primary_key=True),
    Column("voter", Id, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# One row a ballot: the lists have the order that chance gave them, and their entries no rows of their own.
ballot_lists = Table(
    "ballot_lists",
    metadata,
    Column("ballot_id", Id, ForeignKey("ballots.id"), primary_key=True),
    Column("lists", Json, nullable=False),
)

SECRET = ("ballot_register", "ballot_box", "ballot_receipts", "ballot_drafts")
"""Tables whose deleted rows must be gone from the files too."""
