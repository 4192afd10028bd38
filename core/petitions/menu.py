"""What can be done with a case beyond the buttons of its card: one row for each deed, shown where its condition holds.

What a press may do is decided by the use case, from the rows, at that moment; the conditions here only spare people
buttons that would be refused.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.people.model import Level, Unit
from core.petitions.kinds import Verdict
from core.petitions.model import KINDS, Event, Kind, Petition
from core.petitions.party import PartyRole
from core.petitions.stages import ANSWERED_STAGES
from core.shared.actions import Action, ActionCode
from core.shared.errors import DomainError
from core.shared.ids import TelegramUserId
from core.shared.messages import Button, MessageSpec
from core.together.model import JOINABLE, can_be_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDesk:
    """A case before somebody of the desk that works on it."""

    petition: Petition
    unit: Unit
    """The unit the case is with."""
    desk: Unit
    """The unit of the desk: the case's own, or one above that serves it."""
    user_id: TelegramUserId
    sent_here: bool = True
    """Another desk has sent it, and can have it back; False where it was filed here, or came by its author."""

    @property
    def has_it(self) -> bool:
        handler = self.petition.handler
        return handler is not None and handler.user_id == self.user_id

    @property
    def walked_in(self) -> bool:
        return self.petition.party is not None and self.petition.party.role is PartyRole.WALK_IN

    @property
    def at_top(self) -> bool:
        return self.unit.level is Level.STREET or self.unit.parent_id is None

    @property
    def not_accepted_yet(self) -> bool:
        return self.petition.accepted_at is None

    def can(self, event: Event) -> bool:
        return self.petition.can(event)


def adopted(petition: Petition) -> bool:
    """Tell whether it is a suggestion that was adopted, wholly or partly."""
    return petition.verdict in {Verdict.ADOPTED, Verdict.PARTLY} and petition.stage in ANSWERED_STAGES


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of the menu: the button's action, when it is shown, and its label's key."""

    action: Action
    may: Callable[[AtDesk], bool]
    label: str


MENU: tuple[Deed, ...] = (
    Deed(Action.HAND_BACK, lambda at: at.has_it and at.can(Event.HAND_BACK), "button-hand-back"),
    Deed(
        Action.EXTEND,
        lambda at: at.has_it and at.can(Event.PROPOSE_EXTENSION) and not at.petition.promises.extended_days,
        "button-extend",
    ),
    Deed(Action.STEPS, lambda at: at.can(Event.ANSWER) and not KINDS[at.petition.kind].verdict, "button-answer-steps"),
    Deed(Action.TEMPLATES, lambda at: at.petition.open, "button-templates"),
    Deed(Action.DATES, lambda at: at.petition.open, "button-dates"),
    Deed(Action.MAJOR, lambda at: at.can(Event.MAJOR), "button-major"),
    Deed(Action.PHONE, lambda at: at.petition.party is not None and bool(at.petition.party.phone), "button-phone"),
    Deed(Action.SLIP, lambda at: at.walked_in, "button-slip"),
    Deed(Action.TRANSFER, lambda at: at.can(Event.TRANSFER), "button-transfer"),
    Deed(Action.ESCALATE, lambda at: at.can(Event.ESCALATE) and not at.at_top, "button-escalate"),
    Deed(Action.OBJECT, lambda at: at.can(Event.OBJECT) and at.sent_here, "button-object"),
    Deed(Action.NOT_ACCEPT, lambda at: at.can(Event.NOT_ACCEPT) and at.not_accepted_yet, "button-not-accept"),
    Deed(
        Action.SAME_MATTER,
        lambda at: at.can(Event.SAME_MATTER) and at.not_accepted_yet and not at.petition.anonymous,
        "button-same",
    ),
    Deed(Action.REOPEN, lambda at: at.can(Event.REOPEN), "button-reopen"),
    Deed(Action.REVIEW_DONE, lambda at: at.can(Event.REVIEW_DONE), "button-review-done"),
    Deed(Action.REVIEW_REDO, lambda at: at.can(Event.REVIEW_REDO), "button-review-redo"),
    Deed(Action.REREVIEW_DONE, lambda at: at.can(Event.REREVIEW_DONE), "button-rereview-done"),
    Deed(Action.MOTION, lambda at: adopted(at.petition), "button-motion"),
    Deed(Action.RECUSE, lambda at: at.can(Event.RECUSE), "button-recuse"),
    Deed(Action.SIMILAR, lambda at: at.petition.open and at.petition.kind in JOINABLE, "button-similar"),
    Deed(Action.NEIGHBOURS, lambda at: can_be_shown(at.petition), "button-neighbours"),
    Deed(Action.SIGNERS, lambda at: at.has_it and at.petition.kind in JOINABLE, "button-signers"),
    Deed(Action.MEDIATION, lambda at: at.petition.open and at.petition.kind is Kind.MEDIATION, "button-gm"),
    Deed(Action.ASK_IDENTITY, lambda at: at.petition.resident_id is not None, "button-identity"),
    Deed(Action.CATEGORY, lambda _: True, "button-category"),
    Deed(Action.TEAM, lambda at: at.petition.open and KINDS[at.petition.kind].teams, "button-team"),
    Deed(Action.VOLUNTEERS, lambda at: at.petition.open and KINDS[at.petition.kind].teams, "button-call-for-case"),
    Deed(Action.BLOCK, lambda at: not at.petition.anonymous, "button-block"),
)
"""In the order in which they are shown."""

SHORT = 12
"""Characters of a unit's id in a button's code, beside the case's; among the units of one tree they tell it."""
BACK = "m"
"""Behind the case's id in a code of MORE: show the menu again in the message that bears the button."""


