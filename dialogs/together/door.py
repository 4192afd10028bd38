"""How one comes to a petition of several people from one's own cases."""

from core.petitions.model import Petition
from core.shared.ids import PetitionId
from core.together.model import JOINABLE
from dialogs.pages import Choice, Go, Visit
from dialogs.states import TogetherSG


async def open_together(visit: Visit, petition_id: PetitionId) -> None:
    await visit.begin(TogetherSG.page, case=petition_id)


def show_together(petition_id: PetitionId) -> Go:
    async def go(visit: Visit) -> None:
        await open_together(visit, petition_id)

    return go


async def joined(visit: Visit) -> list[Choice]:
    """Return the petitions of others that somebody signs, for the list of their cases."""
    return [
        Choice(
            f"joined-{each.id}",
            "together-row",
            show_together(each.id),
            {
                "number": each.number,
                "stage": visit.speech.plain(f"stage-{each.stage}"),
                "mark": visit.speech.plain(f"mark-{each.stage}"),
            },
            names=(each.number,),
        )
        for each in await visit.use.together.sign.mine(visit.actor)
    ]


def together_choice(petition: Petition) -> list[Choice]:
    """Offer to open a case to others, or to look who signs."""
    if petition.kind not in JOINABLE or petition.resident_id is None:
        return []
    return [Choice("together", "button-together", show_together(petition.id))]
