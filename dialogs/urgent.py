"""The numbers to call stand first wherever somebody writes that minutes may count, whatever their words become."""

from core.routing.model import Team
from core.shared.clock import local_day
from core.shared.text import is_blank
from dialogs.incoming import Incoming
from dialogs.visit import Visit

URGENT = {Team.EMERGENCY, Team.FIRE, Team.POLICE}


async def warn_if_urgent(visit: Visit, incoming: Incoming) -> None:
    """Let the next window begin with the numbers to call, where they may be needed."""
    clock = visit.use.clock
    if not is_blank(incoming.text):
        route = await visit.use.route(incoming.text, local_day(clock.now(), clock.zone))
        if route.team in URGENT:
            visit.flash("routed-urgent")
