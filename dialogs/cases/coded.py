"""Coming back to an anonymous case with its code. Nothing of who came is written down, and no code either."""

from core.petitions.model import Attachment, FileKind
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import AttachmentId
from core.shared.messages import MessageSpec
from dialogs.cases.shown import case_spec
from dialogs.incoming import Incoming
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
    if view.petition.open:
        choices.insert(0, Choice("write", "button-add-to-case", _write))
    return Page(case_spec(view, visit.use.clock.zone), choices, _add if view.petition.open else None)


async def coded_write_page(visit: Visit) -> Page:
    view = await visit.use.see.by_code(_code(visit))
    leave = Choice("leave", "button-leave-code", _leave)
    return Page(MessageSpec("case-write", {"number": view.petition.number}), [leave], _add)


async def _add(visit: Visit, incoming: Incoming) -> None:
    message = visit.manager.event
    source = f"tg:{visit.actor.telegram_id}:{getattr(message, 'message_id', 0)}"
    files = [Attachment(id=AttachmentId(visit.use.ids.new()), kind=f.kind, file_id=f.file_id) for f in incoming.files]
    number = await visit.use.add_to_case(visit.actor, None, incoming.text, files, source=source, code=_code(visit))
    visit.flash("case-added", number=number)
    if any(file.kind in TELLING for file in incoming.files):
        visit.flash("preview-voice-warning")
    if any(file.kind is FileKind.DOCUMENT for file in incoming.files):
        visit.flash("preview-document-warning")
    await visit.goto(CasesSG.coded)


async def _write(visit: Visit) -> None:
    await visit.goto(CasesSG.coded_write)


async def _leave(visit: Visit) -> None:
    visit.use.codes.forget(visit.actor.telegram_id)
    await visit.begin(MenuSG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_MENU = Choice("menu", "button-menu", _menu)
