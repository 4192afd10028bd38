"""From what a database says went wrong to the domain's errors. What is not in the map is never guessed."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from core.shared.errors import AppError, ConflictError, StorageError

CONFLICTS: dict[str, tuple[str, str]] = {
    "uq_residents_telegram_id": ("residents.telegram_id", "resident-exists"),
    "uq_petitions_draft_id": ("petitions.draft_id", "case-exists"),
    "uq_petitions_access_hash": ("petitions.access_hash", "code-exists"),
    "uq_case_messages_source": ("case_messages.source", "message-exists"),
    "uq_answer_templates_unit_id_folded": ("answer_templates.unit_id, answer_templates.folded", "template-exists"),
    "uq_units_invite": ("units.invite", "unit-exists"),
    "uq_roster_entries_resident_id": ("roster_entries.resident_id", "person-bound"),
    "uq_bookings_request": ("bookings.request", "booking-exists"),
    "uq_bookings_day_id_resident_id": ("bookings.day_id, bookings.resident_id", "booking-exists"),
    "uq_ballots_unit_id_slug": ("ballots.unit_id, ballots.slug", "ballot-exists"),
    "uq_disclosure_versions_source": ("disclosure_versions.source", "news-exists"),
    "uq_petition_extensions_petition_id": ("petition_extensions.petition_id", "extension-exists"),
    "uq_reports_number": ("reports.number", "report-exists"),
    "uq_reports_mark": ("reports.mark", "report-exists"),
    "uq_reports_access_hash": ("reports.access_hash", "report-exists"),
    "pk_bind_codes": ("bind_codes.code_hash", "code-exists"),
}
"""Constraint, as PostgreSQL names it → the columns SQLite names, and the ConflictError's code."""

_BY_COLUMNS = dict(CONFLICTS.values())
_BY_NAME = {name: code for name, (_, code) in CONFLICTS.items()}
_SQLITE = re.compile(r"UNIQUE constraint failed: ([\w., ]+)")
_POSTGRESQL = re.compile(r'unique constraint "(\w+)"')


@contextmanager
def translated() -> Iterator[None]:
    """Raise ConflictError for a known constraint, StorageError for every other failure of the database."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _meaning(error) from error
    except (sqlite3.Error, OSError) as error:  # what SQLAlchemy does not see: opening a connection, emptying the log
        raise StorageError("storage-failed") from error


def _meaning(error: SQLAlchemyError) -> AppError:
    if isinstance(error, IntegrityError):
        text = str(error.orig)
        if found := _SQLITE.search(text):
            code = _BY_COLUMNS.get(found[1].strip())
        elif found := _POSTGRESQL.search(text):
            code = _BY_NAME.get(found[1])
        else:
            code = None
        if code is not None:
            return ConflictError(code)
    return StorageError("storage-failed")
