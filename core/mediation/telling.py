"""What is said to the parties of a mediation, and of them to the staff; nothing of one party's goes to the other."""

from dataclasses import replace
from datetime import date, tzinfo

from core.mediation.model import Mediation, Side, State, confirm_until
from core.people.model import Resident
from core.petitions import messages, passing_on
from core.petitions.authors import Author
from core.petitions.model import CaseMessage, Kind, Petition
from core.petitions.stages import Stage
from core.shared.actions import Action, ActionCode
from core.shared.ids import ChatId
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.uow import UnitOfWork

TOLD_STAGES = (Stage.TRANSFERRED, Stage.ESCALATED, Stage.NOT_ACCEPTED)
"""Stages of the petition of which the other party hears; all else is said as what happens in the mediation."""


async def person(uow: UnitOfWork, petition: Petition, mediation: Mediation, side: Side) -> Resident | None:
    """Return a party who is on the bot."""
    who = petition.resident_id if side is Side.ASKER else mediation.other_id
    return None if who is None else await uow.residents.get(who)


async def tell(uow: UnitOfWork, petition: Petition, mediation: Mediation, key: str, *sides: Side, **args: Arg) -> None:
    """Tell parties who can be written to, once per version of the petition; commit required."""
    for side in sides:
        to = await person(uow, petition, mediation, side)
        if to is None:
            continue
        spec = MessageSpec(key, {"number": petition.number, **args}, buttons=_buttons(petition, mediation, side))
        uow.outbox.add(
            OutboxItem(
                dedupe=f"gm:{petition.id}:{petition.version}:{key}:{side}",
                operation=Operation.SEND,
                chat_id=ChatId(to.telegram_id),
                priority=Priority.REPLY,
                spec=spec,
                petition_id=petition.id,
            )
        )


def _buttons(petition: Petition, mediation: Mediation, side: Side) -> list[list[Button]]:
    rows = [[Button("button-show-case", ActionCode(Action.SHOW_CASE, petition.id).pack())]]
    if mediation.state is State.DRAFTED and mediation.confirmed(side) is None:
        confirm = ActionCode(Action.GM_CONFIRM, petition.id, mediation.edition).pack()
        rows.insert(0, [Button("button-gm-confirm", confirm)])
    return rows


async def tell_agreed(uow: UnitOfWork, petition: Petition, mediation: Mediation, zone: tzinfo) -> None:
    """Tell both that it holds now, and until when they may ask the court to confirm it (人民调解法 art. 33)."""
    until = confirm_until(mediation.ended_at, zone) if mediation.ended_at else date.min
    await tell(uow, petition, mediation, "gm-agreed", *Side, until=until)


async def tell_desk(uow: UnitOfWork, petition: Petition, key: str, **args: Arg) -> None:
    """Say in every chat that has the case what a party has done, and draw the cards anew; commit required."""
    places = await uow.links.cards(petition.id)
    for place in places:
        dedupe = f"gm:{petition.id}:{petition.version}:{key}:{place.chat_id}"
        spec = MessageSpec(key, {"number": petition.number, **args})
        uow.outbox.add(messages.in_case(petition, place.chat_id, dedupe, spec))
    for item in messages.refresh_cards(petition, places):
        uow.outbox.add(item)


async def tell_stage(uow: UnitOfWork, petition: Petition) -> None:
    """Tell the other party where the petition goes, each stage once; commit required."""
    if petition.kind is not Kind.MEDIATION or petition.stage not in TOLD_STAGES:
        return
    mediation = await uow.mediations.of(petition.id)
    if mediation is not None and mediation.other_id is not None:
        await tell(uow, petition, mediation, f"gm-stage-{petition.stage}", Side.OTHER)


async def copies(
    uow: UnitOfWork,
    petition: Petition,
    message: CaseMessage,
    frame: tuple[str, str],
    *,
    not_before: float,
    edition: int,
) -> list[OutboxItem]:
    """Return what brings words of the staff to the other party: those to both, and those to them alone.

    `frame` is the text's key and the unit's name. Taken back or corrected, they share the fate of the author's.
    """
    if petition.kind is not Kind.MEDIATION or message.author is Author.TO_ASKER:
        return []
    mediation = await uow.mediations.of(petition.id)
    to = None if mediation is None else await person(uow, petition, mediation, Side.OTHER)
    if to is None:
        return []
    going = passing_on.to_resident(petition, message, to.telegram_id, *frame, not_before=not_before, edition=edition)
    return [replace(item, dedupe=f"{item.dedupe}:{Side.OTHER}") for item in going]
