"""The table of stages, row by row, and everything it does not have."""

from itertools import product

import pytest

from core.petitions.model import OPEN_STAGES, TRANSITIONS, Event, Stage
from core.shared.errors import DomainError
from tests.factories.cases import a_petition, a_resident, a_unit

pytestmark = pytest.mark.unit

S, E = Stage, Event
MAJOR = (E.MAJOR, E.LEAD, E.TEAM, E.REPORT_UP, E.FROM_ABOVE)
ELSEWHERE = {E.TRANSFER: S.TRANSFERRED, E.ESCALATE: S.ESCALATED, E.GO_TO_STREET: S.ESCALATED}
REFUSED = {E.NOT_ACCEPT: S.NOT_ACCEPTED, E.SAME_MATTER: S.NOT_ACCEPTED}
NOT_CONTENT = {
    E.REOPEN: S.REOPENED,
    E.RECONSIDER: S.UNDER_REVIEW,
    E.GO_TO_STREET: S.ESCALATED,
    E.ASK_REVIEW: S.REVIEW,
}


def waiting(stage: Stage) -> dict[Event, Stage]:
    """Somewhere new, and nobody there has it yet."""
    stays = dict.fromkeys((E.RESIDENT_ADDS, E.NOTE, E.RECUSE, E.REDATE, *MAJOR), stage)
    return {E.CLAIM: S.ACCEPTED, E.WITHDRAW: S.WITHDRAWN, **stays, **ELSEWHERE}


def outside(stage: Stage) -> dict[Event, Stage]:
    """A body outside has it: it can be talked about, and somebody of the desk watches."""
    events = (E.RESIDENT_ADDS, E.NOTE, E.RECUSE, E.REPLY, E.TAKE_OVER, *MAJOR)
    return dict.fromkeys(events, stage)


WANTED = {
    S.SUBMITTED: {
        E.MAJOR: S.SUBMITTED,
        E.LEAD: S.SUBMITTED,
        E.TEAM: S.SUBMITTED,
        E.REPORT_UP: S.SUBMITTED,
        E.FROM_ABOVE: S.SUBMITTED,
        E.CLAIM: S.ACCEPTED,
        E.RESIDENT_ADDS: S.SUBMITTED,
        E.NOTE: S.SUBMITTED,
        E.REDATE: S.SUBMITTED,
        E.RECUSE: S.SUBMITTED,
        **ELSEWHERE,
        **REFUSED,
        E.WITHDRAW: S.WITHDRAWN,
        E.GM_END: S.CLOSED,
    },
    S.ACCEPTED: {
        E.GM_END: S.CLOSED,
        E.MAJOR: S.ACCEPTED,
        E.LEAD: S.ACCEPTED,
        E.TEAM: S.ACCEPTED,
        E.REPORT_UP: S.ACCEPTED,
        E.FROM_ABOVE: S.ACCEPTED,
        E.FINDING: S.IN_PROGRESS,
        E.CALLED: S.CLOSED,
        E.REPLY: S.IN_PROGRESS,
        E.ASK_MORE: S.MORE_INFO,
        E.RESIDENT_ADDS: S.ACCEPTED,
        E.ANSWER: S.ANSWERED,
        E.NOTE: S.ACCEPTED,
        E.REDATE: S.ACCEPTED,
        E.PROPOSE_EXTENSION: S.ACCEPTED,
        E.EXTEND: S.ACCEPTED,
        E.REFUSE_EXTENSION: S.ACCEPTED,
        E.TAKE_OVER: S.ACCEPTED,
        E.RELEASE: S.ACCEPTED,
        E.HAND_BACK: S.ACCEPTED,
        E.RECUSE: S.ACCEPTED,
        **ELSEWHERE,
        E.OBJECT: S.TRANSFERRED,
        E.WITHDRAW: S.WITHDRAWN,
    },
    S.IN_PROGRESS: {
        E.GM_END: S.CLOSED,
        E.MAJOR: S.IN_PROGRESS,
        E.LEAD: S.IN_PROGRESS,
        E.TEAM: S.IN_PROGRESS,
        E.REPORT_UP: S.IN_PROGRESS,
        E.FROM_ABOVE: S.IN_PROGRESS,
        E.FINDING: S.IN_PROGRESS,
        E.CALLED: S.CLOSED,
        E.REPLY: S.IN_PROGRESS,
        E.ASK_MORE: S.MORE_INFO,
        E.RESIDENT_ADDS: S.IN_PROGRESS,
        E.ANSWER: S.ANSWERED,
        E.NOTE: S.IN_PROGRESS,
        E.REDATE: S.IN_PROGRESS,
        E.PROPOSE_EXTENSION: S.IN_PROGRESS,
        E.EXTEND: S.IN_PROGRESS,
        E.REFUSE_EXTENSION: S.IN_PROGRESS,
        E.TAKE_OVER: S.IN_PROGRESS,
        E.RELEASE: S.IN_PROGRESS,
        E.HAND_BACK: S.IN_PROGRESS,
        E.RECUSE: S.IN_PROGRESS,
        **ELSEWHERE,
        E.OBJECT: S.TRANSFERRED,
        E.WITHDRAW: S.WITHDRAWN,
    },
    S.MORE_INFO: {
        E.MAJOR: S.MORE_INFO,
        E.LEAD: S.MORE_INFO,
        E.TEAM: S.MORE_INFO,
        E.REPORT_UP: S.MORE_INFO,
        E.FROM_ABOVE: S.MORE_INFO,
        E.FINDING: S.MORE_INFO,
        E.REPLY: S.MORE_INFO,
        E.ASK_MORE: S.MORE_INFO,
        E.RESIDENT_ADDS: S.IN_PROGRESS,
        E.ANSWER: S.ANSWERED,
        E.NOTE: S.MORE_INFO,
        E.REDATE: S.MORE_INFO,
        E.PROPOSE_EXTENSION: S.MORE_INFO,
        E.EXTEND: S.MORE_INFO,
        E.REFUSE_EXTENSION: S.MORE_INFO,
        E.TAKE_OVER: S.MORE_INFO,
        E.RELEASE: S.MORE_INFO,
        E.HAND_BACK: S.MORE_INFO,
        E.RECUSE: S.MORE_INFO,
        **ELSEWHERE,
        E.OBJECT: S.TRANSFERRED,
        E.WITHDRAW: S.WITHDRAWN,
    },
    S.ANSWERED: {
        E.MAJOR: S.ANSWERED,
        E.LEAD: S.ANSWERED,
        E.TEAM: S.ANSWERED,
        E.REPORT_UP: S.ANSWERED,
        E.FROM_ABOVE: S.ANSWERED,
        E.FINDING: S.ANSWERED,
        E.REPLY: S.ANSWERED,
        E.RESIDENT_ADDS: S.ANSWERED,
        E.ANSWER: S.ANSWERED,
        E.CLOSE: S.CLOSED,
        E.NOTE: S.ANSWERED,
        E.TAKE_OVER: S.ANSWERED,
        E.RELEASE: S.ANSWERED,
        E.HAND_BACK: S.ANSWERED,
        E.RECUSE: S.ANSWERED,
        **NOT_CONTENT,
        E.WITHDRAW: S.WITHDRAWN,
    },
    S.CLOSED: {E.NOTE: S.CLOSED, E.AFTERWORD: S.CLOSED, **NOT_CONTENT},
    S.WITHDRAWN: {E.NOTE: S.WITHDRAWN},
    S.TRANSFERRED: {**waiting(S.TRANSFERRED), **REFUSED, E.OBJECT: S.TRANSFERRED, E.GM_END: S.CLOSED},
    S.ESCALATED: {**waiting(S.ESCALATED), **REFUSED, E.OBJECT: S.TRANSFERRED, E.GM_END: S.CLOSED},
    S.REOPENED: waiting(S.REOPENED),
    S.UNDER_REVIEW: waiting(S.UNDER_REVIEW),
    S.NOT_ACCEPTED: {E.NOTE: S.NOT_ACCEPTED, E.REOPEN: S.REOPENED, E.GO_TO_STREET: S.ESCALATED},
    S.REVIEW: {**outside(S.REVIEW), E.REVIEW_DONE: S.REVIEWED, E.REVIEW_REDO: S.REOPENED},
    S.REVIEWED: {E.NOTE: S.REVIEWED, E.ASK_REREVIEW: S.REREVIEW},
    S.REREVIEW: {**outside(S.REREVIEW), E.REREVIEW_DONE: S.FINAL},
    S.FINAL: {E.NOTE: S.FINAL},
}
"""Written by hand from DOMAIN §2, not made from the table under test."""

