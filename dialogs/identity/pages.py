"""Who I am on the roster: by my phone number, or at the counter with a code."""

from aiogram_dialog import Dialog, LaunchMode

from core.people.identity import Identity
from core.shared.messages import MessageSpec
from dialogs.identity.contact import ask_phone, take_card
from dialogs.identity.door import open_identity
from dialogs.incoming import Incoming
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Page, Visit, page_window
from dialogs.states import IdentitySG, MenuSG

CODE = "code"
"""Where the window remembers that a code was asked for: the code itself is shown once, and kept nowhere."""


async def main_page(visit: Visit) -> Page:
    known = await visit.use.people.identity(visit.actor)
    if known.entry is None or known.unit is None:
        choices = [
            Choice("verify", "button-verify", _to_share, also="names-yes"),
            Choice("paper", "button-identity-paper", _paper),
            _MENU,
        ]
        return Page(MessageSpec("identity", more=_helped(known)), choices, take_free_text, sorts=True)
    lines = _helped(known)
    choices = [Choice("paper", "button-identity-help", _paper), _MENU]
    if known.walk_ins:
        numbers = visit.speech.plain("identity-between").join(petition.number for petition in known.walk_ins)
        lines = [*lines, MessageSpec("identity-walk-ins", {"numbers": numbers, "count": len(known.walk_ins)})]
        choices.insert(0, Choice("take", "button-take-walk-ins", _take, {"count": len(known.walk_ins)}))
    body = MessageSpec("identity-known", {"name": known.entry.name, "unit": known.unit.name}, more=lines)
    return Page(body, choices, take_free_text, sorts=True)


def _helped(known: Identity) -> list[MessageSpec]:
    return [MessageSpec("identity-helped", {"name": entry.name}) for entry in known.helped]


async def share_page(_visit: Visit) -> Page:
    """Who somebody is, is told by Telegram alone, and only of the account's own number."""
    choices = [Choice("share", "button-share-phone", ask_phone), _BACK, _MENU]
    return Page(MessageSpec("identity-verify"), choices, _shared, sorts=True)


async def code_page(visit: Visit) -> Page:
    unit = await visit.use.office(visit.actor.resident_id)
    code = visit.data.pop(CODE, "")
    if not code:
        return Page(MessageSpec("identity-code-gone"), [_NEW, _BACK, _MENU], take_free_text, sorts=True)
    args = {"code": code, "office": unit.office or unit.name, "hours": unit.hours or "—", "phone": unit.phone or "—"}
    return Page(MessageSpec("identity-code", args), [_BACK, _MENU], take_free_text, sorts=True)


async def _shared(visit: Visit, incoming: Incoming) -> None:
    if not await take_card(visit, incoming, open_identity):
        await take_free_text(visit, incoming)


async def _to_share(visit: Visit) -> None:
    await visit.goto(IdentitySG.share)


async def _paper(visit: Visit) -> None:
    visit.data[CODE] = await visit.use.people.paper_code(visit.actor)
    await visit.goto(IdentitySG.code)


async def _take(visit: Visit) -> None:
    numbers = await visit.use.people.take_walk_ins(visit.actor)
    visit.flash("identity-taken", count=len(numbers))
    await visit.goto(IdentitySG.main)


async def _main(visit: Visit) -> None:
    await visit.goto(IdentitySG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_BACK = Choice("back", "button-back", _main, also="names-back")
_MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave"))
_NEW = Choice("new", "button-identity-paper", _paper)


def build_identity_dialog() -> Dialog:
    return Dialog(
        page_window(IdentitySG.main, main_page),
        page_window(IdentitySG.share, share_page),
        page_window(IdentitySG.code, code_page),
        launch_mode=LaunchMode.ROOT,
    )
