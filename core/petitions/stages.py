"""The stages of a petition and the one table by which a stage changes (DOMAIN §2)."""

from enum import StrEnum


class Stage(StrEnum):
    """What the resident sees. Stored by value: never rename."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    MORE_INFO = "more_info"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    """Another unit has it now, and nobody there has taken it yet."""
    ESCALATED = "escalated"
    """The level above has it now, and nobody there has taken it yet."""
    NOT_ACCEPTED = "not_accepted"
    """Refused with the reason and the right address, or because the same matter is pending (XF 19, 22–23)."""
    REOPENED = "reopened"
    UNDER_REVIEW = "under_review"
    """The level above looks at the answer of the one below: our own pledge, no right is used up by it."""
    REVIEW = "review"
    """复查: the body above the street reviews its answer, outside (XF 35)."""
    REVIEWED = "reviewed"
    """That body has given its opinion, which may be taken to the next one."""
    REREVIEW = "rereview"
    """复核: the body above that one looks at it once more, outside (XF 36)."""
    FINAL = "final"
    """终结: nothing more can come after the second review (XF 36)."""


class Event(StrEnum):
    """What can happen to a petition. Stored in the history by value: never rename."""

    SUBMIT = "submit"
    CLAIM = "claim"
    REPLY = "reply"
    ASK_MORE = "ask_more"
    RESIDENT_ADDS = "resident_adds"
    AFTERWORD = "afterword"
    """The author answers what was said in a case that is closed: thanks, mostly. It stays closed."""
    NOTE = "note"
    ANSWER = "answer"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    TAKE_BACK = "take_back"
    """Staff took words back before they went out. In no row of the table: see `stage_without`."""
    MOVE = "move"
    """Another staff chat works on it from now on; changes no stage, so it is in no table."""
    TAKE_OVER = "take_over"
    """Somebody takes an accepted case that nobody has, or nobody of the desk that works on it now."""
    RELEASE = "release"
    """Whoever had it cannot work on it any more: they took it in a desk that stood in, and it has gone home."""
    PROPOSE_EXTENSION = "propose_extension"
    """Its handler wants to put the answer off (XF 34)."""
    EXTEND = "extend"
    """A second person has agreed."""
    REFUSE_EXTENSION = "refuse_extension"
    REDATE = "redate"
    """The calendar of holidays has changed, and with it a date that was promised."""
    JOIN = "join"
    """Somebody for whom it was filed at the counter has an account now. Changes no stage, so it is in no table."""
    HAND_BACK = "hand_back"
    """Whoever has it gives it back to the queue of their desk, with a reason; it stays accepted."""
    RECUSE = "recuse"
    """Somebody of the staff has an interest in it and may not work on it any more (XF 28)."""
    FORGET = "forget"
    """The author has had their name taken out of it; changes no stage, so it is in no table."""
    MASK = "mask"
    """The same, because it was closed long ago."""

    SERVICE_TEAM = "service_team"
    """Another team works on a request for help; changes no stage, so it is in no table."""
    CALLED = "called"
    """Whoever wanted to be called has been, and that is the end of it."""
    NOT_REACHED = "not_reached"
    """Nobody answered; it will be tried again. In no table: it changes no stage."""
    MAJOR = "major"
    """It is a major matter from now on, with a lead who owns it to its end."""
    LEAD = "lead"
    """Another lead owns it."""
    TEAM = "team"
    """Somebody comes to the team that looks into it, or leaves it."""
    FINDING = "finding"
    """What the team found is told to the author."""
    REPORT_UP = "report_up"
    """A summary went to the level above."""
    FROM_ABOVE = "from_above"
    """The level above answered it."""
    TRANSFER = "transfer"
    """The desk sends it to another unit, with a reason."""
    OBJECT = "object"
    """The desk is not competent and sends it back to where it came from, with a reason (XF 23)."""
    ESCALATE = "escalate"
    """The desk sends it to the level above, with a reason."""
    GO_TO_STREET = "go_to_street"
    """The author takes it straight to the street, which is never refused."""
    NOT_ACCEPT = "not_accept"
    """Refused with the reason and the right address (XF 22–23)."""
    SAME_MATTER = "same_matter"
    """Not accepted because the author's case of the same matter is pending (XF 19)."""
    REOPEN = "reopen"
    RECONSIDER = "reconsider"
    """The author is not content with the answer, and the level above looks at it."""
    ASK_REVIEW = "ask_review"
    """The author asks for the 复查 of the street's answer (XF 35)."""
    REVIEW_DONE = "review_done"
    REVIEW_REDO = "review_redo"
    """The 复查 says that the street has to deal with it anew."""
    ASK_REREVIEW = "ask_rereview"
    """The author asks for the 复核 (XF 36)."""
    REREVIEW_DONE = "rereview_done"

    COLLECTIVE = "collective"
    """Its author has opened it to others who sign with them; changes no stage, as the two below."""
    MERGE = "merge"
    """It is answered together with another case from now on; it keeps its number."""
    UNMERGE = "unmerge"
    """It stands for itself again, with a reason."""

    GM_CONSENT = "gm_consent"
    """The other party of a mediation is willing; changes no stage, as what follows: see `core.mediation.model`."""
    GM_DECLINE = "gm_decline"
    GM_MEDIATOR = "gm_mediator"
    GM_SESSION = "gm_session"
    GM_DRAFT = "gm_draft"
    GM_CONFIRM = "gm_confirm"
    GM_AGREE = "gm_agree"
    GM_FAIL = "gm_fail"
    GM_LEAVE = "gm_leave"
    GM_ADDS = "gm_adds"
    """The other party has said something to the staff."""
    GM_END = "gm_end"
    """With what was said before it a mediation is over."""


