"""Requests for help: for which team they are, and those that cannot wait (DOMAIN §2)."""

from dataclasses import replace
from datetime import datetime

from core.petitions.kinds import URGENT_CLAIM, URGENT_REPLY, is_urgent
from core.petitions.model import Petition
from core.petitions.promises import Promises
from core.petitions.stages import WAITING_STAGES
from core.routing.model import Team


def in_hours(promises: Promises, since: datetime) -> Promises:
    """Pledge hours from `since` (aware) instead of days: the calendar of holidays moves none of these."""
    return replace(
        promises, claim_by=since + URGENT_CLAIM, reply_by=since + URGENT_REPLY, claim_days=None, reply_days=None
    )


def with_team(petition: Petition, derived: Team | None, chosen: str = "") -> Petition:
    """Return a new petition with its team: what its author `chosen`, else what its words say.

    Words that cannot wait make it urgent whatever was chosen. Of kinds without teams (`derived` None) nothing changes.
    """
    if derived is None:
        return petition
    team = Team(chosen) if chosen in set(Team) else derived
    urgent = is_urgent(derived, team)
    promises = in_hours(petition.promises, petition.submitted_at) if urgent else petition.promises
    return replace(petition, team=team.value, urgent=urgent, promises=promises)


def given_to(petition: Petition, team: Team, now: datetime) -> Petition:
    """Return a petition that another team works on from `now` (aware) on.

    What turns urgent by it pledges hours from then on, if it still waits; nothing that was pledged is put off by it.
    """
    urgent = petition.urgent or is_urgent(team)
    promises = petition.promises
    if urgent and not petition.urgent:
        soon = in_hours(promises, now)
        promises = soon if petition.stage in WAITING_STAGES else replace(soon, claim_by=promises.claim_by)
    return replace(petition, team=team.value, urgent=urgent, promises=promises, version=petition.version + 1)


def elsewhere(was: Petition, begun: Promises, now: datetime) -> Promises:
    """Return what is promised of a case that another unit has from `now` (aware) on, where any case has `begun` anew.

    What cannot wait pledges hours there too; to whoever wants to be called the day that was pledged is kept.
    """
    if was.call is not None:
        return was.promises
    return in_hours(begun, now) if was.urgent else begun


def in_hours_again(petition: Petition, now: datetime) -> Petition:
    """Return a case that is taken up again at `now` (aware): what cannot wait pledges hours from then on."""
    return replace(petition, promises=in_hours(petition.promises, now)) if petition.urgent else petition