ROWS = [(stage, event, target) for stage, row in WANTED.items() for event, target in row.items()]
MISSING = [pair for pair in product(Stage, Event) if pair[1] not in WANTED[pair[0]]]


def test_every_stage_and_event_is_either_wanted_or_missing() -> None:
    assert len(ROWS) + len(MISSING) == len(Stage) * len(Event)
    assert len(ROWS) == len(TRANSITIONS)


@pytest.mark.parametrize(("stage", "event", "target"), ROWS)
def test_a_row_leads_to_its_stage_and_counts_one_version(stage: Stage, event: Event, target: Stage) -> None:
    unit = a_unit()
    petition = a_petition(unit, a_resident(unit), stage=stage, version=7)

    after = petition.apply(event)

    assert petition.can(event)
    assert (after.stage, after.version) == (target, 8)
    assert (petition.stage, petition.version) == (stage, 7)


@pytest.mark.parametrize(("stage", "event"), MISSING)
def test_what_the_table_does_not_have_is_refused_by_naming_the_stage(stage: Stage, event: Event) -> None:
    petition = a_petition(a_unit(), stage=stage, number="XF-2026-000009")

    assert not petition.can(event)
    with pytest.raises(DomainError, match=f"^case-stage-{stage}$") as refused:
        petition.apply(event)

    assert refused.value.args_for_text == {"number": "XF-2026-000009"}


def test_what_has_ended_is_not_open() -> None:
    shown = {stage: a_petition(a_unit(), stage=stage).open for stage in Stage}

    ended = {S.CLOSED, S.WITHDRAWN, S.NOT_ACCEPTED, S.REVIEWED, S.FINAL}
    assert {stage for stage, is_open in shown.items() if not is_open} == ended
    assert {stage for stage, is_open in shown.items() if is_open} == set(OPEN_STAGES)
