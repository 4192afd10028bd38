"""Where a person lands: onboarding until both consents are there, then what they wrote before, then the menu."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from core.people.model import Level, Newcomer, Unit
from core.shared.ids import UnitId
from dialogs.disclosure.links import open_link
from dialogs.identity.links import open_slip
from dialogs.mediation.links import open_mediation_link
from dialogs.pages import Visit
from dialogs.states import MenuSG, OfferSG, OnboardingSG
from dialogs.together.links import open_invite

FIRST = "first"
"""Where the window of the units remembers that somebody has only just agreed."""


async def open_onboarding(visit: Visit) -> None:
    await visit.begin(OnboardingSG.privacy if visit.actor.language_chosen else OnboardingSG.language)


async def remember_poster(visit: Visit, unit_id: UnitId) -> None:
    """Keep whose poster somebody has followed until they agree."""
    who = visit.actor
    newcomer = await visit.use.newcomers.get(who.telegram_id) or Newcomer(served=who.known)
    await visit.use.newcomers.put(who.telegram_id, replace(newcomer, poster=unit_id))


async def remember_wanted(visit: Visit, link: str, unit_id: UnitId) -> None:
    """Keep which link to the board of a unit somebody has followed until they agree; it is like a poster of the unit.

    Whoever has a unit, or has followed a poster, stays with that: a board is read by everybody.
    """
    newcomer = await visit.use.newcomers.get(visit.actor.telegram_id) or Newcomer(served=visit.actor.known)
    poster = newcomer.poster if newcomer.served else newcomer.poster or unit_id
    await visit.use.newcomers.put(visit.actor.telegram_id, replace(newcomer, poster=poster, wants=link))


async def open_first_home(visit: Visit, home: Callable[[Visit], Awaitable[None]]) -> None:
    """After both consents: to the poster's unit; else, of several communities, words must not go to the wrong one.

    Where nothing has to be asked and nothing was followed, to `home`.
    """
    newcomer = await visit.use.newcomers.get(visit.actor.telegram_id)
    await visit.use.newcomers.delete(visit.actor.telegram_id)
    poster = None if newcomer is None else newcomer.poster
    if newcomer is not None and newcomer.served and poster is not None:
        await open_poster(visit, await visit.use.office.of_unit(poster))
    elif poster is not None:
        if (await visit.use.office(visit.actor.resident_id)).id != poster:  # followed after the first consent
            await visit.use.choose_unit(visit.actor.resident_id, poster)
        await _open_wanted(visit, newcomer, home)
    elif len(await visit.use.communities()) > 1 and not await _unit_is_known(visit):
        await visit.begin(MenuSG.unit, **{FIRST: "yes"})
    else:
        await _open_wanted(visit, newcomer, home)


async def _open_wanted(visit: Visit, newcomer: Newcomer | None, home: Callable[[Visit], Awaitable[None]]) -> None:
    """Open what they came for, unless there is something of their own that they have to be asked about."""
    words = await visit.use.words.get(visit.actor.telegram_id)
    wants = newcomer.wants if newcomer is not None and (words is None or words.empty) else ""
    if not wants or not (
        await open_slip(visit, wants)
        or await open_invite(visit, wants)
        or await open_mediation_link(visit, wants)
        or await open_link(visit, wants)
    ):
        await home(visit)


async def _unit_is_known(visit: Visit) -> bool:
    """Tell whether an earlier version put them down for a poster's unit: it kept that in the window and the row.

    A community in the row may also be the one that was the first by name then; a group never is.
    """
    own = await visit.use.office(visit.actor.resident_id)
    return "poster" in visit.start_data or own.level is Level.GROUP


async def open_poster(visit: Visit, unit: Unit) -> None:
    """Somebody who is served already follows a poster: of another unit they are asked, never just moved."""
    own = await visit.use.office(visit.actor.resident_id)
    if unit.id != own.id:
        await visit.begin(MenuSG.poster, invite=unit.invite)
    else:
        await open_home(visit)


async def open_home(visit: Visit) -> None:
    words = await visit.use.words.get(visit.actor.telegram_id)
    await visit.begin(MenuSG.main if words is None or words.empty else OfferSG.ask)
