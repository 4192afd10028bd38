"""Where a person lands: onboarding until both consents are there, then what they wrote before, then the menu."""

from dialogs.pages import Visit
from dialogs.states import MenuSG, OfferSG, OnboardingSG


async def open_onboarding(visit: Visit) -> None:
    state = OnboardingSG.privacy if visit.actor.language_chosen else OnboardingSG.language
    await visit.begin(state)


async def open_home(visit: Visit) -> None:
    words = await visit.use.words.get(visit.actor.telegram_id)
    await visit.begin(MenuSG.main if words is None or words.empty else OfferSG.ask)
