from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram_dialog import Dialog, LaunchMode

from core.people.model import Unit
from core.petitions.draft import Draft
from core.shared.messages import MessageSpec
from dialogs.ballots.door import open_votes, votes_are_offered
from dialogs.booking.door import door_is_open, open_month
from dialogs.broadcast.door import open_subscription
from dialogs.content import on_one_line
from dialogs.directory.door import open_who, who_is_there
from dialogs.disclosure.door import news_is_there, open_board
from dialogs.held import count_held
from dialogs.identity.door import identity_is_offered, open_identity
from dialogs.me.door import open_me
from dialogs.offer.meant import open_home_or_lead
from dialogs.offer.pages import take_free_text
from dialogs.onboarding.pages import language_choices
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.petition.preview import THEN
from dialogs.reports.door import open_report
from dialogs.start import FIRST, open_home
from dialogs.states import CasesSG, MenuSG, OfferSG, PetitionSG
from dialogs.stray import LEADING
from dialogs.volunteers.pages import open_volunteers


async def main_page(visit: Visit) -> Page:
    """The front door: what can be done here, and the words "or simply write to me"."""
    draft = await visit.draft()
    choices = [
        Choice("petition", "menu-petition", new_petition, names=("/petition",)),
        Choice("cases", "menu-cases", _cases, names=("/cases",)),
        Choice("code", "menu-code", _code),
        Choice("report", "menu-report", open_report, names=("/report",)),
        Choice("more", "menu-more", _more),
        Choice("language", "menu-language", _language, names=("/language",)),
        Choice("help", "menu-help", _help, names=("/help",)),
    ]
    if await news_is_there(visit):
        choices.insert(1, Choice("news", "menu-news", open_board, names=("/news",)))
    if await door_is_open(visit):
        choices.insert(1, Choice("book", "menu-book", open_month, names=("/book",)))
    if await votes_are_offered(visit):
        choices.insert(-5, Choice("vote", "menu-vote", open_votes, names=("/vote",)))
    waiting = await visit.use.words.get(visit.actor.telegram_id)
    if waiting is not None and not waiting.empty:
        begun = {"text": on_one_line(waiting.text, 20, waiting.files)}
        choices.insert(0, Choice("words", "menu-words", _words, begun))
    if held := await count_held(visit):
        choices.insert(0, Choice("held", "menu-held", _code, {"count": held}))
    if draft is not None and not draft.empty:
        words = {"text": on_one_line(draft.text, 20, draft.files)}
        choices.insert(0, Choice("draft", "menu-draft", go_on_writing, words))
    unit = await visit.use.office(visit.actor.resident_id)
    asked = await visit.use.cases.waits_for(visit.actor.resident_id)  # "4" may be the floor the staff asked for
    body = MessageSpec("waiting-menu" if asked else "menu", {"unit": unit.name})
    unseen = [*await _further(visit), _HERE]
    return Page(body, choices, take_free_text, loose=True, numbered=not asked, sorts=True, unseen=unseen)


async def _further(visit: Visit) -> list[Choice]:
    """What is wanted less often: it has a page of its own, and is understood by its name on the first one, too."""
    choices = [
        Choice("me", "menu-me", open_me, names=("/me",)),
        Choice("subscribe", "menu-subscribe", open_subscription, names=("/subscribe",)),
    ]
    if await who_is_there(visit):
        choices.append(Choice("who", "menu-who", open_who, names=("/who",)))
    if await identity_is_offered(visit):
        choices.append(Choice("identity", "menu-identity", open_identity))
    if len(await visit.use.communities()) > 1:
        choices.append(Choice("unit", "menu-unit", _unit))
    return [*choices, Choice("volunteer", "button-help-volunteer", open_volunteers, names=("/volunteer",))]


async def more_page(visit: Visit) -> Page:
    return Page(MessageSpec("more"), [*await _further(visit), _BACK], take_free_text, loose=True, sorts=True)


async def help_page(visit: Visit) -> Page:
    unit = await visit.use.office(visit.actor.resident_id)
    body = MessageSpec(
        "help",
        {"unit": unit.name, "office": unit.office or "—", "phone": unit.phone or "—", "hours": unit.hours or "—"},
    )
    doors = [MessageSpec("help-booking")] if await door_is_open(visit) else []
    doors += [MessageSpec("help-news")] if await news_is_there(visit) else []
    doors += [MessageSpec("help-voting")] if await votes_are_offered(visit) else []
    doors.append(MessageSpec("help-subscribe"))
    return Page(replace(body, more=doors), [_BACK], take_free_text, loose=True, sorts=True)


