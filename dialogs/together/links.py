"""Links by which others join a petition, and the button that opens one for its author."""

from core.shared.errors import AppError
from core.shared.ids import UnitId
from core.shared.tries import WRONG_POSTERS
from dialogs.states import TogetherSG
from dialogs.visit import Visit

JOIN = "g_"
"""What the payload of such a link begins with."""


async def unit_of_invite(visit: Visit, link: str) -> UnitId | None:
    """Return with whom the petition is; None where the link leads nowhere, or link after link was tried."""
    tries, who = visit.use.tries, visit.actor.telegram_id
    if not link.startswith(JOIN) or tries.used_up(WRONG_POSTERS, who):
        return None
    try:
        sheet = await visit.use.together.sign.invited(visit.actor, link.removeprefix(JOIN))
    except AppError:
        tries.count(WRONG_POSTERS, who)
        return None
    return sheet.petition.unit_id


async def open_invite(visit: Visit, link: str) -> bool:
    """Ask whether they join; False if the link leads nowhere."""
    if await unit_of_invite(visit, link) is None:
        return False
    await visit.begin(TogetherSG.join, invite=link.removeprefix(JOIN))
    return True
