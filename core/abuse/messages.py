"""What staff are asked before somebody is kept from writing; each button says all that was chosen before it."""

from core.abuse.model import DAYS, REASONS
from core.petitions.menu import BACK, code
from core.petitions.model import Petition
from core.shared.actions import Action
from core.shared.messages import Button, MessageSpec

CANCEL = "n"
"""Behind the case's id in a code: nobody is to be blocked after all."""


def block_reasons(petition: Petition, *, menu: bool) -> MessageSpec:
    """Ask why; `menu` says whether the way back leads to the card's menu."""
    rows = [
        [Button(f"block-reason-{reason}", code(Action.BLOCK, petition, str(number)))]
        for number, reason in enumerate(REASONS)
    ]
    back = Button("button-menu-back", code(Action.MORE, petition, BACK)) if menu else _cancel(petition)
    return MessageSpec("block-why", {"number": petition.number}, buttons=[*rows, [back]])


def block_days(petition: Petition, reason: str) -> MessageSpec:
    """Ask for how long."""
    days = [Button(f"button-block-{count}", code(Action.BLOCK, petition, f"{reason}.{count}")) for count in DAYS]
    return MessageSpec("block-how-long", {"number": petition.number}, buttons=[days, [_cancel(petition)]])


def _cancel(petition: Petition) -> Button:
    return Button("button-block-cancel", code(Action.BLOCK, petition, CANCEL))
