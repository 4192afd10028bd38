"""What free text is understood to want: its door is opened, or it is asked which one is meant."""

import json
from dataclasses import replace

from core.petitions.draft import Draft
from core.routing.model import Decision, Intent, Route
from core.shared.messages import MessageSpec, Term
from core.shared.text import is_blank
from dialogs.carried import carry
from dialogs.content import brief
from dialogs.doors import DOORS, Wish, is_there, label_of, today
from dialogs.incoming import FORWARDED, Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.petition.drafting import current_words, keep_free_text
from dialogs.reports.door import accuses_staff
from dialogs.start import open_home
from dialogs.states import MenuSG, OfferSG
from dialogs.urgent import is_urgent, warn_if_urgent
from dialogs.why import remember_why

SHOWN = 60
"""UTF-16 units of the words that are shown when a door has been opened."""
ASKED = 300
"""The same when it is asked which door is meant."""
BUTTONS = 3
"""Where minutes may count: nobody may wait for us then."""


async def lead(visit: Visit, incoming: Incoming) -> bool:
    """Keep the words and go where they lead, or ask; False if that is not known, and nothing is kept then."""
    if not await _can_be_led(visit, incoming):
        await warn_if_urgent(visit, incoming)
        return False
    doors, route = await _understand(visit, incoming.text)
    if not doors:
        return False
    if problem := await keep_free_text(visit, incoming):
        visit.flash(problem)
    await _follow(visit, incoming.text, doors, route)
    return True


async def open_home_or_lead(visit: Visit) -> None:
    """Go where words lead that waited until somebody could be answered; else home, which asks what they are."""
    words = await current_words(visit)
    text = words.text
    one = len(words.parts) == 1 and not words.files and words.latitude is None
    if is_blank(text) or not (one and _is_own(words)) or await visit.use.cases.waits_for(visit.actor.resident_id):
        await open_home(visit)
        return
    doors, route = await _understand(visit, text)
    await (_follow(visit, text, doors, route) if doors else open_home(visit))


async def leads_elsewhere(visit: Visit, last: Draft) -> Choice | None:
    """Return the way to where the last of several messages leads by itself, if that is no petition; the others wait.

    Words that were not understood must not swallow what is said clearly after them.
    """
    if len(last.parts) != 1 or last.files or last.latitude is not None or not _is_own(last):
        return None
    route = await visit.use.route(last.text, today(visit))
    intent = route.intent
    if route.decision is not Decision.ACT or route.call or intent in _OFFERED or not await is_there(visit, intent):
        return None

    async def go(visit: Visit) -> None:
        earlier = await current_words(visit)
        taken = earlier.take_last()
        await remember_why(visit, route)
        await go_through(visit, Wish(intent, last.text, route.slots), taken)
        await visit.use.words.put(visit.actor.telegram_id, earlier)  # last: until then nothing is missing

    return Choice("last-leads", "offer-last-leads", go, {"door": Term(label_of(intent))})


def _is_own(words: Draft) -> bool:
    """Tell whether nothing of it is somebody else's, or an answer to it."""
    return not words.text.startswith(FORWARDED) and not any(mark.kind == "blockquote" for mark in words.words.marks)


async def _understand(visit: Visit, text: str) -> tuple[list[Intent], Route]:
    """Return the doors that are there for what a text is likely to mean, and say what has to be said about it."""
    route = await visit.use.route(text, today(visit))
    if await accuses_staff(visit, text):
        route = replace(route, decision=Decision.ACT, intent=Intent.REPORT, call=False)
    elif route.call:
        route = replace(route, decision=Decision.ACT, intent=Intent.COMPLAINT)  # opened, or not, as any petition is
    await remember_why(visit, route)
    if is_urgent(text, route, visit.speech) or Intent.SERVICE in _likely(route):
        visit.flash("routed-urgent")
    doors = [intent for intent in _likely(route) if await is_there(visit, intent)]
    if route.decision is Decision.ACT and not doors and route.intent not in _OFFERED:
        visit.flash("routed-not-here", door=Term(label_of(route.intent)))
    return doors, route


async def _follow(visit: Visit, text: str, doors: list[Intent], route: Route) -> None:
    if route.decision is Decision.ACT:
        await go_through(visit, Wish(route.intent, text, route.slots, call=route.call))
    else:
        await visit.begin(OfferSG.meant, intents="|".join(doors), slots=json.dumps(dict(route.slots)))


_OFFERED = {*(intent for intent in Intent if intent.is_petition), Intent.GREETING}
"""What today's offer is for as well, where words may belong to something that is open."""


def _likely(route: Route) -> list[Intent]:
    if route.decision is Decision.FALLBACK:
        return []
    asked = route.decision is Decision.ASK
    return [one for one in (route.intent, *route.alternatives) if not (asked and one is Intent.GREETING)][:BUTTONS]


async def _can_be_led(visit: Visit, incoming: Incoming) -> bool:
    """Tell whether it is one message of their own words, and neither the staff nor earlier words wait."""
    alone = not is_blank(incoming.text) and incoming.latitude is None and not incoming.files
    own = not incoming.origin and not incoming.quoted and not incoming.elsewhere
    if not (alone and own) or await visit.use.cases.waits_for(visit.actor.resident_id):
        return False
    waiting = await visit.use.words.get(visit.actor.telegram_id)
    return waiting is None or waiting.untouched


async def go_through(visit: Visit, wish: Wish, taken: Draft | None = None) -> None:
    """Open the door, say what was understood, and carry the words along: those that wait, or what is taken of them."""
    words = taken or await current_words(visit)
    if wish.intent is not Intent.GREETING:
        visit.flash(
            "routed", text=brief(words.text, SHOWN, words.files), door=Term(label_of(wish.intent, call=wish.call))
        )
    await carry(visit, into_draft=wish.intent.is_petition, words=taken)
    await DOORS[wish.intent].open(visit, wish)


async def meant_page(visit: Visit) -> Page:
    """Ask which door is meant. What is typed here is more of the same, and offered with it."""
    words = await current_words(visit)
    if words.empty:
        return Page(MessageSpec("offer-nothing"), [_MENU], _more)
    slots = json.loads(visit.start_data.get("slots", "{}"))
    named = [Intent(name) for name in visit.start_data.get("intents", "").split("|") if name in set(Intent)]
    choices = [
        Choice(intent.replace(".", "-"), label_of(intent), _go(Wish(intent, words.text, slots)))
        for intent in named
        if await is_there(visit, intent)
    ]
    body = MessageSpec("meant", {"text": brief(words.text, ASKED, words.files)})
    return Page(body, [*choices, _OTHER], _more, unseen=[_MENU])


def _go(wish: Wish) -> Go:
    async def go(visit: Visit) -> None:
        await go_through(visit, wish)

    return go


async def _other(visit: Visit) -> None:
    await visit.begin(OfferSG.ask)


async def _more(visit: Visit, incoming: Incoming) -> None:
    if problem := await keep_free_text(visit, incoming):
        visit.flash(problem)
    await visit.begin(OfferSG.ask)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_OTHER = Choice("something-else", "button-something-else", _other, also=("names-not-meant", "names-back"))
_MENU = Choice("menu", "button-later", _menu, also="names-menu")
