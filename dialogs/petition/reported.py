"""Others have reported this already: whoever is about to file may join them, and loses no word of theirs."""

from core.petitions.draft import Draft
from core.shared.errors import AppError
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from core.shared.text import excerpt, is_blank
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import add_words, current_draft
from dialogs.states import PetitionSG
from dialogs.together.door import open_together

ASKED = "asked_reported"
"""Where the window remembers of which words it has been asked."""
JOINED = "joined"
"""Where the window remembers which case they have joined."""
LABEL = 24
"""UTF-16 units of a line on a button; the whole stands above."""


async def reported_already(visit: Visit, draft: Draft) -> bool:
    """Tell whether it must be asked first, and ask; once, whatever the answer."""
    if visit.data.get(ASKED) == draft.id or not await visit.use.together.reported.like(visit.actor, draft):
        return False
    await visit.goto(PetitionSG.reported)
    return True


async def reported_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    found = await visit.use.together.reported.like(visit.actor, draft)
    lines = [MessageSpec("reported-line", {"line": each.line}) for each in found]
    joins = [
        Choice(f"join-{each.petition_id}", "button-reported-join", _join(each.petition_id), {"line": short(each.line)})
        for each in found
    ]
    anyway = Choice("anyway", "button-reported-anyway", _file(draft.id))
    back = Choice("back", "button-back", _preview, also="names-back")
    key = "reported" if found else "reported-gone"
    return Page(MessageSpec(key, {"name": visit.actor.name}, more=lines), [*joins, anyway, back], add_words)


def short(line: str) -> str:
    return excerpt(line, LABEL)


def _join(case: PetitionId) -> Go:
    async def go(visit: Visit) -> None:
        petition = await visit.use.together.reported(visit.actor, case)
        visit.data[JOINED] = [petition.id, petition.number]
        await visit.goto(PetitionSG.joined)

    return go


def _file(draft_id: str) -> Go:
    async def go(visit: Visit) -> None:
        from dialogs.petition.preview import confirm  # noqa: PLC0415 - the preview asks here, and goes on from here

        visit.data[ASKED] = draft_id
        await confirm(visit)

    return go


async def _preview(visit: Visit) -> None:
    await visit.goto(PetitionSG.preview)


async def joined_page(visit: Visit) -> Page:
    """What they had written is still there: it may go with it, stay a draft, or go."""
    _, number = visit.data.get(JOINED, ("", ""))
    draft = await current_draft(visit)
    choices = [] if is_blank(draft.text) and not draft.files else [_WITH]
    choices += [
        Choice("keep", "button-joined-keep", _keep, also="names-keep"),
        Choice("drop", "button-joined-drop", _drop),
    ]
    return Page(MessageSpec("joined", {"number": number}), choices, add_words, loose=True)


async def _with(visit: Visit) -> None:
    """Of what cannot go with it now it is said why, and it stays a draft."""
    case, draft = _case(visit), await current_draft(visit)
    try:
        await visit.use.together.reported.add_words(visit.actor, case, draft)
    except AppError as error:
        visit.flash(f"error-{error.code}", **error.args_for_text)
    else:
        await visit.use.drafts.delete(visit.actor.telegram_id)
        visit.flash("joined-with-words")
    await open_together(visit, case)


async def _keep(visit: Visit) -> None:
    visit.flash("joined-kept")
    await open_together(visit, _case(visit))


async def _drop(visit: Visit) -> None:
    await visit.use.drafts.delete(visit.actor.telegram_id)
    visit.flash("together-joined")
    await open_together(visit, _case(visit))


def _case(visit: Visit) -> PetitionId:
    case, _ = visit.data.get(JOINED, ("", ""))
    return PetitionId(case)


_WITH = Choice("with", "button-joined-with", _with, also="names-yes")
