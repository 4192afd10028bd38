"""What a staff member does to a case, written into its history."""

from datetime import datetime

from core.petitions.model import Event, HistoryRow, Petition
from core.shared.actor import StaffActor
from core.shared.ids import UnitId
from core.uow import UnitOfWork


def record(
    uow: UnitOfWork,
    was: Petition,
    petition: Petition,
    event: Event,
    actor: StaffActor,
    at: datetime,
    reason: str = "",
    unit_id: UnitId | None = None,
) -> None:
    """Append what a staff member did to the history; commit required. `unit_id` is where it has gone by that."""
    uow.history.append(
        HistoryRow(
            petition_id=petition.id,
            event=event,
            actor_kind="staff",
            actor_id=str(actor.user_id),
            actor_name=actor.name,
            at=at,
            from_stage=was.stage,
            to_stage=petition.stage,
            reason=reason,
            unit_id=unit_id,
        )
    )
