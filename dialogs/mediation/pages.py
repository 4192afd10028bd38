"""A mediation before its parties: invite, consent or decline, read and confirm the agreement, leave."""

from collections.abc import Sequence
from io import BytesIO

import segno
from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import Dialog, LaunchMode, ShowMode

from core.mediation.model import MAX_LINE, Side, State
from core.mediation.parties import Sheet
from core.petitions.authors import Author
from core.shared.ids import PetitionId
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt
from dialogs.cases.pages import add_to_case
from dialogs.content import brief
from dialogs.incoming import Incoming
from dialogs.mediation.door import open_mediation
from dialogs.mediation.links import INVITE
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit, page_window
from dialogs.start import open_home
from dialogs.states import CasesSG, MediationSG

LATEST = 6
"""Messages between the other party and the office that a window shows."""
SHOWN = 2_000
"""UTF-16 units of the agreement that a window shows; the message that brought it has all."""


def _case(visit: Visit) -> PetitionId:
    return PetitionId(visit.start_data.get("case", ""))


async def page(visit: Visit) -> Page:
    """How far it is, and what one can do now."""
    sheet = await visit.use.mediation.parties.see(visit.actor, _case(visit))
    petition, mediation = sheet.petition, sheet.mediation
    args: dict[str, Arg] = {
        "number": petition.number,
        "unit": sheet.unit_name,
        "state": Term(f"gm-state-{mediation.state}"),
    }
    asks = sheet.side is Side.ASKER
    more = [*_lines(sheet), *(await _link(visit, sheet) if asks else _said(sheet))]
    choices: list[Choice] = []
    if petition.open and mediation.state is State.DRAFTED and sheet.side and mediation.confirmed(sheet.side) is None:
        choices.append(Choice("confirm", "button-gm-confirm", _confirm(mediation.edition)))
    if asks:
        if petition.open and mediation.state is State.ASKED:
            if mediation.invite:
                choices.append(Choice("qr", "button-gm-qr", _send_code))
            choices.append(Choice("invite", "button-gm-line" if mediation.invite else "button-gm-invite", _line))
        choices.append(Choice("case", "button-show-case", _show, also="names-back"))
        return Page(MessageSpec("gm-page", args, more=more), [*choices, MENU], take_free_text, sorts=True)
    if petition.open:
        choices += [Choice("write", "button-gm-write", _write), Choice("leave", "button-gm-leave", _leave)]
    args |= {"name": sheet.asker_name or "—", "line": excerpt(mediation.line, MAX_LINE)}
    return Page(MessageSpec("gm-page-other", args, more=more), [*choices, MENU], take_free_text, sorts=True)


def _lines(sheet: Sheet) -> list[MessageSpec]:
    mediation, lines = sheet.mediation, list[MessageSpec]()
    if mediation.mediator_name:
        lines.append(MessageSpec("gm-page-mediator", {"name": mediation.mediator_name}))
    if mediation.session is not None:
        lines.append(MessageSpec("gm-page-session", {"at": mediation.session.at, "place": mediation.session.place}))
    if mediation.text:
        lines.append(MessageSpec("gm-page-text", {"text": excerpt(mediation.text, SHOWN)}))
    if mediation.state is State.DRAFTED and sheet.side and mediation.confirmed(sheet.side):
        lines.append(MessageSpec("gm-page-confirmed"))
    if sheet.until is not None:
        lines.append(MessageSpec("gm-page-until", {"until": sheet.until}))
    return lines


async def _link(visit: Visit, sheet: Sheet) -> list[MessageSpec]:
    """Return what whoever asked passes on, as long as it leads somewhere."""
    mediation = sheet.mediation
    if mediation.state is not State.ASKED or not sheet.petition.open:
        return []
    if mediation.invite is None:
        return [MessageSpec("gm-page-uninvited")]
    link = await _address(visit, mediation.invite)
    args = {"asker": sheet.asker_name, "unit": sheet.unit_name, "line": mediation.line, "link": link}
    return [MessageSpec("gm-page-link", args)]


async def _address(visit: Visit, invite: str) -> str:
    bot: Bot = visit.manager.middleware_data["bot"]
    return f"https://t.me/{(await bot.me()).username}?start={INVITE}{invite}"


async def _send_code(visit: Visit) -> None:
    """Send the link as a picture, to be shown or printed; the window is shown anew below."""
    sheet = await visit.use.mediation.parties.see(visit.actor, _case(visit))
    if sheet.side is not Side.ASKER or sheet.mediation.invite is None:
        return
    kept = BytesIO()
    segno.make(await _address(visit, sheet.mediation.invite), micro=False).save(kept, kind="png", scale=8)
    bot: Bot = visit.manager.middleware_data["bot"]
    said = visit.speech.plain("gm-qr", name=sheet.asker_name, line=sheet.mediation.line)
    visit.manager.show_mode = ShowMode.SEND
    await bot.send_photo(visit.actor.telegram_id, BufferedInputFile(kept.getvalue(), "qr.png"), caption=said)


