"""What the author of a case can do beside it: have it taken up again, looked at above, or reviewed outside."""

from datetime import date

from aiogram.fsm.state import State

from core.disclosure.ports import Sheet
from core.petitions.model import ON_THE_WAY, Author, Event
from core.petitions.queries import CaseView
from core.petitions.usecases.climbing import PRINTED, Road
from core.shared.clock import local_day
from core.shared.ids import PetitionId
from core.shared.marks import Marked
from core.shared.messages import Arg, MessageSpec
from core.shared.text import excerpt
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Typed, Visit
from dialogs.states import CasesSG

ROAD = "road"
"""Where the window remembers which way was chosen."""


def _case(visit: Visit) -> PetitionId:
    return PetitionId(visit.start_data.get("case", ""))


async def roads_page(visit: Visit) -> Page:
    view = await visit.use.see.own(visit.actor, _case(visit))
    return await ways_page(visit, view)


async def ways_page(visit: Visit, view: CaseView, code: str = "", typed: Typed | None = None) -> Page:
    """Each way with where it leads; none is a refusal, and none uses up another but by its own days."""
    open_now = await visit.use.flow.roads.open(visit.actor, None if code else view.petition.id, code=code)
    lines = [MessageSpec(f"road-{name_of(road.event)}", _args(road)) for road in open_now]
    choices = [_choice(visit, road, coded=bool(code)) for road in open_now]
    body = MessageSpec("roads" if open_now else "roads-none", {"number": view.petition.number}, more=lines)
    return Page(body, [*choices, _CODED_BACK if code else _BACK], typed, by_code=bool(code))


def roads_label(view: CaseView) -> str:
    """Where there is an answer, a refusal or an opinion they may not be content; before, there is the street."""
    return "button-roads-early" if view.petition.stage in ON_THE_WAY else "button-roads"


def _choice(visit: Visit, road: Road, *, coded: bool) -> Choice:
    label, args = f"button-road-{name_of(road.event)}", _args(road)
    go = _choose(road.event, CasesSG.coded_why if coded else CasesSG.why)
    return Choice(name_of(road.event), label, go, args, names=(visit.speech.plain(label, **args),))


def _args(road: Road) -> dict[str, Arg]:
    return {
        "unit": road.unit.name,
        "until": road.until or "",
        "dated": "yes" if road.until else "no",
        "body": road.body.name,
        "named": "yes" if road.body.name else "no",
    }


def name_of(event: Event) -> str:
    return event.replace("_", "-")


def _choose(event: Event, asking: State) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[ROAD] = event.value
        await visit.goto(asking)

    return go


async def why_page(visit: Visit) -> Page:
    view = await visit.use.see.own(visit.actor, _case(visit))
    return asked_page(visit, view, _WITHOUT, _TO_ROADS, _said)


def asked_page(
    visit: Visit, view: CaseView, without: Choice, back: Choice, typed: Typed, *, by_code: bool = False
) -> Page:
    """Ask why, in their own words; it goes to whoever deals with it, and onto the paper."""
    event = chosen(visit)
    choices = [back] if event in {Event.REOPEN, *PRINTED} else [without, back]
    body = MessageSpec(f"why-{name_of(event)}", {"number": view.petition.number})
    return Page(body, choices, typed, numbered=False, by_code=by_code)


def chosen(visit: Visit) -> Event:
    return Event(visit.data.get(ROAD, Event.REOPEN))


async def _said(visit: Visit, incoming: Incoming) -> None:
    if incoming.files or not incoming.text.strip():
        visit.flash("why-in-words")
        return
    await _go(visit, incoming.words, f"tg:{visit.actor.telegram_id}:{incoming.message_id}")


async def _without(visit: Visit) -> None:
    await _go(visit, Marked(""), f"road:{visit.use.ids.new()}")


async def _go(visit: Visit, said: Marked, source: str) -> None:
    event, case = chosen(visit), _case(visit)
    view = await visit.use.see.own(visit.actor, case)
    road = next((each for each in await visit.use.flow.roads.open(visit.actor, case) if each.event is event), None)
    sheet = printed(visit, view, road, said, visit.actor.name) if event in PRINTED and road is not None else None
    petition = await visit.use.flow.roads(visit.actor, case, event, said, source=source, sheet=sheet)
    tell_gone(visit, event, petition.number, road)
    await visit.begin(CasesSG.view, case=case)


def tell_gone(visit: Visit, event: Event, number: str, road: Road | None) -> None:
    visit.flash(f"went-{name_of(event)}", number=number, unit=road.unit.name if road is not None else "")


def printed(visit: Visit, view: CaseView, road: Road, said: Marked, name: str) -> Sheet:
    """The request as it is printed: from and to whom, about what answer, why, until when; to be signed by hand."""
    speech, zone = visit.speech, visit.use.clock.zone
    way = name_of(road.event)
    answered = [row for row in view.history if row.event in {Event.ANSWER, Event.REVIEW_DONE}]
    answer = next((m for m in reversed(view.messages) if m.author is Author.STAFF), None)

    def line(key: str, **args: Arg) -> str:
        return speech.plain(key, **args)

    day: date = local_day(visit.use.clock.now(), zone)
    lines = [
        line("sheet-to", body=road.body.name or "—"),
        line("sheet-address", address=road.body.address or "—", phone=road.body.phone or "—"),
        "",
        line("sheet-from", name=name, number=view.petition.number),
        line("sheet-matter", text=excerpt(view.petition.text, 1_500) or "—"),
        line("sheet-answered", unit=view.unit_name, day=local_day(answered[-1].at, zone) if answered else "—"),
        line("sheet-answer", text=excerpt(answer.text, 1_500) if answer else "—"),
        line(f"sheet-why-{way}", text=excerpt(said.text, 3_000)),
        "",
        line(f"sheet-until-{way}", day=road.until or "—"),
        "",
        line("sheet-sign", day=day),
    ]
    return Sheet(title=line(f"sheet-title-{way}"), lines=lines, foot=line(f"sheet-foot-{way}"))


async def open_roads(visit: Visit) -> None:
    await visit.goto(CasesSG.roads)


async def open_coded_roads(visit: Visit) -> None:
    await visit.goto(CasesSG.coded_roads)


async def _coded(visit: Visit) -> None:
    await visit.goto(CasesSG.coded)


async def _view(visit: Visit) -> None:
    await visit.goto(CasesSG.view)


_BACK = Choice("back", "button-back", _view, also="names-back")
_CODED_BACK = Choice("back", "button-back", _coded, also="names-back")
_TO_ROADS = Choice("back", "button-back", open_roads, also="names-back")
_WITHOUT = Choice("without", "button-without-why", _without)
