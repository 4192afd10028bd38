"""What the message below a mediation's card turns into: how it stands, who mediates, and what was said on paper."""

from collections.abc import Callable

from core.mediation.desk import DeskSheet
from core.mediation.model import Mediation, Side, State
from core.petitions.major import code_of
from core.petitions.menu import BACK, YES, code
from core.petitions.stages import Event
from core.shared.actions import Action
from core.shared.messages import Arg, Button, MessageSpec, Term

CHOOSE, PAPER, SIGNED = "m", "w", "s"
"""Behind the case's id in a code of MEDIATION: choose the mediator, willing on paper, signed on paper."""
SIDES = {"a": Side.ASKER, "o": Side.OTHER}
"""Behind SIGNED: who. Behind that stands which edition of the agreement."""
OFFERED = 30


def _may_meet(mediation: Mediation) -> bool:
    return mediation.can(Event.GM_SESSION) and mediation.mediator_id is not None


def _may_sign(side: Side) -> Callable[[Mediation], bool]:
    return lambda at: at.state is State.DRAFTED and at.confirmed(side) is None


DEEDS: tuple[tuple[str, Action, str, Callable[[Mediation], bool]], ...] = (
    ("button-gm-paper", Action.MEDIATION, PAPER, lambda at: at.can(Event.GM_CONSENT)),
    ("button-gm-declined", Action.GM_DECLINED, "", lambda at: at.can(Event.GM_DECLINE)),
    ("button-gm-mediator", Action.MEDIATION, CHOOSE, lambda at: at.can(Event.GM_MEDIATOR)),
    ("button-gm-session", Action.GM_SESSION, "", _may_meet),
    ("button-gm-draft", Action.GM_DRAFT, "", _may_meet),
    *(
        (f"button-gm-signed-{side}", Action.MEDIATION, SIGNED + letter, _may_sign(side))
        for letter, side in SIDES.items()
    ),
    ("button-gm-failed", Action.GM_FAILED, "", lambda at: at.can(Event.GM_FAIL)),
    ("button-gm-left", Action.GM_LEFT, "", lambda at: at.can(Event.GM_LEAVE)),
    ("button-gm-asker", Action.GM_ASKER, "", lambda at: at.other_id is not None),
    ("button-gm-other", Action.GM_OTHER, "", lambda at: at.other_id is not None),
)
"""Label, action, what stands behind the case's id, and when it is shown: in the order in which they are shown."""


def page(sheet: DeskSheet) -> MessageSpec:
    """Show how it stands, and what can be done now."""
    petition, mediation = sheet.petition, sheet.mediation
    shown = [
        Button(label, code(action, petition, f"{rest}{mediation.edition}" if rest[:1] == SIGNED else rest))
        for label, action, rest, may in DEEDS
        if may(mediation)
    ]
    args: dict[str, Arg] = {
        "number": petition.number,
        "state": Term(f"gm-state-{mediation.state}"),
        "other": sheet.other_name or "—",
        "mediator": mediation.mediator_name or "—",
        "held": "yes" if mediation.session else "no",
        "at": mediation.session.at if mediation.session else "",
        "place": mediation.session.place if mediation.session else "",
        "here": "yes" if mediation.other_id else "no",
    }
    return MessageSpec("gm-desk", args, buttons=[*(shown[n : n + 2] for n in range(0, len(shown), 2)), _back(sheet)])


def signed(rest: str) -> tuple[Side, int] | None:
    """Return whose signature is meant and below which edition, once its presser is sure.

    The edition is 0 in buttons from before it stood in them: it is none that anybody signs.
    """
    side, edition = SIDES.get(rest[1:2]), rest[2:].removesuffix(YES)
    if rest[:1] != SIGNED or side is None or not rest.endswith(YES):
        return None
    return side, int(edition) if edition.isdecimal() else 0


def mediators(sheet: DeskSheet) -> MessageSpec:
    """Ask who mediates."""
    rows = [
        [
            Button(
                "button-duty-person",
                code(Action.MEDIATION, sheet.petition, CHOOSE + code_of(each.user_id)),
                args={"name": each.name, "on": "yes" if each.user_id == sheet.mediation.mediator_id else "no"},
            )
        ]
        for each in sheet.people[:OFFERED]
    ]
    key = "gm-choose-mediator" if rows else "gm-no-mediators"
    return MessageSpec(key, {"number": sheet.petition.number}, buttons=[*rows, _up(sheet)])


def sure(sheet: DeskSheet, rest: str, key: str) -> MessageSpec:
    """Ask whether it has been said or signed on paper: it cannot be undone."""
    yes = Button("button-sure", code(Action.MEDIATION, sheet.petition, rest + YES))
    return MessageSpec(key, {"number": sheet.petition.number}, buttons=[[yes], _up(sheet)])


def _up(sheet: DeskSheet) -> list[Button]:
    return [Button("button-menu-back", code(Action.MEDIATION, sheet.petition))]


def _back(sheet: DeskSheet) -> list[Button]:
    return [Button("button-menu-back", code(Action.MORE, sheet.petition, BACK))]
