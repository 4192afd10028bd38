"""Use cases of areas that are bundled whole, for `tests.core_rig`."""

from typing import Any

from core.directory.app import directory_use_cases
from core.duty.app import duty_use_cases
from core.journeys.motions import MakeMotion
from core.mediation.app import mediation_use_cases
from core.petitions.kinds_app import kind_use_cases
from core.petitions.major_app import major_use_cases
from core.routing.knowledge import load
from core.routing.model import Intent, Team
from core.together.app import together_use_cases
from core.volunteers.app import volunteer_use_cases

_KNOWN = load()


async def team_by_words(text: str) -> Team:
    """Return what the router's words say, without its dictionaries."""
    return _KNOWN.teams.for_text(Intent.SERVICE, _KNOWN.normaliser(text)) or Team.DESK


def of_areas(desk: dict[str, Any]) -> dict[str, Any]:
    """Return the bundles by name; `desk` is what the desk's use cases share."""
    shared = (desk["uow"], desk["clock"], desk["ids"])
    return {
        "duty": duty_use_cases(*shared),
        "directory": directory_use_cases(*shared),
        "volunteers": volunteer_use_cases(*shared),
        "kinds": kind_use_cases(**desk, team_of=team_by_words),
        "together": together_use_cases(**desk),
        "mediation": mediation_use_cases(**desk),
        "major": major_use_cases(**desk),
        "make_motion": MakeMotion(**desk),
    }
