"""Coming back to an anonymous case with its code. Nothing of who came is written down, and no code either."""

from aiogram.types import Update

from core.petitions.model import Attachment, Author, FileKind, Stage
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import AttachmentId
from core.shared.messages import MessageSpec, Term
from dialogs.cases.shown import case_spec
from dialogs.incoming import Incoming
from dialogs.offer.pages import offer_free_text
from dialogs.pages import Choice, Page, Visit
from dialogs.petition.preview import TELLING
from dialogs.states import CasesSG, MenuSG


async def code_page(_visit: Visit) -> Page:
    return Page(MessageSpec("code-ask"), [_MENU], _typed_code)


async def _typed_code(visit: Visit, incoming: Incoming) -> None:
    try:
        await visit.use.open_by_code(incoming.text)
    except (DomainError, NotFoundError) as error:
        visit.flash(f"error-{error.code}")
        return
    visit.use.codes.remember(visit.actor.telegram_id, incoming.text)
    await visit.goto(CasesSG.coded)


def _code(visit: Visit) -> str:
    code = visit.use.codes.code_of(visit.actor.telegram_id)
    if code is None:
        raise NotFoundError("code-forgotten")
    return code


async def coded_page(visit: Visit) -> Page:
    view = await visit.use.see.by_code(_code(visit))
    choices = [Choice("leave", "button-leave-code", _leave)]
    if any(message.author is Author.STAFF for message in view.messages):
        choices.insert(0, Choice("full", "button-read-all", _read_all))
    if view.petition.open:
        choices.insert(0, Choice("write", "button-add-to-case", _write))
        choices.insert(-1, Choice("end", "button-withdraw", _end))
    asked = view.petition.stage is Stage.MORE_INFO
    return Page(
        case_spec(view, visit.use.clock.zone), choices, _add if view.petition.open else None, numbered=not asked
    )


async def coded_write_page(visit: Visit) -> Page:
    view = await visit.use.see.by_code(_code(visit))
    leave = Choice("leave", "button-leave-code", _leave)
    return Page(MessageSpec("case-write", {"number": view.petition.number}), [leave], _add, numbered=False)


async def coded_withdraw_page(visit: Visit) -> Page:
    view = await visit.use.see.by_code(_code(visit))
    stage = Term(f"stage-{view.petition.stage}")
    choices = [Choice("yes", "button-withdraw-yes", _withdraw), Choice("no", "button-withdraw-no", _show)]
    return Page(MessageSpec("case-withdraw", {"number": view.petition.number, "stage": stage}), choices, loose=True)


async def _add(visit: Visit, incoming: Incoming) -> None:
    """Add by code. What recognises a repeat is the number of the update, and kept only as a keyed hash."""
    try:
        code = _code(visit)
    except NotFoundError as error:
        visit.flash(f"error-{error.code}")
        await offer_free_text(visit, incoming)  # the code is gone, the words are not
        return
    files = [Attachment(id=AttachmentId(visit.use.ids.new()), kind=f.kind, file_id=f.file_id) for f in incoming.files]
    update: Update = visit.manager.middleware_data["event_update"]
    source = f"update:{update.update_id}"
    number = await visit.use.add_to_case(visit.actor, None, incoming.words, files, source=source, code=code)
    visit.flash("case-added", number=number)
    if any(file.kind in TELLING for file in incoming.files):
        visit.flash("preview-voice-warning")
    if any(file.kind is FileKind.DOCUMENT for file in incoming.files):
        visit.flash("preview-document-warning")
    await visit.goto(CasesSG.coded)


async def _read_all(visit: Visit) -> None:
    """Give everything the staff wrote, whole, with its files: by code is the only way to it."""
    view = await visit.use.see.by_code(_code(visit))
    for message in view.messages:
        if message.author is Author.STAFF:
            await visit.show_in_full(message)


async def _withdraw(visit: Visit) -> None:
    number = await visit.use.withdraw(visit.actor, None, code=_code(visit))
    visit.flash("case-withdrawn", number=number)
    await visit.goto(CasesSG.coded)


async def _end(visit: Visit) -> None:
    await visit.goto(CasesSG.coded_withdraw)


async def _show(visit: Visit) -> None:
    await visit.goto(CasesSG.coded)


async def _write(visit: Visit) -> None:
    await visit.goto(CasesSG.coded_write)


async def _leave(visit: Visit) -> None:
    visit.use.codes.forget(visit.actor.telegram_id)
    await visit.begin(MenuSG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_MENU = Choice("menu", "button-menu", _menu)
