"""Links by which the other party of a mediation is invited, and the one by which somebody begins to ask for it."""

from dataclasses import replace

from core.mediation.model import Side
from core.mediation.parties import Sheet
from core.people.model import Newcomer
from core.petitions.draft import Draft
from core.petitions.model import Kind
from core.shared.errors import AppError
from core.shared.ids import UnitId
from core.shared.tries import WRONG_POSTERS
from dialogs.mediation.door import open_mediation
from dialogs.states import MediationSG, MenuSG, PetitionSG
from dialogs.visit import Visit

INVITE = "m_"
"""What the payload of such a link begins with."""


BEGIN = "mediation"
"""The payload with which a poster leads to asking for one."""


async def _begin(visit: Visit) -> None:
    """Begin to ask for one; what becomes of a petition half written is asked first."""
    draft = await visit.draft()
    if draft is not None and not draft.untouched:
        await visit.begin(MenuSG.begun)
        return
    draft = Draft(id=visit.use.ids.new())
    draft.choose(Kind.MEDIATION)
    await visit.keep(draft)
    await visit.begin(PetitionSG.text)


async def remember_beginning(visit: Visit) -> None:
    """Keep until they agree that somebody wants to ask for one."""
    newcomer = await visit.use.newcomers.get(visit.actor.telegram_id) or Newcomer(served=visit.actor.known)
    await visit.use.newcomers.put(visit.actor.telegram_id, replace(newcomer, wants=BEGIN))


async def _sheet(visit: Visit, link: str) -> Sheet | None:
    tries, who = visit.use.tries, visit.actor.telegram_id
    if not link.startswith(INVITE) or tries.used_up(WRONG_POSTERS, who):
        return None
    try:
        return await visit.use.mediation.parties.invited(visit.actor, link.removeprefix(INVITE))
    except AppError:
        tries.count(WRONG_POSTERS, who)
        return None


async def unit_of_mediation(visit: Visit, link: str) -> UnitId | None:
    """Return with whom it is; None where the link leads nowhere, or link after link was tried."""
    sheet = await _sheet(visit, link)
    return None if sheet is None else sheet.petition.unit_id


async def open_mediation_link(visit: Visit, link: str) -> bool:
    """Ask whether they are willing; a party sees how far it is. False if the link leads nowhere."""
    if link == BEGIN:
        await _begin(visit)
        return True
    sheet = await _sheet(visit, link)
    if sheet is None:
        return False
    if sheet.side is Side.ASKER:
        visit.flash("gm-invited-own")
    if sheet.side is not None:
        await open_mediation(visit, sheet.petition.id)
    else:
        await visit.begin(MediationSG.invited, invite=link.removeprefix(INVITE))
    return True
