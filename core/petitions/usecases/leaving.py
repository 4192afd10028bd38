"""Whoever keeps out of a case neither leads it nor looks into it any more (XF 28)."""

from dataclasses import replace
from datetime import datetime

from core.petitions import messages
from core.petitions.menu import code
from core.petitions.model import Event, Petition
from core.petitions.usecases.desk import record
from core.shared.actions import Action
from core.shared.actor import StaffActor
from core.shared.messages import Button, MessageSpec
from core.uow import UnitOfWork


async def leave_major(uow: UnitOfWork, petition: Petition, actor: StaffActor, now: datetime) -> None:
    """Take the actor out of lead and team, with a row of the history each; without a lead one is asked for.

    Commit required.
    """
    major = await uow.majors.of(petition.id)
    if major is None:
        return
    left = tuple(each for each in major.team if each.user_id != actor.user_id)
    leads = major.lead is not None and major.lead.user_id == actor.user_id
    if len(left) < len(major.team):
        record(uow, petition, petition, Event.TEAM, actor, now, f"- {actor.name}")
    if leads:
        record(uow, petition, petition, Event.LEAD, actor, now, f"- {actor.name}")
        choose = [Button("button-major-choose", code(Action.MAJOR, petition))]
        for place in await uow.links.cards(petition.id):
            spec = MessageSpec("major-needs-lead", {"number": petition.number, "name": actor.name}, buttons=[choose])
            word = f"needs-lead:{petition.id}:{petition.version}:{place.chat_id}"
            uow.outbox.add(messages.in_case(petition, place.chat_id, word, spec))
    await uow.majors.save(replace(major, team=left, lead=None if leads else major.lead))
