"""Rows of the outbox whose writer may still take them back: never tried, and with a moment before which they wait."""

from sqlalchemy import ColumnElement, Select, and_, literal_column, select

from core.shared.outbox import RowState
from storage.tables import outbox


def is_held() -> ColumnElement[bool]:
    named: ColumnElement[bool] = literal_column("outbox.not_before > 0")  # by its letters: the index's condition
    return and_(outbox.c.state == RowState.PENDING, named, outbox.c.attempts == 0)


def held_messages() -> Select[tuple[str]]:
    """Select the ids of case messages that wait."""
    return select(outbox.c.case_message_id).where(is_held(), outbox.c.case_message_id.is_not(None))
