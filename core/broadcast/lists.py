"""A notice as the staff see it before it goes out: whom it is for, how it looks, and twice whether they are sure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.broadcast.messages import progress_message, tick
from core.broadcast.model import CampaignKind, CampaignState
from core.broadcast.usecases.notices import BEGINS, NoticeSheet
from core.broadcast.usecases.steering import CampaignSheet
from core.shared.actions import Action, ActionCode
from core.shared.messages import Arg, MessageSpec, Term

SHOWN = 30
"""Units offered; each is a button."""
AIM, UNIT, ROLE, LOOK, KIND, SURE, YES, DROP = "a", "u", "r", "p", "k", "c", "y", "x"
"""What a button of a notice does, behind the notice's id."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button: a text by key, and what it does."""

    key: str
    action: str
    args: Mapping[str, Arg] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    spec: MessageSpec
    rows: Sequence[Sequence[Press]]


def _code(sheet: NoticeSheet, step: str) -> str:
    return ActionCode(Action.NOTICE, f"{sheet.campaign.id}.{step}", sheet.campaign.version).pack()


def _head(sheet: NoticeSheet) -> dict[str, Arg]:
    role = sheet.campaign.role
    return {
        "unit": sheet.at.name,
        "role": Term(f"role-{role}" if role else "role-everybody"),
        "count": sheet.count,
        "text": sheet.campaign.content.text,
    }


def aim(sheet: NoticeSheet) -> Listed:
    """Ask whom it is for; what is chosen has a mark."""
    units = [
        Press("notice-unit", _code(sheet, UNIT + unit.id[:BEGINS]), {"unit": unit.name, **_mark(unit == sheet.at)})
        for unit in sheet.units[:SHOWN]
    ]
    everybody = Press("notice-everybody", _code(sheet, ROLE), _mark(sheet.campaign.role is None))
    roles = [
        Press(
            "notice-role",
            _code(sheet, ROLE + role[:BEGINS]),
            {"role": Term(f"role-{role}"), "count": count, **_mark(role is sheet.campaign.role)},
        )
        for role, count in sheet.roles.items()
    ]
    end = [Press("notice-look-at", _code(sheet, LOOK)), Press("notice-drop", _code(sheet, DROP))]
    rows = [[press] for press in (*(units if len(units) > 1 else []), *([everybody, *roles] if roles else []))]
    return Listed(MessageSpec("notice-aim", _head(sheet)), [*rows, end])


def look(sheet: NoticeSheet) -> Listed:
    """Show it as residents will see it, and how many they are."""
    urgent = sheet.campaign.kind is CampaignKind.URGENT
    shown = MessageSpec(
        f"broadcast-{sheet.campaign.kind}", {"unit": sheet.at.name, "text": sheet.campaign.content.text}
    )
    kind = Press("notice-make-calm" if urgent else "notice-make-urgent", _code(sheet, KIND + ("n" if urgent else "u")))
    rows = [
        [Press("notice-send", _code(sheet, SURE), {"count": sheet.count})],
        [kind],
        [Press("notice-again", _code(sheet, AIM)), Press("notice-drop", _code(sheet, DROP))],
    ]
    how = MessageSpec("notice-is-urgent" if urgent else "notice-is-calm")
    return Listed(MessageSpec("notice-look", _head(sheet), more=[how, shown]), rows)


def sure(sheet: NoticeSheet) -> Listed:
    rows = [[Press("notice-yes", _code(sheet, YES), {"count": sheet.count})], [Press("notice-no", _code(sheet, LOOK))]]
    return Listed(MessageSpec("notice-sure", _head(sheet)), rows)


def dropped() -> Listed:
    return Listed(MessageSpec("notice-dropped"), [])


def under_way(sheet: CampaignSheet) -> Listed:
    """Show a campaign's progress as delivery draws it."""
    spec = progress_message(sheet.campaign, sheet.unit, sheet.progress)
    return Listed(spec, [[Press(button.label, button.action) for button in row] for row in spec.buttons])


def is_draft(sheet: NoticeSheet) -> bool:
    return sheet.campaign.state is CampaignState.DRAFT


def _mark(chosen: bool) -> dict[str, Arg]:
    return {"tick": tick(chosen)}
