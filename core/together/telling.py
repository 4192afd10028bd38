"""What is said to those who sign with the author: how far it is, and the answer, each once."""

from dataclasses import replace

from core.mediation import telling as mediation
from core.petitions import messages, passing_on
from core.petitions.model import CaseMessage, Event, Petition
from core.petitions.stages import Stage
from core.shared.actions import Action, ActionCode
from core.shared.ids import ChatId, PetitionId
from core.shared.messages import Button, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.together.model import Part, Signer
from core.uow import UnitOfWork

SHARED = (Stage.ACCEPTED,)
"""Stages of a main case that are news to the people of what is merged under it; how theirs ends is theirs alone."""
SAID_OTHERWISE = (Stage.SUBMITTED, Stage.IN_PROGRESS, Stage.MORE_INFO, Stage.ANSWERED)
"""Stages of which signers are not told: nothing has happened yet, it is between staff and speakers, or it is said."""


def show(petition_id: PetitionId) -> list[list[Button]]:
    return [[Button("button-together", ActionCode(Action.TOGETHER, petition_id).pack())]]


def word(petition: Petition, to: Signer, key: str, dedupe: str, buttons: list[list[Button]]) -> OutboxItem:
    """A short word to a signer who can be written to."""
    return OutboxItem(
        dedupe=dedupe,
        operation=Operation.SEND,
        chat_id=ChatId(to.telegram_id or 0),
        priority=Priority.BRIEF,
        spec=MessageSpec(key, {"number": petition.number, "stage": Term(f"stage-{petition.stage}")}, buttons=buttons),
        petition_id=petition.id,
    )


async def others(uow: UnitOfWork, petition: Petition, *, merged: bool = True) -> list[tuple[Petition, Signer]]:
    """Return whoever signs a case, or one `merged` under it, but its author: each once, with the case they know."""
    members = await uow.together.members(petition.id) if merged else ()
    signers = await uow.together.signers([petition.id, *members])
    seen, found = {petition.resident_id}, list[tuple[Petition, Signer]]()
    cases = {petition.id: petition}
    for signer in signers:
        own = signer.signature
        if own.resident_id in seen or signer.telegram_id is None:
            continue
        seen.add(own.resident_id)
        if own.petition_id not in cases:
            cases[own.petition_id] = await uow.petitions.get(own.petition_id)
        found.append((cases[own.petition_id], signer))
    return found


async def tell_stage(uow: UnitOfWork, petition: Petition) -> None:
    """Tell everybody how far it is, each stage once; commit required."""
    await mediation.tell_stage(uow, petition)
    if petition.stage in SAID_OTHERWISE:
        return
    for case, signer in await others(uow, petition, merged=petition.stage in SHARED):
        told = replace(case, stage=petition.stage)
        key = f"together-stage:{petition.id}:{petition.stage}:{signer.signature.person}"
        uow.outbox.add(word(told, signer, "together-progress", key, show(case.id)))


async def carried(
    uow: UnitOfWork,
    petition: Petition,
    message: CaseMessage,
    event: Event,
    frame: tuple[str, str],
    *,
    not_before: float,
    edition: int,
) -> list[OutboxItem]:
    """Return copies of what staff say: the answer for all, anything else for the speakers of this very case.

    `frame` is the text's key and the unit's name. Taken back or corrected, they share the fate of the author's.
    """
    found: list[OutboxItem] = []
    for case, signer in await others(uow, petition):
        speaks = signer.signature.part is Part.SPEAKER and case.id == petition.id
        if signer.telegram_id is None or not (speaks or event is Event.ANSWER):
            continue
        named = replace(petition, number=case.number)
        copies = passing_on.to_resident(
            named, message, signer.telegram_id, *frame, not_before=not_before, edition=edition
        )
        for copy in copies:
            spec = copy.spec and replace(copy.spec, buttons=show(case.id))
            dedupe = f"{copy.dedupe}:{signer.signature.person}"
            found.append(replace(copy, dedupe=dedupe, spec=spec, role=None))
    return found


async def count_changed(uow: UnitOfWork, petition: Petition, occasion: str) -> None:
    """Draw the cards anew, which show how many sign; `occasion` is told apart for ever."""
    for place in await uow.links.cards(petition.id):
        uow.outbox.add(messages.card(petition, place.chat_id, occasion=occasion))