MAJOR_EVENTS = (Event.MAJOR, Event.LEAD, Event.TEAM, Event.REPORT_UP, Event.FROM_ABOVE)
"""What is done about a major matter; none of it changes its stage."""
MEDIATING = (
    Event.GM_CONSENT,
    Event.GM_DECLINE,
    Event.GM_MEDIATOR,
    Event.GM_SESSION,
    Event.GM_DRAFT,
    Event.GM_CONFIRM,
    Event.GM_AGREE,
    Event.GM_FAIL,
    Event.GM_LEAVE,
    Event.GM_ADDS,
)
"""What happens in a mediation: its own table says when, and none of it changes the stage."""
MEDIATION_ENDS = (Event.GM_AGREE, Event.GM_FAIL, Event.GM_DECLINE, Event.GM_LEAVE)
"""By one of these a mediation is over."""
UNSTAGED = (
    Event.TAKE_BACK,
    Event.MOVE,
    Event.JOIN,
    Event.FORGET,
    Event.MASK,
    Event.SERVICE_TEAM,
    Event.NOT_REACHED,
    Event.COLLECTIVE,
    Event.MERGE,
    Event.UNMERGE,
    *MEDIATING,
)
"""In no row of the table: where the case stands is not what they change."""
INSIDE = (
    Event.NOTE,
    Event.TAKE_BACK,
    Event.RELEASE,
    Event.RECUSE,
    Event.PROPOSE_EXTENSION,
    Event.REFUSE_EXTENSION,
    Event.FORGET,
    Event.MASK,
    Event.TEAM,
    Event.REPORT_UP,
    Event.FROM_ABOVE,
    Event.GM_ADDS,
)
"""What the author of a case is not shown in its history."""
REASONS_TOLD = (
    Event.TRANSFER,
    Event.OBJECT,
    Event.ESCALATE,
    Event.NOT_ACCEPT,
    Event.SAME_MATTER,
    Event.REVIEW_DONE,
    Event.REVIEW_REDO,
    Event.REREVIEW_DONE,
)
"""Whose reasons the author of a case reads in its history; all others are for the staff."""
SPEAKING = (Event.REPLY, Event.ASK_MORE, Event.ANSWER, Event.FINDING)
"""What staff say to a resident."""
WAITING_STAGES = (Stage.SUBMITTED, Stage.TRANSFERRED, Stage.ESCALATED, Stage.REOPENED, Stage.UNDER_REVIEW)
"""Nobody has it; whoever claims it, or speaks first, accepts it."""
DUE_STAGES = (Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO)
"""Taken, and the promised reply still to come."""
OUTSIDE_STAGES = (Stage.REVIEW, Stage.REREVIEW)
"""A body outside has it; its desk watches, tells the author, and records the outcome."""
TAKEN_STAGES = (*DUE_STAGES, Stage.ANSWERED, *OUTSIDE_STAGES)
"""Somebody has taken it, and may hand it over."""
OPEN_STAGES = (*WAITING_STAGES, *TAKEN_STAGES)
"""Something is still to be done."""
ON_THE_WAY = (*WAITING_STAGES, *DUE_STAGES)
"""Not answered yet: it may go to another desk."""
ANSWERED_STAGES = (Stage.ANSWERED, Stage.CLOSED)
"""There is an answer one may not be content with."""

