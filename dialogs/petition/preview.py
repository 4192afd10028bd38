"""The last look before confirming, and confirming."""

from aiogram.fsm.state import State

from core.petitions.draft import Draft, DraftFile
from core.petitions.model import FileKind, Kind
from core.petitions.parts import kinds_of
from core.shared.actions import Action, ActionCode
from core.shared.errors import AppError
from core.shared.ids import MessageId
from core.shared.messages import Arg, Button, MessageSpec, Term
from core.shared.text import utf16_len
from core.together.model import JOINABLE
from dialogs.content import brief
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.asked import asked_elsewhere
from dialogs.petition.calling import call_choices, call_lines
from dialogs.petition.drafting import CHANGING, add_words, current_draft, words_into_draft
from dialogs.petition.other import other_choice, other_lines
from dialogs.petition.reported import reported_already
from dialogs.petition.same import means_open_case
from dialogs.petition.team import team_choice, team_lines
from dialogs.states import MenuSG, PetitionSG
from dialogs.stray import BARE, KIND_WORDS
from dialogs.windows import forget_windows

TELLING = {FileKind.PHOTO, FileKind.VOICE, FileKind.AUDIO, FileKind.VIDEO, FileKind.VIDEO_NOTE, FileKind.ANIMATION}
"""Files in which a person can be heard or seen."""
FILE_TROUBLE = {"file-too-large", "file-unavailable"}
"""Errors of a file that must not keep the rest of a petition back."""
FAILED = "files_failed"
"""Where the window remembers that confirming has failed because of a file."""
DONE = ("names-done", "button-done")
"""Keys of the words that say one has finished writing; where that was not asked they add nothing."""
WRONG = "names-wrong"
"""Key of the words that say the preview is not right, but not what shall be changed."""
THEN = "then"
"""Where the question before throwing away knows what follows: a "new" petition, or one of the "words" that wait."""
SHOWN = 2_000
"""UTF-16 units of the text shown in the preview; the whole text is sent all the same, and the preview says so."""


async def preview_page(visit: Visit) -> Page:
    draft = await current_draft(visit)
    visit.data.pop(CHANGING, None)
    if draft.kind is None or draft.empty:
        return Page(MessageSpec("preview-incomplete"), _INCOMPLETE, add_words, aside=(*DONE, WRONG, *BARE, *KIND_WORDS))
    calls = draft.kind is Kind.CALLBACK
    head: dict[str, Arg] = {"kind": Term(f"kind-{draft.kind}"), "text": brief(draft.text, SHOWN, draft.files)}
    choices = [
        Choice("decide", "button-decide-name", _to(PetitionSG.name, changing=True), also="names-confirm")
        if draft.name_open
        else Choice("confirm", "button-confirm", confirm, also="names-confirm"),
        Choice("text", "button-change-text", _to(PetitionSG.text, changing=True)),
        *([] if calls else [_PLACE]),
        Choice("kind", "button-change-kind", _to(PetitionSG.kind, changing=True)),
    ]
    if draft.may_be_anonymous and not draft.name_open:
        choices.append(Choice("name", "button-change-name", _to(PetitionSG.name, changing=True)))
    if not draft.anonymous and not calls:
        choices.append(Choice("whose", "button-change-whose", _to(PetitionSG.whose)))
    choices += [*team_choice(draft), *other_choice(draft), *call_choices(draft)]
    droppable = _droppable(visit, draft)
    if droppable:
        count = {"count": len(droppable)}
        choices.append(Choice("drop", "button-drop-files", _drop_files, count, also=("names-drop", "names-drop-files")))
    lines, given = await asked_elsewhere(visit, draft)
    before = PetitionSG.name if draft.may_be_anonymous else PetitionSG.text if calls else PetitionSG.place
    if await _below_street(visit):
        choices.append(Choice("whither", "button-to-unit" if draft.to_street else "button-to-street", _turn))
    choices += [
        Choice("back", "button-back", _to(before), also="names-back"),
        LATER,
        _DISCARD,
        *_leave_out(draft, droppable),
        *given,  # last: a number typed from an older look must not meet it
    ]
    about = [MessageSpec("preview-about", {"item": draft.about_name})] if draft.about else []
    body = MessageSpec(
        "preview",
        head,
        more=[
            *about,
            *_lines(draft),
            *await team_lines(visit, draft),
            *call_lines(draft),
            *other_lines(draft),
            *_name_lines(visit, draft),
            *lines,
        ],
    )
    aside = DONE if lines else (*DONE, *BARE, *KIND_WORDS)  # to what the staff ask, "yes" may be the answer
    return Page(body, choices, add_words, aside=aside, unseen=[_WRONG])


