"""Outbox items into rows and back, for the unit of work that adds them and the queue that delivers them."""

from sqlalchemy import RowMapping, exists, select

from core.shared.ids import ChatId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import ClaimedItem, Operation, OutboxItem, Priority, RowState
from storage.tables import outbox
from storage.work import Values, Work

FREE: Values = {"not_before": 0.0, "lease_until": 0.0, "owner": None}
DROPPED: Values = {"state": RowState.SUPERSEDED, "album": None, "finished_at": 0.0, "waits_since": None, **FREE}
"""A moment long ago: what the row would have said is erased at the next look."""

_PLAIN = (
    "dedupe",
    "chat_id",
    "petition_id",
    "to_case",
    "case_message_id",
    "reply_to",
    "origin_chat",
    "thread_id",
    "purge_at_once",
    "campaign_id",
)


def values_of(item: OutboxItem) -> Values:
    """Return the values of a new row, due at once or when its writer can take it back no longer."""
    return {
        **{name: getattr(item, name) for name in _PLAIN},
        "state": RowState.PENDING,
        "operation": item.operation,
        "priority": int(item.priority),
        "spec": None if item.spec is None else item.spec.to_json(),
        "role": item.role,
        "attempts": 0,
        "not_before": item.not_before,
        "album": item.album or None,
        "lease_until": 0.0,
        **({"waits_since": item.not_before} if item.not_before else {}),
        **({"waits_since": None} if item.priority is Priority.BROADCAST else {}),  # nobody waits for an answer
    }


def claimed_of(row: RowMapping, lease_until: float) -> ClaimedItem:
    """Return what was leased, from the row as it was before."""
    item = OutboxItem(
        **{name: row[name] for name in _PLAIN},
        operation=Operation(row["operation"]),
        priority=Priority(row["priority"]),
        spec=None if row["spec"] is None else MessageSpec.from_json(row["spec"]),
        role=None if row["role"] is None else LinkRole(row["role"]),
        album=row["album"] or "",
    )
    return ClaimedItem(
        id=row["id"],
        item=item,
        attempts=row["attempts"] + 1,
        lease_until=lease_until,
        revived=row["revived"],
        open_ended=row["attempts"] > 0 and row["error"] is None,
    )


async def named_for(work: Work, row: RowMapping, old: ChatId, new: ChatId) -> tuple[str, bool]:
    """Return the key of a row that follows a case into another chat, and whether that chat has been told it already.

    Then the row keeps its key with its number behind: this chat has not been told, so its key must be free again.
    """
    renamed = row["dedupe"].replace(f":{old}", f":{new}")
    taken = select(exists().where(outbox.c.dedupe == renamed, outbox.c.id != row["id"]))
    has_it = bool((await work.run(taken)).scalar_one())
    return (f"{row['dedupe']}:{row['id']}" if has_it else renamed), has_it
