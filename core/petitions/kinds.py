"""What only some kinds of petitions have: a verdict, a team, an office in which they are filed (DOMAIN §2)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from core.people.model import Role
from core.routing.model import Team


class Verdict(StrEnum):
    """What becomes of a suggestion (XF 29). Stored by value, in button codes too: never rename."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT = "not"


class Mandate(StrEnum):
    """In which office a proposal is filed. Stored by value: never rename."""

    DEPUTY = "deputy"
    CPPCC = "cppcc"


MANDATES = {Mandate.DEPUTY: Role.DEPUTY, Mandate.CPPCC: Role.CPPCC}
"""What the roster must show for it; whoever is both files as a people's deputy."""

SERVICE_TEAMS = (
    Team.EMERGENCY,
    Team.MEDICAL,
    Team.JOBS,
    Team.RELIEF,
    Team.HEALTH,
    Team.FIRE,
    Team.POLICE,
    Team.ENVIRONMENT,
    Team.PROPERTY,
    Team.TENANCY,
    Team.DESK,
)
"""The teams a request for help goes to, in the order in which they are offered."""
TEAMS_OF_CHATS = tuple(team for team in SERVICE_TEAMS if team is not Team.DESK)
"""Those that may have a chat of their own: what is for the desk the desk works on."""
URGENT_TEAMS = frozenset({Team.EMERGENCY, Team.FIRE})
"""What goes to these may be a matter of minutes."""
URGENT_CLAIM, URGENT_REPLY = timedelta(hours=1), timedelta(hours=4)
"""Our own pledge where minutes may count: somebody takes it, and says what is being done."""
TeamOf: TypeAlias = Callable[[str], Awaitable[Team]]
"""Return the team a text is for. Slow; never inside a unit of work."""


async def desk_alone(_text: str) -> Team:
    """Know no teams."""
    return Team.DESK


def verdict_of(value: str) -> Verdict | None:
    """Return the verdict a button's code bears; None for anything else."""
    return Verdict(value) if value in set(Verdict) else None


def mandate_of(roles: frozenset[Role]) -> Mandate | None:
    """Return in which office somebody with these roles of the roster files proposals; None if in none."""
    return next((mandate for mandate, role in MANDATES.items() if role in roles), None)


def is_urgent(*teams: str) -> bool:
    """Tell whether what is for one of these teams may be a matter of minutes."""
    return not URGENT_TEAMS.isdisjoint(teams)
