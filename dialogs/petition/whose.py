"""For whom a petition is: oneself, somebody at home, somebody else. Reached from the preview, and back to it."""

from core.petitions.party import PartyRole
from core.shared.errors import DomainError
from core.shared.messages import MessageSpec
from core.shared.text import excerpt, is_blank, one_line, storable
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import add_words, current_draft
from dialogs.petition.preview import LATER
from dialogs.states import PetitionSG

MAX_NAME = 100
ROLE = "whose"
"""Where the window remembers for whom a name is asked."""
AT_HOME = 4
"""People of one household offered by name; others are typed."""


async def whose_page(visit: Visit) -> Page:
    known = await visit.use.people.identity.household(visit.actor)
    choices = [
        Choice("self", "button-whose-self", _myself),
        *[
            Choice(f"home-{n}", "button-whose-named", _named(name), {"name": excerpt(one_line(name), 20)})
            for n, name in enumerate(known[:AT_HOME])
        ],
        Choice("household", "button-whose-household", _ask_name(PartyRole.HOUSEHOLD)),
        Choice("other", "button-whose-other", _ask_name(PartyRole.OTHER)),
        _BACK,
        LATER,
    ]
    return Page(MessageSpec("petition-whose"), choices, add_words, loose=True)


async def whose_name_page(_visit: Visit) -> Page:
    return Page(MessageSpec("petition-whose-name"), [_BACK, LATER], _typed_name, numbered=False)


async def whose_phone_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    skip = Choice("skip", "button-skip", _preview, also=("names-skip", "names-none"))
    body = MessageSpec("petition-whose-phone", {"name": draft.whose_name})
    return Page(body, [skip, _BACK, LATER], _typed_phone, numbered=False)


async def _myself(visit: Visit) -> None:
    draft = await current_draft(visit)
    draft.file_for()
    await visit.keep(draft)
    await visit.goto(PetitionSG.preview)


def _named(name: str) -> Go:
    async def go(visit: Visit) -> None:
        draft = await current_draft(visit)
        draft.file_for(PartyRole.HOUSEHOLD, name)
        await visit.keep(draft)
        await visit.goto(PetitionSG.preview)

    return go


def _ask_name(role: PartyRole) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[ROLE] = role.value
        await visit.goto(PetitionSG.whose_name)

    return go


async def _typed_name(visit: Visit, incoming: Incoming) -> None:
    name = one_line(storable(incoming.text))
    if not incoming.is_plain or is_blank(name) or len(name) > MAX_NAME:
        visit.flash("whose-name-only", count=MAX_NAME)
        return
    role = PartyRole(visit.data.get(ROLE, PartyRole.OTHER))
    draft = await current_draft(visit)
    draft.file_for(role, name)
    await visit.keep(draft)
    await visit.goto(PetitionSG.whose_phone if role is PartyRole.OTHER else PetitionSG.preview)


async def _typed_phone(visit: Visit, incoming: Incoming) -> None:
    draft = await current_draft(visit)
    try:
        sealed = visit.use.people.seal_phone(incoming.text if incoming.is_plain else "")
    except DomainError as error:
        visit.flash(f"error-{error.code}")
        return
    draft.file_for(PartyRole(draft.whose or PartyRole.OTHER), draft.whose_name, sealed)
    await visit.keep(draft)
    await visit.goto(PetitionSG.preview)


async def _preview(visit: Visit) -> None:
    await visit.goto(PetitionSG.preview)


_BACK = Choice("back", "button-back", _preview, also="names-back")
