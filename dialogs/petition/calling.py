"""Asking to be called back: at which number, when, and what about. The number is sealed before it is kept anywhere."""

from core.petitions.draft import Draft
from core.petitions.model import Kind, Petition
from core.shared.clock import local_day
from core.shared.errors import DomainError
from core.shared.marks import CONTACT
from core.shared.masking import phones_in
from core.shared.messages import MessageSpec
from core.shared.phrases import Lean, meant
from core.shared.text import excerpt, is_blank, one_line, storable
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import current_draft
from dialogs.states import MenuSG, PetitionSG

MAX_WHEN = 100
PARTS = ("morning", "afternoon", "evening", "any")
SHOWN = 4
"""Digits of the number that are shown again."""


async def phone_page(_visit: Visit) -> Page:
    return Page(MessageSpec("call-phone"), [_KIND, _LATER], _typed_phone, numbered=False)


async def when_page(_visit: Visit) -> Page:
    choices = [Choice(part, f"button-call-{part}", _when(part)) for part in PARTS]
    return Page(MessageSpec("call-when"), [*choices, _PHONE, _LATER], _typed_when, loose=True)


def call_choices(draft: Draft) -> list[Choice]:
    """Offer to change number and time of a call back."""
    is_call = draft.kind is Kind.CALLBACK
    return [_PHONE_CHANGE, _WHEN_CHANGE] if is_call else []


def call_lines(draft: Draft) -> list[MessageSpec]:
    if draft.kind is not Kind.CALLBACK:
        return []
    return [MessageSpec("preview-call", {"end": draft.call.get("end", "—"), "when": draft.call.get("when", "—")})]


async def after_kind(visit: Visit, draft: Draft) -> bool:
    """Go to what a call back still lacks; False if that is nothing, and for other kinds."""
    if draft.kind is not Kind.CALLBACK:
        return False
    if take_number(visit, draft):
        await visit.keep(draft)
    missing = next((state for name, state in _ASKED if not draft.call.get(name)), None)
    if missing is not None:
        await visit.goto(missing)
    return missing is not None


def take_number(visit: Visit, draft: Draft) -> bool:
    """Take the number out of what was written, where that names one and none was given; tell so."""
    found = phones_in(draft.text)
    if draft.call.get("phone") or len(found) != 1:
        return False
    try:
        draft.call |= _sealed(visit, found[0])
    except DomainError:
        return False  # no number to dial after all: it is asked for
    visit.flash("call-phone-taken", end=draft.call["end"])
    return True


def call_choice(petition: Petition) -> list[Choice]:
    """Offer to be called about an open case, where that is no call itself."""
    if not petition.open or petition.kind is Kind.CALLBACK:
        return []

    async def go(visit: Visit) -> None:
        """Ask for it; where something else is half written, that comes first."""
        draft = await visit.draft()
        if draft is not None and not draft.empty:
            visit.flash("call-draft-first")
            await visit.begin(MenuSG.begun)
            return
        draft = Draft(id=visit.use.ids.new(), parts=[visit.speech.plain("call-about", number=petition.number)])
        draft.choose(Kind.CALLBACK)
        draft.call["about"] = petition.id
        await visit.keep(draft)
        await visit.begin(PetitionSG.phone)

    return [Choice("call", "button-call-me", go, also="names-call-me")]


async def _typed_phone(visit: Visit, incoming: Incoming) -> None:
    """Take a number as it was typed, or out of a contact of Telegram's."""
    card = next((mark.value for mark in incoming.marks if mark.kind == CONTACT), "")
    number = card.partition("\t")[0] if card else incoming.text
    try:
        sealed = _sealed(visit, number)
    except DomainError as error:
        visit.flash(f"error-{error.code}")
        return
    draft = await current_draft(visit)
    draft.call |= sealed
    await visit.keep(draft)
    await _on(visit, draft)


def _sealed(visit: Visit, number: str) -> dict[str, str]:
    """Return what a draft keeps of a number; raises DomainError("intake-phone")."""
    sealed = visit.use.people.seal_phone(number)
    return {"phone": sealed, "end": "".join(filter(str.isdigit, number))[-SHOWN:]}


def _when(part: str) -> Go:
    async def go(visit: Visit) -> None:
        await _keep_when(visit, visit.speech.plain(f"call-{part}"), "")

    return go


async def _typed_when(visit: Visit, incoming: Incoming) -> None:
    words, today = one_line(storable(incoming.text)), local_day(visit.use.clock.now(), visit.use.clock.zone)
    if not incoming.is_plain or is_blank(words):
        visit.flash("call-when-words")
        return
    day = meant(words, today, lean=Lean.AHEAD).day
    await _keep_when(visit, excerpt(words, MAX_WHEN), day.first.isoformat() if day and day.first >= today else "")


async def _keep_when(visit: Visit, words: str, day: str) -> None:
    draft = await current_draft(visit)
    draft.call |= {"when": words, "day": day}
    await visit.keep(draft)
    await _on(visit, draft)


async def _on(visit: Visit, draft: Draft) -> None:
    if not await after_kind(visit, draft):
        await visit.goto(PetitionSG.text if draft.empty else PetitionSG.preview)


def _to(state: object) -> Go:
    async def go(visit: Visit) -> None:
        await visit.goto(state)  # type: ignore[arg-type] # aiogram's State has no useful base to name here

    return go


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_ASKED = (("phone", PetitionSG.phone), ("when", PetitionSG.when))
_KIND = Choice("back", "button-back", _to(PetitionSG.kind), also="names-back")
_PHONE = Choice("back", "button-back", _to(PetitionSG.phone), also="names-back")
_LATER = Choice("menu", "button-later", _menu, also="names-menu")
_PHONE_CHANGE = Choice("phone", "button-change-phone", _to(PetitionSG.phone))
_WHEN_CHANGE = Choice("when", "button-change-when", _to(PetitionSG.when))
