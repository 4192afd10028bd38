"""What staff are shown and asked about cases of some kinds only."""

from core.petitions.kinds import Verdict
from core.petitions.menu import code
from core.petitions.model import Petition
from core.shared.actions import Action
from core.shared.messages import Button, MessageSpec


def which_verdict(petition: Petition) -> MessageSpec:
    """Ask what becomes of a suggestion before its answer is written."""
    rows = [[Button(f"button-verdict-{each}", code(Action.ANSWER, petition, each))] for each in Verdict]
    return MessageSpec("verdict-which", {"number": petition.number}, buttons=rows)
