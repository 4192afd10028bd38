"""A party's own data: what they take along (PI 45), and what becomes of a mediation when they are erased (PI 47)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from core.mediation.model import Mediation, Side, side_of
from core.mediation.parties import read_by_other
from core.mediation.steps import By, take
from core.mediation.telling import tell, tell_desk
from core.petitions.model import CaseMessage, Kind, Petition
from core.petitions.stages import Event
from core.shared.ids import ResidentId
from core.uow import UnitOfWork


async def leave_all(uow: UnitOfWork, who: ResidentId, at: datetime) -> None:
    """End what runs: whoever is gone is not willing any more. Then their name goes out of it. Commit required."""
    own = [await uow.petitions.get(each) for each in await uow.persons.cases(who)]
    cases = [each.id for each in own if each.kind is Kind.MEDIATION]
    for petition_id in sorted({*cases, *await uow.mediations.with_other(who)}):  # the order in which all lock
        was = await uow.petitions.lock(petition_id)
        mediation = await uow.mediations.of(petition_id)
        side = None if mediation is None else side_of(was, mediation, who)
        if mediation is None or side is None or not was.open:
            continue
        petition, mediation = await take(uow, was, mediation, Event.GM_LEAVE, By("resident", who), at)
        await tell(uow, petition, mediation, "gm-left", Side.OTHER if side is Side.ASKER else Side.ASKER)
        await tell_desk(uow, petition, "gm-staff-left", name="—")
    await uow.mediations.forget(who)


async def of_party(uow: UnitOfWork, who: ResidentId) -> list[tuple[Petition, Mediation, Side]]:
    """Return the mediations in which somebody is a party, their own first."""
    found = []
    for petition_id in [*await uow.persons.cases(who), *await uow.mediations.with_other(who)]:
        mediation = await uow.mediations.of(petition_id)
        petition = await uow.petitions.get(petition_id)
        side = None if mediation is None else side_of(petition, mediation, who)
        if mediation is not None and side is not None:
            found.append((petition, mediation, side))
    return found


async def exported(uow: UnitOfWork, who: ResidentId) -> list[dict[str, Any]]:
    """Return them as plain JSON: of the other side nothing but what both know."""
    return [
        {
            "number": petition.number,
            "side": side,
            "state": mediation.state,
            "line": mediation.line,
            "other": mediation.other_name if side is Side.ASKER else None,
            "mediator": mediation.mediator_name or None,
            "session": [mediation.session.at.isoformat(), mediation.session.place] if mediation.session else None,
            "agreement": mediation.text or None,
            "confirmed": mediation.confirmed(side),
            "messages": [_message(each) for each in await said_to(uow, mediation, side)],
        }
        for petition, mediation, side in await of_party(uow, who)
    ]


async def said_to(uow: UnitOfWork, mediation: Mediation, side: Side) -> Sequence[CaseMessage]:
    """Return the words of the other party's own; those of whoever asked stand with their cases."""
    return await read_by_other(uow, mediation) if side is Side.OTHER else ()


def _message(message: CaseMessage) -> dict[str, Any]:
    return {
        "from": message.author,
        "name": message.author_name,
        "at": message.at.isoformat(timespec="seconds"),
        "text": message.text,
        "files": [file.name or file.kind for file in message.attachments],
    }
