"""Ballots as the supervision committee sees them: turnout while open, tallies only after the close, choices never."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.ballots.counting import Result
from core.ballots.messages import ballot_args, class_names, report, reports, result_lines, rule_lines, turnout
from core.ballots.model import APPROVERS, UNDER_WAY, BallotEvent, BallotState
from core.ballots.usecases.supervision import BallotSheet, deeds
from core.shared.actions import Action, ActionCode
from core.shared.ids import BallotId
from core.shared.messages import Arg, MessageSpec, Term

ACTION_OF = {
    BallotEvent.PROPOSE: Action.PROPOSE_BALLOT,
    BallotEvent.APPROVE: Action.APPROVE_BALLOT,
    BallotEvent.SEND_BACK: Action.SEND_BACK_BALLOT,
    BallotEvent.CANCEL: Action.CANCEL_BALLOT,
}
SHOWN = 30
"""Ballots listed, the latest: each is a button."""


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


def list_ballots(sheets: Sequence[BallotSheet]) -> Listed:
    rows = [
        [
            Press(
                "ballots-row",
                ActionCode(Action.BALLOT, sheet.ballot.id).pack(),
                {"title": sheet.ballot.paper.title, "state": Term(f"ballot-is-{sheet.ballot.state}")},
            )
        ]
        for sheet in sheets[:SHOWN]
    ]
    return Listed(MessageSpec("ballots" if sheets else "ballots-none", {"count": len(sheets)}), rows)


def show_ballot(sheet: BallotSheet) -> Listed:
    ballot, paper = sheet.ballot, sheet.ballot.paper
    head: dict[str, Arg] = {
        **ballot_args(ballot),
        "unit": sheet.unit,
        "state": Term(f"ballot-is-{ballot.state}"),
        "subjects": " · ".join(each.name for each in paper.subjects),
        "classes": class_names(paper),
    }
    named = paper.meeting is None and ballot.result is None  # what came of it names them all
    lines = [MessageSpec("ballot-sheet-of", head)] if named else rule_lines(paper)
    lines += [MessageSpec("ballot-sheet-branch", {"study": paper.branch_study})] if paper.branch_study else []
    if ballot.state in {BallotState.PROPOSED, BallotState.APPROVED}:
        names = " · ".join(sheet.approved_by)
        count = len(sheet.approved_by)
        lines.append(MessageSpec("ballot-sheet-approved", {"names": names or "—", "count": count, "of": APPROVERS}))
    if ballot.state in {BallotState.APPROVED, BallotState.OPEN, BallotState.WITHHELD}:
        lines.append(MessageSpec("ballot-turnout", turnout(sheet.marks, ballot.seats)))
    if ballot.state in UNDER_WAY and ballot.off_by is not None:
        lines.append(MessageSpec("ballot-sheet-off", {"name": ballot.off_name or "—"}))
    if ballot.withheld is not None:
        lines.append(MessageSpec(f"ballot-withheld-{ballot.withheld}"))
    if ballot.result is not None:
        lines += result_lines(paper, Result.from_json(ballot.result))
    rows = [
        [Press(f"ballot-do-{event}", ActionCode(ACTION_OF[event], ballot.id, ballot.version).pack())]
        for event in deeds(ballot)
    ]
    if there := reports(paper):
        rows.append([_read(ballot.id, there[0])])
    again = [
        Press("ballot-do-refresh", ActionCode(Action.BALLOT, ballot.id).pack()),
        Press("ballot-do-list", ActionCode(Action.BALLOTS).pack()),
    ]
    return Listed(MessageSpec("ballot-sheet", head, more=lines), [*rows, again])


def _read(ballot_id: BallotId, number: int, key: str = "ballot-do-read") -> Press:
    return Press(key, ActionCode(Action.READ_BALLOT, f"{ballot_id}.{number}").pack())


def show_report(sheet: BallotSheet, number: int) -> Listed:
    """What one approves has to be read: each text, and the files."""
    ballot, there = sheet.ballot, reports(sheet.ballot.paper)
    if number not in there:
        return show_ballot(sheet)
    rows: list[Sequence[Press]] = []
    if ballot.paper.subjects[number].file:
        rows.append([Press("button-debrief-file", ActionCode(Action.BALLOT_FILE, f"{ballot.id}.{number}").pack())])
    if later := [each for each in there if each > number]:
        rows.append([_read(ballot.id, later[0], "button-report-next")])
    rows.append([Press("ballot-do-sheet", ActionCode(Action.BALLOT, ballot.id).pack())])
    return Listed(report(ballot.paper, number), rows)


def ask_sure(sheet: BallotSheet) -> Listed:
    """Calling off what people vote on destroys their votes: it is asked once more."""
    ballot = sheet.ballot
    rows = [
        [Press("ballot-do-cancel-sure", ActionCode(Action.CANCEL_BALLOT, f"{ballot.id}.y", ballot.version).pack())],
        [Press("ballot-do-keep", ActionCode(Action.BALLOT, ballot.id).pack())],
    ]
    args = {**ballot_args(ballot), "marks": sheet.marks}
    more = [MessageSpec("ballot-cancel-two")] if ballot.state in UNDER_WAY and ballot.off_by is None else []
    return Listed(MessageSpec("ballot-cancel-sure", args, more=more), rows)
