"""The ways beside a case for whoever comes back to it with a code. They are known to nobody, and stay so.

Whoever goes is in no row: the words go in with a keyed hash of the update's number, and what is printed is handed over
at once, for whatever waits in a queue has the number of a chat.
"""

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import ShowMode

from core.petitions.queries import CaseView
from core.petitions.usecases.climbing import PRINTED, Road
from core.shared.marks import Marked
from core.shared.messages import MessageSpec, Term
from dialogs.cases.coded import LEAVE, ask_again, code_of, opens_another, show_coded, typed_for
from dialogs.cases.roads import asked_page, chosen, name_of, open_coded_roads, printed, tell_gone, ways_page
from dialogs.held import source_of
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Page, Visit
from dialogs.states import CasesSG

BLANK = "_" * 16
"""Where whoever signs the paper writes their name."""


async def coded_roads_page(visit: Visit) -> Page:
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    view = await visit.use.see.by_code(code)
    return await ways_page(visit, view, code, typed_for(view.petition))


async def coded_why_page(visit: Visit) -> Page:
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    return asked_page(visit, await visit.use.see.by_code(code), _WITHOUT, _TO_ROADS, _said, by_code=True)


async def coded_withdraw_page(visit: Visit) -> Page:
    code = code_of(visit)
    if code is None:
        return await ask_again(visit)
    view = await visit.use.see.by_code(code)
    stage = Term(f"stage-{view.petition.stage}")
    choices = [
        Choice("yes", "button-withdraw-yes", _withdraw, also=("names-really", "names-withdraw")),
        Choice("no", "button-withdraw-no", show_coded, also=("names-rather-not", "names-back")),
    ]
    return Page(
        MessageSpec("case-withdraw", {"number": view.petition.number, "stage": stage}),
        choices,
        typed_for(view.petition),
        loose=True,
        asks=True,
        by_code=True,
        unseen=[LEAVE],
    )


async def _withdraw(visit: Visit) -> None:
    number = await visit.use.withdraw(visit.actor, None, code=code_of(visit) or "")
    visit.flash("case-withdrawn", number=number)
    await visit.goto(CasesSG.coded)


async def _said(visit: Visit, incoming: Incoming) -> None:
    if await opens_another(visit, incoming):
        return
    if incoming.files or not incoming.text.strip():
        visit.flash("why-in-words")
        return
    await _go(visit, incoming.words)


async def _without(visit: Visit) -> None:
    await _go(visit, Marked(""))


async def _go(visit: Visit, said: Marked) -> None:
    event, code = chosen(visit), code_of(visit) or ""
    view = await visit.use.see.by_code(code)
    ways = await visit.use.flow.roads.open(visit.actor, None, code=code)
    road = next((each for each in ways if each.event is event), None)
    if event in PRINTED and road is not None:
        await _hand_over(visit, view, road, said)
    petition = await visit.use.flow.roads(visit.actor, None, event, said, source=source_of(visit), code=code)
    if event in PRINTED and road is not None:
        visit.flash("went-paper-by-code", number=petition.number)
    else:
        tell_gone(visit, event, petition.number, road)
    await visit.goto(CasesSG.coded)


async def _hand_over(visit: Visit, view: CaseView, road: Road, said: Marked) -> None:
    """Give the paper before the case goes its way: said again after a failure it comes twice, and never not at all."""
    bot: Bot = visit.manager.middleware_data["bot"]
    data = await visit.use.flow.roads.printed(printed(visit, view, road, said, BLANK))
    body = {"body": road.body.name, "address": road.body.address, "phone": road.body.phone}
    args = {"number": view.petition.number, "until": road.until or "", **body}
    caption = visit.speech.plain(f"paper-{name_of(road.event)}", **args)
    file = BufferedInputFile(data, f"{view.petition.number}.pdf")
    await bot.send_document(visit.actor.telegram_id, file, caption=caption)
    visit.manager.show_mode = ShowMode.SEND


_TO_ROADS = Choice("back", "button-back", open_coded_roads, also="names-back")
_WITHOUT = Choice("without", "button-without-why", _without)
