"""The schema. Importing this package fills `metadata`; the migrations are compared with it by a test."""

from storage.tables.booking import booking_counters, booking_days, booking_series, booking_slots, bookings
from storage.tables.people import (
    bind_codes,
    residents,
    roster_entries,
    roster_roles,
    staff_chat_purposes,
    staff_chats,
    units,
)
from storage.tables.petitions import (
    APPEND_ONLY,
    attachments,
    audit,
    blobs,
    case_messages,
    message_links,
    petition_counters,
    petition_history,
    petitions,
    staff_cards,
    staff_intents,
)
from storage.tables.traffic import clock_offset, dialog_state, inbox, outbox, periods_run
from storage.tables.types import metadata

__all__ = [
    "APPEND_ONLY",
    "attachments",
    "audit",
    "bind_codes",
    "blobs",
    "booking_counters",
    "booking_days",
    "booking_series",
    "booking_slots",
    "bookings",
    "case_messages",
    "clock_offset",
    "dialog_state",
    "inbox",
    "message_links",
    "metadata",
    "outbox",
    "periods_run",
    "petition_counters",
    "petition_history",
    "petitions",
    "residents",
    "roster_entries",
    "roster_roles",
    "staff_cards",
    "staff_chat_purposes",
    "staff_chats",
    "staff_intents",
    "units",
]
