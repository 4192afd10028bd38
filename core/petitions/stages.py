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


MAJOR_EVENTS = (Event.MAJOR, Event.LEAD, Event.TEAM, Event.REPORT_UP, Event.FROM_ABOVE)
"""What is done about a major matter; none of it changes its stage."""
UNSTAGED = (Event.TAKE_BACK, Event.MOVE, Event.JOIN, Event.FORGET, Event.MASK)
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
)
"""What the author of a case is not shown in its history."""
SPEAKING = (Event.REPLY, Event.ASK_MORE, Event.ANSWER, Event.FINDING)
"""What staff say to a resident."""
WAITING_STAGES = (Stage.SUBMITTED,)
"""Nobody has it; whoever claims it, or speaks first, accepts it."""
DUE_STAGES = (Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO)
"""Taken, and the promised reply still to come."""
TAKEN_STAGES = (*DUE_STAGES, Stage.ANSWERED)
"""Somebody has taken it, and may hand it over."""
OPEN_STAGES = (Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.MORE_INFO, Stage.ANSWERED)

TRANSITIONS: dict[tuple[Stage, Event], Stage] = {
    (Stage.SUBMITTED, Event.CLAIM): Stage.ACCEPTED,
    (Stage.ACCEPTED, Event.REPLY): Stage.IN_PROGRESS,
    (Stage.IN_PROGRESS, Event.REPLY): Stage.IN_PROGRESS,
    (Stage.MORE_INFO, Event.REPLY): Stage.MORE_INFO,
    (Stage.ANSWERED, Event.REPLY): Stage.ANSWERED,
    (Stage.ACCEPTED, Event.ASK_MORE): Stage.MORE_INFO,
    (Stage.IN_PROGRESS, Event.ASK_MORE): Stage.MORE_INFO,
    (Stage.MORE_INFO, Event.ASK_MORE): Stage.MORE_INFO,
    (Stage.SUBMITTED, Event.RESIDENT_ADDS): Stage.SUBMITTED,
    (Stage.ACCEPTED, Event.RESIDENT_ADDS): Stage.ACCEPTED,
    (Stage.IN_PROGRESS, Event.RESIDENT_ADDS): Stage.IN_PROGRESS,
    (Stage.MORE_INFO, Event.RESIDENT_ADDS): Stage.IN_PROGRESS,
    (Stage.ANSWERED, Event.RESIDENT_ADDS): Stage.ANSWERED,
    (Stage.ACCEPTED, Event.ANSWER): Stage.ANSWERED,
    (Stage.IN_PROGRESS, Event.ANSWER): Stage.ANSWERED,
    (Stage.MORE_INFO, Event.ANSWER): Stage.ANSWERED,
    (Stage.ANSWERED, Event.ANSWER): Stage.ANSWERED,
    (Stage.ANSWERED, Event.CLOSE): Stage.CLOSED,
    (Stage.CLOSED, Event.AFTERWORD): Stage.CLOSED,
    **{(stage, Event.TAKE_OVER): stage for stage in TAKEN_STAGES},
    **{(stage, Event.RELEASE): stage for stage in TAKEN_STAGES},
    **{(stage, Event.HAND_BACK): stage for stage in TAKEN_STAGES},
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
    **{(stage, Event.WITHDRAW): Stage.WITHDRAWN for stage in OPEN_STAGES},
}
"""(stage, event) → next stage. What is not here does not happen."""
