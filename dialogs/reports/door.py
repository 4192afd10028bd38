"""Ways in: what `ReportSG` and `ReviewSG` are started with stands here and nowhere else."""

from dataclasses import replace

from aiogram.fsm.state import State

from core.petitions.draft import Draft
from core.reports.draft import ReportDraft
from core.reports.people import named_in
from core.reports.usecases.entering import NameForms
from core.shared.errors import NotFoundError
from core.shared.ids import ReportId
from core.shared.text import fold
from dialogs.carried import carried_words, joined
from dialogs.pages import Choice, Go
from dialogs.states import MenuSG, ReportSG, ReviewSG
from dialogs.visit import Visit


async def open_report(visit: Visit) -> None:
    await visit.begin(ReportSG.rep_told)


async def open_own_report(visit: Visit, report: ReportId | None = None) -> None:
    """Show a report of the person's own account, or the one whose code has just been typed."""
    await visit.begin(ReportSG.rep_view, report=report or "")


async def open_review(visit: Visit, number: str) -> None:
    """Lead whoever may read it to the warning before it; tell everybody else one and the same sentence."""
    try:
        await visit.use.reports.see.admitted(visit.actor, number)
    except NotFoundError as error:
        visit.flash(f"error-{error.code}")
        await visit.begin(MenuSG.main)
        return
    await visit.begin(ReviewSG.rev_warn, number=number)


async def draft_of(visit: Visit) -> ReportDraft:
    """Return the report being written; a fresh one if there is none."""
    kept = await visit.use.reports.drafts.get(visit.actor.telegram_id)
    return kept or ReportDraft(words=Draft(id=visit.use.ids.new()))


async def keep(visit: Visit, draft: ReportDraft) -> None:
    await visit.use.reports.drafts.put(visit.actor.telegram_id, draft)


async def report_instead(visit: Visit) -> None:
    """Make a report of the petition that is being written: its words must not go into a group."""
    written, draft = await visit.draft(), await draft_of(visit)
    if written is not None and not written.untouched:
        if written.place:
            written.add_text(written.place)
        draft.words = joined(draft.words, written)
        await keep(visit, draft)
    await visit.use.drafts.delete(visit.actor.telegram_id)
    await open_report(visit)


TAKEN = "taken"
"""Where the first window remembers that the words that have led to it are in the draft."""


async def with_carried(visit: Visit) -> ReportDraft:
    """Return the draft with the words that have led here; until something is chosen they wait in the window alone."""
    draft = await draft_of(visit)
    carried = None if TAKEN in visit.data else carried_words(visit)
    if carried is not None and not carried.untouched:
        draft.words = replace(joined(draft.words, carried), id=visit.use.ids.new())
        visit.data[TAKEN] = True
        await keep(visit, draft)
    return draft


def to(state: State) -> Go:
    async def go(visit: Visit) -> None:
        await with_carried(visit)
        await visit.goto(state)

    return go


async def _menu(visit: Visit) -> None:
    await with_carried(visit)
    await visit.begin(MenuSG.main)


LATER = Choice("menu", "button-later", _menu, also=("names-menu", "names-leave"))


def forms_of(visit: Visit) -> NameForms:
    """Return how people are called, in all of our languages."""
    titles, prefixes = (
        tuple(word for text in visit.speech.names(key) for word in text.split("|") if word)
        for key in ("names-report-titles", "names-report-prefixes")
    )
    return NameForms(titles, prefixes)


async def accuses_staff(visit: Visit, text: str) -> bool:
    """Tell whether a text speaks of reporting and names somebody who holds a public office."""
    folded = fold(text)
    if not any(fold(word) in folded for names in visit.speech.names("names-report-words") for word in names.split("|")):
        return False
    forms, people = forms_of(visit), await visit.use.reports.officers(visit.actor)
    return bool(named_in(text, [entry for entry, _ in people], forms.titles, forms.prefixes))
