"""The numbers to call stand first wherever somebody writes that minutes may count, whatever their words become."""

from core.routing.model import Route, Team
from core.shared.clock import local_day
from core.shared.text import fold, is_blank
from dialogs.incoming import Incoming
from dialogs.speech import Speech
from dialogs.stray import words_of
from dialogs.visit import Visit

URGENT = {Team.EMERGENCY, Team.FIRE, Team.POLICE}


def is_urgent(text: str, route: Route, speech: Speech) -> bool:
    """Tell whether minutes may count: of "救命" alone nobody knows where it leads, but everybody what it is."""
    said = left = fold(text)
    for cry in sorted(words_of(["names-cries"], speech), key=len, reverse=True):
        left = left.replace(cry, "")
    return route.team in URGENT or (said != "" and not left)


async def warn_if_urgent(visit: Visit, incoming: Incoming) -> None:
    """Let the next window begin with the numbers to call, where they may be needed."""
    clock = visit.use.clock
    if not is_blank(incoming.text):
        route = await visit.use.route(incoming.text, local_day(clock.now(), clock.zone))
        if is_urgent(incoming.text, route, visit.speech):
            visit.flash("routed-urgent")
