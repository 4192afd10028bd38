"""What is told about ballots. Every function returns outbox items or lines; nothing here sends, or knows a choice."""

from collections.abc import Sequence

from core.ballots.counting import MotionResult, Result, SubjectResult, Tally, percent
from core.ballots.model import Ballot, BallotState
from core.ballots.paper import ABSTAIN, GRADES, Paper, Subject
from core.ballots.rules import MEETINGS, Share
from core.shared.actions import Action, ActionCode
from core.shared.ids import BlobId, ChatId, TelegramUserId
from core.shared.messages import Arg, Button, MediaRef, MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority


def ballot_args(ballot: Ballot) -> dict[str, Arg]:
    return {
        "title": ballot.paper.title,
        "kind": Term(f"ballot-kind-{ballot.paper.kind}"),
        "opens": ballot.opens_at,
        "closes": ballot.closes_at,
        "seats": ballot.seats,
    }


def turnout(marks: int, seats: int) -> dict[str, Arg]:
    return {"marks": marks, "seats": seats, "share": percent(marks, seats)}


def show_button(ballot: Ballot) -> Button:
    return Button("button-show-ballot", ActionCode(Action.SHOW_BALLOT, ballot.id).pack())


def told_of_notice(ballot: Ballot, account: TelegramUserId) -> OutboxItem:
    return OutboxItem(
        dedupe=f"ballot-notice:{ballot.id}:{account}",
        operation=Operation.SEND,
        chat_id=ChatId(account),
        priority=Priority.BRIEF,
        spec=MessageSpec("ballot-notice", ballot_args(ballot), buttons=[[show_button(ballot)]]),
    )


def told_of_opening(ballot: Ballot, account: TelegramUserId) -> OutboxItem:
    return OutboxItem(
        dedupe=f"ballot-open:{ballot.id}:{account}",
        operation=Operation.SEND,
        chat_id=ChatId(account),
        priority=Priority.BRIEF,
        spec=MessageSpec("ballot-opened", ballot_args(ballot), buttons=[[show_button(ballot)]]),
    )


def told_of_end(ballot: Ballot, account: TelegramUserId, chart: BlobId | None) -> OutboxItem:
    return OutboxItem(
        dedupe=f"ballot-end:{ballot.id}:{account}",
        operation=Operation.SEND,
        chat_id=ChatId(account),
        priority=Priority.BRIEF,
        spec=_end(ballot, chart, [[show_button(ballot)]] if ballot.state is not BallotState.CANCELLED else []),
    )


def told_staff(ballot: Ballot, chat_id: ChatId, marks: int, chart: BlobId | None) -> OutboxItem:
    if ballot.state is BallotState.OPEN:
        spec = MessageSpec("ballot-opened-staff", {**ballot_args(ballot), **turnout(marks, ballot.seats)})
    else:
        spec = _end(ballot, chart, [])
    return OutboxItem(
        dedupe=f"ballot-staff:{ballot.state}:{ballot.id}:{chat_id}",
        operation=Operation.SEND,
        chat_id=chat_id,
        priority=Priority.BRIEF,
        spec=spec,
    )


def _end(ballot: Ballot, chart: BlobId | None, buttons: Sequence[Sequence[Button]]) -> MessageSpec:
    lines: list[MessageSpec] = []
    if ballot.state is BallotState.PUBLISHED and ballot.result is not None:
        result = Result.from_json(ballot.result)
        lines.append(MessageSpec("ballot-turnout", turnout(result.cast, result.seats)))
        if result.motion is not None:
            lines.append(MessageSpec(outcome(result.motion)))
    if ballot.withheld is not None:
        lines.append(MessageSpec(f"ballot-withheld-{ballot.withheld}"))
    media = MediaRef("photo", blob=chart, name="result.png") if chart is not None else None
    return MessageSpec(f"ballot-told-{ballot.state}", ballot_args(ballot), buttons=buttons, media=media, more=lines)


def outcome(motion: MotionResult) -> str:
    """Return the key of the sentence that says what was decided."""
    if not motion.quorate:
        return "motion-not-quorate"
    return "motion-passed" if motion.passed else "motion-failed"