async def language_page(_visit: Visit) -> Page:
    async def then(visit: Visit) -> None:
        visit.flash("language-changed")
        await visit.begin(MenuSG.main)

    return Page(
        MessageSpec("onboarding-language"), [*language_choices(then), _BACK], take_free_text, loose=True, sorts=True
    )


async def unit_page(visit: Visit) -> Page:
    """Which community is yours: asked once of those who came by no poster, and open to everybody later."""
    choices = [
        Choice(unit.id, "unit-row", _choose(unit), {"unit": unit.name}, names=(unit.name,))
        for unit in await visit.use.communities()
    ]
    return Page(MessageSpec("unit-choose"), [*choices, _BACK], take_free_text, loose=True, sorts=True)


async def poster_page(visit: Visit) -> Page:
    """A poster of another unit than theirs asks whether they live there now."""
    unit = await visit.use.communities.invited(visit.start_data.get("invite", ""))
    if unit is None:
        return await main_page(visit)
    own = await visit.use.office(visit.actor.resident_id)
    choices = [
        Choice("yes", "button-poster-move", _choose(unit), {"unit": unit.name}, also="names-yes"),
        Choice("no", "button-poster-stay", open_home, {"unit": own.name}, also="names-no"),
    ]
    return Page(
        MessageSpec("unit-poster", {"unit": unit.name, "own": own.name}),
        choices,
        take_free_text,
        loose=True,
        sorts=True,
        unseen=[_HOME],
    )


async def begun_page(visit: Visit) -> Page:
    """One petition is written at a time: go on with the one that was begun, or say that it is not wanted."""
    draft = await visit.draft()
    if draft is None or draft.empty:
        return await main_page(visit)
    words = on_one_line(draft.text, 40, draft.files)
    choices = [
        Choice("go-on", "button-begun-go-on", go_on_writing),
        Choice("anew", "button-begun-anew", _ask_anew, also="names-anew"),
    ]
    return Page(
        MessageSpec("petition-begun", {"text": words}), choices, take_free_text, loose=True, sorts=True, unseen=[_HOME]
    )


async def _ask_anew(visit: Visit) -> None:
    await visit.begin(PetitionSG.discard, **{THEN: visit.start_data.get(THEN, "new")})


def _choose(unit: Unit) -> Callable[[Visit], Awaitable[None]]:
    async def go(visit: Visit) -> None:
        stay = await visit.use.choose_unit(visit.actor.resident_id, unit.id)
        visit.flash("unit-chosen", unit=unit.name)
        if stay:
            visit.flash("unit-cases-stay", count=len(stay))
        await (open_home_or_lead(visit) if FIRST in visit.start_data else open_home(visit))

    return go


async def new_petition(visit: Visit) -> None:
    """Begin; where another is half written, its writer says what shall become of it."""
    draft = await visit.draft()
    if draft is not None and not draft.empty:
        await visit.begin(MenuSG.begun)
        return
    if draft is None or draft.untouched:
        await visit.keep(Draft(id=visit.use.ids.new()))
    await visit.begin(PetitionSG.kind)


async def go_on_writing(visit: Visit) -> None:
    draft = await visit.draft()
    if draft is None or draft.empty:
        await visit.begin(MenuSG.main)
    elif draft.kind is None:
        await visit.begin(PetitionSG.kind)
    else:
        visit.flash("draft-continued")
        await visit.begin(PetitionSG.preview)


async def _words(visit: Visit) -> None:
    await visit.begin(OfferSG.ask)


async def _cases(visit: Visit) -> None:
    await visit.begin(CasesSG.mine)


async def _code(visit: Visit) -> None:
    await visit.begin(CasesSG.code)


async def _language(visit: Visit) -> None:
    await visit.begin(MenuSG.language)


async def _unit(visit: Visit) -> None:
    await visit.begin(MenuSG.unit)


async def _more(visit: Visit) -> None:
    await visit.begin(MenuSG.more)


async def _help(visit: Visit) -> None:
    await visit.begin(MenuSG.help)


async def _back(visit: Visit) -> None:
    await visit.goto(MenuSG.main)


async def _stay(_visit: Visit) -> None:
    """Show the same page again."""


_BACK = Choice("back", "button-back", _back, also=("names-back", "names-menu"))
_HOME = Choice("home", "button-menu", open_home, also=("names-menu", "names-back"))
_HERE = Choice("here", "button-menu", _stay, also=LEADING)


def build_menu_dialog() -> Dialog:
    return Dialog(
        page_window(MenuSG.main, main_page),
        page_window(MenuSG.help, help_page),
        page_window(MenuSG.more, more_page),
        page_window(MenuSG.language, language_page),
        page_window(MenuSG.unit, unit_page),
        page_window(MenuSG.poster, poster_page),
        page_window(MenuSG.begun, begun_page),
        launch_mode=LaunchMode.ROOT,
    )
