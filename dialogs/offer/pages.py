"""Words outside any dialog: kept first, then asked what to do with them."""

from collections.abc import Awaitable, Callable, Sequence

from aiogram_dialog import Dialog, LaunchMode

from core.petitions.draft import Draft
from core.petitions.model import OPEN_STAGES, Stage
from core.petitions.parts import kinds_of
from core.petitions.queries import CaseSummary
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from core.shared.text import excerpt, is_blank
from dialogs.content import brief, on_one_line
from dialogs.identity.contact import shows_late
from dialogs.incoming import Incoming
from dialogs.mediation.door import running_with
from dialogs.offer.meant import lead, leads_elsewhere, meant_page, open_home_or_lead
from dialogs.offer.posts import is_post, post_page, take_post
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.petition.drafting import (
    attachments_of,
    current_draft,
    current_words,
    drop_words,
    keep_free_text,
    only_last,
    words_into_draft,
)
from dialogs.states import CasesSG, MenuSG, OfferSG, PetitionSG
from dialogs.stray import BARE, is_stray
from dialogs.urgent import warn_if_urgent

OFFERED_CASES = 3
ROOM = 1_500
"""UTF-16 units of waiting words shown, over all their messages."""
MOST_PARTS = 12
"""Messages shown one by one; of more only the latest."""


async def offer_free_text(visit: Visit, incoming: Incoming) -> None:
    """Keep the words in the draft and ask: a new petition, more for a case or a mediation that is open, or nothing."""
    if is_blank(incoming.text) and not incoming.files and incoming.latitude is None:
        visit.flash("message-empty")
        await visit.begin(MenuSG.main)  # outside a dialog nothing else would show the sentence
        return
    if problem := await keep_free_text(visit, incoming):
        visit.flash(problem)
    await visit.begin(OfferSG.ask)


async def take_free_text(visit: Visit, incoming: Incoming) -> None:
    """Open the own case whose number this is, or the door the words lead to; offer anything else as a petition.

    While the staff wait for an answer, "3" is one, and no case.
    """
    if await shows_late(visit, incoming):
        return
    asked = await visit.use.cases.waits_for(visit.actor.resident_id)
    case = await visit.use.find.own(visit.actor, incoming.text, bare=not asked) if incoming.is_plain else None
    if case is not None:
        await visit.begin(CasesSG.view, case=case)
    elif is_stray(incoming, visit.speech, numbered=not asked, aside=() if asked else BARE):
        visit.flash("choice-unknown-here" if asked else "choice-unknown")
    else:
        numbered = incoming.is_plain and visit.use.find.is_number(incoming.text)
        if numbered:
            visit.flash("case-number-unknown")
        if not asked and is_post(incoming) and await take_post(visit, incoming):
            return
        if numbered or not await lead(visit, incoming):
            await offer_free_text(visit, incoming)


async def offer_page(visit: Visit) -> Page:
    offered = await current_words(visit)
    if offered.empty:
        return Page(MessageSpec("offer-nothing"), [_MENU], offer_more)
    draft = await current_draft(visit)
    cases = await visit.use.cases.of_resident(visit.actor.resident_id)
    choices = [
        Choice(f"mediated-{each.id}", "offer-mediated", _add(each.id), {"number": each.number})
        for each in await running_with(visit)
    ]
    choices += [Choice("new", "offer-petition" if draft.empty else "offer-continue", _write, also="names-send")]
    choices += [
        Choice(
            f"add-{case.id}",
            "offer-add-asked" if case.stage is Stage.MORE_INFO else "offer-add",
            _add(case.id),
            {"number": case.number, "text": on_one_line(case.excerpt, 12)},
        )
        for case in _offered_cases(cases)
    ]
    choices += [_MENU, Choice("drop", "offer-drop", _ask_drop)]
    last, left_out = only_last(offered)
    if left_out:
        choices.append(Choice("last", "offer-last", _ask_last))
        if (leads := await leads_elsewhere(visit, last)) is not None:
            choices.insert(0, leads)
    if not draft.empty:
        choices.append(Choice("other", "offer-other", _ask_begun))
    asked = any(case.stage is Stage.MORE_INFO for case in cases)  # then "yes" may be what they are to say
    return Page(_offered(offered), choices, offer_more, aside=() if asked else BARE)


def _offered_cases(cases: Sequence[CaseSummary]) -> Sequence[CaseSummary]:
    """Leave every case whose staff wait for words, first, and of the other open ones the newest."""
    waiting = [case for case in cases if case.stage is Stage.MORE_INFO]
    others = [case for case in cases if case.stage in OPEN_STAGES and case not in waiting]
    return [*waiting, *others[: max(OFFERED_CASES - len(waiting), 0)]]


