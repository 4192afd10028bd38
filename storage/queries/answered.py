from sqlalchemy import ColumnElement, FromClause, and_, exists, func, select

from core.petitions.model import Event, Stage
from storage.tables import petition_history, petitions


def went_out(history: FromClause) -> ColumnElement[bool]:
    """Tell of a row that is an answer whether it went out: no correction of one, and not taken back."""
    back, again = petition_history.alias(), petition_history.alias()
    undone = exists().where(
        back.c.petition_id == history.c.petition_id,
        back.c.id > history.c.id,
        event_of(back) == Event.TAKE_BACK,
        back.c.from_stage == Stage.ANSWERED,
        back.c.to_stage != Stage.ANSWERED,
        ~exists()
        .where(
            again.c.petition_id == back.c.petition_id,
            event_of(again) == Event.ANSWER,
            again.c.from_stage != Stage.ANSWERED,
            again.c.id > history.c.id,
            again.c.id < back.c.id,
        )
        .correlate(history, back),
    )
    return and_(history.c.from_stage != Stage.ANSWERED, ~undone)


def event_of(history: FromClause) -> ColumnElement[str]:
    """Return the event so that no index is looked up by it: SQLite would read all answers to find those of a case."""
    return func.coalesce(history.c.event, "")


def acting(history: FromClause) -> ColumnElement[str]:
    """Return the unit a petition was with when a row of its history was written: where the rows before had led."""
    before = petition_history.alias()
    last = (
        select(before.c.unit_id)
        .where(before.c.petition_id == history.c.petition_id, before.c.id < history.c.id, before.c.unit_id.is_not(None))
        .order_by(before.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(last, petitions.c.unit_id)
