"""Writing a petition: kind, words and files, place, name, preview. Back works everywhere; the draft is always saved."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram.fsm.state import State
from aiogram_dialog import Dialog, LaunchMode

from core.petitions.draft import Draft
from core.petitions.model import KINDS, Kind
from core.shared.messages import MessageSpec
from core.shared.text import is_blank, utf16_len
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.petition.asked import asked_elsewhere
from dialogs.petition.calling import after_kind, phone_page, when_page
from dialogs.petition.drafting import CHANGING, MAX_PLACE, add_incoming, add_words, current_draft
from dialogs.petition.other import after_text, other_page
from dialogs.petition.preview import DONE, LATER, discard_page, place_lines, preview_page
from dialogs.petition.reported import joined_page, reported_page
from dialogs.petition.same import same_page
from dialogs.petition.team import team_page
from dialogs.petition.whose import whose_name_page, whose_page, whose_phone_page
from dialogs.reports.door import report_instead
from dialogs.states import PetitionSG
from dialogs.stray import BARE, KIND_WORDS
from dialogs.urgent import warn_if_urgent

PLACED = ("names-keep-place", "button-keep-place", "button-no-place")
"""Keys of the words that speak of a place said before."""
Go = Callable[[Visit], Awaitable[None]]


async def kind_page(visit: Visit) -> Page:
    def choose(kind: Kind) -> Go:
        async def go(visit: Visit) -> None:
            draft = await current_draft(visit)
            if not draft.choose(kind):
                visit.flash("petition-name-needed-now")
            await visit.keep(draft)
            if await after_kind(visit, draft):
                return
            await visit.goto(_after(visit, PetitionSG.text if is_blank(draft.text) else _after_text(visit, draft)))

        return go

    proposes = await visit.use.kinds.may_propose(visit.actor)
    shown = [kind for kind in KINDS if kind is not Kind.PROPOSAL or proposes]
    choices = [Choice(kind.value, f"kind-{kind}", choose(kind), also=f"names-kind-{kind}") for kind in shown]
    hidden = [] if proposes else [_NO_PROPOSAL]
    if CHANGING in visit.data:
        choices.append(_back(PetitionSG.preview))
    home = replace(LATER, also=("names-menu", "names-back"))
    report = Choice("report", "button-report-instead", report_instead, also="names-report")
    every = [*choices, home, report]
    return Page(MessageSpec("petition-kind"), every, _typed_words, loose=True, aside=(*DONE, *BARE), unseen=hidden)


async def text_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    lines, given = await asked_elsewhere(visit, draft)
    choices = [
        _back(_after(visit, PetitionSG.kind)),
        LATER,
        *given,
    ]  # last: a number typed from an older look must not meet it
    bare = () if lines else (*BARE, *KIND_WORDS)  # to what the staff ask, "yes" may be the answer
    if draft.empty:
        return Page(MessageSpec("petition-text", more=lines), choices, _typed_words, aside=(*DONE, *bare))
    counts = {"parts": len(draft.parts), "characters": utf16_len(draft.text), "files": len(draft.files)}
    choices = [Choice("done", "button-done", _to(_after_text(visit, draft)), also="names-done"), _ANEW, *choices]
    return Page(MessageSpec("petition-text-more", counts, more=lines), choices, _typed_words, aside=bare)


async def place_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    following = _to(_after_place(visit, draft))
    back = _back(_after(visit, PetitionSG.text))
    on = (*DONE, "names-skip")
    if draft.place or draft.latitude is not None:
        choices = [
            Choice("keep", "button-keep-place", following, also=(*on, "names-keep-place")),
            Choice("none", "button-no-place", _no_place, also=("names-no-place", "button-skip")),
            back,
            LATER,
        ]
    else:
        choices = [Choice("skip", "button-skip", following, also=(*on, "names-no-place")), back, LATER]
    body = MessageSpec("petition-place", more=place_lines(draft))
    return Page(body, choices, _typed_place, numbered=False, aside=(*PLACED, *BARE, *KIND_WORDS))  # "3" is a house


async def name_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    if not draft.may_be_anonymous:
        on = Choice("on", "button-done", _to(PetitionSG.preview), also="names-done")
        choices = [on, _back(_after(visit, PetitionSG.place)), LATER]
        return Page(MessageSpec("petition-name-needed"), choices, add_words, aside=(*BARE, *KIND_WORDS))

    async def named(visit: Visit) -> None:
        draft = await current_draft(visit)
        draft.decide_name("")
        await visit.keep(draft)
        await visit.goto(PetitionSG.preview)

    async def unnamed(visit: Visit) -> None:
        draft = await current_draft(visit)
        draft.decide_name(draft.code or visit.use.ids.code())
        await visit.keep(draft)
        await visit.goto(PetitionSG.preview)

    choices = [
        Choice("named", "button-with-name", named, also="names-named"),
        Choice("unnamed", "button-anonymous", unnamed, also="names-unnamed"),
        _back(_after(visit, PetitionSG.place)),
        LATER,
    ]
    return Page(MessageSpec("petition-name"), choices, add_words, loose=True, asks=True, aside=DONE)


async def _typed_words(visit: Visit, incoming: Incoming) -> None:
    draft = await current_draft(visit)
    if is_blank(incoming.text) and not incoming.files and incoming.latitude is None:
        visit.flash("message-empty")
        return
    problem = add_incoming(draft, incoming)
    await visit.keep(draft)
    await warn_if_urgent(visit, incoming)
    if problem:
        visit.flash(problem)
    elif incoming.latitude is not None:
        visit.flash("petition-position-kept")
    elif visit.manager.current_context().state == PetitionSG.kind:
        visit.flash("petition-words-kept")


async def _typed_place(visit: Visit, incoming: Incoming) -> None:
    draft = await current_draft(visit)
    await warn_if_urgent(visit, incoming)
    if incoming.files:
        problem = add_incoming(draft, incoming)
        await visit.keep(draft)
        visit.flash(problem or "petition-file-added")
        return
    if incoming.latitude is None and is_blank(incoming.text):
        visit.flash("message-empty")
        return
    if incoming.latitude is None and utf16_len(incoming.text) > MAX_PLACE:
        problem = add_incoming(draft, incoming)  # more than a place: it belongs to the matter itself
        await visit.keep(draft)
        visit.flash(problem or "place-too-long")
        return
    if incoming.latitude is not None:
        add_incoming(draft, replace(incoming, message_id=0))  # the place that was asked for, and no message of its own
    else:
        if draft.latitude is not None:
            visit.flash("petition-position-gone")
        draft.say_place(incoming.text, incoming.message_id)
    await visit.keep(draft)
    await visit.goto(_after_place(visit, draft))


async def _no_place(visit: Visit) -> None:
    """Take the place out, a position too: it may show who wrote."""
    draft = await current_draft(visit)
    draft.say_place("")
    await visit.keep(draft)
    visit.flash("petition-place-removed")
    await visit.goto(_after_place(visit, draft))


async def anew_page(visit: Visit) -> Page:
    """Ask before words are thrown away."""
    draft = await current_draft(visit)
    parts, files = visit.data.get("anew", (len(draft.parts), len(draft.files)))
    counts = {"characters": utf16_len("\n".join(draft.parts[:parts])), "files": files}
    choices = [
        Choice("yes", "button-anew-yes", _anew, also=("names-really", "names-anew")),
        replace(_back(PetitionSG.text), also=("names-back", "names-rather-not")),
    ]
    return Page(MessageSpec("petition-anew", counts), choices, add_words, loose=True, asks=True, unseen=[LATER])


async def _anew(visit: Visit) -> None:
    """Throw away what was there when they asked for it; words typed at the question are the new ones."""
    draft = await current_draft(visit)
    draft.empty_out(*visit.data.get("anew", (len(draft.parts), len(draft.files))))
    await visit.keep(draft)
    await visit.goto(PetitionSG.text)


async def _ask_anew(visit: Visit) -> None:
    draft = await current_draft(visit)
    visit.data["anew"] = [len(draft.parts), len(draft.files)]
    await visit.goto(PetitionSG.anew)


def _after(visit: Visit, state: State) -> State:
    """Name where a step leads: on or back one, but to the preview where only this is being changed."""
    return PetitionSG.preview if CHANGING in visit.data else state


def _after_text(visit: Visit, draft: Draft) -> State:
    return PetitionSG.preview if draft.kind is Kind.CALLBACK else _after(visit, after_text(draft))


def _after_place(visit: Visit, draft: Draft) -> State:
    return _after(visit, PetitionSG.name if draft.may_be_anonymous else PetitionSG.preview)


def _to(state: object) -> Go:
    async def go(visit: Visit) -> None:
        await visit.goto(state)  # type: ignore[arg-type] # aiogram's State has no useful base to name here

    return go


def _back(state: object) -> Choice:
    return Choice("back", "button-back", _to(state), also="names-back")


async def _refuse_proposal(visit: Visit) -> None:
    visit.flash("error-proposal-not-yours")


_NO_PROPOSAL = Choice("no-proposal", "kind-proposal", _refuse_proposal, also="names-kind-proposal")
_ANEW = Choice("anew", "button-anew", _ask_anew)


def build_petition_dialog() -> Dialog:
    return Dialog(
        page_window(PetitionSG.kind, kind_page),
        page_window(PetitionSG.text, text_page),
        page_window(PetitionSG.place, place_page),
        page_window(PetitionSG.name, name_page),
        page_window(PetitionSG.phone, phone_page),
        page_window(PetitionSG.when, when_page),
        page_window(PetitionSG.team, team_page),
        page_window(PetitionSG.preview, preview_page),
        page_window(PetitionSG.anew, anew_page),
        page_window(PetitionSG.discard, discard_page),
        page_window(PetitionSG.whose, whose_page),
        page_window(PetitionSG.whose_name, whose_name_page),
        page_window(PetitionSG.whose_phone, whose_phone_page),
        page_window(PetitionSG.same, same_page),
        page_window(PetitionSG.other, other_page),
        page_window(PetitionSG.reported, reported_page),
        page_window(PetitionSG.joined, joined_page),
        launch_mode=LaunchMode.ROOT,
    )
