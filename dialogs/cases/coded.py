"""Coming back to an anonymous case with its code. Nothing of who came is written down, and no code either."""

import re
from dataclasses import replace

from aiogram.fsm.state import State

from core.petitions.model import Attachment, Author, FileKind, Petition, Stage
from core.shared.errors import DomainError, StorageError
from core.shared.ids import AttachmentId
from core.shared.messages import MessageSpec
from core.shared.text import fold, is_blank
from dialogs.cases.guessed import CODE, CODE_LENGTH, opens_case, opens_for
from dialogs.cases.rating import rate_choices, rated_page
from dialogs.cases.roads import open_coded_roads, roads_label
from dialogs.cases.shown import case_spec
from dialogs.held import count_held, held_back, hold, source_of, take_held
from dialogs.incoming import Incoming, has_position
from dialogs.offer.pages import offer_free_text
from dialogs.pages import Choice, Go, Page, Typed, Visit
from dialogs.petition.drafting import keep_free_text
from dialogs.petition.preview import TELLING
from dialogs.reports.door import open_own_report
from dialogs.states import CasesSG, MenuSG, OfferSG


def _to(state: State) -> Go:
    async def go(visit: Visit) -> None:
        await visit.goto(state)

    return go


show_coded, _write, _dates, _end = map(
    _to, (CasesSG.coded, CasesSG.coded_write, CasesSG.coded_dates, CasesSG.coded_withdraw)
)


async def code_page(visit: Visit) -> Page:
    """Ask for a code. While words wait for it a bare number is one of them: "2" may be the floor."""
    held = await _for_held(visit)
    return Page(MessageSpec("code-ask"), [*held, _MENU], _typed_code, numbered=not held, by_code=True)


async def _for_held(visit: Visit) -> list[Choice]:
    """Offer what else can become of words that wait for the code."""
    if not await count_held(visit):
        return []
    return [Choice("new", "button-not-anonymous", _not_anonymous), Choice("drop", "button-drop-held", _drop_held)]


SLIP = re.compile(r"\s*(?=.*[A-Z])[A-Z0-9]{3,5}[-–—][A-Z0-9]{3,5}[-–—][A-Z0-9]{3,5}\s*", re.IGNORECASE)
"""A code with a letter too few or too many: taken for words it would be read by others. Telephones have no letter."""
LONGEST = 16
"""What is longer, or has a Chinese character in it, is something to say and no slip in a code."""


ENDED = "case-stage-"
"""Begins the codes of what a case that has ended cannot take any more."""


async def _typed_code(visit: Visit, incoming: Incoming) -> None:
    if await count_held(visit):
        await _typed_again(visit, incoming)
    elif not _may_be_code(incoming):
        if not await held_back(visit, incoming):
            await offer_free_text(visit, incoming)
    elif await opens_for(visit, incoming.text):
        await _show_opened(visit)


def _may_be_code(incoming: Incoming) -> bool:
    typed = fold(incoming.text)
    return incoming.is_plain and typed.isascii() and len(typed) <= LONGEST


def _is_meant_as_code(incoming: Incoming) -> bool:
    """Tell a code from words where words wait: "and the lamp" is something to say, and must not be thrown away."""
    typed = fold(incoming.text)
    one_word = len(incoming.text.split()) == 1 and not typed.isdecimal()
    exact = one_word and len(typed) == CODE_LENGTH and typed.isascii()
    return incoming.is_plain and (exact or any(shape.fullmatch(incoming.text) for shape in (CODE, SLIP)))


async def _show_opened(visit: Visit) -> None:
    """Show what the code opens: a report has windows of its own, and words that wait are not for it."""
    if await visit.use.reports.own.knows_code(code_of(visit) or ""):
        await open_own_report(visit)
    else:
        await _add_held(visit)
        await visit.begin(CasesSG.coded)


async def open_with_code(visit: Visit, typed: str) -> None:
    """Take a code typed outside its window for what it is: as words it would rest beside the person's name."""
    if await opens_for(visit, typed):
        await _show_opened(visit)
    else:
        await visit.begin(CasesSG.code)


async def _opens_case(visit: Visit, incoming: Incoming) -> bool:
    return incoming.is_plain and await opens_case(visit.use, incoming.text, visit.actor.telegram_id)


async def opens_another(visit: Visit, incoming: Incoming) -> bool:
    """A code typed here opens its case, this one or another; as words the staff would read it."""
    if opens := await _opens_case(visit, incoming):
        await open_with_code(visit, incoming.text)
    return opens


def typed_for(petition: Petition) -> Typed:
    """Return what becomes of words typed where nobody asked for any."""
    return _add if petition.open else _too_late


def code_of(visit: Visit) -> str | None:
    return visit.use.codes.code_of(visit.actor.telegram_id)


async def ask_again(visit: Visit) -> Page:
    """The code is forgotten; what is said meanwhile waits in memory, for beside a name it must not rest."""
    choices = [*await _for_held(visit), _MENU]
    return Page(MessageSpec("code-ask-again"), choices, _typed_again, numbered=False, by_code=True)


async def _typed_again(visit: Visit, incoming: Incoming) -> None:
    if not (_is_meant_as_code(incoming) or await _opens_case(visit, incoming)):
        await hold(visit, incoming)
        visit.flash("code-words-held")
    elif await opens_for(visit, incoming.text):
        await _show_opened(visit)


