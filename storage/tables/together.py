from sqlalchemy import Column, ForeignKey, Index, String, Table, UniqueConstraint

from storage.tables.types import Id, Moment, Word, metadata

# Petitions that their authors have opened to others; `invite` is what the link carries.
collectives = Table(
    "collectives",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("invite", Id, nullable=False),
    Column("since", Moment, nullable=False),
    UniqueConstraint("invite"),
)

# `person` is the resident's id, or chance once their name has been taken out: they stay counted.
signatures = Table(
    "signatures",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("person", Id, primary_key=True),
    Column("resident_id", Id, ForeignKey("residents.id"), nullable=True),
    Column("part", Word, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "resident_id"),
)

# Of which cases neighbours are told that they were reported: a row as long as the author allows it; `line` is what the
# staff of `unit_id` wrote, "" where they have not.
neighbour_lines = Table(
    "neighbour_lines",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("since", Moment, nullable=False),
    Column("line", String(255), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=True),
    Column("by", String(255), nullable=False),
    Index(None, "unit_id"),
)

# What is answered with another case; a row goes when that is undone, the history keeps both.
merges = Table(
    "merges",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("main_id", Id, ForeignKey("petitions.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(255), nullable=False),
    Index(None, "main_id"),
)