def _file_lines(draft: Draft) -> list[MessageSpec]:
    lines = [MessageSpec("files-kinds", kinds_of(draft.files))] if draft.files else []
    return [*lines, MessageSpec("preview-large", {"count": len(draft.uncopied)})] if draft.uncopied else lines


def _droppable(visit: Visit, draft: Draft) -> list[DraftFile]:
    """Return the files in the way: those known to be too large, or all once one could not be fetched."""
    failed = draft.anonymous and FAILED in visit.data
    return draft.untaken or draft.unfetchable or (draft.files if failed else [])


async def _drop_files(visit: Visit) -> None:
    draft = await current_draft(visit)
    await _drop(visit, draft, _droppable(visit, draft))


async def _drop(visit: Visit, draft: Draft, dropped: list[DraftFile]) -> None:
    draft.drop_files(dropped)
    visit.data.pop(FAILED, None)
    await visit.keep(draft)
    visit.flash("preview-files-dropped", count=len(dropped))


def _telling(draft: Draft) -> list[DraftFile]:
    """Return the files that may show who wrote, where that is not to be known."""
    return [file for file in draft.files if draft.anonymous and file.kind in {*TELLING, FileKind.DOCUMENT}]


def _leave_out(draft: Draft, droppable: list[DraftFile]) -> list[Choice]:
    """Offer to leave them out, unless that is offered already; behind all else, for numbers of an older look."""
    telling = _telling(draft)
    if not telling or telling == droppable:
        return []
    also = ("names-drop", "names-drop-telling")  # "leave it out" means what stands first, if both are offered
    return [Choice("drop-telling", "button-drop-telling", _drop_telling, {"count": len(telling)}, also=also)]


async def _drop_telling(visit: Visit) -> None:
    draft = await current_draft(visit)
    await _drop(visit, draft, _telling(draft))


def _name_lines(visit: Visit, draft: Draft) -> list[MessageSpec]:
    """Say under which name it goes: nobody may learn that only from the receipt."""
    if draft.anonymous:
        return []  # said above, with the code
    named = MessageSpec("preview-name-open" if draft.name_open else "preview-named", {"name": visit.actor.name})
    return [named, MessageSpec("preview-for", {"name": draft.whose_name})] if draft.whose_name else [named]


def place_lines(draft: Draft) -> list[MessageSpec]:
    """Say where it is, as far as that has been said."""
    lines = [MessageSpec("preview-place", {"place": draft.place})] if draft.place else []
    return lines if draft.latitude is None else [*lines, MessageSpec("preview-position")]


async def _below_street(visit: Visit) -> bool:
    """Tell whether there is a street above whoever files: they may go to it directly."""
    return await visit.use.flow.street_of(visit.actor) is not None


async def _turn(visit: Visit) -> None:
    """To the street, or back to one's own unit."""
    draft = await current_draft(visit)
    draft.to_street = not draft.to_street
    await visit.keep(draft)


def _lines(draft: Draft) -> list[MessageSpec]:
    lines: list[MessageSpec] = []
    if utf16_len(draft.text) > SHOWN:
        lines.append(MessageSpec("preview-longer", {"count": utf16_len(draft.text)}))
    lines += _file_lines(draft)
    if draft.untaken:
        what = {"what": brief("", 0, draft.untaken), "taken": Term(f"files-taken-by-{draft.kind}")}
        lines.append(MessageSpec("preview-not-taken", what))
    lines += place_lines(draft)
    if draft.to_street:
        lines.append(MessageSpec("preview-to-street"))
    if draft.anonymous:
        lines.append(MessageSpec("preview-anonymous", {"code": draft.code}))
        if draft.unfetchable:
            lines.append(MessageSpec("preview-too-large", {"count": len(draft.unfetchable)}))
        if any(file.kind in TELLING for file in draft.files):
            lines.append(MessageSpec("preview-voice-warning"))
        if draft.latitude is not None:
            lines.append(MessageSpec("preview-position-warning"))
        if any(file.kind is FileKind.DOCUMENT for file in draft.files):
            lines.append(MessageSpec("preview-document-warning"))
    return lines