async def _add_held(visit: Visit) -> None:
    """Put the words that waited for the code into the case it has opened; if that has ended they go on waiting."""
    first_ended = True
    for said, source in await take_held(visit):
        try:
            await _put(visit, said, source)
        except (DomainError, StorageError) as error:
            if isinstance(error, StorageError) and error.code != "file-unavailable":
                raise  # the inbox tries again from the same beginning
            await hold(visit, said, source)  # and the others still go in
            ended = error.code.startswith(ENDED)
            if not ended or first_ended:
                visit.flash("code-held-ended" if ended else f"error-{error.code}", **error.args_for_text)
            first_ended = first_ended and not ended


async def _not_anonymous(visit: Visit) -> None:
    """What was said is for no anonymous case that takes it: now it may rest, and is offered like other words."""
    for said, source in await take_held(visit):
        if problem := await keep_free_text(visit, said):
            left = replace(said, text="") if problem.key == "draft-too-many-files" else said  # its words fitted
            await hold(visit, left, source)
            visit.flash(problem)
    await visit.begin(OfferSG.ask)


async def coded_page(visit: Visit) -> Page:
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    view = await visit.use.see.by_code(code)
    choices = [LEAVE]
    if any(message.author is Author.STAFF for message in view.messages):
        choices.insert(0, Choice("full", "button-read-all", _read_all))
    if view.petition.open:
        choices.insert(0, Choice("write", "button-add-to-case", _write))
        choices.insert(-1, Choice("end", "button-withdraw", _end, also="names-withdraw"))
    elif await count_held(visit):
        new = Choice("new", "button-held-new", _not_anonymous)
        choices = [new, Choice("drop", "button-drop-held", _drop_held), *choices]
    if await visit.use.flow.roads.open(visit.actor, None, code=code):
        choices.insert(-1, Choice("roads", roads_label(view), open_coded_roads))
    choices.append(Choice("dates", "button-dates", _dates, also="names-dates"))
    choices += await rate_choices(visit, view.petition, code)
    asked = view.petition.stage is Stage.MORE_INFO
    return Page(
        case_spec(view, visit.use.clock),
        choices,
        typed_for(view.petition),
        numbered=not asked,
        by_code=True,
    )


async def coded_write_page(visit: Visit) -> Page:
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    view = await visit.use.see.by_code(code)
    body = MessageSpec("case-write", {"number": view.petition.number})
    return Page(body, [_BACK, LEAVE], _add, numbered=False, by_code=True)


async def coded_dates_page(visit: Visit) -> Page:
    """How the dates were computed."""
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    view = await visit.use.see.by_code(code)
    spec = await visit.use.clocks.dates.by_code(code)
    return Page(spec, [_BACK, LEAVE], typed_for(view.petition), by_code=True)


async def coded_rate_page(visit: Visit) -> Page:
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    standing = await visit.use.answers.rate.see(visit.actor, None, code=code)
    return await rated_page(visit, standing, [_BACK, LEAVE], typed_for(standing.petition), code)


async def _add(visit: Visit, incoming: Incoming) -> None:
    """Add by code. What recognises a repeat is the number of the update, and kept only as a keyed hash."""
    if await opens_another(visit, incoming):
        return
    await _put(visit, incoming, source_of(visit))
    await visit.goto(CasesSG.coded)


async def _put(visit: Visit, said: Incoming, source: str) -> None:
    """Add the words with the files; of files that cannot be had say so, for they keep no words back."""
    words, sent = said.words, said.files
    files = [Attachment(id=AttachmentId(visit.use.ids.new()), kind=f.kind, file_id=f.file_id) for f in sent]
    code = code_of(visit) or ""
    try:
        number = await visit.use.add_to_case(
            visit.actor, None, words, files, source=source, code=code, album=said.album
        )
    except DomainError as error:
        if error.code != "file-too-large":
            raise
        if not is_blank(words.text):
            number = await visit.use.add_to_case(visit.actor, None, words, [], source=source, code=code)
            visit.flash("case-added", number=number)
        visit.flash("code-file-too-large")
        return
    visit.flash("case-added", number=number)
    if has_position(words.text):
        visit.flash("code-position-warning")
    if any(file.kind in TELLING for file in sent):
        visit.flash("code-voice-warning")
    if any(file.kind is FileKind.DOCUMENT for file in sent):
        visit.flash("code-document-warning")


async def _too_late(visit: Visit, incoming: Incoming) -> None:
    if await opens_another(visit, incoming):
        return
    visit.flash("code-case-ended")


async def _read_all(visit: Visit) -> None:
    """Give everything the staff wrote, whole, with its files: by code is the only way to it."""
    view = await visit.use.see.by_code(code_of(visit) or "")
    for message in view.messages:
        if message.author is Author.STAFF:
            await visit.show_in_full(message, view.signature(message.author_name, message.unit_id))


async def _leave(visit: Visit) -> None:
    visit.use.codes.forget(visit.actor.telegram_id)
    await visit.begin(MenuSG.main)


async def _drop_held(visit: Visit) -> None:
    visit.flash("code-words-dropped", count=len(await take_held(visit)))
    await visit.begin(MenuSG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-back", "names-leave"))
LEAVE = Choice("leave", "button-leave-code", _leave, also=("names-menu", "names-leave", "names-back"))
_BACK = Choice("back", "button-back", show_coded, also="names-back")
