"""What the author of a case can do beside it: have it taken up again, looked at above, or reviewed outside."""

from datetime import date

from core.disclosure.ports import Sheet
from core.petitions.model import Author, Event
from core.petitions.queries import CaseView
from core.petitions.usecases.climbing import PRINTED, Road
from core.shared.clock import local_day
from core.shared.ids import PetitionId
from core.shared.marks import Marked
from core.shared.messages import Arg, MessageSpec
from core.shared.text import excerpt
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.states import CasesSG

ROAD = "road"
"""Where the window remembers which way was chosen."""


def _case(visit: Visit) -> PetitionId:
    return PetitionId(visit.start_data.get("case", ""))


async def roads_page(visit: Visit) -> Page:
    """Each way with where it leads; none is a refusal, and none uses up another but by its own days."""
    view = await visit.use.see.own(visit.actor, _case(visit))
    open_now = await visit.use.flow.roads.open(visit.actor, view.petition.id)
    lines = [MessageSpec(f"road-{_name(road.event)}", _args(road)) for road in open_now]
    choices = [_choice(visit, road) for road in open_now]
    body = MessageSpec("roads" if open_now else "roads-none", {"number": view.petition.number}, more=lines)
    return Page(body, [*choices, _BACK])


def _choice(visit: Visit, road: Road) -> Choice:
    label, args = f"button-road-{_name(road.event)}", _args(road)
    return Choice(_name(road.event), label, _choose(road.event), args, names=(visit.speech.plain(label, **args),))


def _args(road: Road) -> dict[str, Arg]:
    return {
        "unit": road.unit.name,
        "until": road.until or "",
        "dated": "yes" if road.until else "no",
        "body": road.body.name,
        "named": "yes" if road.body.name else "no",
    }


def _name(event: Event) -> str:
    return event.replace("_", "-")


def _choose(event: Event) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[ROAD] = event.value
        await visit.goto(CasesSG.why)

    return go


async def why_page(visit: Visit) -> Page:
    """Ask why, in their own words; it goes to whoever deals with it, and onto the paper."""
    view = await visit.use.see.own(visit.actor, _case(visit))
    event = Event(visit.data.get(ROAD, Event.REOPEN))
    choices = [_TO_ROADS] if event in {Event.REOPEN, *PRINTED} else [_WITHOUT, _TO_ROADS]
    return Page(MessageSpec(f"why-{_name(event)}", {"number": view.petition.number}), choices, _said, numbered=False)


async def _said(visit: Visit, incoming: Incoming) -> None:
    if incoming.files or not incoming.text.strip():
        visit.flash("why-in-words")
        return
    await _go(visit, incoming.words, f"tg:{visit.actor.telegram_id}:{incoming.message_id}")


async def _without(visit: Visit) -> None:
    await _go(visit, Marked(""), f"road:{visit.use.ids.new()}")


async def _go(visit: Visit, said: Marked, source: str) -> None:
    event, case = Event(visit.data.get(ROAD, Event.REOPEN)), _case(visit)
    view = await visit.use.see.own(visit.actor, case)
    road = next((each for each in await visit.use.flow.roads.open(visit.actor, case) if each.event is event), None)
    sheet = _sheet(visit, view, road, said) if event in PRINTED and road is not None else None
    petition = await visit.use.flow.roads(visit.actor, case, event, said, source=source, sheet=sheet)
    unit = road.unit.name if road is not None else ""
    visit.flash(f"went-{_name(event)}", number=petition.number, unit=unit)
    await visit.begin(CasesSG.view, case=case)


def _sheet(visit: Visit, view: CaseView, road: Road, said: Marked) -> Sheet:
    """The request as it is printed: to whom, about what answer, why, until when; to be signed by hand."""
    speech, zone = visit.speech, visit.use.clock.zone
    name = _name(road.event)
    answered = [row for row in view.history if row.event in {Event.ANSWER, Event.REVIEW_DONE}]
    answer = next((m for m in reversed(view.messages) if m.author is Author.STAFF), None)

    def line(key: str, **args: Arg) -> str:
        return speech.plain(key, **args)

    day: date = local_day(visit.use.clock.now(), zone)
    lines = [
        line("sheet-to", body=road.body.name or "—"),
        line("sheet-address", address=road.body.address or "—", phone=road.body.phone or "—"),
        "",
        line("sheet-from", name=visit.actor.name, number=view.petition.number),
        line("sheet-matter", text=excerpt(view.petition.text, 1_500) or "—"),
        line("sheet-answered", unit=view.unit_name, day=local_day(answered[-1].at, zone) if answered else "—"),
        line("sheet-answer", text=excerpt(answer.text, 1_500) if answer else "—"),
        line(f"sheet-why-{name}", text=excerpt(said.text, 3_000)),
        "",
        line(f"sheet-until-{name}", day=road.until or "—"),
        "",
        line("sheet-sign", day=day),
    ]
    return Sheet(title=line(f"sheet-title-{name}"), lines=lines, foot=line(f"sheet-foot-{name}"))


async def open_roads(visit: Visit) -> None:
    await visit.goto(CasesSG.roads)


async def _view(visit: Visit) -> None:
    await visit.goto(CasesSG.view)


_BACK = Choice("back", "button-back", _view, also="names-back")
_TO_ROADS = Choice("back", "button-back", open_roads, also="names-back")
_WITHOUT = Choice("without", "button-without-why", _without)
