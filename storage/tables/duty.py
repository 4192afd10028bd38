from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.types import Id, Json, Moment, TelegramId, Word, metadata

# Who works, or worked, in a unit's desk, as Telegram names them.
desk_people = Table(
    "desk_people",
    metadata,
    Column("unit_id", Id, ForeignKey("units.id"), primary_key=True),
    Column("user_id", TelegramId, primary_key=True, autoincrement=False),
    Column("name", String(255), nullable=False),
    Column("username", String(64), nullable=False),
    Column("gone", Boolean, nullable=False),
)

# `slot`: a weekday of every week (w1 to w7), or a day; a day's row goes before its weekday's.
duty_slots = Table(
    "duty_slots",
    metadata,
    Column("unit_id", Id, ForeignKey("units.id"), primary_key=True),
    Column("slot", String(10), primary_key=True),
    Column("people", Json, nullable=False),
)

duty_aways = Table(
    "duty_aways",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("user_id", TelegramId, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Index(None, "unit_id", "last"),
)

duty_swaps = Table(
    "duty_swaps",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("other", Date, nullable=True),
    Column("asker", TelegramId, nullable=False),
    Column("asked", TelegramId, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("state", Word, nullable=False),
)

# What an imported file would set, until somebody confirms it.
duty_plans = Table(
    "duty_plans",
    metadata,
    Column("unit_id", Id, ForeignKey("units.id"), primary_key=True),
    Column("slots", Json, nullable=False),
)

# An office of the directory. `published` is what everybody reads, `draft` what the desk is about to say instead.
directory_offices = Table(
    "directory_offices",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("slug", String(41), nullable=False),
    Column("position", Integer, nullable=False),
    Column("published", Json, nullable=True),
    Column("draft", Json, nullable=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("unit_id", "slug"),
)

volunteers = Table(
    "volunteers",
    metadata,
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
    Column("skills", Json, nullable=False),
    Column("times", Json, nullable=False),
    Column("since", Moment, nullable=False),
)

volunteer_calls = Table(
    "volunteer_calls",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("source", String(64), nullable=False),
    Column("petition_id", Id, ForeignKey("petitions.id"), nullable=True),
    Column("text", Text, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("skill", Word, nullable=True),
    Column("state", Word, nullable=False),
    Column("by", TelegramId, nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("source"),
    Index(None, "unit_id", "made_at"),
)

volunteer_answers = Table(
    "volunteer_answers",
    metadata,
    Column("call_id", Id, ForeignKey("volunteer_calls.id"), primary_key=True),
    Column("resident_id", Id, ForeignKey("residents.id", ondelete="CASCADE"), primary_key=True),
    Column("answer", Word, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "resident_id"),
)

# Cases marked major, with the leader who owns each to its end.
major_cases = Table(
    "major_cases",
    metadata,
    Column("petition_id", Id, ForeignKey("petitions.id"), primary_key=True),
    Column("lead_id", TelegramId, nullable=False),
    Column("lead_name", String(255), nullable=False),
    Column("lead_unit", Id, ForeignKey("units.id"), nullable=False),
    Column("since", Moment, nullable=False),
    Index(None, "lead_id"),
)

case_team = Table(
    "case_team",
    metadata,
    Column("petition_id", Id, ForeignKey("major_cases.petition_id"), primary_key=True),
    Column("user_id", TelegramId, primary_key=True, autoincrement=False),
    Column("name", String(255), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Index(None, "user_id"),
)
