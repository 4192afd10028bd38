"""Where a person lands: onboarding until both consents are there, then what they wrote before, then the menu."""

from core.people.model import Unit
from dialogs.pages import Visit
from dialogs.states import MenuSG, OfferSG, OnboardingSG


async def open_onboarding(visit: Visit, *, poster: bool = False) -> None:
    """`poster`: which community is theirs is known, and not asked at the end."""
    state = OnboardingSG.privacy if visit.actor.language_chosen else OnboardingSG.language
    await visit.begin(state, **({"poster": "yes"} if poster else {}))


async def open_first_home(visit: Visit) -> None:
    """After both consents: with several communities, words must not go to the wrong one's staff."""
    if "poster" not in visit.start_data and len(await visit.use.communities()) > 1:
        await visit.begin(MenuSG.unit)
    else:
        await open_home(visit)


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
