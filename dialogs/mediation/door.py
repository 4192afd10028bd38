"""How one comes to a mediation: from one's own case, and as the other party from the list of cases."""

from collections.abc import Sequence

from core.petitions.model import Kind, Petition, Stage
from core.shared.ids import PetitionId
from dialogs.pages import Choice, Go, Visit
from dialogs.states import CasesSG, MediationSG


async def open_mediation(visit: Visit, petition_id: PetitionId) -> None:
    await visit.begin(MediationSG.page, case=petition_id)


async def open_case(visit: Visit, petition_id: PetitionId) -> None:
    """Show a case to whoever is of it: to the other party of a mediation what they may see of it."""
    if await visit.use.mediation.parties.is_other(visit.actor, petition_id):
        await open_mediation(visit, petition_id)
    else:
        await visit.begin(CasesSG.view, case=petition_id)


async def open_writing(visit: Visit, petition_id: PetitionId) -> bool:
    """Invite words of the other party of a mediation; False for anybody else."""
    if not await visit.use.mediation.parties.is_other(visit.actor, petition_id):
        return False
    sheet = await visit.use.mediation.parties.see(visit.actor, petition_id)
    await visit.begin(MediationSG.write if sheet.petition.open else MediationSG.page, case=petition_id)
    return True


async def said_after_end(visit: Visit, petition_id: PetitionId) -> bool:
    """Tell whether what the author has just said came after the end; the other party can say nothing then."""
    if await visit.use.mediation.parties.is_other(visit.actor, petition_id):
        return False
    return (await visit.use.see.own(visit.actor, petition_id)).petition.stage is Stage.CLOSED


def show_mediation(petition_id: PetitionId) -> Go:
    async def go(visit: Visit) -> None:
        await open_mediation(visit, petition_id)

    return go


async def running_with(visit: Visit) -> Sequence[Petition]:
    """Return the running mediations in which somebody is the other party: words of theirs may belong there."""
    return [each for each in await visit.use.mediation.parties.mine(visit.actor) if each.open]


async def invited_to(visit: Visit) -> list[Choice]:
    """Return the mediations in which somebody is the other party, for the list of their cases."""
    return [
        Choice(
            f"mediated-{each.id}",
            "gm-row",
            show_mediation(each.id),
            {
                "number": each.number,
                "stage": visit.speech.plain(f"stage-{each.stage}"),
                "mark": visit.speech.plain(f"mark-{each.stage}"),
            },
            names=(each.number,),
        )
        for each in await visit.use.mediation.parties.mine(visit.actor)
    ]


def mediation_choice(petition: Petition) -> list[Choice]:
    if petition.kind is not Kind.MEDIATION or petition.resident_id is None:
        return []
    return [Choice("mediation", "button-mediation", show_mediation(petition.id))]
