"""Links on the slips of people for whom the desk has filed."""

from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import UnitId
from core.shared.tries import WRONG_CODES
from dialogs.cases.guessed import opens_for
from dialogs.states import CasesSG
from dialogs.visit import Visit

SLIP = "c_"
"""What the payload of such a link begins with; the code word stands behind it."""


async def open_slip(visit: Visit, link: str) -> bool:
    """Open the case of a slip; False if the link is none of a slip."""
    if not link.startswith(SLIP):
        return False
    opened = await opens_for(visit, link.removeprefix(SLIP))
    await visit.begin(CasesSG.coded if opened else CasesSG.code)
    return True


async def unit_of_slip(visit: Visit, link: str) -> UnitId | None:
    """Return whose desk printed it; None if it opens nothing that was filed at a desk."""
    tries, who = visit.use.tries, visit.actor.telegram_id
    if tries.used_up(WRONG_CODES, who):
        return None
    try:
        view = await visit.use.see.by_code(link.removeprefix(SLIP))
    except (DomainError, NotFoundError):
        tries.count(WRONG_CODES, who)
        return None
    return None if view.petition.party is None else view.petition.unit_id
