"""Petitions of several people: open one's own to others, join, see how far it is, leave, speak for the others."""

from aiogram import Bot
from aiogram_dialog import Dialog, LaunchMode

from core.shared.ids import PetitionId
from core.shared.messages import Arg, MessageSpec, Term
from core.together.model import MAX_REPRESENTATIVES, Part
from core.together.signing import Sheet
from dialogs.content import brief, on_one_line
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit, page_window
from dialogs.start import open_home
from dialogs.states import CasesSG, TogetherSG
from dialogs.together.door import open_together, show_together
from dialogs.together.links import JOIN
from dialogs.together.neighbours import neighbours_page, show_neighbours

SHOWN = 300
"""UTF-16 units of the petition that whoever has the link reads."""


async def _sheet(visit: Visit) -> Sheet:
    return await visit.use.together.sign.see(visit.actor, PetitionId(visit.start_data.get("case", "")))


async def page(visit: Visit) -> Page:
    """How far it is, and what one can do; before it is opened to others, what that means."""
    sheet = await _sheet(visit)
    petition = sheet.petition
    if sheet.author and sheet.collective is None:
        opens = Choice("open", "button-together-open", _open, also="names-yes")
        body = MessageSpec("together-about", {"number": petition.number, "count": MAX_REPRESENTATIVES})
        choices = [*([opens] if petition.open else []), *_neighbours(sheet), _case(sheet), MENU]
        return Page(body, choices, take_free_text, sorts=True)
    part = Term(f"together-part-{sheet.mine.part if sheet.mine else Part.SIGNER}")
    args: dict[str, Arg] = {
        "number": petition.number,
        "stage": Term(f"stage-{petition.stage}"),
        "unit": sheet.unit_name,
        "count": sheet.count,
        "text": brief(petition.text, SHOWN, petition.attachments),
        "part": part,
    }
    speaks = sheet.mine is not None and sheet.mine.part is Part.SPEAKER
    more = []
    if speaks and sheet.collective is not None and petition.open:
        bot: Bot = visit.manager.middleware_data["bot"]
        link = f"https://t.me/{(await bot.me()).username}?start={JOIN}{sheet.collective.invite}"
        more.append(MessageSpec("together-link", {"link": link}))
    choices = list[Choice]()
    if sheet.mine is not None and sheet.mine.part is Part.ASKED and petition.open:
        choices.append(Choice("speak", "button-together-speak", _speak))
    if speaks:
        choices += [Choice("people", "button-together-people", _people), _case(sheet)]
    choices += _neighbours(sheet)
    if not sheet.author and petition.open:
        choices.append(Choice("leave", "button-together-leave", _leave))
    return Page(MessageSpec("together", args, more=more), [*choices, MENU], take_free_text, sorts=True)


async def join_page(visit: Visit) -> Page:
    """What it is about and who will see them, before they join."""
    sheet = await visit.use.together.sign.invited(visit.actor, visit.start_data.get("invite", ""))
    petition = sheet.petition
    args: dict[str, Arg] = {
        "number": petition.number,
        "unit": sheet.unit_name,
        "count": sheet.count,
        "text": brief(petition.text, SHOWN, petition.attachments),
        "name": visit.actor.name,
    }
    if not petition.open or sheet.mine is not None or sheet.author:
        key = "together-join-over" if not petition.open else "together-join-already"
        show = (
            []
            if sheet.mine is None and not sheet.author
            else [Choice("show", "button-together", show_together(petition.id))]
        )
        return Page(MessageSpec(key, args), [*show, MENU], take_free_text, sorts=True)
    choices = [Choice("join", "button-together-join", _join, also="names-yes"), MENU]
    return Page(MessageSpec("together-join", args), choices, take_free_text, sorts=True)


async def leave_page(visit: Visit) -> Page:
    sheet = await _sheet(visit)
    choices = [
        Choice("left", "button-together-left", _left),
        Choice("back", "button-back", show_together(sheet.petition.id), also="names-back"),
    ]
    return Page(MessageSpec("together-leave", {"number": sheet.petition.number}), choices, loose=True, asks=True)


async def people_page(visit: Visit) -> Page:
    """Who signs; a press asks somebody to speak, too."""
    sheet = await _sheet(visit)
    hidden = len([each for each in sheet.signers if each.telegram_id is None])
    choices = [
        Choice(
            f"ask-{each.signature.person}",
            "together-person",
            _ask(each.signature.person),
            {"name": on_one_line(each.name, 40), "part": visit.speech.plain(f"together-part-{each.signature.part}")},
        )
        for each in sheet.signers
        if each.telegram_id is not None
    ][:40]
    args: dict[str, Arg] = {
        "number": sheet.petition.number,
        "count": sheet.count,
        "hidden": hidden,
        "most": MAX_REPRESENTATIVES,
    }
    back = Choice("back", "button-back", show_together(sheet.petition.id), also="names-back")
    return Page(MessageSpec("together-people", args), [*choices, back], take_free_text, sorts=True)


def _case(sheet: Sheet) -> Choice:
    async def go(visit: Visit) -> None:
        await visit.begin(CasesSG.view, case=sheet.petition.id)

    return Choice("case", "button-show-case", go, also="names-back")


def _neighbours(sheet: Sheet) -> list[Choice]:
    """Only the author decides whether neighbours are told."""
    if not sheet.author:
        return []
    return [Choice("neighbours", "button-neighbours-mine", show_neighbours(sheet.petition.id))]


def _ask(person: str) -> Go:
    async def go(visit: Visit) -> None:
        case = PetitionId(visit.start_data.get("case", ""))
        name = await visit.use.together.sign.ask(visit.actor, case, person)
        visit.flash("together-asked-them", name=name)

    return go


async def _open(visit: Visit) -> None:
    await visit.use.together.sign.open(visit.actor, PetitionId(visit.start_data.get("case", "")))


async def _join(visit: Visit) -> None:
    case = await visit.use.together.sign.join(visit.actor, visit.start_data.get("invite", ""))
    visit.flash("together-joined")
    await open_together(visit, case)


async def _leave(visit: Visit) -> None:
    await visit.goto(TogetherSG.leave)


async def _left(visit: Visit) -> None:
    await visit.use.together.sign.leave(visit.actor, PetitionId(visit.start_data.get("case", "")))
    visit.flash("together-left")
    await open_home(visit)


async def _speak(visit: Visit) -> None:
    await visit.use.together.sign.speak(visit.actor, PetitionId(visit.start_data.get("case", "")))
    visit.flash("together-speaks")


async def _people(visit: Visit) -> None:
    await visit.goto(TogetherSG.people)


MENU = Choice("menu", "button-menu", open_home, also=("names-menu", "names-leave"))


def build_together_dialog() -> Dialog:
    return Dialog(
        page_window(TogetherSG.page, page),
        page_window(TogetherSG.join, join_page),
        page_window(TogetherSG.leave, leave_page),
        page_window(TogetherSG.people, people_page),
        page_window(TogetherSG.neighbours, neighbours_page),
        launch_mode=LaunchMode.ROOT,
    )