def rule_lines(paper: Paper) -> list[MessageSpec]:
    """Say how it is decided: of a motion by whom and with which majority, of an appraisal where weights differ."""
    if paper.meeting is not None:
        return [MessageSpec(f"ballot-rule-{paper.meeting}")]
    if len({each.weight for each in paper.classes}) == 1:
        return []
    return [MessageSpec("ballot-weights", {"classes": class_names(paper)})]


def class_names(paper: Paper) -> str:
    return " · ".join(f"{each.name} ×{each.weight}" for each in paper.classes)


def reports(paper: Paper) -> list[int]:
    """Return the numbers of the subjects of which there is something to read."""
    return [number for number, each in enumerate(paper.subjects) if each.debrief or each.file]


def report(paper: Paper, number: int) -> MessageSpec:
    """Say what is decided, or what a subject reports of its work."""
    subject = paper.subjects[number]
    args: dict[str, Arg] = {
        "name": subject.name,
        "number": number + 1,
        "count": len(paper.subjects),
        "text": subject.debrief or "—",
    }
    return MessageSpec("ballot-report", args)


def result_lines(paper: Paper, result: Result) -> list[MessageSpec]:
    """Say what came of it: of a motion the whole arithmetic, of an appraisal a line for each subject."""
    lines = [MessageSpec("ballot-turnout", turnout(result.cast, result.seats))]
    if result.motion is not None and paper.meeting is not None:
        motion, rule = result.motion, MEETINGS[paper.meeting]
        lines.append(MessageSpec("motion-votes", {"yes": motion.yes, "no": motion.no, "abstain": motion.abstain}))
        lines.append(_sum("motion-quorum", rule.quorum, result.cast, result.seats, reached=motion.quorate))
        if motion.quorate:
            lines.append(_sum("motion-majority", rule.majority, motion.yes, result.cast, reached=motion.passed))
        return [*lines, MessageSpec(outcome(result.motion))]
    for each in result.subjects:
        lines.append(MessageSpec("ballot-result-subject", _subject_args(paper.subject(each.key), each)))
        lines += [MessageSpec(f"ballot-flag-{flag}") for flag in result.flags.get(each.key, ())]
    return lines


def _sum(key: str, share: Share, part: int, whole: int, *, reached: bool) -> MessageSpec:
    """Show a share as the sum that decides: part × bottom against whole × top, in whole numbers."""
    args: dict[str, Arg] = {
        "part": part,
        "whole": whole,
        "top": share.top,
        "bottom": share.bottom,
        "left": part * share.bottom,
        "right": whole * share.top,
        "sign": (">" if reached else "≤") if share.more else ("≥" if reached else "<"),
        "more": "yes" if share.more else "no",
        "reached": "yes" if reached else "no",
    }
    return MessageSpec(key, args)


def subject_lines(paper: Paper, result: Result, key: str) -> list[MessageSpec]:
    """Say how the marks of a subject are spread, dimension by dimension, then group by group."""
    subject = paper.subject(key)
    found = next(each for each in result.subjects if each.key == key)
    lines = [MessageSpec("ballot-result-subject", _subject_args(subject, found))]
    lines += [MessageSpec(f"ballot-flag-{flag}") for flag in result.flags.get(key, ())]
    lines += [_spread(subject, name, tally) for name, tally in found.dimensions.items()]
    for group, subjects in result.groups.items():
        lines.append(MessageSpec("ballot-result-group", {"name": group}))
        lines += [_spread(subject, name, tally) for name, tally in subjects[key].items()]
    return lines


def _subject_args(subject: Subject, result: SubjectResult) -> dict[str, Arg]:
    grade = result.overall or ABSTAIN
    return {"name": subject.name, "overall": Term(f"grade-{grade}"), "rate": percent(result.satisfied, result.judged)}


def _spread(subject: Subject, dimension: str, tally: Tally) -> MessageSpec:
    counts = dict(tally)
    args: dict[str, Arg] = {"dimension": Term(f"dimension-{dimension}"), "abstain": counts[ABSTAIN]}
    for number, grade in enumerate(GRADES[subject.scale], 1):
        args |= {f"grade{number}": Term(f"grade-{grade}"), f"count{number}": counts[grade]}
    return MessageSpec(f"ballot-spread-{len(GRADES[subject.scale])}", args)
