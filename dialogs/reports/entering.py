"""Writing a report: what happens to it, words and files, whom it is about, a last look."""

from dataclasses import replace

from core.petitions.draft import DraftFile
from core.petitions.parts import kinds_of
from core.shared.actions import Action, ActionCode
from core.shared.errors import AppError
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.text import is_blank, utf16_len
from dialogs.content import brief
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import add_incoming
from dialogs.petition.preview import FILE_TROUBLE, SHOWN, TELLING
from dialogs.reports.accused import unasked
from dialogs.reports.door import LATER, draft_of, forms_of, keep, to, with_carried
from dialogs.states import MenuSG, ReportSG
from dialogs.stray import BARE
from dialogs.urgent import warn_if_urgent
from dialogs.windows import forget_windows


async def told_page(visit: Visit) -> Page:
    """What happens to a report, before a word of it: and with a name or without."""
    draft = await draft_of(visit)
    begun = not draft.words.untouched or draft.told_of_somebody
    choices = [
        Choice("unnamed", "button-anonymous", _begin(anonymous=True), also="names-unnamed"),
        Choice("named", "button-with-name", _begin(anonymous=False), also="names-named"),
        LATER,
    ]
    if begun:
        choices.insert(0, Choice("go-on", "button-report-go-on", to(ReportSG.rep_check)))
    if await visit.use.reports.own.mine(visit.actor):
        choices.append(Choice("mine", "button-report-mine", to(ReportSG.rep_mine)))
    if await _supervises(visit):
        choices.append(Choice("call", "button-report-call", _begin(anonymous=True, call=True)))
    return Page(MessageSpec("report-told"), choices, _typed_words, by_code=True, aside=BARE)


async def _supervises(visit: Visit) -> bool:
    chat = await visit.use.reports.officers.supervises(visit.actor)
    return chat is not None and await visit.use.reports.present(chat, visit.actor.telegram_id)


def _begin(*, anonymous: bool, call: bool = False) -> Go:
    async def go(visit: Visit) -> None:
        draft = await with_carried(visit)
        draft.anonymous, draft.call = anonymous, call
        draft.code = (draft.code or visit.use.ids.code()) if anonymous else ""
        await keep(visit, draft)
        await visit.goto(ReportSG.rep_words)

    return go


async def words_page(visit: Visit) -> Page:
    draft = await draft_of(visit)
    call = "yes" if draft.call else "no"
    if draft.words.empty:
        return Page(MessageSpec("report-words", {"call": call}), [LATER], _typed_words, by_code=True, aside=BARE)
    counts: dict[str, Arg] = {"characters": utf16_len(draft.words.text), "files": len(draft.words.files)}
    done = Choice("done", "button-done", to(ReportSG.rep_accused), also="names-done")
    return Page(MessageSpec("report-words-more", counts), [done, LATER], _typed_words, by_code=True, aside=BARE)


async def _typed_words(visit: Visit, incoming: Incoming) -> None:
    nothing = is_blank(incoming.text) and not incoming.files and incoming.latitude is None
    if nothing:
        visit.flash("message-empty")
        return
    draft = await with_carried(visit)
    if incoming.latitude is not None:
        incoming = Incoming(incoming.words.text)
    problem = add_incoming(draft.words, replace(incoming, message_id=0, files=_bare(incoming)))
    await keep(visit, draft)
    await warn_if_urgent(visit, incoming)
    if problem:
        visit.flash(problem)
    elif visit.manager.current_context().state != ReportSG.rep_words:
        visit.flash("report-words-kept")


def _bare(incoming: Incoming) -> tuple[DraftFile, ...]:
    """Return the files without the message they came in and without their names."""
    return tuple(replace(file, said_in=0, album="", unique_id="", name="") for file in incoming.files)


async def check_page(visit: Visit) -> Page:
    """The last look; what nobody may miss stands on it: the code, and who will not read it."""
    draft = await draft_of(visit)
    names = [*await visit.use.reports.officers.names(draft.accused), *draft.others]
    lines = [MessageSpec("files-kinds", kinds_of(draft.words.files))] if draft.words.files else []
    lines.append(MessageSpec("report-check-about", {"names": ", ".join(names) or "—"}))
    if any(file.kind in TELLING for file in draft.words.files):
        lines.append(MessageSpec("preview-voice-warning"))
    if draft.anonymous:
        lines.append(MessageSpec("report-check-code", {"code": draft.code, "call": "yes" if draft.call else "no"}))
    else:
        lines.append(MessageSpec("report-check-name", {"name": visit.actor.name}))
    body = MessageSpec("report-check", {"text": brief(draft.words.text, SHOWN, draft.words.files)}, more=lines)
    send = Choice("confirm", "button-confirm", _confirm, also="names-confirm")
    choices = [
        *([send] if draft.complete else []),
        Choice("words", "button-change-text", to(ReportSG.rep_words)),
        Choice("accused", "button-report-accused", to(ReportSG.rep_accused)),
        Choice("discard", "button-discard", to(ReportSG.rep_drop)),
        LATER,
    ]
    if draft.words.files:
        count: dict[str, Arg] = {"count": len(draft.words.files)}
        choices.append(Choice("no-files", "button-drop-files", _drop_files, count, also="names-drop-files"))
    return Page(body, choices, _typed_words, by_code=True, aside=BARE)


async def _drop_files(visit: Visit) -> None:
    draft = await draft_of(visit)
    visit.flash("preview-files-dropped", count=len(draft.words.files))
    draft.words.files = []
    await keep(visit, draft)


async def drop_page(_visit: Visit) -> Page:
    choices = [
        Choice("yes", "button-discard-yes", _discard, also="names-discard"),
        Choice("no", "button-back", to(ReportSG.rep_check), also=("names-keep", "names-back")),
    ]
    return Page(MessageSpec("report-discard"), choices, loose=True, asks=True, by_code=True)


async def _discard(visit: Visit) -> None:
    await visit.use.reports.drafts.delete(visit.actor.telegram_id)
    visit.flash("draft-discarded")
    await visit.begin(MenuSG.main)


async def _confirm(visit: Visit) -> None:
    """Hand it in and say so in the window itself. A name not asked about yet is asked first."""
    draft = await draft_of(visit)
    if await unasked(visit, draft):
        await visit.goto(ReportSG.rep_named)
        return
    try:
        receipt = await visit.use.reports.submit(visit.actor, draft, forms_of(visit))
    except AppError as error:
        if error.code not in FILE_TROUBLE:
            raise
        visit.flash(f"error-{error.code}")
        return
    await visit.use.reports.drafts.delete(visit.actor.telegram_id)
    await forget_windows(visit)
    days: dict[str, Arg] = {"number": receipt.number, "accept": receipt.accept, "answer": receipt.answer}
    office = visit.use.reports.office
    args: dict[str, Arg] = {"phone": office.phone or "—", "name": office.name or "—", "address": office.address or "—"}
    args |= {"named": "yes" if office.name else "no", "accept": receipt.accept}
    lines = [MessageSpec("report-office", args)] if receipt.external else [MessageSpec("report-sent-days", days)]
    if draft.anonymous:
        of = "call" if draft.call else "external" if receipt.external else "own"
        lines.append(MessageSpec("report-sent-code", {"code": draft.code, "of": of}))
    menu = [Button("button-menu", ActionCode(Action.MENU).pack())]
    external = "yes" if receipt.external else "no"
    await visit.say(MessageSpec("report-sent", {"number": receipt.number, "external": external}, [menu], more=lines))
