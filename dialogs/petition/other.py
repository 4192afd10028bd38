"""Who the other party of a mediation is, as its author calls them; the same page says what will be told to them."""

from aiogram.fsm.state import State

from core.mediation.model import MAX_NAME
from core.petitions.draft import Draft
from core.petitions.model import Kind
from core.shared.messages import MessageSpec
from core.shared.text import is_blank, utf16_len
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Page, Visit
from dialogs.petition.drafting import CHANGING, add_words, current_draft
from dialogs.states import PetitionSG


def other_lines(draft: Draft) -> list[MessageSpec]:
    """Say who it is with, and that they will be invited; nothing of other kinds."""
    if draft.kind is not Kind.MEDIATION:
        return []
    return [MessageSpec("preview-other", {"other": draft.other}) if draft.other else MessageSpec("preview-other-none")]


def other_choice(draft: Draft) -> list[Choice]:
    return [Choice("other", "button-change-other", _ask)] if draft.kind is Kind.MEDIATION else []


def after_text(draft: Draft) -> State:
    return PetitionSG.other if draft.kind is Kind.MEDIATION else PetitionSG.place


async def other_page(_visit: Visit) -> Page:
    choices = [
        Choice("skip", "button-skip", _skip, also="names-skip"),
        Choice("back", "button-back", _text, also="names-back"),
    ]
    return Page(MessageSpec("petition-other"), choices, _typed, numbered=False)


async def _typed(visit: Visit, incoming: Incoming) -> None:
    if incoming.files or is_blank(incoming.text):
        await add_words(visit, incoming)
        return
    name = " ".join(incoming.text.split())
    if utf16_len(name) > MAX_NAME:
        visit.flash("petition-other-long", count=MAX_NAME)
        return
    draft = await current_draft(visit)
    draft.other = name
    await visit.keep(draft)
    await _on(visit)


async def _skip(visit: Visit) -> None:
    draft = await current_draft(visit)
    draft.other = ""
    await visit.keep(draft)
    await _on(visit)


async def _on(visit: Visit) -> None:
    """To the place, or back to the preview, where only this is changed."""
    await visit.goto(PetitionSG.preview if CHANGING in visit.data else PetitionSG.place)


async def _text(visit: Visit) -> None:
    await visit.goto(PetitionSG.preview if CHANGING in visit.data else PetitionSG.text)


async def _ask(visit: Visit) -> None:
    visit.data[CHANGING] = True
    await visit.goto(PetitionSG.other)