TRANSITIONS: dict[tuple[Stage, Event], Stage] = {
    **{(stage, Event.CLAIM): Stage.ACCEPTED for stage in WAITING_STAGES},
    (Stage.ACCEPTED, Event.REPLY): Stage.IN_PROGRESS,
    (Stage.IN_PROGRESS, Event.REPLY): Stage.IN_PROGRESS,
    (Stage.MORE_INFO, Event.REPLY): Stage.MORE_INFO,
    (Stage.ANSWERED, Event.REPLY): Stage.ANSWERED,
    **{(stage, Event.REPLY): stage for stage in OUTSIDE_STAGES},
    (Stage.ACCEPTED, Event.ASK_MORE): Stage.MORE_INFO,
    (Stage.IN_PROGRESS, Event.ASK_MORE): Stage.MORE_INFO,
    (Stage.MORE_INFO, Event.ASK_MORE): Stage.MORE_INFO,
    **{(stage, Event.RESIDENT_ADDS): stage for stage in OPEN_STAGES},
    (Stage.MORE_INFO, Event.RESIDENT_ADDS): Stage.IN_PROGRESS,
    (Stage.ACCEPTED, Event.ANSWER): Stage.ANSWERED,
    (Stage.IN_PROGRESS, Event.ANSWER): Stage.ANSWERED,
    (Stage.MORE_INFO, Event.ANSWER): Stage.ANSWERED,
    (Stage.ANSWERED, Event.ANSWER): Stage.ANSWERED,
    (Stage.ANSWERED, Event.CLOSE): Stage.CLOSED,
    (Stage.CLOSED, Event.AFTERWORD): Stage.CLOSED,
    **{(stage, Event.CALLED): Stage.CLOSED for stage in (Stage.ACCEPTED, Stage.IN_PROGRESS)},
    **{
        (stage, Event.GM_END): Stage.CLOSED
        for stage in (Stage.SUBMITTED, Stage.TRANSFERRED, Stage.ESCALATED, Stage.ACCEPTED, Stage.IN_PROGRESS)
    },
    **{(stage, Event.TAKE_OVER): stage for stage in TAKEN_STAGES},
    **{(stage, Event.RELEASE): stage for stage in (*DUE_STAGES, Stage.ANSWERED)},
    **{(stage, Event.HAND_BACK): stage for stage in (*DUE_STAGES, Stage.ANSWERED)},
    **{(stage, Event.RECUSE): stage for stage in OPEN_STAGES},
    **{(stage, Event.PROPOSE_EXTENSION): stage for stage in DUE_STAGES},
    **{(stage, Event.EXTEND): stage for stage in DUE_STAGES},
    **{(stage, Event.REFUSE_EXTENSION): stage for stage in DUE_STAGES},
    **{(stage, Event.REDATE): stage for stage in (*WAITING_STAGES, *DUE_STAGES)},
    (Stage.ACCEPTED, Event.FINDING): Stage.IN_PROGRESS,
    (Stage.IN_PROGRESS, Event.FINDING): Stage.IN_PROGRESS,
    (Stage.MORE_INFO, Event.FINDING): Stage.MORE_INFO,
    (Stage.ANSWERED, Event.FINDING): Stage.ANSWERED,
    **{(stage, event): stage for stage in OPEN_STAGES for event in MAJOR_EVENTS},
    **{(stage, Event.NOTE): stage for stage in Stage},
    **{(stage, Event.WITHDRAW): Stage.WITHDRAWN for stage in (*ON_THE_WAY, Stage.ANSWERED)},
    **{(stage, Event.TRANSFER): Stage.TRANSFERRED for stage in ON_THE_WAY},
    **{(stage, Event.ESCALATE): Stage.ESCALATED for stage in ON_THE_WAY},
    **{(stage, Event.OBJECT): Stage.TRANSFERRED for stage in (Stage.TRANSFERRED, Stage.ESCALATED, *DUE_STAGES)},
    **{(stage, Event.GO_TO_STREET): Stage.ESCALATED for stage in (*ON_THE_WAY, *ANSWERED_STAGES, Stage.NOT_ACCEPTED)},
    **{
        (stage, event): Stage.NOT_ACCEPTED
        for stage in (Stage.SUBMITTED, Stage.TRANSFERRED, Stage.ESCALATED)
        for event in (Event.NOT_ACCEPT, Event.SAME_MATTER)
    },
    **{(stage, Event.REOPEN): Stage.REOPENED for stage in (*ANSWERED_STAGES, Stage.NOT_ACCEPTED)},
    **{(stage, Event.RECONSIDER): Stage.UNDER_REVIEW for stage in ANSWERED_STAGES},
    **{(stage, Event.ASK_REVIEW): Stage.REVIEW for stage in ANSWERED_STAGES},
    (Stage.REVIEW, Event.REVIEW_DONE): Stage.REVIEWED,
    (Stage.REVIEW, Event.REVIEW_REDO): Stage.REOPENED,
    (Stage.REVIEWED, Event.ASK_REREVIEW): Stage.REREVIEW,
    (Stage.REREVIEW, Event.REREVIEW_DONE): Stage.FINAL,
}
"""(stage, event) → next stage. What is not here does not happen."""
