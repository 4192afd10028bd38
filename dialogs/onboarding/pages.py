"""Language, then what happens with what you write, then — asked separately — that it travels abroad (DOMAIN §8)."""

from collections.abc import Awaitable, Callable

from aiogram_dialog import Dialog, LaunchMode, ShowMode

from core.people.model import Unit
from core.shared.ids import UnitId
from core.shared.language import Language
from core.shared.messages import MessageSpec
from dialogs.incoming import Incoming
from dialogs.offer.meant import open_home_or_lead
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.petition.drafting import drop_words, keep_free_text
from dialogs.speech import Speech
from dialogs.start import open_first_home, open_onboarding, remember_poster
from dialogs.states import OnboardingSG
from dialogs.urgent import warn_if_urgent
from dialogs.windows import answers_unknown

OWN = "own"
"""Where the office's window remembers the unit of somebody who has refused, in case they agree after all."""
LANGUAGE_LABELS = {
    Language.ZH_CN: "language-zh-cn",
    Language.ZH_TW: "language-zh-tw",
    Language.EN: "language-en",
}


def language_choices(then: Callable[[Visit], Awaitable[None]]) -> list[Choice]:
    """Every language under its own name; choosing one changes the very next window."""

    def choose(language: Language) -> Callable[[Visit], Awaitable[None]]:
        async def go(visit: Visit) -> None:
            await visit.use.choose_language(visit.actor, language)
            visit.manager.middleware_data["speech"] = Speech(visit.speech.renderer, language)
            await then(visit)

        return go

    return [
        Choice(language.value.lower(), label, choose(language), names=(language.value,))
        for language, label in LANGUAGE_LABELS.items()
    ]


async def keep_for_later(visit: Visit, incoming: Incoming) -> None:
    """Nothing typed is lost, not even before consent: it waits in the draft and is offered again afterwards.

    Of somebody who has agreed before, an answer to an unknown message may be for an anonymous case: that must not wait.
    """
    if visit.actor.known and await answers_unknown(visit):
        visit.flash("reply-after-consent")
        return
    await warn_if_urgent(visit, incoming)
    visit.flash(await keep_free_text(visit, incoming) or "onboarding-kept")


async def language_page(_visit: Visit) -> Page:
    return Page(MessageSpec("onboarding-language"), language_choices(_to("privacy")), keep_for_later, loose=True)


async def privacy_page(_visit: Visit) -> Page:
    async def agree(visit: Visit) -> None:
        await visit.use.consent(visit.actor, transfer=False)
        await _to("abroad")(visit)

    return Page(
        MessageSpec("onboarding-privacy"),
        [Choice("yes", "button-agree", agree, also="names-yes"), _REFUSE, _LANGUAGE],
        keep_for_later,
        loose=True,
        unhurried=True,
    )


async def abroad_page(_visit: Visit) -> Page:
    async def agree(visit: Visit) -> None:
        await visit.use.consent(visit.actor, transfer=True)
        await open_first_home(visit, open_home_or_lead)

    return Page(
        MessageSpec("onboarding-abroad"),
        [Choice("yes", "button-agree", agree, also="names-yes"), _REFUSE, _BACK_TO_PRIVACY],
        keep_for_later,
        loose=True,
        unhurried=True,
    )


async def office_page(visit: Visit) -> Page:
    refused = visit.start_data.get("unit")
    unit = await (_unit_of(visit) if refused is None else visit.use.office.of_unit(UnitId(refused)))
    body = MessageSpec(
        "onboarding-office",
        {"unit": unit.name, "office": unit.office or "—", "phone": unit.phone or "—", "hours": unit.hours or "—"},
    )
    if refused is not None:
        return Page(body, [_AFTER_ALL], _keep_nothing, loose=True, sorts=True)
    return Page(body, [_BACK_TO_BEGIN], keep_for_later, loose=True)


def _to(state: str) -> Callable[[Visit], Awaitable[None]]:
    async def go(visit: Visit) -> None:
        """Show the page below, not in the place of another: so what was typed before it can be told."""
        visit.manager.show_mode = ShowMode.SEND
        await visit.goto(getattr(OnboardingSG, state))

    return go


async def _unit_of(visit: Visit) -> Unit:
    if visit.actor.known:
        return await visit.use.office(visit.actor.resident_id)
    newcomer = await visit.use.newcomers.get(visit.actor.telegram_id)
    return await visit.use.office.of_unit(None if newcomer is None else newcomer.poster)


async def _refuse(visit: Visit) -> None:
    """Who refuses leaves nothing behind: words typed before, a petition begun and what we know of them are erased."""
    written = [await store.get(visit.actor.telegram_id) for store in (visit.use.words, visit.use.drafts)]
    if not all(draft is None or draft.untouched for draft in written):
        visit.flash("onboarding-words-erased")
    await drop_words(visit)
    await visit.use.drafts.delete(visit.actor.telegram_id)
    newcomer = await visit.use.newcomers.get(visit.actor.telegram_id)
    unit = await _unit_of(visit)
    served = visit.actor.known if newcomer is None else newcomer.served
    own = unit.id if served else None
    if newcomer is not None and newcomer.poster is not None:
        own = newcomer.poster
    await visit.use.refuse_consent(visit.actor.telegram_id)
    await visit.begin(OnboardingSG.office, unit=unit.id, **({OWN: own} if own else {}))


async def _after_all(visit: Visit) -> None:
    """Read it once more; whoever came by a poster, or had a unit, is not asked again which one is theirs."""
    if OWN in visit.start_data:
        await remember_poster(visit, UnitId(visit.start_data[OWN]))
    await visit.goto(OnboardingSG.privacy)


async def _keep_nothing(visit: Visit, _incoming: Incoming) -> None:
    """Words on their way while somebody refused are not kept either."""
    await visit.use.refuse_consent(visit.actor.telegram_id)
    visit.flash("onboarding-not-kept")


_REFUSE = Choice("no", "button-refuse", _refuse, also="names-no")
_LANGUAGE = Choice("lang", "button-change-language", _to("language"), also="names-back")
_AFTER_ALL = Choice("back", "button-agree-after-all", _after_all, also="names-agree-after-all")
_BACK_TO_BEGIN = Choice("back", "button-back", open_onboarding, also=("names-back", "names-agree-after-all"))
_BACK_TO_PRIVACY = Choice("back", "button-back", _to("privacy"), also="names-back")


def build_onboarding_dialog() -> Dialog:
    return Dialog(
        page_window(OnboardingSG.language, language_page),
        page_window(OnboardingSG.privacy, privacy_page),
        page_window(OnboardingSG.abroad, abroad_page),
        page_window(OnboardingSG.office, office_page),
        launch_mode=LaunchMode.ROOT,
    )