def code(action: Action, at: Petition, rest: str = "") -> str:
    """Return a button's code about a case; `rest` is what was chosen before, at most 12 characters."""
    return ActionCode(action, f"{at.id}.{rest}" if rest else at.id, at.version).pack()


def menu(at: AtDesk) -> MessageSpec:
    """Return the message with everything that can be done now; `menu-empty` where that is nothing."""
    buttons = [Button(deed.label, code(deed.action, at.petition)) for deed in MENU if deed.may(at)]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    return MessageSpec("case-menu" if rows else "case-menu-empty", {"number": at.petition.number}, buttons=rows)


def targets(petition: Petition, units: Sequence[Unit]) -> MessageSpec:
    """Return the question to which of the units a case shall go; the reason is asked for after it."""
    rows = [
        [Button("button-unit", code(Action.TRANSFER_TO, petition, unit.id[:SHORT]), args={"unit": unit.name})]
        for unit in units
    ]
    back = [Button("button-menu-back", code(Action.MORE, petition, BACK))]
    key = "transfer-whither" if rows else "transfer-nowhere"
    return MessageSpec(key, {"number": petition.number}, buttons=[*rows, back])


def ensure_adopted(petition: Petition) -> None:
    """Raises DomainError("motion-not-adopted")."""
    if not adopted(petition):
        raise DomainError("motion-not-adopted", number=petition.number)


def ensure_sent_here(at: AtDesk) -> None:
    """Raises DomainError("object-nowhere") where no desk has sent it."""
    if not at.sent_here:
        raise DomainError("object-nowhere", number=at.petition.number)


def ensure_not_at_top(at: AtDesk) -> None:
    """Above the street is nobody who works with the bot; raises DomainError("escalate-top")."""
    if at.at_top:
        raise DomainError("escalate-top", number=at.petition.number)


def sure(at: AtDesk, action: Action, key: str) -> MessageSpec:
    """Return the question whether somebody means it, with yes (`rest` is "y") and the way back to the menu."""
    rows = [
        [Button("button-sure", code(action, at.petition, YES))],
        [Button("button-menu-back", code(Action.MORE, at.petition, BACK))],
    ]
    return MessageSpec(key, {"number": at.petition.number}, buttons=rows)


YES = "y"
"""Behind the case's id in a code: the presser has been asked and is sure."""
