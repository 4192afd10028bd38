"""What a button or a command may ask a staff member for, in words: one row for each, and nothing else to be done.

A row's prompt can be answered, its words can be the next ones in the case, or stand behind its command. Which message
answers which prompt is known by its id; no text is ever parsed for it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from core.petitions import flow, policy
from core.petitions.menu import AtDesk, ensure_adopted, ensure_not_at_top, ensure_sent_here
from core.petitions.model import Petition
from core.petitions.stages import TRANSITIONS, WAITING_STAGES, Event, Stage
from core.petitions.words import StaffWords
from core.shared.actions import Action
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole


class SaysInCase(Protocol):
    """A use case that is given what was written. Raises DomainError, ConflictError or NotFoundError."""

    def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Awaitable[Petition]: ...


def _anybody(_at: AtDesk) -> None:
    """Nothing but the stage decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for. `use` finds the use case in the bundle of all (`core.app.UseCases`)."""

    event: Event
    prompt: str
    """The text that asks; it is given number, name and user, as `prompt-reply` is."""
    use: Callable[[object], SaysInCase]
    action: Action | None = None
    """The button that asks."""
    command: str = ""
    """`/command words` says it at once; `/command` alone asks."""
    speaks: bool = False
    """It goes to the resident as it is; whoever speaks first takes a case that nobody has."""
    once: bool = False
    """What comes with it, or after it, is a mere further word."""
    deed: bool = False
    """It does something, with these words as the reason: only whoever was asked may say it, and it is done once."""
    ready: Callable[[AtDesk], None] = _anybody
    """Refuses before anybody types in vain, by a DomainError; the use case asks again."""

    @property
    def own(self) -> bool:
        """Whether nobody but whom it asks may answer it."""
        return self.speaks or self.deed


ASKED: dict[LinkRole, Asked] = {
    LinkRole.PROMPT_REPLY: Asked(
        event=Event.REPLY, prompt="prompt-reply", use=attrgetter("reply"), action=Action.REPLY, speaks=True
    ),
    LinkRole.PROMPT_ASK: Asked(
        event=Event.ASK_MORE, prompt="prompt-ask", use=attrgetter("ask"), action=Action.ASK, speaks=True, once=True
    ),
    LinkRole.PROMPT_ANSWER: Asked(
        event=Event.ANSWER,
        prompt="prompt-answer",
        use=attrgetter("answer"),
        action=Action.ANSWER,
        speaks=True,
        once=True,
    ),
    LinkRole.PROMPT_NOTE: Asked(event=Event.NOTE, prompt="prompt-note", use=attrgetter("note"), action=Action.NOTE),
    LinkRole.PROMPT_HAND_BACK: Asked(
        event=Event.HAND_BACK,
        prompt="prompt-hand-back",
        use=attrgetter("flow.hand_back"),
        action=Action.HAND_BACK,
        command="handback",
        deed=True,
        ready=lambda at: policy.ensure_has_it(at.petition, at),
    ),
    LinkRole.PROMPT_TRANSFER: Asked(
        event=Event.TRANSFER,
        prompt="prompt-transfer",
        use=attrgetter("flow.transfer"),
        action=Action.TRANSFER_TO,
        deed=True,
    ),
    LinkRole.PROMPT_ESCALATE: Asked(
        event=Event.ESCALATE,
        prompt="prompt-escalate",
        use=attrgetter("flow.escalate"),
        action=Action.ESCALATE,
        command="escalate",
        deed=True,
        ready=ensure_not_at_top,
    ),
    LinkRole.PROMPT_OBJECT: Asked(
        event=Event.OBJECT,
        prompt="prompt-object",
        use=attrgetter("flow.object"),
        action=Action.OBJECT,
        command="object",
        deed=True,
        ready=ensure_sent_here,
    ),
    LinkRole.PROMPT_NOT_ACCEPT: Asked(
        event=Event.NOT_ACCEPT,
        prompt="prompt-not-accept",
        use=attrgetter("flow.refuse"),
        action=Action.NOT_ACCEPT,
        command="refuse",
        deed=True,
        ready=lambda at: flow.ensure_not_accepted_yet(at.petition),
    ),
    LinkRole.PROMPT_SAME: Asked(
        event=Event.SAME_MATTER,
        prompt="prompt-same",
        use=attrgetter("flow.same_matter"),
        action=Action.SAME_MATTER,
        command="same",
        deed=True,
        ready=lambda at: flow.ensure_not_accepted_yet(at.petition),
    ),
    LinkRole.PROMPT_REOPEN: Asked(
        event=Event.REOPEN,
        prompt="prompt-reopen",
        use=attrgetter("flow.reopen"),
        action=Action.REOPEN,
        command="reopen",
        deed=True,
    ),
    LinkRole.PROMPT_REVIEW_DONE: Asked(
        event=Event.REVIEW_DONE,
        prompt="prompt-review-done",
        use=attrgetter("flow.review_done"),
        action=Action.REVIEW_DONE,
        deed=True,
    ),
    LinkRole.PROMPT_REVIEW_REDO: Asked(
        event=Event.REVIEW_REDO,
        prompt="prompt-review-redo",
        use=attrgetter("flow.review_redo"),
        action=Action.REVIEW_REDO,
        deed=True,
    ),
    LinkRole.PROMPT_REREVIEW_DONE: Asked(
        event=Event.REREVIEW_DONE,
        prompt="prompt-rereview-done",
        use=attrgetter("flow.rereview_done"),
        action=Action.REREVIEW_DONE,
        deed=True,
    ),
    LinkRole.PROMPT_EXTEND: Asked(
        event=Event.PROPOSE_EXTENSION,
        prompt="prompt-extend",
        use=attrgetter("clocks.propose"),
        action=Action.EXTEND,
        command="extend",
        deed=True,
        ready=lambda at: policy.ensure_asks_for_own(at.petition, at),
    ),
    LinkRole.PROMPT_LEAD: Asked(
        event=Event.LEAD,
        prompt="prompt-lead",
        use=attrgetter("major.change_lead"),
        action=Action.LEAD,
        deed=True,
    ),
    LinkRole.PROMPT_FINDING: Asked(
        event=Event.FINDING,
        prompt="prompt-finding",
        use=attrgetter("major.finding"),
        action=Action.FINDING,
        command="finding",
        speaks=True,
        once=True,
    ),
    LinkRole.PROMPT_CALLED: Asked(
        event=Event.CALLED,
        prompt="prompt-called",
        use=attrgetter("kinds.called"),
        action=Action.CALLED,
        command="called",
        deed=True,
    ),
    LinkRole.PROMPT_UNMERGE: Asked(
        event=Event.NOTE,  # no stage is changed by it
        prompt="prompt-unmerge",
        use=attrgetter("together.merge.undo"),
        action=Action.UNMERGE,
        deed=True,
    ),
    LinkRole.PROMPT_MOTION: Asked(
        event=Event.NOTE,  # no stage is changed by it
        prompt="prompt-motion",
        use=attrgetter("make_motion"),
        deed=True,
        ready=lambda at: ensure_adopted(at.petition),
    ),
    **{
        LinkRole(f"prompt_gm_{name}"): Asked(
            event=event, prompt=f"prompt-gm-{name}", use=attrgetter(f"mediation.{name}"), action=action, deed=True
        )
        for name, event, action in (
            ("session", Event.NOTE, Action.GM_SESSION),
            ("draft", Event.NOTE, Action.GM_DRAFT),
            ("failed", Event.GM_END, Action.GM_FAILED),
            ("declined", Event.GM_END, Action.GM_DECLINED),
            ("left", Event.WITHDRAW, Action.GM_LEFT),
        )
    },
    **{
        LinkRole(f"prompt_gm_{name}"): Asked(
            event=Event.REPLY,
            prompt=f"prompt-gm-{name}",
            use=attrgetter(f"mediation.to_{name}"),
            action=action,
            speaks=True,
        )
        for name, action in (("asker", Action.GM_ASKER), ("other", Action.GM_OTHER))
    },
    LinkRole.PROMPT_NEIGHBOURS: Asked(
        event=Event.NOTE,  # no stage is changed by it
        prompt="prompt-neighbours",
        use=attrgetter("together.show"),
        action=Action.NEIGHBOURS_LINE,
        deed=True,
    ),
    LinkRole.PROMPT_UPWARD: Asked(
        event=Event.REPORT_UP,
        prompt="prompt-upward",
        use=attrgetter("major.report_up"),
        action=Action.REPORT_UP,
        command="reportup",
        deed=True,
    ),
    **{
        LinkRole(f"prompt_part_{part}"): Asked(
            event=Event.ANSWER,
            prompt=f"prompt-part-{part}",
            use=attrgetter(f"answers.fill_{part}"),
            speaks=True,
        )
        for part in ("claim", "facts", "rule", "decision", "review")
    },
}
"""What the answer to each prompt does to a case."""

PROMPT_OF: dict[Action, LinkRole] = {asked.action: role for role, asked in ASKED.items() if asked.action}
COMMANDS: dict[str, LinkRole] = {asked.command: role for role, asked in ASKED.items() if asked.command}


def takes(stage: Stage, role: LinkRole) -> bool:
    """Tell whether a case can be told what a prompt asks for; whoever speaks first takes one that nobody has."""
    asked = ASKED[role]
    return (asked.speaks and stage in WAITING_STAGES) or (stage, asked.event) in TRANSITIONS