async def confirm(visit: Visit) -> None:
    """Submit and say so. Pressed twice, or handled twice, it is one case with one number."""
    draft = await current_draft(visit)
    if await means_open_case(visit, draft) or await reported_already(visit, draft):
        return
    try:
        receipt = await visit.use.submit(visit.actor, draft)
    except AppError as error:
        if error.code not in FILE_TROUBLE:
            raise
        visit.data[FAILED] = True  # now the page offers to go on without
        visit.flash(f"error-{error.code}")
        return
    await visit.use.drafts.delete(visit.actor.telegram_id)
    menu = [Button("button-menu", ActionCode(Action.MENU).pack())]
    if receipt.anonymous:
        await forget_windows(visit)
        spec = MessageSpec("sent-anonymous", {"number": receipt.number, "code": draft.code}, [menu], more=receipt.away)
    else:
        show = [Button("button-show-case", ActionCode(Action.SHOW_CASE, receipt.petition_id).pack())]
        ask = [Button("button-neighbours-mine", ActionCode(Action.NEIGHBOURS_MINE, receipt.petition_id).pack())]
        spec = MessageSpec("sent", {"number": receipt.number}, [show, *([ask] if draft.kind in JOINABLE else []), menu])
    said_in = await visit.say(spec)
    if said_in is not None and not receipt.anonymous:  # what answers it is for this case
        await visit.use.link_receipt(visit.actor, receipt.petition_id, MessageId(said_in))


def _to(state: State, *, changing: bool = False) -> Go:
    async def go(visit: Visit) -> None:
        if changing:
            visit.data[CHANGING] = True
        await visit.goto(state)

    return go


async def _go_on(visit: Visit) -> None:
    """Write what is missing; from the text one comes back here."""
    draft = await current_draft(visit)
    await (visit.goto(PetitionSG.kind) if draft.kind is None else _to(PetitionSG.text, changing=True)(visit))


async def discard_page(_visit: Visit) -> Page:
    """Ask before a petition is thrown away."""
    choices = [
        Choice("yes", "button-discard-yes", _discard, also="names-discard"),
        Choice("no", "button-back", _preview, also=("names-keep", "names-back")),
    ]
    return Page(MessageSpec("draft-discard"), choices, add_words, loose=True, asks=True, unseen=[LATER])


async def _preview(visit: Visit) -> None:
    """Back to where it was asked."""
    if then := visit.start_data.get(THEN):
        await visit.begin(MenuSG.begun, **{THEN: then})
    else:
        await visit.goto(PetitionSG.preview)


async def _ask_discard(visit: Visit) -> None:
    await visit.goto(PetitionSG.discard)


async def _discard(visit: Visit) -> None:
    await visit.use.drafts.delete(visit.actor.telegram_id)
    visit.flash("draft-discarded")
    then = visit.start_data.get(THEN)
    if then == "words":
        await words_into_draft(visit)
    await visit.begin(PetitionSG.kind if then else MenuSG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


async def _say_what_to_press(visit: Visit) -> None:
    visit.flash("preview-what-wrong")


LATER = Choice("menu", "button-later", _menu, also="names-menu")
_DISCARD = Choice("discard", "button-discard", _ask_discard)
_WRONG = Choice("wrong", WRONG, _say_what_to_press, also=WRONG)
_INCOMPLETE = (Choice("go-on", "button-go-on", _go_on, also="names-back"), LATER, _DISCARD)
_PLACE = Choice("place", "button-change-place", _to(PetitionSG.place, changing=True), also="names-drop-place")
