"""Who to turn to: offices with what they do, when, and their telephone. Words typed here look something up first."""

from collections.abc import Sequence

from aiogram_dialog import Dialog, LaunchMode

from core.directory.messages import office_message
from core.directory.model import Entry
from core.shared.ids import OfficeId
from core.shared.messages import MessageSpec
from dialogs.directory.door import open_who
from dialogs.incoming import Incoming
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit, page_window
from dialogs.start import open_home
from dialogs.states import WhoSG

SHOWN = 20
LOOKED_UP = 24
"""Letters of what may be the name of an office; longer words are something to say."""


async def list_page(visit: Visit) -> Page:
    words = str(visit.start_data.get("words", ""))
    found: Sequence[Entry] = await visit.use.directory.find(visit.actor, words)
    rows = [
        Choice(entry.id, "who-row", _open(entry.id), {"name": entry.published.name})
        for entry in found[:SHOWN]
        if entry.published is not None
    ]
    body = MessageSpec("who-found" if words else "who" if rows else "who-empty")
    more = [Choice("all", "button-who-all", open_who)] if words else []
    return Page(body, [*rows, *more, _MENU], _typed, sorts=True)


async def office_page(visit: Visit) -> Page:
    office = await visit.use.directory.find.one(visit.actor, OfficeId(str(visit.start_data.get("office", ""))))
    body = office_message(office) if office else MessageSpec("who-gone")
    return Page(body, [Choice("all", "button-who-all", open_who, also="names-back"), _MENU], _typed, sorts=True)


async def _typed(visit: Visit, incoming: Incoming) -> None:
    short = incoming.is_plain and len(incoming.text) <= LOOKED_UP
    if short and await visit.use.directory.find(visit.actor, incoming.text):
        await open_who(visit, incoming.text)
    else:
        await take_free_text(visit, incoming)


def _open(office_id: OfficeId) -> Go:
    async def go(visit: Visit) -> None:
        await visit.begin(WhoSG.office, office=office_id)

    return go


_MENU = Choice("menu", "button-menu", open_home, also=("names-menu", "names-leave"))


def build_directory_dialog() -> Dialog:
    return Dialog(
        page_window(WhoSG.list, list_page), page_window(WhoSG.office, office_page), launch_mode=LaunchMode.ROOT
    )
