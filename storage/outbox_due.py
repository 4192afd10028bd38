"""Which rows of the outbox may be leased now."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.shared.outbox import ClaimedItem, RowState
from storage.tables import outbox

_LIVE = outbox.c.state == RowState.PENDING


async def take_turn(connection: AsyncConnection) -> None:
    """Let workers claim one after the other; SQLite does so by BEGIN IMMEDIATE.

    SKIP LOCKED alone would let two workers with different snapshots take two rows of one chat.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('linli.outbox'))"))


@cache  # to put it together takes longer than to run it, and workers ask all the time
def due_rows(limit: int) -> Select[Any]:
    """Select rows to lease, given `now`; SKIP LOCKED passes over rows just being finished, and is nothing on SQLite."""
    earlier = outbox.alias("earlier")
    leased = outbox.alias("leased")
    now = bindparam("now", type_=outbox.c.not_before.type)
    waiting = _waiting(now)
    kept_back = exists().where(  # the earlier row stands behind one of its own case that must wait
        waiting.c.chat_id == earlier.c.chat_id,
        waiting.c.petition_id.is_not_distinct_from(earlier.c.petition_id),
        tuple_(waiting.c.priority, waiting.c.id) < tuple_(earlier.c.priority, earlier.c.id),
    )
    free = and_(earlier.c.not_before <= now, ~kept_back)
    tried = earlier.c.attempts > 0  # behind such a one a person's chat waits whole, behind a held one only its case
    same_case = earlier.c.petition_id.is_not_distinct_from(outbox.c.petition_id)
    stands_behind = exists().where(
        earlier.c.state == RowState.PENDING,
        earlier.c.chat_id == outbox.c.chat_id,
        tuple_(earlier.c.priority, earlier.c.id) < tuple_(outbox.c.priority, outbox.c.id),
        or_(and_(outbox.c.chat_id > 0, tried, earlier.c.not_before > now), same_case, free),
    )
    busy = select(leased.c.chat_id).where(leased.c.state == RowState.PENDING, leased.c.lease_until > now)
    # No word on the row's own lease: its chat is busy then. It would also lure SQLite away from the ordered index
    # (60 ms instead of 1 with 50 000 rows waiting).
    wanted = select(outbox).where(_LIVE, outbox.c.not_before <= now, outbox.c.chat_id.not_in(busy), ~stands_behind)
    return wanted.order_by(outbox.c.priority, outbox.c.id).limit(limit).with_for_update(skip_locked=True, of=outbox)


def _waiting(now: BindParameter[float]) -> CTE:
    """Rows behind which only their own case waits: few, so they are looked up once and not once per row.

    In groups those that wait for their next try, everywhere those that are held.
    """
    tried: ColumnElement[bool] = literal_column("waiting.not_before > 0")  # by its letters: the index's condition
    row = outbox.alias("waiting")
    names = (row.c.chat_id, row.c.petition_id, row.c.priority, row.c.id)
    of_case = or_(row.c.chat_id < 0, row.c.attempts == 0)
    wanted = select(*names).where(row.c.state == RowState.PENDING, tried, row.c.not_before > now, of_case)
    return wanted.cte("waiting").prefix_with("MATERIALIZED")


def due_parts(heads: Sequence[ClaimedItem], now: float) -> Select[Any]:
    """Select what may go with rows of albums, in order."""
    with_one = or_(
        *(
            and_(outbox.c.chat_id == head.item.chat_id, outbox.c.album == head.item.album, outbox.c.id != head.id)
            for head in heads
        )
    )
    wanted = select(outbox).where(_LIVE, outbox.c.not_before <= now, with_one)
    return wanted.order_by(outbox.c.id).with_for_update(skip_locked=True, of=outbox)
