"""What is known of somebody, to see, to take along, and to have erased. Erasing is asked for twice."""

from aiogram_dialog import Dialog, LaunchMode

from core.privacy.erasing import OpenCase
from core.shared.clock import local_day
from core.shared.errors import ConflictError
from core.shared.ids import PetitionId
from core.shared.messages import Arg, MessageSpec, Term
from dialogs.broadcast.door import open_subscription
from dialogs.me.door import open_me
from dialogs.offer.pages import take_free_text
from dialogs.onboarding.pages import LANGUAGE_LABELS
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.states import MenuSG, MeSG

CODES = "codes"
"""Where the window remembers the codes it has shown; windows of this dialog rest nowhere but in memory."""


async def main_page(visit: Visit) -> Page:
    mine = await visit.use.privacy.me(visit.actor)
    resident, zone = mine.resident, visit.use.clock.zone
    args: dict[str, Arg] = {
        "name": resident.name,
        "unit": mine.unit_name,
        "verified": "yes" if mine.verified else "no",
        "language": Term(LANGUAGE_LABELS[resident.language]),
        "rhythm": Term(f"rhythm-{mine.rhythm}"),
        "agreed": local_day(resident.consented_at, zone) if resident.consented_at else "—",
        "abroad": local_day(resident.abroad_consented_at, zone) if resident.abroad_consented_at else "—",
        "cases": mine.counts.cases,
        "bookings": mine.counts.bookings,
        "votes": mine.counts.votes,
    }
    quiet = await visit.use.answers.rate.is_quiet(visit.actor)
    unreminded = await visit.use.booking.reminders.refused(visit.actor)
    choices = [
        Choice("export", "button-me-export", _export),
        Choice("subscribe", "button-me-subscribe", open_subscription),
        Choice("language", "button-me-language", _language),
        Choice("rating", "button-me-rating-on" if quiet else "button-me-rating-off", _rating),
        Choice("reminders", "button-me-reminders-on" if unreminded else "button-me-reminders-off", _reminders),
        Choice("erase", "button-me-erase", _erase),
        _MENU,
    ]
    more = [MessageSpec("me-mediations", {"count": mine.mediations})] if mine.mediations else []
    return Page(MessageSpec("me", args, more=more), choices, take_free_text, sorts=True)


async def erase_page(_visit: Visit) -> Page:
    """First the honest list: what goes, what the law keeps, what Telegram keeps."""
    choices = [Choice("go-on", "button-me-go-on", _sure), _BACK]
    more = [MessageSpec(f"me-erase-{part}") for part in ("goes", "stays", "telegram", "words")]
    return Page(MessageSpec("me-erase", more=more), choices, take_free_text, sorts=True, unhurried=True)


async def sure_page(visit: Visit) -> Page:
    """Then the codes of the cases that go on without a name, and the question again."""
    rows = [MessageSpec("me-code", {"number": case.number, "code": case.code}) for case in _codes(visit)]
    lead = [MessageSpec("me-codes")] if rows else []
    choices = [
        Choice("erase", "button-me-erase-now", _erased),
        Choice("no", "button-me-keep", open_me, also="names-no"),
    ]
    return Page(MessageSpec("me-sure", more=[*lead, *rows]), choices, take_free_text, sorts=True, unhurried=True)


def _codes(visit: Visit) -> list[OpenCase]:
    kept: list[list[str]] = visit.start_data.get(CODES, [])
    return [OpenCase(petition_id=PetitionId(case), number=number, code=code) for case, number, code in kept]


async def _export(visit: Visit) -> None:
    parts = await visit.use.privacy.export(visit.actor)
    visit.flash("me-export-coming" if parts else "me-export-today", count=parts)


async def _rating(visit: Visit) -> None:
    """Be reminded of rating no more, or again."""
    quiet = not await visit.use.answers.rate.is_quiet(visit.actor)
    await visit.use.answers.rate.quiet(visit.actor, refuses=quiet)
    visit.flash("rate-quiet" if quiet else "rate-ask-again")


async def _reminders(visit: Visit) -> None:
    """Be reminded of bookings no more, or again; it is said what comes all the same."""
    refuses = not await visit.use.booking.reminders.refused(visit.actor)
    await visit.use.booking.reminders(visit.actor, refuses=refuses)
    visit.flash("me-reminders-off" if refuses else "me-reminders-on")


async def _language(visit: Visit) -> None:
    await visit.begin(MenuSG.language)


async def _erase(visit: Visit) -> None:
    await visit.goto(MeSG.erase)


async def _sure(visit: Visit) -> None:
    cases = await visit.use.privacy.erase.prepare(visit.actor)
    codes = [[case.petition_id, case.number, case.code] for case in cases]
    await visit.begin(MeSG.sure, **{CODES: codes})  # type: ignore[arg-type] # lists of texts, in memory only


async def _erased(visit: Visit) -> None:
    """Nothing of the dialogs outlasts it: the window becomes a word that belongs to none."""
    cases, who = _codes(visit), visit.actor.telegram_id
    try:
        await visit.use.privacy.erase(visit.actor, {case.petition_id: case.code for case in cases})
    except ConflictError:
        visit.flash("error-erase-changed")
        await _sure(visit)
        return
    for store in (visit.use.drafts, visit.use.words, visit.use.reports.drafts):
        await store.delete(who)
    await visit.use.newcomers.delete(who)
    for passing in (visit.use.held, visit.use.windows, visit.use.why):
        await passing.put(who, None)
    visit.use.codes.forget(who)
    rows = [MessageSpec("me-code", {"number": case.number, "code": case.code}) for case in cases]
    await visit.say(MessageSpec("me-erased", more=[MessageSpec("me-codes"), *rows] if rows else []))


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_BACK = Choice("back", "button-back", open_me, also=("names-back", "names-no"))
_MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave", "names-back"))


def build_me_dialog() -> Dialog:
    return Dialog(
        page_window(MeSG.main, main_page),
        page_window(MeSG.erase, erase_page),
        page_window(MeSG.sure, sure_page),
        launch_mode=LaunchMode.ROOT,
    )