def _said(sheet: Sheet) -> Sequence[MessageSpec]:
    latest = sheet.messages[-LATEST:]
    lines = [
        MessageSpec(
            "gm-you-said" if each.author is Author.OTHER else "gm-staff-said",
            {"at": each.at, "name": each.author_name, "text": brief(each.text, 300, each.attachments)},
        )
        for each in latest
    ]
    return [MessageSpec("gm-page-said"), *lines] if lines else []


async def line_page(_visit: Visit) -> Page:
    back = Choice("back", "button-back", _back, also="names-back")
    return Page(MessageSpec("gm-line", {"count": MAX_LINE}), [back, MENU], _typed_line, numbered=False)


async def invited_page(visit: Visit) -> Page:
    """Who asks, what for in a line, and that it is free and voluntary: nothing else of the matter."""
    sheet = await visit.use.mediation.parties.invited(visit.actor, visit.start_data.get("invite", ""))
    args: dict[str, Arg] = {
        "name": sheet.asker_name or "—",
        "unit": sheet.unit_name,
        "line": excerpt(sheet.mediation.line, MAX_LINE),
        "own": visit.actor.name,
    }
    choices = [
        Choice("consent", "button-gm-consent", _consent, also="names-yes"),
        Choice("decline", "button-gm-decline", _decline),
        MENU,
    ]
    return Page(MessageSpec("gm-invited", args), choices, take_free_text, sorts=True)


async def decline_page(_visit: Visit) -> Page:
    choices = [
        Choice("declined", "button-gm-decline-yes", _declined, also="names-really"),
        Choice("back", "button-back", _invited, also=("names-rather-not", "names-back")),
    ]
    return Page(MessageSpec("gm-decline"), choices, take_free_text, loose=True, asks=True)


async def write_page(_visit: Visit) -> Page:
    back = Choice("back", "button-back", _back, also="names-back")
    return Page(MessageSpec("gm-write"), [back, MENU], _typed_words, numbered=False)


async def leave_page(visit: Visit) -> Page:
    sheet = await visit.use.mediation.parties.see(visit.actor, _case(visit))
    choices = [
        Choice("left", "button-gm-leave-yes", _left, also="names-really"),
        Choice("back", "button-back", _back, also=("names-rather-not", "names-back")),
    ]
    spec = MessageSpec("gm-leave", {"number": sheet.petition.number})
    return Page(spec, choices, take_free_text, loose=True, asks=True)


async def _typed_line(visit: Visit, incoming: Incoming) -> None:
    await visit.use.mediation.parties.invite(visit.actor, _case(visit), " ".join(incoming.text.split()))
    visit.flash("gm-line-kept")
    await visit.goto(MediationSG.page)


async def _typed_words(visit: Visit, incoming: Incoming) -> None:
    await add_to_case(visit, _case(visit), incoming)


def _confirm(edition: int) -> Go:
    async def go(visit: Visit) -> None:
        await confirm(visit, _case(visit), edition)

    return go


async def confirm(visit: Visit, petition_id: PetitionId, edition: int) -> None:
    """Agree to the text that was read, and say how far it is by that."""
    state = await visit.use.mediation.parties.confirm(visit.actor, petition_id, edition)
    visit.flash("gm-you-agreed" if state is State.AGREED else "gm-you-confirmed")


async def _consent(visit: Visit) -> None:
    case = await visit.use.mediation.parties.consent(visit.actor, visit.start_data.get("invite", ""))
    visit.flash("gm-consented")
    await open_mediation(visit, case)


async def _declined(visit: Visit) -> None:
    await visit.use.mediation.parties.decline(visit.actor, visit.start_data.get("invite", ""))
    visit.flash("gm-you-declined")
    await open_home(visit)


async def _left(visit: Visit) -> None:
    await visit.use.mediation.parties.leave(visit.actor, _case(visit))
    visit.flash("gm-you-left")
    await visit.goto(MediationSG.page)


async def _line(visit: Visit) -> None:
    await visit.goto(MediationSG.line)


async def _decline(visit: Visit) -> None:
    await visit.goto(MediationSG.decline)


async def _invited(visit: Visit) -> None:
    await visit.goto(MediationSG.invited)


async def _write(visit: Visit) -> None:
    await visit.goto(MediationSG.write)


async def _leave(visit: Visit) -> None:
    await visit.goto(MediationSG.leave)


async def _back(visit: Visit) -> None:
    await visit.goto(MediationSG.page)


async def _show(visit: Visit) -> None:
    await visit.begin(CasesSG.view, case=_case(visit))


MENU = Choice("menu", "button-menu", open_home, also=("names-menu", "names-leave"))


def build_mediation_dialog() -> Dialog:
    return Dialog(
        page_window(MediationSG.page, page),
        page_window(MediationSG.line, line_page),
        page_window(MediationSG.invited, invited_page),
        page_window(MediationSG.decline, decline_page),
        page_window(MediationSG.write, write_page),
        page_window(MediationSG.leave, leave_page),
        launch_mode=LaunchMode.ROOT,
    )
