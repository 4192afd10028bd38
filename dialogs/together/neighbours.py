"""Whether neighbours are told of one's case: asked once it is filed, and taken back at any time."""

from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from core.together.model import can_be_shown
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.start import open_home
from dialogs.states import CasesSG, TogetherSG


async def open_neighbours(visit: Visit, petition_id: PetitionId) -> None:
    await visit.begin(TogetherSG.neighbours, case=petition_id)


def show_neighbours(petition_id: PetitionId) -> Go:
    async def go(visit: Visit) -> None:
        await open_neighbours(visit, petition_id)

    return go


def _here(visit: Visit) -> PetitionId:
    return PetitionId(visit.start_data.get("case", ""))


async def neighbours_page(visit: Visit) -> Page:
    """What neighbours would read, who writes it, and what they read now."""
    petition, line = await visit.use.together.allow.see(visit.actor, _here(visit))
    own = {"number": petition.number, "line": line.line if line else ""}
    choices = []
    if line is not None:
        key = "neighbours-mine-shown" if line.stands(petition) else "neighbours-mine-allowed"
        choices.append(Choice("back-out", "button-neighbours-refuse", _refuse, also="names-rather-not"))
    elif can_be_shown(petition):
        key = "neighbours-mine"
        choices.append(Choice("allow", "button-neighbours-allow", _allow, also="names-yes"))
    else:
        key = "neighbours-mine-over"
    case = Choice("case", "button-show-case", _case, also="names-back")
    menu = Choice("menu", "button-menu", open_home, also=("names-menu", "names-leave"))
    return Page(MessageSpec(key, own), [*choices, case, menu], take_free_text, sorts=True)


async def _allow(visit: Visit) -> None:
    await visit.use.together.allow(visit.actor, _here(visit))
    visit.flash("neighbours-thanks")


async def _refuse(visit: Visit) -> None:
    await visit.use.together.allow.take_back(visit.actor, _here(visit))
    visit.flash("neighbours-refused")


async def _case(visit: Visit) -> None:
    await visit.begin(CasesSG.view, case=_here(visit))
