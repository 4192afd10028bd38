"""Where a person lands: onboarding until both consents are there, then what they wrote before, then the menu."""

from dialogs.pages import Visit
from dialogs.states import MenuSG, OfferSG, OnboardingSG


async def open_onboarding(visit: Visit) -> None:
    state = OnboardingSG.privacy if visit.actor.language_chosen else OnboardingSG.language
    await visit.begin(state)


async def open_home(visit: Visit) -> None:
    draft = await visit.draft()
    unasked = draft is not None and draft.source == "free" and not draft.empty and draft.kind is None
    await visit.begin(OfferSG.ask if unasked else MenuSG.main)
