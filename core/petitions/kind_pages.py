"""What staff are shown and asked about cases of some kinds only."""

from core.petitions.kinds import SERVICE_TEAMS, Verdict
from core.petitions.menu import BACK, code
from core.petitions.model import Petition
from core.shared.actions import Action
from core.shared.messages import Arg, Button, MessageSpec, Term


def which_verdict(petition: Petition) -> MessageSpec:
    """Ask what becomes of a suggestion before its answer is written."""
    rows = [[Button(f"button-verdict-{each}", code(Action.ANSWER, petition, each))] for each in Verdict]
    return MessageSpec("verdict-which", {"number": petition.number}, buttons=rows)


def which_team(petition: Petition) -> MessageSpec:
    """Ask which team works on a request for help from now on."""
    buttons = [Button(f"button-team-{each}", code(Action.TEAM, petition, each)) for each in SERVICE_TEAMS]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    rows.append([Button("button-menu-back", code(Action.MORE, petition, BACK))])
    args: dict[str, Arg] = {"number": petition.number, "team": Term(f"team-{petition.team or 'desk'}")}
    return MessageSpec("team-which", args, buttons=rows)
