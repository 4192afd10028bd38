"""Somebody files the very words of a case of theirs that is open: they may mean that one."""

from core.petitions.draft import Draft
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import current_draft
from dialogs.states import CasesSG, PetitionSG

ASKED = "asked_same"
"""Where the window remembers of which words it has been asked."""


async def means_open_case(visit: Visit, draft: Draft) -> bool:
    """Tell whether it must be asked first, and ask; once, whatever the answer. Never of anonymous words."""
    if draft.anonymous or visit.data.get(ASKED) == draft.id:
        return False
    found = await visit.use.flow.same_words(visit.actor, draft)
    if found is None:
        return False
    await visit.goto(PetitionSG.same)
    return True


async def same_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    found = await visit.use.flow.same_words(visit.actor, draft)
    if found is None:
        return Page(MessageSpec("same-gone"), [_anew(draft.id), _BACK])
    case, number = found
    see = Choice("see", "button-same-see", _see(case), {"number": number})
    return Page(MessageSpec("same-open", {"number": number}), [see, _anew(draft.id), _BACK])


def _see(case: PetitionId) -> Go:
    async def go(visit: Visit) -> None:
        """Show it; the draft stays, and what is typed there is added to the case."""
        await visit.begin(CasesSG.view, case=case)

    return go


def _anew(draft_id: str) -> Choice:
    async def go(visit: Visit) -> None:
        from dialogs.petition.preview import confirm  # noqa: PLC0415 - the preview asks here, and goes on from here

        visit.data[ASKED] = draft_id
        await confirm(visit)

    return Choice("anew", "button-same-anew", go)


async def _back(visit: Visit) -> None:
    await visit.goto(PetitionSG.preview)


_BACK = Choice("back", "button-back", _back, also="names-back")