def _offered(words: Draft) -> MessageSpec:
    """Show every message that waits by itself: they may have nothing to do with each other."""
    kinds = kinds_of(words.files)
    if len(words.parts) < 2:  # noqa: PLR2004 - then there is nothing to tell apart
        if is_blank(words.text):
            return MessageSpec("offered-files", kinds)
        return MessageSpec("offer", {**kinds, "text": brief(words.text, ROOM), "files": len(words.files)})
    shown = words.parts[-MOST_PARTS:]
    lines = [MessageSpec("offered-part", {"text": excerpt(part, ROOM // len(shown))}) for part in shown]
    if len(words.parts) > len(shown):
        lines.insert(0, MessageSpec("offered-earlier", {"count": len(words.parts) - len(shown)}))
    if words.files:
        lines.append(MessageSpec("files-kinds", kinds))
    return MessageSpec("offered-several", {"count": len(words.parts)}, more=[*lines, MessageSpec("offered-what-now")])


async def offer_more(visit: Visit, incoming: Incoming) -> None:
    """More words are joined to the first ones; nobody loses the second half of a long message."""
    await warn_if_urgent(visit, incoming)
    if is_blank(incoming.text) and not incoming.files and incoming.latitude is None:
        visit.flash("message-empty")
    elif problem := await keep_free_text(visit, incoming):
        visit.flash(problem)


async def last_page(visit: Visit) -> Page:
    """Ask before all but the last message is thrown away: "4" may have been the floor, and no choice."""
    kept, _ = only_last(await current_words(visit))
    lines = [] if is_blank(kept.text) else [MessageSpec("offered-part", {"text": excerpt(kept.text, ROOM)})]
    if kept.files:
        lines.append(MessageSpec("files-kinds", kinds_of(kept.files)))
    choices = [
        Choice("yes", "button-last-yes", _only_last, also=("names-yes", "names-really")),
        Choice("no", "button-back", _keep, also=("names-no", "names-rather-not", "names-keep", "names-back")),
    ]
    body = MessageSpec("offered-only-last", more=lines)
    return Page(body, choices, offer_free_text, loose=True, asks=True, unseen=[_MENU])


async def _only_last(visit: Visit) -> None:
    kept, _ = only_last(await current_words(visit))
    await visit.use.words.put(visit.actor.telegram_id, kept)
    await open_home_or_lead(visit)


async def _write(visit: Visit) -> None:
    if problem := await words_into_draft(visit):
        visit.flash(problem)
    draft = await current_draft(visit)
    await visit.begin(PetitionSG.kind if draft.kind is None else PetitionSG.preview)


def _add(case: PetitionId) -> Callable[[Visit], Awaitable[None]]:
    async def go(visit: Visit) -> None:
        words = await current_words(visit)
        files = attachments_of(visit, words.files)
        number = await visit.use.add_to_case(visit.actor, case, words.words, files, source=f"draft:{words.id}")
        await drop_words(visit)
        visit.flash("case-added", number=number)
        if any(file.stays_with_telegram for file in files):
            visit.flash("file-large")
        await visit.begin(MenuSG.main)

    return go


async def drop_page(_visit: Visit) -> Page:
    """Ask before words are thrown away: a number typed by mistake must not do it."""
    choices = [
        Choice("yes", "button-discard-yes", _drop, also="names-discard"),
        Choice("no", "button-back", _keep, also=("names-keep", "names-back")),
    ]
    return Page(MessageSpec("draft-discard"), choices, offer_free_text, loose=True, asks=True, unseen=[_MENU])


async def _ask_begun(visit: Visit) -> None:
    await visit.begin(MenuSG.begun, then="words")


async def _ask_drop(visit: Visit) -> None:
    await visit.goto(OfferSG.drop)


async def _ask_last(visit: Visit) -> None:
    await visit.goto(OfferSG.last)


async def _keep(visit: Visit) -> None:
    await visit.goto(OfferSG.ask)


async def _drop(visit: Visit) -> None:
    await drop_words(visit)
    visit.flash("draft-discarded")
    await visit.begin(MenuSG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_MENU = Choice("menu", "button-later", _menu, also=("names-menu", "names-back"))


def build_offer_dialog() -> Dialog:
    return Dialog(
        page_window(OfferSG.ask, offer_page),
        page_window(OfferSG.drop, drop_page),
        page_window(OfferSG.last, last_page),
        page_window(OfferSG.meant, meant_page),
        page_window(OfferSG.post, post_page),
        launch_mode=LaunchMode.ROOT,
    )
