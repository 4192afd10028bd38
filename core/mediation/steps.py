"""One step of a mediation: the table, the history, and the petition that ends with it, in the open unit of work."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.mediation.model import ENDED, Mediation, State
from core.petitions.model import HistoryRow, Kind, Petition
from core.petitions.stages import Event, Stage
from core.shared.actor import RESIDENT, ResidentActor, StaffActor
from core.shared.ids import TelegramUserId
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class By:
    """Who does it, as the history names them: residents without their names."""

    kind: str
    id: str
    name: str = ""

    @classmethod
    def resident(cls, actor: ResidentActor) -> "By":
        return cls("resident", actor.resident_id)

    @classmethod
    def staff(cls, actor: StaffActor) -> "By":
        return cls("staff", str(actor.user_id), actor.name)


async def take(
    uow: UnitOfWork, was: Petition, mediation: Mediation, event: Event, by: By, at: datetime, reason: str = ""
) -> tuple[Petition, Mediation]:
    """Return and save both after `event`; with the last step the petition is over, too. Commit required.

    `mediation` bears already what the step changes besides its state. Raises DomainError("mediation-<state>").
    """
    after = mediation.after(event, was.number, at)
    _write(uow, was, was.stage, event, by, at, reason)
    petition = replace(was, version=was.version + 1)
    if after.state in ENDED:
        ending = Event.WITHDRAW if after.state is State.LEFT else Event.GM_END
        petition = replace(was.apply(ending), closed_at=at)
        _write(uow, was, petition.stage, ending, by, at, "")
        who = by.id if by.kind == "staff" else RESIDENT  # nothing leads from a case to its people for ever
        uow.audit.record("petition.mediated", who, was.id, at=at, detail=after.state)
    await uow.mediations.save(after)
    await uow.petitions.save(petition)
    return petition, after


async def leave_with_petition(uow: UnitOfWork, was: Petition, by: By, at: datetime) -> Mediation | None:
    """Whoever asked withdraws the petition, and their consent with it: return the mediation that is over by that.

    The caller writes the petition's own row behind it and saves the petition. None where there is no mediation.
    """
    mediation = await uow.mediations.of(was.id)
    if mediation is None or not mediation.can(Event.GM_LEAVE):
        return None
    left = mediation.after(Event.GM_LEAVE, was.number, at)
    _write(uow, was, was.stage, Event.GM_LEAVE, by, at, "")
    await uow.mediations.save(left)
    return left


async def drop_mediator(uow: UnitOfWork, petition: Petition, user_id: TelegramUserId) -> None:
    """Whoever keeps out of a case mediates it no more: another has to be chosen. Commit required."""
    mediation = await uow.mediations.of(petition.id) if petition.kind is Kind.MEDIATION else None
    if mediation is not None and mediation.mediator_id == user_id:
        await uow.mediations.save(replace(mediation, mediator_id=None, mediator_name=""))


def _write(uow: UnitOfWork, was: Petition, stage: Stage, event: Event, by: By, at: datetime, reason: str) -> None:
    uow.history.append(
        HistoryRow(
            petition_id=was.id,
            event=event,
            actor_kind=by.kind,
            actor_id=by.id,
            actor_name=by.name,
            at=at,
            from_stage=was.stage,
            to_stage=stage,
            reason=reason,
        )
    )
